import { describe, expect, it } from 'vitest';
import { asked, faultsOf, variantFrom } from './make';

const starter = 'import numpy as np\na = np.arange(4)\nb = a\nprint(b[0])\n';
const mend = {
  kind: 'program' as const,
  goals: [{ apart: ['a', 'b'] }, { prints: ['0'] }],
  solution: 'import numpy as np\na = np.arange(4)\nb = a.copy()\nprint(b[0])\n',
};
const question = asked(mend, starter);
const write = (source: string) => ({ kind: 'program' as const, source });

describe('a program', () => {
  it('earns every mark when the goals hold, however it is written', () => {
    expect(question.points(write('import numpy as np\na = np.arange(4)\nb = a + 0\nprint(0)\n'))).toBe(10);
  });
  it('earns nothing as it was at first, although one goal holds', () => {
    expect(question.states(write(starter))).toEqual({ 'goal-1': 'wrong', 'goal-2': 'correct' });
    expect(question.points(write(starter))).toBe(0);
  });
  it('loses a fifth as much for a goal that was met at first', () => {
    expect(question.points(write('import numpy as np\na = np.arange(4)\nb = a.copy()\n'))).toBe(8.33);
  });
  it('fails every goal where it stops, and says where', () => {
    const marks = question.marks(write('a = 1\nb = c\n'));
    expect(marks.points).toBe(0);
    expect(marks.cells[0]?.reason).toBe("The program stops at line 2, NameError: name 'c' is not defined.");
  });
  it('is sent back where it is no Python, or more than the simulator knows', () => {
    expect(question.unreadable(write('a = (\n'))[0]?.message).toContain(
      "line 1, SyntaxError: '(' was never closed",
    );
    expect(question.unreadable(write('import socket\n'))[0]?.message).toContain('line 1');
    expect(question.unreadable(write(''))).toEqual([]);
  });
  it('does not run for ever', () => {
    expect(question.marks(write('while True:\n    a = 1\n')).cells[0]?.state).toBe('wrong');
  });
  it('does not show the solution', () => {
    expect(JSON.stringify(question.shown)).not.toContain('copy');
  });
  it('is refused where the solution fails, or where nothing is left to do', () => {
    expect(faultsOf({ ...mend, solution: starter }, starter)[0]).toContain('The solution fails');
    expect(faultsOf(mend, mend.solution)).toEqual(['The program to begin with meets every goal already.']);
  });
});

describe('an order of lines', () => {
  const lines = ['a = [1]', 'b = a', 'del a', 'b.append(2)'];
  const own = {
    kind: 'order' as const,
    goals: [{ of: 'a', countAtMost: 2 }, { value: 'b', is: '[1, 2]' }, { unbound: 'a' }],
    distractors: ['b = a.copy()'],
  };
  const order = asked(own, `${lines.join('\n')}\n`);
  const put = (...texts: string[]) => ({
    kind: 'order' as const,
    lines: texts.map((text) => order.key.lines.find((line) => line.text === text)?.id ?? 'none'),
  });
  it('may be any that meets the goals', () => {
    expect(order.points(put('a = [1]', 'b = a', 'del a', 'b.append(2)'))).toBe(10);
    expect(order.points(put('a = [1]', 'b = a.copy()', 'del a', 'b.append(2)'))).toBe(10);
  });
  it('is wrong, not unreadable, where the program stops', () => {
    expect(order.states(put('del a', 'a = [1]'))).toEqual({
      'goal-1': 'wrong',
      'goal-2': 'wrong',
      'goal-3': 'wrong',
    });
    expect(order.unreadable(put('nothing'))).toHaveLength(3);
  });
  it('does not show the program', () => {
    expect(order.shown).toMatchObject({ snippet: '', kind: 'order', head: '' });
    expect(order.key.lines).toHaveLength(5);
    if (order.shown.kind !== 'order') throw new Error('no order');
    expect(order.shown.lines.map((line) => line.text)).not.toEqual(lines);
  });
  it('never shows the lines in an order that is right already', () => {
    const swap = {
      kind: 'order' as const,
      head: 2,
      goals: [
        { value: 'a', is: '2' },
        { value: 'b', is: '1' },
      ],
      distractors: ['t = b'],
    };
    for (let seed = 1; seed <= 100; seed += 1) {
      expect(variantFrom(swap, 'a = 1\nb = 2\nt = a\na = b\nb = t\n', seed).status, `${seed}`).toBe('made');
    }
    expect(faultsOf({ ...swap, goals: [{ unbound: 'c' }] }, 'a = 1\nb = 2\na = 3\nb = 4\n')).toEqual([
      'The shuffled lines meet every goal as they stand.',
    ]);
  });
});
