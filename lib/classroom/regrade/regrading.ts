/** Marks stored answers by a corrected revision. Writes nothing. */
import 'server-only';
import { contentHash } from '@/lib/common/hash';
import type { ExerciseContent } from '@/lib/exercises/content/exercise-template';
import { evidenceFor, type KeyedExercise, NoVariant, variantOf } from '@/lib/exercises/keys';
import { type Answer, answerSchema } from '@/lib/exercises/public';
import { seedOfVariant } from '@/lib/exercises/variant';
import { type Carried, carryAnswer } from '@/lib/grading/again/carry';
import { gradeAgain } from '@/lib/grading/again/grade-again';
import type { DiagnosedMarks } from '@/lib/grading/diagnosis/schema';
import type { Marks } from '@/lib/grading/marks';
import { withDiagnosis } from '../marks/diagnosing';

/** An answer, and the variant that its student saw. */
export interface StoredAnswer {
  readonly body: unknown;
  readonly seed: number;
  readonly possible: number;
  /** The revision that was answered. */
  readonly revisionId: string;
}

/** A revision that answers are marked by. */
export interface Corrected {
  readonly id: string;
  readonly content: ExerciseContent;
}

/** Why an answer keeps its marks. */
interface Kept {
  readonly why: string;
}

/** An answer as the corrected variant takes it. */
interface Taken {
  readonly now: KeyedExercise;
  readonly carried: Extract<Carried, { status: 'carried' }>;
}

/** One regrade: marks the answers of one exercise by its corrected revision. */
export class Regrading {
  private readonly marked = new Map<string, Promise<Marks | Kept>>();

  /** `seen` has the content of every revision that was answered. */
  constructor(
    private readonly corrected: Corrected,
    private readonly seen: ReadonlyMap<string, ExerciseContent>,
  ) {}

  /**
   * The marks that the corrected revision gives an answer; why there are none where the answer keeps its own. Where
   * all students have the same variant, equal answers are marked once.
   */
  mark(stored: StoredAnswer): Promise<Marks | Kept> {
    const { body, seed, possible, revisionId } = stored;
    const seeds = [this.seenBy(stored), this.corrected.content].map((one) =>
      seedOfVariant(one.exercise, seed),
    );
    const key = contentHash([revisionId, seeds, possible, body]);
    const marked = this.marked.get(key) ?? this.markNow(stored);
    this.marked.set(key, marked);
    return marked;
  }

  /** Adds the belief behind what is wrong: it costs many runs of the program, so that only marks to be written have it. */
  async diagnose(stored: StoredAnswer, marks: Marks): Promise<DiagnosedMarks> {
    const taken = await this.take(stored);
    if ('why' in taken) return { ...marks, diagnosis: null };
    const variant = { revisionId: this.corrected.id, seed: stored.seed };
    return withDiagnosis(variant, taken.now, taken.carried.answer, marks);
  }

  private async markNow(stored: StoredAnswer): Promise<Marks | Kept> {
    const taken = await this.take(stored);
    if ('why' in taken) return taken;
    const { now, carried } = taken;
    const evidence = await evidenceFor(now.key, carried.answer);
    const marks = gradeAgain(now, carried, stored.possible, evidence);
    return marks ?? { why: 'Nothing of what was asked is left in the corrected exercise.' };
  }

  private async take(stored: StoredAnswer): Promise<Taken | Kept> {
    const answer = readAnswer(stored.body);
    if (answer === null) return { why: 'The answer is stored in a form that can no longer be read.' };
    const seen = await variantOf(stored.revisionId, this.seenBy(stored), stored.seed);
    const now = await this.correctedFor(stored.seed);
    if (now === null) return { why: 'The corrected exercise has no variant for this student.' };
    const carried = carryAnswer(seen, now, answer);
    return carried.status === 'kept' ? { why: carried.why } : { now, carried };
  }

  private seenBy({ revisionId }: StoredAnswer): ExerciseContent {
    const content = this.seen.get(revisionId);
    if (content === undefined) throw new RangeError(`the revision ${revisionId} was not read`);
    return content;
  }

  /** The corrected variant of a seed; null where there is none. */
  private async correctedFor(seed: number): Promise<KeyedExercise | null> {
    try {
      return await variantOf(this.corrected.id, this.corrected.content, seed);
    } catch (error) {
      if (error instanceof NoVariant) return null;
      throw error;
    }
  }
}

function readAnswer(body: unknown): Answer | null {
  const answer = answerSchema.safeParse(body);
  return answer.success ? answer.data : null;
}
