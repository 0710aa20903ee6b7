import { describe, expect, it } from 'vitest';
import { asked, faultsOf } from './make';

const views = 'import numpy as np\na = np.arange(4)\nv = a[1:]\nc = a.copy()\nb = a\ndel c\n';
const rightOf = (options: readonly object[]) =>
  asked({ kind: 'choice', several: true, order: 'fixed', options } as const, views)
    .key.options.filter((option) => option.right)
    .map((option) => option.text);

describe('options', () => {
  it('may claim what is shared, what is the same, what is shown, and what frees', () => {
    const claims = [
      { text: 'v shares', when: { share: ['v', 'a'] } },
      { text: 'v does not share', when: { share: ['v', 'a'], not: true } },
      { text: 'c shares', when: { share: ['c', 'a'], step: 3 } },
      { text: 'b is a', when: { same: ['a', 'b'] } },
      { text: 'v is a', when: { same: ['a', 'v'] } },
      { text: 'v shows', when: { value: 'v', is: '[1, 2, 3]' } },
      { text: 'c by count', when: { of: 'c', by: 'refcount' } },
      { text: 'c by the collector', when: { of: 'c', by: 'collector' } },
    ];
    expect(rightOf(claims)).toEqual(['v shares', 'b is a', 'v shows', 'c by count']);
  });

  it('may be computed from a program with another line, and carry the belief behind it', () => {
    const { key, marks } = asked(
      {
        kind: 'choice',
        ask: { value: 'A', step: 3 },
        options: [
          { is: '[9]', believes: 'ReferenceToVariable' },
          { instead: [{ line: 2, code: 'B = list(A)' }], believes: 'AssignmentCopiesObject' },
          '[]',
        ],
      },
      'A = [1]\nB = A\nB[0] = 9\n',
    );
    const byPlace = key.options.toSorted((a, b) => a.place - b.place);
    expect(byPlace.map(({ text, right, believes }) => [text, right, believes])).toEqual([
      ['[9]', true, 'ReferenceToVariable'],
      ['[1]', false, 'AssignmentCopiesObject'],
      ['[]', false, null],
    ]);
    expect(marks({ kind: 'choice', chosen: [byPlace[1]?.id ?? ''] }).points).toBe(0);
  });

  it('may be the answer of a machine that holds a belief, and then carry its name', () => {
    const spec = {
      kind: 'choice',
      ask: { value: 'B', step: 4 },
      order: 'fixed',
      options: ['[1]', { believes: 'ReferenceToVariable' }, { believes: 'AssignmentCopiesObject' }],
    } as const;
    const { key } = asked(spec, 'A = [0]\nB = A\nA[0] = 1\nA = [2]\n');
    expect(key.options.map(({ text, right, believes }) => [text, right, believes])).toEqual([
      ['[1]', true, null],
      ['[2]', false, 'ReferenceToVariable'],
      ['[0]', false, 'AssignmentCopiesObject'],
    ]);
  });

  it('of machines that say what is true, or what another option says, put the variant back', () => {
    const spec = { kind: 'choice', ask: { value: 'B', step: 2 } } as const;
    const program = 'A = [0]\nB = A\n';
    const twice = /is there twice/;
    expect(faultsOf({ ...spec, options: ['[0]', { believes: 'SliceCopiesArray' }] }, program).join()).toMatch(
      twice,
    );
    const [one, other] = [{ believes: 'AssignmentCopiesObject' }, { believes: 'DelDestroysObject' }] as const;
    expect(
      faultsOf({ ...spec, ask: { count: 'A', step: 2 }, options: ['2', one, other] }, program).join(),
    ).toMatch(twice);
  });

  it('give the step that decided a claim as the reason, and who holds the object then', () => {
    const { key } = asked(
      {
        kind: 'choice',
        options: [
          { text: 'alive', when: { of: 'A', count: 1 } },
          { text: 'freed', when: { of: 'A', freed: true } },
        ],
      },
      'A = [1]\nB = A\ndel A\nn = 1\n',
    );
    expect(key.step).toBe(3);
    expect(key.reason).toMatch(/^Step 3, `del A`, leaves .* with a count of 1\. It is held by: name B\.$/);
  });

  it.each([
    [
      { value: 'A', is: '[1, 2]' },
      'Step 3, `A.append\\(2\\)`, changes what A shows from \\[1\\] to \\[1, 2\\].*',
      3,
    ],
    [{ value: 'C', is: '[1]' }, 'Step 4, `C = list\\(\\[1\\]\\)`, binds C: it shows \\[1\\].', 4],
    [{ same: ['A', 'B'] }, 'Since step 2, `B = A`, A and B refer to the same object.', 2],
    [{ same: ['A', 'C'], not: true }, 'Since step 4, `C = .*`, A and C refer to two objects.', 4],
    [{ share: ['u', 'v'] }, 'Since step 6, `v = .*`, u and v show common elements of one buffer.', 6],
    [
      { share: ['v', 'w'], not: true },
      'Since step 7, .* v and w show one buffer, but no element of it that',
      7,
    ],
    [{ share: ['u', 'x'], not: true }, 'Since step 8, .* u and x show two different buffers.', 8],
  ])('say what is so since which step for a claim about names: %j', (when, reason, step) => {
    const program =
      'import numpy as np\nA = [1]\nB = A\nA.append(2)\nC = list([1])\n' +
      'u = np.arange(4)\nv = u[:2]\nw = u[2:]\nx = u.copy()\n';
    const options = [
      { text: 'It is so.', when },
      { text: 'It is not.', when: { of: 'A', freed: true } },
    ];
    const { key } = asked({ kind: 'choice', options }, program);
    expect(key.reason).toMatch(new RegExp(`^${reason}`));
    expect(key.step).toBe(step);
  });

  it('do not tell the belief before the submission', () => {
    const { shown } = asked(
      { kind: 'choice', ask: { count: 'a', step: 1 }, options: [{ is: 2, believes: 'CountsNamesOnly' }, 1] },
      'a = [1]\n',
    );
    expect(JSON.stringify(shown)).not.toMatch(/CountsNamesOnly|right|place/);
  });

  it('may ask which names refer to the same object', () => {
    const { key } = asked(
      { kind: 'choice', ask: { same: 'A', step: 2 }, options: ['B', 'none'] },
      'A = [1]\nB = A\n',
    );
    expect(key.options.find((option) => option.right)?.text).toBe('B');
  });

  it('are refused where they cannot be computed', () => {
    const own = { kind: 'choice', ask: { value: 'A', step: 1 } };
    const instead = (line: number, code: string) => ({
      ...own,
      options: ['1', { instead: [{ line, code }] }],
    });
    expect(faultsOf(instead(7, 'A = 2'), 'A = 1\n')[0]).toContain('no line 7');
    expect(faultsOf(instead(1, 'A = x'), 'A = 1\n')[0]).toContain('NameError');
    expect(faultsOf(instead(1, 'A = 1'), 'A = 1\n')).toContain('The option "1" is there twice.');
  });
});
