import type { PartReading } from '@/lib/exercises/kinds/contract';
import type { CellMark } from '../marks';

/** What is known of a part before it is looked at. */
export interface PartTruth {
  readonly label: string;
  readonly expected: string;
  readonly reason: string;
  readonly step: number | null;
  readonly weight: number;
}

/** The mark of one part that is right or wrong, blank or unreadable. */
export function markPart<Value>(
  part: PartReading<Value>,
  truth: PartTruth,
  isRight: (value: Value) => boolean,
): CellMark {
  const { reading } = part;
  const { label, expected, reason, step, weight } = truth;
  const given = reading.status === 'read' ? reading.shown : part.typed;
  const mark = { cell: part.cell, label, given, expected, points: 0, possible: weight, reason, step };
  if (reading.status === 'blank') return { ...mark, state: 'blank' };
  if (reading.status === 'unreadable') return { ...mark, state: 'unreadable', reason: reading.message };
  return isRight(reading.value) ? { ...mark, points: weight, state: 'correct' } : { ...mark, state: 'wrong' };
}

/**
 * Takes the points from parts that all say the same where the truth differs: who writes one constant everywhere
 * predicts nothing. Where the truth is one and the same as well, nothing follows from the constant at least. One part
 * alone is no constant.
 */
export function withoutConstants(marks: readonly CellMark[]): CellMark[] {
  const filled = marks.filter((mark) => mark.state !== 'blank');
  const said = new Set(filled.map((mark) => mark.given));
  const truths = new Set(filled.map((mark) => mark.expected));
  if (filled.length < 2 || said.size !== 1) return [...marks];
  const note = 'All your answers here are the same, so they tell nothing apart and earn nothing.';
  return marks.map((mark) =>
    mark.points === 0 || (truths.size === 1 && mark.state === 'correct')
      ? mark
      : { ...mark, points: 0, reason: `${note} ${mark.reason}` },
  );
}
