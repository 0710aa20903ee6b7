import { z } from 'zod';

/** Raised when the same answer may earn other marks than before; stored with each row of marks. */
export const gradingRules = '2';

/**
 * correct: the trace says so. consistent: wrong, but what a true step makes of the student's own earlier
 * answer. unreadable: neither right nor wrong; it can only be marked where it could not be sent back.
 */
export const cellStates = ['correct', 'consistent', 'wrong', 'blank', 'unreadable'] as const;
export type CellState = (typeof cellStates)[number];

/** The mark of one part of an answer, with its evidence. */
export const cellMarkSchema = z.strictObject({
  cell: z.string(),
  /** For people: 'step 3, A'. */
  label: z.string(),
  state: z.enum(cellStates),
  /** What was answered, as it was read; as it was typed where it could not be read. */
  given: z.string(),
  /** The right answer. */
  expected: z.string(),
  points: z.number().min(0),
  possible: z.number().min(0),
  /** The step, and what happened there. */
  reason: z.string(),
  step: z.int().nullable(),
});
export type CellMark = z.infer<typeof cellMarkSchema>;

/** The evidence of one answer, as it is stored. */
export const cellsSchema = z.array(cellMarkSchema);

/** The marks of an answer to one exercise. `points` and `possible` have two decimals at most. */
export interface Marks {
  readonly points: number;
  readonly possible: number;
  readonly cells: readonly CellMark[];
}

/** Brings weights to the points of the exercise: cells keep their share, totals are rounded once. */
export function scaleTo(possible: number, cells: readonly CellMark[]): Marks {
  const weight = cells.reduce((sum, cell) => sum + cell.possible, 0);
  const scale = weight === 0 ? 0 : possible / weight;
  const scaled = cells.map((cell) => ({
    ...cell,
    points: rounded(cell.points * scale, 4),
    possible: rounded(cell.possible * scale, 4),
  }));
  const earned = cells.reduce((sum, cell) => sum + cell.points, 0) * scale;
  return { points: Math.min(rounded(earned, 2), possible), possible, cells: scaled };
}

const rounded = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;
