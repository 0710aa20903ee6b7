/** Which beliefs an exercise can tell from the truth, and from one another. For checks of content and for authors. */
import { believedAnswer, isSame } from '@/lib/exercises/beliefs/answers';
import type { Readings } from '@/lib/exercises/beliefs/readings';
import type { ExerciseContent } from '@/lib/exercises/content/exercise-template';
import { believing } from '@/lib/exercises/facts/believed';
import type { Run } from '@/lib/exercises/kinds/contract';
import type { Answer } from '@/lib/exercises/public';
import { examineAnswer, isRun, makeVariant, type Variant } from '@/lib/exercises/variant';
import { type MisconceptionId, misconceptionIds } from '@/lib/simulator/misconceptions';
import { gradeAnswer } from '../grade';
import { listedAnswers } from '../listed-answers';

type Made = Extract<Variant, { status: 'made' }>;

/** A cell in which a belief says something else than the truth. */
export interface BelievedCell {
  readonly cell: string;
  /** For people: 'step 3, A'. */
  readonly label: string;
  readonly says: string;
  readonly truth: string;
}

export interface ToldApart {
  readonly id: MisconceptionId;
  /** Variants on which its answer is another than the true one, of those that were made. */
  readonly shown: number;
  readonly of: number;
  /** The first seed on which it shows, and where it says something else there; none where answers are programs. */
  readonly seed: number;
  readonly cells: readonly BelievedCell[];
  /** Beliefs with the same answer as this one on every variant on which either shows. */
  readonly like: readonly MisconceptionId[];
}

/** Every belief that shows on some variant. */
export function toldApart(content: ExerciseContent, seeds: readonly number[], run: Run): ToldApart[] {
  const variants = seeds.flatMap((seed) => {
    const made = makeVariant(content, seed, run);
    return made.status === 'made' ? [{ seed, ...answersOn(made, run) }] : [];
  });
  const all = variants.map(({ answers }) => answers);
  const shown = misconceptionIds.flatMap((id) => {
    const first = variants.find(({ answers }) => answers.has(id));
    return first === undefined ? [] : [{ id, seed: first.seed, cells: first.cellsOf(id) }];
  });
  return shown.map(({ id, seed, cells }) => ({
    id,
    shown: all.filter((answers) => answers.has(id)).length,
    of: variants.length,
    seed,
    cells,
    like: shown.flatMap(({ id: other }) =>
      other !== id && all.every((answers) => isLike(answers, id, other)) ? [other] : [],
    ),
  }));
}

/** What each belief says on one variant: its answer, or the programs that it takes to be right. */
type Answers = ReadonlyMap<MisconceptionId, (other: MisconceptionId) => boolean>;

const isLike = (answers: Answers, id: MisconceptionId, other: MisconceptionId): boolean =>
  answers.get(id)?.(other) ?? !answers.has(other);

function answersOn(
  made: Made,
  run: Run,
): { readonly answers: Answers; readonly cellsOf: (id: MisconceptionId) => BelievedCell[] } {
  const said = new Map(misconceptionIds.map((id) => [id, showing(made, id, run)] as const));
  const answers = new Map<MisconceptionId, (other: MisconceptionId) => boolean>();
  for (const [id, own] of said) {
    if (own === null) continue;
    answers.set(id, (other) => {
      const theirs = said.get(other) ?? null;
      return theirs !== null && own.same(theirs);
    });
  }
  return { answers, cellsOf: (id) => cellsOf(made, said.get(id)?.answer ?? null) };
}

/** Where the answer of a belief is wrong, and what it says there. */
function cellsOf({ exercise, key }: Made, answer: Answer | null): BelievedCell[] {
  if (answer === null) return [];
  return gradeAnswer(exercise, key, answer, 1).cells.flatMap(({ cell, label, state, given, expected }) =>
    state === 'wrong' || state === 'consistent' ? [{ cell, label, says: given, truth: expected }] : [],
  );
}

interface Showing {
  readonly shown: Readings | string;
  /** Null where answers are programs. */
  readonly answer: Answer | null;
  same(other: Showing): boolean;
}

function showing(made: Made, id: MisconceptionId, run: Run): Showing | null {
  if (isRun(made.key.kind)) {
    const programs = programsRightFor(made, id, run);
    const shown = programs.join(' ');
    return programs.length === 0 ? null : { shown, answer: null, same: (other) => other.shown === shown };
  }
  const found = believedAnswer(made, made.key, [id]);
  if (found === null) return null;
  const { readings: shown, answer } = found;
  return { shown, answer, same: (other) => typeof other.shown !== 'string' && isSame(shown, other.shown) };
}

/**
 * Whether a belief shows on a variant: its answer is not the true one. Where answers are programs, the belief shows if it
 * takes a program to be right that is wrong: one of the listed wrong answers, or the program to begin with.
 */
export const shows = (made: Made, id: MisconceptionId, run: Run): boolean => showing(made, id, run) !== null;

/** The listed programs, by their places, that meet every goal to the belief but not truly. */
function programsRightFor(made: Made, id: MisconceptionId, run: Run): number[] {
  const meets = (answer: Answer, how: Run): boolean => {
    const examined = examineAnswer(made.key, answer, how);
    return examined?.status === 'ran' && examined.goals.every(({ met }) => met);
  };
  return candidates(made, run).flatMap((answer, index) =>
    !meets(answer, run) && meets(answer, believing([id])) ? [index] : [],
  );
}

function candidates(made: Made, run: Run): Answer[] {
  const listed = listedAnswers(made, run).filter((answer) => typeof answer !== 'string');
  const first: Answer[] = made.key.kind === 'program' ? [{ kind: 'program', source: made.snippet }] : [];
  return [...first, ...listed];
}
