import { describe, expect, it } from 'vitest';
import { examineProgram } from '@/lib/exercises/goals/examine';
import { goalSchema } from '@/lib/exercises/goals/schema';
import { simulate } from '@/lib/simulator';

const judge = (source: string, goal: object) => {
  const examined = examineProgram(source, [goalSchema.parse(goal)], (text) => simulate(text));
  if (examined.status !== 'ran') throw new Error(examined.message);
  const [result] = examined.goals;
  if (result === undefined) throw new Error('no result');
  return result;
};

const views = 'import numpy as np\na = np.arange(6)\nv = a[::2]\nw = a[1::2]\nc = a.copy()\ndel c\nb = a\n';
const ring = 'import gc\nx = []\nx.append(x)\ndel x\ngc.collect()\n';

describe('a goal', () => {
  it.each<[string, object, boolean, number | null]>([
    // Steps: 1 a, 2 v, 3 w, 4 c, 5 del c, 6 b.
    [views, { freed: 'c' }, true, null],
    [views, { freed: 'c', byLine: 6 }, true, null],
    [views, { freed: 'c', byLine: 5 }, false, 5],
    [views, { freed: { line: 5 } }, true, null],
    // The list, not the tuple of constants that it is built from, which the code keeps.
    ['a = [1, 2, 3]\na = 0\n', { freed: { line: 1 } }, true, null],
    ['t = (1, 2, 3)\nt = 0\n', { kept: { line: 1 } }, true, null],
    [views, { freed: 'a' }, false, 6],
    [views, { kept: 'a' }, true, null],
    [views, { kept: 'c' }, false, 5],
    // a itself, and the bases of v and w: 3; with b 4.
    [views, { of: 'a', countAtMost: 4 }, true, null],
    [views, { of: 'a', countAtMost: 3 }, false, 6],
    [views, { notCopied: 'a' }, false, 4],
    [views.replace('c = a.copy()', 'c = a[:]'), { notCopied: 'a' }, true, null],
    [views.replace('c = a.copy()', 'c = a[:5].copy()'), { notCopied: 'a' }, true, null],
    [views, { share: ['a', 'v'] }, true, null],
    [views, { share: ['v', 'w'] }, false, 3],
    [views, { apart: ['v', 'w'] }, true, null],
    [views, { same: ['a', 'b'] }, true, null],
    [views, { same: ['a', 'v'] }, false, 2],
    [views, { value: 'v', is: '[0, 2, 4]' }, true, null],
    [views, { value: 'v', is: '[0, 2]' }, false, 2],
    [views, { unbound: 'c' }, true, null],
    [views, { unbound: 'b' }, false, 6],
    [views, { linesAtMost: 7 }, true, null],
    [views, { linesAtMost: 6 }, false, null],
    [views, { uses: 'del' }, true, null],
    [views, { avoids: 'del' }, false, 5],
    [views, { uses: 'slice' }, true, null],
    [views, { uses: 'for' }, false, null],
    [views, { uses: { call: 'copy' } }, true, null],
    [views, { uses: { call: 'a.copy' } }, true, null],
    [views, { avoids: { call: 'deepcopy' } }, true, null],
    [ring, { freed: 'x', by: 'collector' }, true, null],
    [ring, { freed: 'x', by: 'refcount' }, false, 4],
    ['print(1)\nprint(2)\n', { prints: [1, 2] }, true, null],
    ['print(1)\nprint(2)\n', { prints: [1] }, false, 2],
    ['print(1)\n', { prints: [1, 2] }, false, null],
    ['print("del")\n', { uses: 'del' }, false, null],
    ['a = 1; b = 2; c = 3\n', { linesAtMost: 2 }, false, null],
  ])('%j %j: %s, fails at %s', (source, goal, met, step) => {
    const result = judge(source, goal);
    expect({ met: result.met, step: result.step, reason: result.reason }).toEqual({
      met,
      step,
      reason: expect.stringMatching(/\.$/),
    });
    expect(result.sentence).toMatch(/\.$/);
  });

  it('calls what a line makes by its kind', () => {
    expect(judge('a = [1]\n', { kept: { line: 1 } }).sentence).toBe(
      'The list of line 1 is still there when the program ends.',
    );
    const { sentence, reason } = judge(views, { of: { line: 2 }, countAtMost: 3 });
    expect(sentence).toBe('After each step there are at most 3 references to the array of line 2.');
    expect(reason).toMatch(/\.$/);
    expect(judge('a = 1\n', { kept: { line: 9 } }).reason).toBe('The object of line 9 is never made.');
  });

  it('has a sentence of its own where the author wants one', () => {
    expect(judge('a = [1]\n', { kept: 'a', sentence: 'Keep the list.' }).sentence).toBe('Keep the list.');
  });
});
