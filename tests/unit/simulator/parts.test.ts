import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browserSizes } from '../../bench/simulator/bundles';

/** Programs, and a part that each cannot do without. */
const PROGRAMS = {
  'names alone': 'a = [1, 2]\nb = a\ndel a\nprint(b)\n',
  'a view': 'import numpy as np\na = np.zeros((2, 3))\nv = a.T[1:]\nv[0, 0] = 5\ndel a\n',
  'a sum, printed': 'import numpy as np\na = np.arange(4)\nprint(a + 1, a.sum(), np.sqrt(a))\n',
  'all of numpy': 'from numpy import *\nprint(len(dir()) > 0, concatenate([ones(2), zeros(1)]))\n',
  'a class': 'class Node:\n    def __del__(self):\n        print("gone")\nn = Node()\nm = n\ndel n, m\n',
  'a module written in Python':
    'from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\np = P(1)\n',
  'weak references': 'import weakref, gc\ns = {1}\nr = weakref.ref(s)\ndel s\nprint(r(), gc.collect())\n',
  formatting: 'print("%d of %s" % (1, 2), "{} {}".format(3, 4))\n',
  'methods of str': 'print("a b".upper().split(), "x".join(["1", "2"]))\n',
  match: 'match [1, 2]:\n    case [a, *rest]:\n        print(a, rest)\n',
  'a syntax error': 'x = [1, 2\ny = 3\n',
  'no such module': 'try:\n    import nothing_like_it\nexcept ImportError as e:\n    print(e)\n',
  'a refused module': 'import random\n',
  'no such name in numpy': 'import numpy as np\nnp.aray([1])\n',
} as const;

// Each test loads the simulator anew.
vi.setConfig({ testTimeout: 60_000 });

beforeEach(() => {
  vi.resetModules();
});

describe('a browser that loads the simulator in parts', () => {
  test.each(Object.entries(PROGRAMS))('gives the same trace as the whole: %s', async (_name, source) => {
    const { simulateInParts } = await import('@/lib/simulator/browser');
    const inParts = await simulateInParts(source);
    vi.resetModules();
    const { simulate } = await import('@/lib/simulator');
    expect(inParts).toEqual(simulate(source));
  });

  test('loads no NumPy for a program without it, and no computing for one that makes views', async () => {
    const { simulateInParts } = await import('@/lib/simulator/browser');
    const { need, PartNeeded } = await import('@/lib/simulator/parts/part');
    await simulateInParts(PROGRAMS['names alone']);
    expect(() => need('numpy')).toThrow(PartNeeded as never);
    await simulateInParts(PROGRAMS['a view']);
    expect(() => need('numpy')).not.toThrow();
    expect(() => need('numpy computing')).toThrow(PartNeeded as never);
  });
});

test('the methods that stand in the computing part are those that arrays look for there', async () => {
  await import('@/lib/simulator/parts/all');
  const { COMPUTED: names, computing } = await import('@/lib/simulator/numpy/computing');
  expect([...computing().methods.keys()].sort()).toEqual([...names].sort());
});

test('what a program of arrays and views makes a browser load stays under 150 kB', async () => {
  const { core, parts } = await browserSizes();
  const numpy = parts.find(({ name }) => name === 'numpy')?.bytes ?? Number.NaN;
  expect(core + numpy).toBeLessThan(150_000);
});
