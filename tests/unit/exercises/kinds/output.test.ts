import { describe, expect, it } from 'vitest';
import { asked, faultsOf } from './make';

const program = `import numpy as np
a = np.array([1, 2, 3])
b = a
b[0] = 9
print(a, 'x')
print(a[0])
print([1, 2])
print([1, 2])
`;
const question = asked({ kind: 'output', given: [2] }, program);
const answer = (cells: Record<string, string>) => ({ kind: 'output' as const, cells });

describe('a predicted output', () => {
  it('is what is printed, without the lines that are given', () => {
    expect(question.key.lines.map((line) => line.text)).toEqual(['[9 2 3] x', '9', '[1, 2]', '[1, 2]']);
    expect(question.shown).toMatchObject({
      lines: [{ given: null }, { given: '9' }, { given: null }, { given: null }],
    });
  });
  it('does not mind blanks, nor how a value is written', () => {
    expect(question.points(answer({ 1: ' [9  2 3]  x ', 3: '[1,2]', 4: '1, 2' }))).toBe(10);
  });
  it('names the statement that prints the line', () => {
    const [first] = question.marks(answer({ 1: '[1 2 3] x' })).cells;
    expect(first).toMatchObject({ state: 'wrong', expected: '[9 2 3] x', step: 4 });
    expect(first?.reason).toContain("print(a, 'x')");
  });
  it('weighs a repeated line half, and gives nothing for one line everywhere', () => {
    // Weights 1, 1, ½: the last line alone is 0.5 / 2.5 of 10.
    expect(question.points(answer({ 4: '[1, 2]' }))).toBe(2);
    expect(question.points(answer({ 1: '[1, 2]', 3: '[1, 2]', 4: '[1, 2]' }))).toBe(0);
  });
  it('puts together what several steps write on one line', () => {
    const joined = asked({ kind: 'output' } as const, "print(1, end=' ')\nprint(2)\nprint(3, end='')\n");
    expect(joined.key.lines.map(({ text, step }) => [text, step])).toEqual([
      ['1 2', 2],
      ['3', 3],
    ]);
  });
  it('is refused for a program that prints nothing, or an empty line, or where nothing is asked', () => {
    expect(faultsOf({ kind: 'output' }, 'a = 1\n')).toContain('The program prints nothing.');
    expect(faultsOf({ kind: 'output' }, 'print(1)\nprint()\n')[0]).toContain('an empty line');
    expect(faultsOf({ kind: 'output', given: [1] }, 'print(1)\n')).toEqual(['No line is left to ask.']);
  });
});
