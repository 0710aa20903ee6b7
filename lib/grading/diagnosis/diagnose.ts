/** The belief, or two, that explains the wrong cells of an answer better than any other, and better than slips. */
import type { BelievedAnswer } from '@/lib/exercises/beliefs/answers';
import { type Readings, readingsOf, saysSame } from '@/lib/exercises/beliefs/readings';
import type { Key } from '@/lib/exercises/kinds';
import type { Answer } from '@/lib/exercises/public';
import { solutionOf } from '@/lib/exercises/variant';
import type { MisconceptionId } from '@/lib/simulator/misconceptions/ids';
import type { CellMark } from '../marks';
import { type AnsweredCell, answeredCells, logOfBelief, logOfSlips, logOfSum } from './likelihood';
import { beliefAtAll, beliefsInPairs, leastCells, likely, sure } from './parameters';
import type { Diagnosis } from './schema';

/** Beliefs that say the same of every cell that was answered: the answer cannot tell them apart. */
interface Candidate {
  readonly members: readonly (readonly MisconceptionId[])[];
  readonly predicted: Readings;
  /** Logarithm of how likely it is beforehand. */
  readonly prior: number;
}

interface Judged extends Candidate {
  /** How likely it is, given the answer. */
  readonly confidence: number;
}

/**
 * Names what the student believes, with the probability of that; null where nothing is wrong, where the exercise cannot
 * tell rivals apart, or where slips explain the answer nearly as well. Pure: `beliefs` are what `believedAnswers` gives
 * for the variant, `marks` the marks of the answer.
 */
export function diagnose(
  key: Key,
  answer: Answer,
  marks: readonly CellMark[],
  beliefs: readonly BelievedAnswer[],
): Diagnosis | null {
  const states = new Map(marks.map(({ cell, state }) => [cell, state]));
  const cells = answeredCells(key, readingsOf(key, answer), readingsOf(key, solutionOf(key)), states);
  const wrong = cells.filter(({ given, truth }) => !saysSame(given, truth));
  if (wrong.length === 0) return null;
  const all = judged(key, cells, candidatesFrom(cells, beliefs));
  const found = named(key, answer, all);
  if (found === null) return null;
  const explains = wrong.filter(({ cell, given }) => {
    const said = found.candidate?.predicted.get(cell);
    return found.candidate === null || (said !== undefined && saysSame(said, given));
  });
  // A choice of one option has no second cell.
  if (explains.length < (cells.length === 1 && key.kind === 'choice' ? 1 : leastCells)) return null;
  const steps = marks.flatMap(({ cell, step }) =>
    step !== null && explains.some((one) => one.cell === cell || one.cell.startsWith(`${cell}.`))
      ? [step]
      : [],
  );
  const rivals = all.filter((one) => one !== found.candidate && one.confidence >= 0.01);
  return {
    named: [...found.believes],
    confidence: rounded(found.confidence),
    explains: explains.map(({ cell }) => cell),
    step: steps.length === 0 ? null : Math.min(...steps),
    rivals: rivals.map(({ members: [first = []], confidence }) => ({
      believes: [...first],
      confidence: rounded(confidence),
    })),
  };
}

interface Named {
  readonly believes: readonly MisconceptionId[];
  readonly confidence: number;
  /** Null where the author of an option names a belief that no machine bears out. */
  readonly candidate: Judged | null;
}

function named(key: Key, answer: Answer, all: readonly Judged[]): Named | null {
  const carried = nameOfOption(key, answer);
  if (carried !== null) {
    const candidate = all.find(({ members }) => members.some((one) => one.join() === carried)) ?? null;
    return { believes: [carried], confidence: candidate?.confidence ?? likely, candidate };
  }
  const [best] = all;
  const believes = best === undefined ? null : onlyOne(best.members);
  if (best === undefined || believes === null || !isNamed(key, best)) return null;
  return { believes, confidence: best.confidence, candidate: best };
}

/** The belief that the chosen option stands for, where its author says so and it was the only choice. */
function nameOfOption(key: Key, answer: Answer): MisconceptionId | null {
  if (key.kind !== 'choice' || key.several || answer.kind !== 'choice') return null;
  return key.options.find(({ id }) => id === answer.chosen[0])?.believes ?? null;
}

/** An answer of one click is thin: its belief is told as what the option stands for, however sure the model is. */
const isNamed = (key: Key, { confidence }: Judged): boolean =>
  confidence >= (key.kind === 'choice' && !key.several ? likely : sure);

/** Of beliefs that the answer cannot tell apart, the one that assumes least; null where there are several. */
function onlyOne(members: Candidate['members']): readonly MisconceptionId[] | null {
  const least = Math.min(...members.map((one) => one.length));
  const simplest = members.filter((one) => one.length === least);
  return simplest.length === 1 ? (simplest[0] ?? null) : null;
}

function candidatesFrom(cells: readonly AnsweredCell[], beliefs: readonly BelievedAnswer[]): Candidate[] {
  const alone = beliefs.filter(({ believes }) => believes.length === 1).length;
  const paired = beliefs.length - alone;
  const groups: { members: (readonly MisconceptionId[])[]; predicted: Readings; prior: number }[] = [];
  for (const { believes, readings: predicted } of beliefs) {
    const share = paired === 0 ? 0 : beliefsInPairs;
    const weight = believes.length === 1 ? (1 - share) / alone : share / paired;
    if (isTrue(cells, predicted)) continue;
    const group = groups.find((one) => isAlike(cells, one.predicted, predicted));
    if (group === undefined) groups.push({ members: [believes], predicted, prior: weight });
    else {
      group.members.push(believes);
      group.prior += weight;
    }
  }
  return groups.map((group) => ({ ...group, prior: Math.log(group.prior) }));
}

/** What a belief says of a cell: what is so, where it says nothing. */
const saidOf = (cell: AnsweredCell, predicted: Readings) => predicted.get(cell.cell) ?? cell.truth;

const isAlike = (cells: readonly AnsweredCell[], a: Readings, b: Readings): boolean =>
  cells.every((cell) => saysSame(saidOf(cell, a), saidOf(cell, b)));
const isTrue = (cells: readonly AnsweredCell[], predicted: Readings): boolean =>
  cells.every((cell) => saysSame(saidOf(cell, predicted), cell.truth));

/** The candidates with their probabilities, the likeliest first. */
function judged(key: Key, cells: readonly AnsweredCell[], candidates: readonly Candidate[]): Judged[] {
  const slips = Math.log(1 - beliefAtAll) + logOfSlips(key, cells);
  const logs = candidates.map(
    ({ predicted, prior }) => Math.log(beliefAtAll) + prior + logOfBelief(key, cells, predicted),
  );
  const all = logOfSum([slips, ...logs]);
  return candidates
    .map((candidate, index) => ({
      ...candidate,
      confidence: Math.exp((logs[index] ?? Number.NEGATIVE_INFINITY) - all),
    }))
    .toSorted((a, b) => b.confidence - a.confidence);
}

const rounded = (probability: number): number => Math.round(probability * 1000) / 1000;
