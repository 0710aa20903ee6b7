import { describe, expect, it } from 'vitest';
import { traceTable } from '@/lib/exercises/kinds/trace-table';
import { gradeTraceTable } from '@/lib/grading/kinds/trace-table/grade';
import { scaleTo } from '@/lib/grading/marks';
import { simulate } from '@/lib/simulator';
import { cellsFrom, seedKey } from './seed-key';

const grade = (cells: Record<string, string>) =>
  scaleTo(
    10,
    gradeTraceTable(seedKey, traceTable.parse(seedKey, { kind: 'trace-table', cells }, null), {
      followThrough: 0.5,
      run: (source) => simulate(source),
    }),
  );
const states = (cells: Record<string, string>) =>
  Object.fromEntries(grade(cells).cells.map((mark) => [mark.cell, mark.state]));

const right = [
  ['[1, 2, 3]', 'None', '1', 'no'],
  ['1, 2, 3', '[1 2 3]', '2 (shared)', 'n'],
  ['array([10, 2, 3])', '10 2 3', '2', 'No'],
  ['Deleted', '[10, 2, 3]', '1', 'no'],
  ['deleted', '-', '0', 'yes'],
];
const changed = (...changes: [row: number, column: number, text: string][]) => {
  const rows = right.map((row) => [...row]);
  for (const [row, column, text] of changes) {
    const cells = rows[row - 1];
    if (cells) cells[column] = text;
  }
  return cellsFrom(rows);
};

describe('a trace table', () => {
  it('gives every mark to the right table, however it is written', () => {
    const marks = grade(cellsFrom(right));
    expect(marks.points).toBe(10);
    expect(new Set(marks.cells.map((mark) => mark.state))).toEqual(new Set(['correct']));
  });

  it('gives nothing to an empty table, and calls each cell blank', () => {
    const marks = grade({});
    expect(marks.points).toBe(0);
    expect(marks.cells).toHaveLength(20);
    expect(new Set(marks.cells.map((mark) => mark.state))).toEqual(new Set(['blank']));
  });

  it.each(['1', '2', 'no', 'yes', '-', '[1, 2, 3]', '[10, 2, 3]'])(
    'gives nothing to a table filled with %j',
    (text) => {
      const rows = right.map((row) => row.map(() => text));
      expect(grade(cellsFrom(rows)).points).toBe(0);
    },
  );

  it('gives nothing to a table whose rows all equal the first', () => {
    expect(grade(cellsFrom(right.map(() => right[0] ?? []))).points).toBe(0);
  });

  it('weighs a change five times as much as what stays: one missed change of 11, with 9 that stay at a fifth', () => {
    // 11 changes + 9 × 0.2 = 12.8 weights in all. Without the 0 of step 5: 11.8 / 12.8 of 10 points.
    expect(grade(changed([5, 2, '']))).toMatchObject({ points: 9.22, possible: 10 });
    // Without "no" at step 2, which stays as it was: 12.6 / 12.8 of 10 points.
    expect(grade(changed([2, 3, ''])).points).toBe(9.84);
  });

  it('tells unreadable cells apart from wrong ones', () => {
    const all = states(changed([2, 2, 'lots'], [3, 2, '7']));
    expect(all['2.count']).toBe('unreadable');
    expect(all['3.count']).toBe('wrong');
  });

  it('names the step and what happened there', () => {
    const mark = grade(changed([3, 0, '[1, 2, 3]'])).cells.find((one) => one.cell === '3.A');
    expect(mark).toMatchObject({
      state: 'wrong',
      given: '[1, 2, 3]',
      expected: '[10, 2, 3]',
      step: 3,
      reason: 'reason of step 3',
    });
  });
});

describe('what follows from an earlier answer', () => {
  it('marks "B = A copies" once: what a true step makes of that state is consistent', () => {
    const copies = changed([2, 2, '1'], [3, 0, '[1, 2, 3]'], [3, 2, '1'], [4, 2, '0'], [4, 3, 'yes']);
    expect(states(copies)).toMatchObject({
      '2.count': 'wrong',
      '3.A': 'consistent',
      '3.B': 'correct',
      '3.count': 'consistent',
      '4.count': 'consistent',
      '4.freed': 'consistent',
      '5.count': 'correct',
      '5.freed': 'correct',
    });
    // Wrong: 2.count (1). Half: 3.A (1), 4.count (1) and, at a fifth, 3.count and 4.freed. 12.8 − 1 − 1 − 0.2.
    expect(grade(copies).points).toBe(8.28);
  });

  it('carries a wrong count on by the true change', () => {
    const slip = changed([2, 2, '3'], [3, 2, '3'], [4, 2, '2'], [5, 2, '1'], [5, 3, 'no']);
    expect(states(slip)).toMatchObject({
      '2.count': 'wrong',
      '3.count': 'consistent',
      '4.count': 'consistent',
      '5.count': 'consistent',
      '5.freed': 'consistent',
    });
  });

  it('carries a wrong value on through a write', () => {
    const typo = changed([1, 0, '[1, 2, 4]'], [2, 0, '[1, 2, 4]'], [2, 1, '[1, 2, 4]'], [3, 0, '[10, 2, 4]']);
    expect(states(typo)).toMatchObject({
      '1.A': 'wrong',
      '2.A': 'consistent',
      '2.B': 'consistent',
      '3.A': 'consistent',
      '3.B': 'correct',
    });
  });

  it('lets freed follow from the count of the same row', () => {
    expect(states(changed([4, 2, '0'], [4, 3, 'yes']))).toMatchObject({
      '4.count': 'wrong',
      '4.freed': 'consistent',
    });
    expect(states(changed([4, 3, 'yes']))).toMatchObject({ '4.freed': 'wrong' });
  });

  it('takes no step from a state that cannot be: a count of 0 while names refer to the array', () => {
    expect(states(changed([2, 2, '0'], [3, 2, '0']))).toMatchObject({ '3.count': 'wrong' });
  });
});
