import { describe, expect, test } from 'vitest';
import { simulate } from '@/lib/simulator';

/** Each would change what the library's modules share with every other run of the process. */
const CHANGES = [
  'import functools\nfunctools.wraps.x = 1',
  'import functools\nfunctools.wraps.__name__ = "x"',
  'import functools\nobject.__setattr__(functools.wraps, "x", 1)',
  'import functools\ndel functools.wraps.__name__',
  'import collections\ncollections.Counter.x = 1',
  'import collections\ntype.__setattr__(collections.Counter, "update", None)',
  'import copy\ncopy.copy.__dict__["x"] = 1',
  'import copy\nvars(copy.copy)["x"] = 1',
  'import copy\ncopy.copy.__annotations__["x"] = 1',
  'import numpy as np\nnp.ones.__name__ = "x"',
];

describe('a program that changes an object of the library', () => {
  test.each(CHANGES)('is refused: %s', (source) => {
    expect(simulate(`${source}\n`).ending).toMatchObject({
      type: 'unsupported',
      feature: 'library attribute',
    });
  });

  test('leaves the next program what it was', () => {
    const source = 'import functools, numpy as np\nprint(functools.wraps.__name__, np.ones.__name__)\n';
    const before = simulate(source);
    for (const change of CHANGES) simulate(`${change}\n`);
    expect(simulate(source)).toEqual(before);
  });

  test('may change functions and classes of its own', () => {
    const source = [
      'import functools',
      'def f(): pass',
      '@functools.wraps(f)',
      'def g(): pass',
      'g.x = f.__name__ = "y"',
      'class A(dict): pass',
      'A.x = g.__dict__["x"]',
      'print(A.x, f.__name__, g.__name__)',
    ].join('\n');
    const trace = simulate(`${source}\n`);
    expect(trace.ending.type).toBe('finished');
  });
});
