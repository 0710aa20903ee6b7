import type { Evidence } from '@/lib/exercises/kinds';
import { gradeAnswer } from '../grade';
import { type Marks, scaleTo } from '../marks';
import type { Carried, Variant } from './carry';

/**
 * The marks of a carried answer. Cells that were not asked when it was given are left out, and the others share the
 * points. Null where nothing is left of what was asked.
 */
export function gradeAgain(
  { content, key }: Variant,
  { answer, asked }: Extract<Carried, { status: 'carried' }>,
  possible: number,
  evidence: Evidence,
): Marks | null {
  const marks = gradeAnswer(content.exercise, key, answer, possible, evidence);
  const cells = asked === null ? marks.cells : marks.cells.filter(({ cell }) => asked.has(cell));
  if (cells.length === 0) return null;
  return cells.length === marks.cells.length ? marks : { ...marks, ...scaleTo(possible, cells) };
}
