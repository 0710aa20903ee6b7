/**
 * Arrays of many numbers are computed by loops of their own where they lie in memory one behind another
 * (numpy/typed-runs.ts): the results, the errors and the refusals are those of the same numbers with gaps between them.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulate } from '@/lib/simulator';

const INTEGERS: Readonly<Record<string, readonly string[]>> = {
  bool: ['0', '1'],
  int8: ['0', '1', '-1', '3', '127', '-128'],
  uint8: ['0', '1', '3', '255', '128'],
  int16: ['0', '-1', '7', '32767', '-32768'],
  uint16: ['0', '1', '65535'],
  int32: ['0', '-1', '5', '2147483647', '-2147483648'],
  uint32: ['0', '1', '4294967295', '2147483648'],
  int64: [
    '0',
    '-1',
    '2',
    '4294967296',
    '-4294967297',
    '9007199254740991',
    '-9007199254740992',
    '2**62',
    '-2**63',
  ],
  uint64: ['0', '1', '4294967297', '9007199254740993', '2**64 - 1'],
};
const FLOATS = [
  '0.0',
  '-0.0',
  '1.5',
  '-2.25',
  '1e300',
  '3e-320',
  "float('nan')",
  "float('inf')",
  "float('-inf')",
  '7.0',
];
const TYPES = [...Object.keys(INTEGERS), 'float32', 'float64'];

const CALLS = [
  'x + y',
  'x - y',
  'x * y',
  'x / y',
  'x // y',
  'x % y',
  'x & y',
  'x | y',
  'x ^ y',
  'x << y',
  'x >> y',
  'x == y',
  'x != y',
  'x < y',
  'x <= y',
  'x > y',
  'x >= y',
  'np.maximum(x, y)',
  'np.minimum(x, y)',
  'np.logical_and(x, y)',
  'np.logical_or(x, y)',
  'np.logical_xor(x, y)',
  'np.logical_not(x)',
  '~x',
  '-x',
  '+x',
  'abs(x)',
  'np.square(x)',
  'np.sqrt(x)',
  'np.floor(x)',
  'np.ceil(x)',
  'np.trunc(x)',
  'np.isnan(x)',
  'np.isfinite(x)',
  'x + 1',
  '3 - x',
  'x * 2.5',
  'x & 6',
  'x << 3',
  'x >> 2',
  'x % 7',
  'x // -3',
  'x > 2',
  'x == 200',
  'x + x[:1, :1]',
  'x.sum()',
  'x.sum(axis=0)',
  'x.sum(axis=1)',
  'x.sum(axis=(0, 2))',
  'x.sum(axis=2, keepdims=True)',
  'x.prod()',
  'x.max()',
  'x.min(axis=0)',
  'x.max(axis=2)',
  'x.any()',
  'x.all(axis=1)',
  'x.mean()',
  'x.mean(axis=0)',
  'x.sum(dtype=float)',
  'x.sum(initial=5)',
  "x.sum(dtype='int8')",
  'np.sort(x, axis=None)',
  'np.argsort(x, axis=None, kind="stable")',
  'np.unique(x)',
  'x[x > 1]',
  'np.where(x > 1, x, y)',
  ...TYPES.map((type) => `x.astype('${type}')`),
] as const;

const typed = fc.constantFrom(...TYPES).chain((type) =>
  fc.record({
    type: fc.constant(type),
    // Now and then every number is small, so that the loops go through.
    values: fc.array(fc.constantFrom(...(INTEGERS[type] ?? FLOATS)), { minLength: 1, maxLength: 6 }),
  }),
);

interface Typed {
  readonly type: string;
  readonly values: readonly string[];
}

/** 8 × 10 × 5 numbers, which lie one behind another or with gaps. */
const program = (x: Typed, y: Typed, call: string, gaps: boolean): string => {
  const made = (name: string, { type, values }: Typed): string =>
    `${name} = np.resize(np.array([${values.join(', ')}], dtype='${type}'), (8, 10, 5))\n` +
    `_ = np.zeros((8, 10, 5, 2), '${type}')\n_[..., 0] = ${name}\n` +
    `${name} = ${gaps ? '_[..., 0]' : name}\n`;
  return `import numpy as np\n${made('x', x)}${made('y', y)}r = ${call}\nprint(np.asarray(r).dtype, np.shape(r), np.asarray(r).tolist())\n`;
};

function outcome(source: string): string {
  const { ending, steps } = simulate(source, { limits: { output: 1e6 } });
  const text = steps.map(({ out }) => out).join('');
  if (ending.type === 'finished') return text;
  const { span: _span, ...said } = ending as typeof ending & { span?: unknown };
  return `${text}${JSON.stringify(said)}`;
}

describe('large arrays', () => {
  it('compute what arrays with gaps compute', () => {
    // A failure prints its seed and the smallest operands: pin the program (pinned/programs.json).
    fc.assert(
      fc.property(typed, typed, fc.constantFrom(...CALLS), (x, y, call) => {
        expect(outcome(program(x, y, call, false))).toBe(outcome(program(x, y, call, true)));
      }),
      { numRuns: 1500 },
    );
  });
});
