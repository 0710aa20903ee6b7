/** Marks stored answers by a corrected revision. Writes nothing. */
import 'server-only';
import { type ExerciseContent, exerciseContentSchema } from '@/lib/exercises/content/exercise-template';
import { evidenceFor, type KeyedExercise, variantOf } from '@/lib/exercises/keys';
import { answerSchema } from '@/lib/exercises/public';
import { carryAnswer } from '@/lib/grading/again/carry';
import { gradeAgain } from '@/lib/grading/again/grade-again';
import type { DiagnosedMarks } from '@/lib/grading/diagnosis/schema';
import { withDiagnosis } from '../marks/diagnosing';

/** An answer, and the variant that its student saw. */
export interface StoredAnswer {
  readonly body: unknown;
  readonly seed: number;
  readonly possible: number;
  readonly revision: { readonly id: string; readonly content: unknown };
}

/** A revision that answers are marked by. */
export interface Corrected {
  readonly id: string;
  readonly content: ExerciseContent;
}

/** The marks that the corrected revision gives an answer; why there are none where the answer keeps its own. */
export async function markedBy(
  corrected: Corrected,
  stored: StoredAnswer,
): Promise<DiagnosedMarks | { why: string }> {
  const answer = answerSchema.safeParse(stored.body);
  if (!answer.success) return { why: 'The answer is stored in a form that can no longer be read.' };
  const seenContent = exerciseContentSchema.parse(stored.revision.content);
  const seen = await variantOf(stored.revision.id, seenContent, stored.seed);
  const now = await variantOr(corrected, stored.seed);
  if (now === null) return { why: 'The corrected exercise has no variant for this student.' };
  const carried = carryAnswer(seen, now, answer.data);
  if (carried.status === 'kept') return { why: carried.why };
  const evidence = await evidenceFor(now.key, carried.answer);
  const marks = gradeAgain(now, carried, stored.possible, evidence);
  if (marks === null) return { why: 'Nothing of what was asked is left in the corrected exercise.' };
  return withDiagnosis({ revisionId: corrected.id, seed: stored.seed }, now, carried.answer, marks);
}

/** The variant of a seed; null where the revision has none: `variantOf` says so by an error of its own. */
async function variantOr({ id, content }: Corrected, seed: number): Promise<KeyedExercise | null> {
  try {
    return await variantOf(id, content, seed);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('no key for ')) return null;
    throw error;
  }
}

/** Does work on each item, a few at a time, so that a long list does not fill the queue of the runner. */
export async function fewAtATime<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += atATime) {
    results.push(...(await Promise.all(items.slice(start, start + atATime).map(work))));
  }
  return results;
}

const atATime = 8;
