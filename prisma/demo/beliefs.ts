/** How the synthetic students of the demo course answer the first lesson's quiz: each from one idea. */
import type { Answer, PublicExercise } from '@/lib/exercises/public';

/** The option chosen at each choice, in order, and the rows of the table: A, B, count, collected. */
export interface Belief {
  readonly choices: readonly string[];
  readonly rows: readonly (readonly [string, string, string, string])[];
}

const stays = 'The array stays alive, and its count is 1.';
const freedWithA = 'The array is freed, because A, the name it was made with, is gone.';
const waits = 'The count is 0, and the array waits for the collector to free it.';

export const beliefs = {
  right: {
    choices: ['[10, 2, 3]', 'Step 5', stays],
    rows: [
      ['[1, 2, 3]', '-', '1', 'no'],
      ['[1, 2, 3]', '[1, 2, 3]', '2', 'no'],
      ['[10, 2, 3]', '[10, 2, 3]', '2', 'no'],
      ['deleted', '[10, 2, 3]', '1', 'no'],
      ['deleted', 'deleted', '0', 'yes'],
    ],
  },
  /** An assignment copies the object. */
  copies: {
    choices: ['[1, 2, 3]', 'Step 4', freedWithA],
    rows: [
      ['[1, 2, 3]', '-', '1', 'no'],
      ['[1, 2, 3]', '[1, 2, 3]', '1', 'no'],
      ['[1, 2, 3]', '[10, 2, 3]', '1', 'no'],
      ['deleted', '[10, 2, 3]', '0', 'yes'],
      ['deleted', 'deleted', '0', 'yes'],
    ],
  },
  /** del destroys the object, whatever else refers to it. */
  delDestroys: {
    choices: ['[10, 2, 3]', 'Step 4', freedWithA],
    rows: [
      ['[1, 2, 3]', '-', '1', 'no'],
      ['[1, 2, 3]', '[1, 2, 3]', '2', 'no'],
      ['[10, 2, 3]', '[10, 2, 3]', '2', 'no'],
      ['deleted', 'deleted', '0', 'yes'],
      ['deleted', 'deleted', '0', 'yes'],
    ],
  },
  /** Nothing is freed before the collector runs. */
  waitsForCollector: {
    choices: ['[10, 2, 3]', 'Step 5', waits],
    rows: [
      ['[1, 2, 3]', '-', '1', 'no'],
      ['[1, 2, 3]', '[1, 2, 3]', '2', 'no'],
      ['[10, 2, 3]', '[10, 2, 3]', '2', 'no'],
      ['deleted', '[10, 2, 3]', '1', 'no'],
      ['deleted', 'deleted', '0', 'no'],
    ],
  },
  /** Right but for one slip, which the later counts carry on. */
  slip: {
    choices: ['[10, 2, 3]', 'Step 5', stays],
    rows: [
      ['[1, 2, 3]', 'None', '1', 'no'],
      ['[1, 2, 3]', '[1, 2, 3]', '3', 'no'],
      ['[10, 2, 3]', '[10, 2, 3]', '3', 'no'],
      ['deleted', '[10, 2, 3]', '2', 'no'],
      ['deleted', 'deleted', '1', 'no'],
    ],
  },
  /** Gave up after the first half of the table. */
  unfinished: {
    choices: ['[10, 2, 3]'],
    rows: [
      ['[1, 2, 3]', '-', '1', 'no'],
      ['[1, 2, 3]', '[1, 2, 3]', '2', 'no'],
    ],
  },
} as const satisfies Record<string, Belief>;

/** What somebody with this belief answers; `nth` counts the choices of the quiz. Blank where it says nothing. */
export function answerFrom(belief: Belief, exercise: PublicExercise, nth: number): Answer {
  if (exercise.kind === 'choice') {
    const option = exercise.options.find((one) => one.text === belief.choices[nth]);
    return { kind: 'choice', chosen: option === undefined ? [] : [option.id] };
  }
  if (exercise.kind !== 'trace-table') throw new RangeError(`no belief speaks of the kind ${exercise.kind}`);
  const cells = exercise.rows.flatMap((row, index) =>
    row.cells.flatMap((cell, column) => {
      const typed = belief.rows[index]?.[column];
      return cell.given !== null || typed === undefined ? [] : [[cell.id, typed] as const];
    }),
  );
  return { kind: 'trace-table', cells: Object.fromEntries(cells) };
}
