/** How likely an answer is to somebody with a belief, and to somebody who slips. */
import { type Readings, type Said, saysSame } from '@/lib/exercises/beliefs/readings';
import type { Key } from '@/lib/exercises/kinds';
import type { CellState } from '../marks';
import { carriesOn, slipRate } from './parameters';

/** Cells that were answered and can be read, with what is true of them and how they were marked. */
export interface AnsweredCell {
  readonly cell: string;
  readonly given: Said;
  readonly truth: Said;
  /** Whether it is wrong, but follows from what was written before, or goes on with it. */
  readonly follows: boolean;
}

export function answeredCells(
  key: Key,
  given: Readings,
  truth: Readings,
  states: ReadonlyMap<string, CellState>,
): AnsweredCell[] {
  const cells = [...given].flatMap(([cell, said]) => {
    const expected = truth.get(cell);
    if (expected === undefined) return [];
    const state = states.get(cell);
    // What is marked as right is read as what is true, in whatever words it was written.
    const read = state === 'correct' ? expected : said;
    return [{ cell, given: read, truth: expected, follows: state === 'consistent' }];
  });
  const above = cellsAbove(key);
  return cells.map((one) => {
    const before = cells.find(({ cell }) => cell === above.get(one.cell));
    return before !== undefined && goesOn(before, one) ? { ...one, follows: true } : one;
  });
}

/** For each cell of a table the one above it. */
function cellsAbove(key: Key): ReadonlyMap<string, string> {
  if (key.kind !== 'trace-table') return new Map();
  const pairs = key.rows.slice(1).flatMap((row, index) =>
    row.cells.flatMap(({ id }, place) => {
      const over = key.rows[index]?.cells[place];
      return over === undefined ? [] : [[id, over.id] as const];
    }),
  );
  return new Map(pairs);
}

/** Whether a wrong cell goes on with the wrong one above it: the same value, or a count that is off by as much. */
function goesOn(before: AnsweredCell, { given, truth }: AnsweredCell): boolean {
  if (saysSame(before.given, before.truth) || saysSame(given, truth)) return false;
  const [off, offBefore] = [offBy(given, truth), offBy(before.given, before.truth)];
  return off === null ? saysSame(given, before.given) : off === offBefore;
}

const offBy = (given: Said, truth: Said): number | null =>
  typeof given === 'object' && typeof truth === 'object' && given.type === 'count' && truth.type === 'count'
    ? given.count - truth.count
    : null;

/** Values among which a slip falls, beside the one that was meant: two can only be turned around. */
function otherValues(key: Key, said: Said): number {
  if (key.kind === 'choice') return key.several ? 1 : key.options.length - 1;
  if (typeof said === 'string') return 3;
  if (said.type === 'freed') return 1;
  return said.type === 'how' ? 2 : 3;
}

/** The logarithm of how likely a cell is where `meant` is what the student would have answered. */
function logOfCell(key: Key, { given, truth }: AnsweredCell, meant: Said): number {
  const rate = slipRate(key);
  return saysSame(given, meant) ? Math.log(1 - rate) : Math.log(rate / otherValues(key, truth));
}

/**
 * The same of the whole answer to somebody who knows what is so, and slips: from what is so in each cell, or
 * (`carriesOn`) from what they wrote before.
 */
export function logOfSlips(key: Key, cells: readonly AnsweredCell[]): number {
  const plain = sum(cells.map((cell) => logOfCell(key, cell, cell.truth)));
  if (!cells.some(({ follows }) => follows)) return plain;
  const carried = sum(cells.map((cell) => logOfCell(key, cell, cell.follows ? cell.given : cell.truth)));
  return logOfSum([Math.log(1 - carriesOn) + plain, Math.log(carriesOn) + carried]);
}

/** The same to somebody with a belief. Where the belief says nothing, they answer as others do. */
export const logOfBelief = (key: Key, cells: readonly AnsweredCell[], predicted: Readings): number =>
  sum(cells.map((cell) => logOfCell(key, cell, predicted.get(cell.cell) ?? cell.truth)));

const sum = (logs: readonly number[]): number => logs.reduce((total, log) => total + log, 0);

/** log(Σ exp), without overflow. */
export function logOfSum(logs: readonly number[]): number {
  const most = Math.max(...logs);
  return most === Number.NEGATIVE_INFINITY
    ? most
    : most + Math.log(logs.reduce((total, log) => total + Math.exp(log - most), 0));
}
