/** The records of frames that wait: shared with the step before where nothing in them changed, true where something did. */
import { describe, expect, it } from 'vitest';
import { simulate } from '@/lib/simulator';
import { simulateBelieving } from '@/lib/simulator/misconceptions';

/** Each changes a frame while another one runs, or enters one again. The audit makes every record anew and compares. */
const CHANGED_FROM_AFAR: readonly (readonly [string, string])[] = [
  [
    'a nonlocal of a frame that waits',
    'def f():\n    v = [0]\n    def g(n):\n        nonlocal v\n        if n:\n            g(n - 1)\n        v = [n]\n        n = -1\n    g(3)\n    return v\nf()\n',
  ],
  [
    'a nonlocal that is deleted and bound again',
    'def f():\n    v = 1\n    def g():\n        nonlocal v\n        del v\n        w = 2\n        v = [w]\n        w = 3\n    g()\n    return v\nf()\n',
  ],
  [
    'a parameter in a cell, changed from two calls further in',
    'def f(v):\n    def g():\n        def h():\n            nonlocal v\n            v += [1]\n            v = v[:]\n            x = 1\n        h()\n        y = 1\n    g()\n    return v\nf([])\n',
  ],
  [
    'the contents of a cell',
    'def f():\n    v = 1\n    def g(c):\n        c.cell_contents = [2]\n        x = 1\n        del c.cell_contents\n        x = 2\n        c.cell_contents = 3\n        x = 3\n    g((lambda: v).__closure__[0])\nf()\n',
  ],
  [
    'a global from two calls further in',
    'v = 1\ndef f(n):\n    global v, w\n    if n:\n        f(n - 1)\n    v = [n]\n    w = v\n    del w\n    n = 9\nf(3)\n',
  ],
  [
    'a global through its dict',
    "def f(n):\n    if n:\n        f(n - 1)\n    globals()['v'] = [n]\n    n = 9\nf(2)\n",
  ],
  [
    'a class body whose functions run',
    'class A:\n    x = []\n    def f(n):\n        m = n\n        return m\n    y = f(1)\n    z = [f(i) for i in (1, 2)]\n',
  ],
  [
    'a generator that goes on between two steps of another',
    'def g():\n    for i in range(3):\n        v = [i]\n        yield v\n        v = None\ndef f(it):\n    for x in it:\n        y = x\n        next(it, None)\n        z = 1\nf(g())\n',
  ],
  [
    'a generator entered from another frame',
    'def g():\n    while True:\n        a = 1\n        b = yield a\n        a = [b]\ndef f(it, n):\n    it.send([n])\n    m = n\n    if n:\n        f(it, n - 1)\n    it.send(n)\n    m = 0\ni = g()\nnext(i)\nf(i, 2)\n',
  ],
  [
    'generators that wait for generators, and an exception thrown in',
    "def g(n):\n    try:\n        if n:\n            yield from g(n - 1)\n        v = n\n        yield v\n    except ValueError as e:\n        w = [e]\n        yield w\n    finally:\n        u = n\ni = g(3)\nnext(i)\ni.throw(ValueError('a'))\ni.close()\n",
  ],
  [
    'a frame that a traceback keeps, with a handler further out',
    'def h(n):\n    v = [n]\n    if n == 0:\n        raise ValueError(v)\n    try:\n        h(n - 1)\n    except KeyError:\n        pass\n    finally:\n        v = None\n        n = 1\ntry:\n    h(3)\nexcept ValueError as e:\n    k = e\ndel k\n',
  ],
  [
    'an exception caught half way, again and again',
    "def h(n):\n    m = n\n    if n == 0:\n        raise ValueError('x')\n    try:\n        h(n - 1)\n    except ValueError as e:\n        m = [e]\n        if n < 2:\n            raise\n    m = 0\nh(3)\n",
  ],
  [
    'a finalizer between two steps',
    'class P:\n    def __del__(self):\n        x = 1\n        seen.append(x)\nseen = []\ndef f(n):\n    p = P()\n    if n:\n        f(n - 1)\n    p = None\n    n = 9\nf(2)\n',
  ],
  [
    'functions that the library calls',
    'def f(n):\n    v = [n]\n    def key(x):\n        nonlocal v\n        v = [x]\n        y = x\n        return y\n    w = sorted([3, 1, 2], key=key)\n    if n:\n        f(n - 1)\n    return w\nf(2)\n',
  ],
  [
    'functions that the loop calls: __init__, a property, an operator',
    'class A:\n    def __init__(self, n):\n        self.n = n\n        m = n\n        self.a = A(n - 1) if n else None\n        m = [m]\n    @property\n    def p(self):\n        q = self.a.p if self.a else [0]\n        q = q + [1]\n        return q\n    def __add__(self, o):\n        r = self.p\n        r = None\n        return self.a + o if self.a else o\na = A(3)\nb = a.p\nc = a + 1\n',
  ],
  [
    'code of the library between two frames',
    'import functools\n@functools.lru_cache\ndef f(n):\n    v = [n]\n    if n:\n        f(n - 1)\n    v = None\n    return n\nf(3)\nfrom contextlib import contextmanager\n@contextmanager\ndef c(n):\n    v = [n]\n    yield v\n    v = None\ndef g(n):\n    with c(n) as x:\n        y = x\n        if n:\n            g(n - 1)\n        y = None\ng(2)\n',
  ],
];

describe('frames that wait', () => {
  it.each(CHANGED_FROM_AFAR)('%s', (_name, source) => {
    const { ending } = simulate(source, { audit: true });
    expect(['finished', 'raised']).toContain(ending.type);
  });

  it('say what a belief has done to them', () => {
    const source =
      'def f(v, n):\n    w = v\n    if n:\n        f(v, n - 1)\n    else:\n        x = 1\n        del v\n        x = 2\na = [1]\nf(a, 2)\n';
    const { steps } = simulateBelieving(source, ['DelDestroysObject']);
    const deleted = steps.find(({ stmt }) => stmt === 'Delete');
    expect(deleted?.frames).toHaveLength(4);
    for (const { names } of deleted?.frames.slice(1) ?? []) expect(names).not.toHaveProperty('w');
  });

  it('share the records of frames that did not run', () => {
    const source =
      'def f(n):\n    if n == 0:\n        for i in range(3):\n            x = i\n        return\n    f(n - 1)\nf(50)\n';
    const { steps } = simulate(source);
    const [before, after] = steps.filter(({ stmt }) => stmt === 'Assign');
    expect(before?.frames).toHaveLength(52);
    for (let i = 0; i < 51; i++) expect(after?.frames[i]).toBe(before?.frames[i]);
    expect(after?.frames[51]).not.toBe(before?.frames[51]);
  });
});
