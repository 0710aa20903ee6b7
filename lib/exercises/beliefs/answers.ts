/** What each belief, and each two of them, makes of a variant. */
import { type MisconceptionId, misconceptionIds } from '@/lib/simulator/misconceptions';
import type { FilledExercise } from '../content/exercise-file';
import { believing } from '../facts/believed';
import { type Key, type KindName, kinds, type Shapes } from '../kinds';
import type { Answer } from '../public';
import { solutionOf } from '../variant';
import { type Readings, readingsOf, saysSame } from './readings';

/** The answer of somebody who holds one belief or two, where it is another than the true one. */
export interface BelievedAnswer {
  readonly believes: readonly MisconceptionId[];
  readonly answer: Answer;
  /** What it says, cell by cell. */
  readonly readings: Readings;
}

/** Beliefs that are tried in pairs: the first ones, where more than these show on a variant. */
const mostInPairs = 12;

/**
 * The answers of beliefs that show on this variant: first of each alone, then of each two that show alone, where both
 * together say something that neither says. Kinds whose answers are programs have none.
 */
export function believedAnswers(variant: FilledExercise, key: Key): BelievedAnswer[] {
  const answerFor = (...believes: MisconceptionId[]): BelievedAnswer[] => {
    const found = believedAnswer(variant, key, believes);
    return found === null ? [] : [found];
  };
  const alone = misconceptionIds.flatMap((id) => answerFor(id));
  const paired = alone.slice(0, mostInPairs);
  const pairs = paired.flatMap((first, index) =>
    paired
      .slice(index + 1)
      .flatMap((second) =>
        answerFor(...first.believes, ...second.believes).filter((both) =>
          [first, second].every((one) => !isSame(both.readings, one.readings)),
        ),
      ),
  );
  return [...alone, ...pairs];
}

/** The answer of somebody with these beliefs; null where it is the true one, or the beliefs give none. */
export function believedAnswer(
  { exercise, snippet }: FilledExercise,
  key: Key,
  believes: readonly MisconceptionId[],
): BelievedAnswer | null {
  if (kinds[key.kind].runs) return null;
  const program = { source: snippet, run: believing(believes) };
  const answer = believed(key.kind, key, exercise as unknown as Shapes[KindName]['spec'], program);
  if (answer === null) return null;
  const readings = readingsOf(key, answer);
  return differ(readings, readingsOf(key, solutionOf(key))) ? { believes, answer, readings } : null;
}

function believed<Name extends KindName>(
  kind: Name,
  key: Shapes[Name]['key'],
  spec: Shapes[Name]['spec'],
  program: Parameters<(typeof kinds)[Name]['believed']>[2],
): Answer | null {
  return kinds[kind].believed(key, spec, program) as Answer | null;
}

/** Whether one says something else than the other in a cell in which it says anything. */
const differ = (readings: Readings, truth: Readings): boolean =>
  [...readings].some(([cell, said]) => {
    const other = truth.get(cell);
    return other !== undefined && !saysSame(said, other);
  });

/** Whether two say the same, and leave the same cells open. */
export const isSame = (a: Readings, b: Readings): boolean =>
  a.size === b.size &&
  [...a].every(([cell, said]) => {
    const other = b.get(cell);
    return other !== undefined && saysSame(said, other);
  });
