/** Hostile programs end in a limit or a Python error. */
import { describe, expect, it } from 'vitest';
import { simulate } from '@/lib/simulator';

const endings: readonly (readonly [string, string, string])[] = [
  ['while True:\n    pass', 'limit', 'steps'],
  ['[x for x in range(10**9)]', 'limit', 'instructions'],
  ['print(sum(range(10**12)))', 'limit', 'instructions'],
  ['a = [1]\na = [a] * 10**9', 'limit', 'bytes'],
  ["x = 'x' * 10**10", 'limit', 'bytes'],
  ['while True:\n    print("x" * 1000)', 'limit', 'output'],
  ['def f():\n    f()\nf()', 'raised', 'RecursionError'],
  ['class A:\n    def __init__(self):\n        A()\nA()', 'raised', 'RecursionError'],
  ['class A:\n    def __del__(self):\n        A()\nA()', 'limit', 'depth'],
  ['async def f():\n    pass', 'unsupported', 'async'],
  ['import socket', 'unsupported', 'module socket'],
  ['import nonsense', 'raised', 'ModuleNotFoundError'],
];

describe('a hostile program', () => {
  it.each(endings)('%j ends as %s: %s', (source, type, what) => {
    const { ending } = simulate(source);
    expect(ending.type).toBe(type);
    expect(Object.values(ending)).toContain(what);
  });

  it('counts the depth of recursion as CPython does', () => {
    const source =
      'n = [0]\ndef f():\n    n[0] += 1\n    f()\ntry:\n    f()\nexcept RecursionError as e:\n    print(n, e)';
    const { steps } = simulate(source);
    expect(steps.map((step) => step.out).join('')).toBe('[999] maximum recursion depth exceeded\n');
  });

  it('keeps names of the host apart from those of the program', () => {
    const source =
      "class A: pass\n__proto__ = A()\n__proto__.constructor = 6\nd = {'__proto__': 1}\nprint(__proto__.constructor, d, hasattr(A, 'hasOwnProperty'))";
    const { steps, ending } = simulate(source);
    expect(ending.type).toBe('finished');
    expect(steps.map((step) => step.out).join('')).toBe("6 {'__proto__': 1} False\n");
  });
});
