/** Programs that want everything: each ends in a limit or a Python error, soon, and never in an error of the host. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulate } from '@/lib/simulator';
import { programs } from '../conformance/programs';

/** Milliseconds of the processor that a hostile program may take. */
const MOST = 250;

const HOSTILE: readonly (readonly [string, string])[] = [
  ['an endless loop', 'while True:\n    pass\n'],
  ['an endless loop in one expression', 'x = [0]\nfor i in x:\n    x.append(i)\n'],
  ['a huge list', 'a = [1]\na = [a]*10**9\n'],
  ['a list that doubles', 'a = [1]\nwhile True:\n    a = a + a\n'],
  ['a huge power', 'x = 10**10**8\n'],
  ['powers of powers', 'x = 9\nwhile True:\n    x = x ** x\n'],
  ['a huge shift', 'x = 1 << 10**10\n'],
  ['a huge str', "x = 'x'*10**10\n"],
  ['a str that doubles', "x = 'x'\nwhile True:\n    x += x\n"],
  ['huge bytes', "x = b'x'*10**10\n"],
  ['a huge array', 'import numpy as np\na = np.zeros((10**6, 10**6))\n'],
  ['a large array many times', 'import numpy as np\nx = []\nwhile True:\n    x.append(np.zeros(100000))\n'],
  ['a huge range as a list', 'x = list(range(10**12))\n'],
  ['a sum over a huge range', 'x = sum(range(10**12))\n'],
  ['10,000 nested brackets', `x = ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`],
  ['10,000 nested parentheses', `x = ${'('.repeat(10_000)}1${')'.repeat(10_000)}\n`],
  ['10,000 minus signs', `x = ${'-'.repeat(10_000)}1\n`],
  ['a long chain of operators', `x = ${'1 + '.repeat(10_000)}1\n`],
  ['recursion without end', 'def f():\n    return f()\nf()\n'],
  ['recursion through __eq__', 'class P:\n    def __eq__(self, o):\n        return self == o\nP() == P()\n'],
  [
    'recursion through __getattr__',
    'class P:\n    def __getattr__(self, n):\n        return self.x\nP().y\n',
  ],
  ['recursion through repr', 'class P:\n    def __repr__(self):\n        return repr(self)\nprint(P())\n'],
  ['a list deep in itself', 'x = []\nfor i in range(5000):\n    x = [x]\nprint(x)\n'],
  ['a long linked list freed at once', 'x = None\nfor i in range(9000):\n    x = [x]\ndel x\n'],
  ['a deep comparison', 'x = []\ny = []\nfor i in range(4000):\n    x = [x]\n    y = [y]\nprint(x == y)\n'],
  [
    'a finalizer that resurrects',
    'keep = []\nclass P:\n    def __del__(self):\n        keep.append(self)\np = P()\ndel p\nkeep.clear()\n',
  ],
  ['a finalizer that raises', 'class P:\n    def __del__(self):\n        1 / 0\np = P()\ndel p\n'],
  ['a finalizer that makes another', 'class P:\n    def __del__(self):\n        P()\np = P()\ndel p\n'],
  [
    'a finalizer that never ends',
    'class P:\n    def __del__(self):\n        while True:\n            pass\np = P()\ndel p\n',
  ],
  [
    'names of JavaScript',
    '__proto__ = 1\nconstructor = 2\nhasOwnProperty = [3]\ntoString = 4\nprint(__proto__, constructor, hasOwnProperty, toString)\n',
  ],
  [
    'attributes of JavaScript',
    'class P:\n    pass\np = P()\np.__proto__ = [1]\np.constructor = 2\np.hasOwnProperty = 3\nprint(p.__proto__, p.constructor)\nprint(p.toString)\n',
  ],
  [
    'keys of JavaScript',
    "d = {'__proto__': [1], 'constructor': 2}\nd['hasOwnProperty'] = 3\nprint(d['__proto__'], d.get('toString'))\n",
  ],
  ['keywords of JavaScript', 'def f(**k):\n    return k\nprint(f(__proto__=1, constructor=2))\n'],
  ['a lot of output', "while True:\n    print('x' * 1000)\n"],
  ['a wide format', "x = '{:>1000000000}'.format(1)\n"],
  ['a wide percent', "x = '%1000000000d' % 1\n"],
  ['a deep f-string', "x = 1\nprint(f'{x:>{10**10}}')\n"],
  ['a generator without end', 'def g():\n    while True:\n        yield 1\nx = list(g())\n'],
  ['a join of much', "x = ','.join(['x' * 100000] * 100000)\n"],
  ['products of much', 'import itertools\nx = list(itertools.product(range(1000), repeat=5))\n'],
  ['many arguments', `print(${'1, '.repeat(20_000)}1)\n`],
  ['a large replacement', "x = ('a' * 10000).replace('a', 'b' * 100000)\n"],
  ['padding', "x = 'a'.ljust(10**10)\n"],
  ['bytes of a size', 'x = bytes(10**11)\n'],
  ['a bytearray of a size', 'x = bytearray(10**11)\n'],
  ['a factorial', 'import math\nx = math.factorial(10**6)\n'],
  ['digits', 'x = str(7 ** 300000)\n'],
  ['nothing but zero bytes', '\0\0\0'],
  ['half a surrogate', "x = '\ud800'\n"],
  ['a very long line', `x = '${'a'.repeat(60_000)}'\n`],
  ['a large shift that is shown', 'x = 1 << 10**7\n'],
  ['long texts shown again and again', "x = 'a' * 10**6\nfor i in range(300):\n    y = repr(x)\n"],
  ['a long text turned around again and again', "x = 'a' * 10**6\nfor i in range(9000):\n    y = x[::-1]\n"],
  ['a long text hashed again and again', "x = 'a' * 10**6\nfor i in range(9000):\n    y = hash(x)\n"],
  ['much indentation', Array.from({ length: 200 }, (_, i) => `${' '.repeat(i)}if 1:`).join('\n')],
];

/** Run it; it may only end as runs end. */
function time(source: string): number {
  const start = process.cpuUsage().user;
  const { ending } = simulate(source);
  expect(['finished', 'raised', 'syntax', 'unsupported', 'limit']).toContain(ending.type);
  return (process.cpuUsage().user - start) / 1000;
}

describe('hostile programs', () => {
  it.each(HOSTILE)('%s ends soon', (_name, source) => {
    simulate('x = 1\n');
    // The best of two: the first run may have to compile the code of the host.
    expect(Math.min(time(source), time(source))).toBeLessThan(MOST);
  });

  it('counts the depth again as before when an error of recursion was caught', () => {
    // As CPython 3.11 prints it.
    const source =
      'n = 0\ndef f():\n    global n\n    n += 1\n    try:\n        f()\n    except RecursionError:\n        pass\n';
    const { ending, steps } = simulate(`${source}${'n = 0\nf()\nprint(n)\n'.repeat(3)}`);
    expect(ending.type).toBe('finished');
    expect(steps.map(({ out }) => out).join('')).toBe('999\n999\n999\n');
  });

  it('leaves the objects of the host alone', () => {
    simulate(
      "class P:\n    pass\nP.__proto__ = 1\np = P()\np.__proto__ = {'polluted': 1}\np.constructor = 1\n",
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.prototype.constructor).toBe(Object);
  });
});

describe('mutated programs', () => {
  const sources = programs('corpus').map(({ src }) => src);
  const mutation = fc.record({
    program: fc.nat(sources.length - 1),
    other: fc.nat(sources.length - 1),
    from: fc.nat(400),
    length: fc.nat(40),
    text: fc.string({ maxLength: 12 }),
    how: fc.constantFrom('cut', 'insert', 'splice', 'double'),
  });

  it('end as runs end', () => {
    fc.assert(
      fc.property(mutation, ({ program, other, from, length, text, how }) => {
        const source = sources[program] as string;
        const at = from % (source.length + 1);
        const rest = source.slice(at);
        const piece = (sources[other] as string).slice(from, from + length);
        const mutated = {
          cut: source.slice(0, at) + rest.slice(length),
          insert: source.slice(0, at) + text + rest,
          splice: source.slice(0, at) + piece + rest,
          double: source.slice(0, at) + rest.slice(0, length) + rest,
        }[how];
        time(mutated);
      }),
      { numRuns: 2000, seed: 20260 },
    );
  });
});
