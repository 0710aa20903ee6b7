import { describe, expect, test } from 'vitest';
import { type GridCell, moved, moveOf } from '@/app/_components/answer/grid/table-keys';
import { stepOf } from '@/app/_components/lesson/step-of';
import { codeTokens } from '@/app/_components/player/code-tokens';
import { points } from '@/app/_components/ui/format';
import { safeCallback } from '@/app/_data/callback';

describe('keys of a trace table', () => {
  // The second row lacks its first cell: it is given.
  const cells: GridCell[] = [
    { row: 0, column: 0, id: 'a0' },
    { row: 0, column: 1, id: 'b0' },
    { row: 1, column: 1, id: 'b1' },
    { row: 2, column: 0, id: 'a2' },
    { row: 2, column: 1, id: 'b2' },
  ];
  test.each([
    ['b0', 'next', 'b1'],
    ['b1', 'previous', 'b0'],
    ['a0', 'down', 'a2'],
    ['a2', 'up', 'a0'],
    ['b1', 'left', 'b1'],
    ['a2', 'right', 'b2'],
    ['b2', 'next', 'b2'],
  ] as const)('from %s, %s leads to %s', (from, move, to) => {
    expect(moved(cells, from, move)).toBe(to);
  });
  test('left and right leave a text only at its edges', () => {
    expect(moveOf('ArrowLeft', false, false, true)).toBeNull();
    expect(moveOf('ArrowLeft', false, true, false)).toBe('left');
    expect(moveOf('Enter', true, false, false)).toBe('previous');
  });
});

test.each([
  ['3', 3],
  ['99', 5],
  ['-1', 0],
  ['1e9', 0],
  ['x', 0],
  [null, 0],
])('the step of an address: %s', (text, step) => {
  expect(stepOf(text, 5)).toBe(step);
});

test.each([
  ['/lessons/x?step=3', '/lessons/x?step=3'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['https://elsewhere.example', '/'],
  [undefined, '/'],
  [['/a', '/b'], '/'],
])('after signing in, %s leads to %s', (wanted, target) => {
  expect(safeCallback(wanted)).toBe(target);
});

test('code is split into keywords, names, comments and the rest, and nothing is lost', () => {
  const line = 'del A  # del "b"';
  expect(codeTokens(line)).toEqual([
    { kind: 'keyword', text: 'del' },
    { kind: 'other', text: ' ' },
    { kind: 'name', text: 'A' },
    { kind: 'other', text: '  ' },
    { kind: 'comment', text: '# del "b"' },
  ]);
  for (const odd of ['x = "it\'s # no comment"', "f'{a!r}'", 'a = "open', 'λ = 1'])
    expect(
      codeTokens(odd)
        .map((token) => token.text)
        .join(''),
    ).toBe(odd);
});

test.each([
  [1, '1'],
  [0.5, '0.5'],
  [2 / 3, '0.67'],
])('points %d are written %s', (value, text) => {
  expect(points(value)).toBe(text);
});
