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
  it('does not say of a name of a function what the module shows', () => {
    const own = asked(
      { kind: 'output' } as const,
      'x = 5\ndef f(x):\n    print(x)\n    y = 2\n    print(y)\nf(1)\nprint(x)\n',
    );
    const reasons = own.key.lines.map(({ reason }) => reason);
    expect(reasons.slice(0, 2).join(' ')).not.toContain('shows this since');
    expect(reasons[2]).toMatch(/x shows this since step 1, `x = 5`\.$/);
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

describe('lines that follow from earlier ones', () => {
  const total = 'total = 0\nfor x in [1, 2, 3]:\n    total += x\n    print(total)\nprint(total * 2)\n';

  it('carries a running total on', () => {
    const own = asked({ kind: 'output' } as const, total);
    expect(own.states(answer({ 1: '1', 2: '4', 3: '7', 4: '14' }))).toEqual({
      1: 'correct',
      2: 'wrong',
      3: 'consistent',
      4: 'consistent',
    });
    expect(own.points(answer({ 1: '1', 2: '4', 3: '7', 4: '14' }))).toBe(5);
    // From 4 the next is 7, not 6; and from 6, which is true again, the last is 12.
    expect(own.states(answer({ 1: '1', 2: '4', 3: '6', 4: '12' }))).toMatchObject({
      3: 'correct',
      4: 'correct',
    });
    expect(own.states(answer({ 1: '1', 2: '4', 3: '6', 4: '14' }))).toMatchObject({ 4: 'wrong' });
    expect(own.marks(answer({ 1: '1', 2: '4', 3: '7' })).cells[2]?.reason).toContain(
      'the lines that you wrote before',
    );
  });

  it('shows through another name what was believed of one', () => {
    const own = asked(
      { kind: 'output' } as const,
      'a = [1]\nb = a\nb.append(2)\nprint(b)\nprint(a)\nprint(len(a))\n',
    );
    expect(own.states(answer({ 1: '[2]', 2: '[2]', 3: '1' }))).toEqual({
      1: 'wrong',
      2: 'consistent',
      3: 'consistent',
    });
  });

  it('takes a wrong line for what its name showed since it was last changed', () => {
    const own = asked({ kind: 'output' } as const, 'x = (1, 2)\ny = x + (3,)\nprint(x)\nprint(y)\n');
    expect(own.states(answer({ 1: '(1, 4)', 2: '(1, 4, 3)' }))).toEqual({ 1: 'wrong', 2: 'consistent' });
  });

  it('follows nothing where the printed text tells no name, or cannot be what the name shows', () => {
    const own = asked({ kind: 'output' } as const, 'n = 2\nprint(n + 1)\nprint(n + 2)\n');
    expect(own.states(answer({ 1: '4', 2: '5' }))).toEqual({ 1: 'wrong', 2: 'wrong' });
    const loop = asked(
      { kind: 'output' } as const,
      'n = 2\nprint(n)\nwhile n > 0:\n    n -= 1\n    print(n)\n',
    );
    expect(loop.states(answer({ 1: '1', 2: '0', 3: '-1' }))).toEqual({
      1: 'wrong',
      2: 'consistent',
      3: 'wrong',
    });
    expect(loop.states(answer({ 1: 'x y', 2: '[]', 3: '{' }))).toEqual({
      1: 'wrong',
      2: 'wrong',
      3: 'wrong',
    });
  });
});
