/** The table of the first lesson, written by hand from the lesson's own table, as a key. */
import type { TraceTableKey } from '@/lib/exercises/kinds/trace-table/key';

const sources = ['A = np.array([1, 2, 3])', 'B = A', 'B[0] = 10', 'del A', 'del B'];
const expected = [
  ['[1, 2, 3]', 'not defined', '1', 'No'],
  ['[1, 2, 3]', '[1, 2, 3]', '2', 'No'],
  ['[10, 2, 3]', '[10, 2, 3]', '2', 'No'],
  ['not defined', '[10, 2, 3]', '1', 'No'],
  ['not defined', 'not defined', '0', 'Yes'],
] as const;
const start = ['not defined', 'not defined', '', 'No'];
const columns: TraceTableKey['columns'] = [
  { id: 'A', type: 'value', label: 'A', about: 'A', name: 'A', object: null },
  { id: 'B', type: 'value', label: 'B', about: 'B', name: 'B', object: null },
  { id: 'count', type: 'count', label: 'count', about: 'the array of A', name: 'A', object: 3 },
  { id: 'freed', type: 'freed', label: 'freed', about: 'the array of A', name: 'A', object: 3 },
];

export const seedKey: TraceTableKey = {
  kind: 'trace-table',
  program: ['import numpy as np', ...sources, ''].join('\n'),
  columns,
  noneMeansUndefined: true,
  rows: expected.map((texts, row) => ({
    step: row + 1,
    line: row + 2,
    source: sources[row] ?? '',
    cells: texts.map((text, column) => ({
      id: `${row + 1}.${columns[column]?.id ?? ''}`,
      column: columns[column]?.id ?? '',
      expected: text,
      changes: text !== (row === 0 ? start[column] : expected[row - 1]?.[column]),
      given: false,
      reason: `reason of step ${row + 1}`,
    })),
  })),
};

/** The cells of a table, from its rows. */
export function cellsFrom(rows: readonly (readonly string[])[]): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap((row, index) =>
      row.map((text, column) => [`${index + 1}.${columns[column]?.id ?? ''}`, text] as const),
    ),
  );
}
