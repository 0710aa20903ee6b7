/**
 * The ufuncs: which types they have loops for, and what a loop does with one element
 * (numpy/_core/code_generators/generate_umath.py).
 */

import { truthAndRelease } from '../../machine/truth-and-release';
import type { Machine, PyObject } from '../../memory/object';
import { ownValue } from '../../trace/own-value';
import type { DType } from '../dtype';
import { Complex, type Elem, wrap } from '../element';
import { complexes, floats, type Integer, integers, rint } from './arithmetic';

/**
 * How the type of the loop follows from the type of the operands: `same` as it is, `float` at least a float,
 * `compare` as it is with a bool result, `test` as it is with a bool result, `logical` by truth.
 */
export type Family = 'same' | 'float' | 'compare' | 'test' | 'logical';

type Op = (x: Elem, y: Elem, t: DType) => Elem | undefined;

export interface Entry {
  readonly name: string;
  readonly nin: 1 | 2;
  readonly family: Family;
  /** Loops by kind of type; `undefined` as a result means: not known to the last bit. */
  readonly b?: Op;
  readonly i?: Op;
  readonly f?: Op;
  readonly c?: Op;
  /** For objects: the Python operator, or a function on both. */
  readonly o?: string | ((vm: Machine, x: PyObject, y: PyObject) => PyObject);
  /** Bools are taken as int8. */
  readonly boolAsInt8?: boolean;
  /** Value of an empty reduction. */
  readonly identity?: number;
}

/** `round`: to the precision of the loop, for what takes more than one rounding. */
type N = (x: number, y: number, round?: (x: number) => number) => number | undefined;
type I = (x: Integer, y: Integer, t: DType) => Integer;
type C = (x: Complex, y: Complex, round?: (x: number) => number) => Elem | undefined;
const entries: Entry[] = [];

/** `single`: results of float32 loops are rounded to float32. */
function define(
  name: string,
  nin: 1 | 2,
  family: Family,
  ops: { b?: N; i?: I; f?: N; c?: C; o?: Entry['o'] },
  more: Partial<Entry> = {},
): void {
  const { f, c } = ops;
  const entry: Record<string, unknown> = { name, nin, family, b: ops.b, i: ops.i, o: ops.o, ...more };
  if (f !== undefined)
    entry.f = (x: number, y: number, t: DType) => {
      if (t.itemsize !== 4) return f(x, y);
      const r = f(x, y, Math.fround);
      return r === undefined ? r : Math.fround(r);
    };
  if (c !== undefined)
    entry.c = (x: Complex, y: Complex, t: DType) => {
      if (t.itemsize !== 8) return c(x, y);
      const r = c(x, y, Math.fround);
      return r instanceof Complex ? new Complex(Math.fround(r.re), Math.fround(r.im)) : r;
    };
  entries.push(entry as unknown as Entry);
}

const truth = (x: boolean): number => (x ? 1 : 0);
const nonzero = (x: Elem): boolean => (x instanceof Complex ? x.re !== 0 || x.im !== 0 : x !== 0);
const unary =
  (f: (x: Integer) => Integer): I =>
  (x, _y, t) =>
    wrap(f(x), t.bits, t.letter === 'i');

define(
  'add',
  2,
  'same',
  { b: (x, y) => x | y, i: integers.add, f: (x, y) => x + y, c: complexes.add, o: '+' },
  { identity: 0 },
);
define('subtract', 2, 'same', { i: integers.subtract, f: (x, y) => x - y, c: complexes.subtract, o: '-' });
define(
  'multiply',
  2,
  'same',
  { b: (x, y) => x & y, i: integers.multiply, f: (x, y) => x * y, c: complexes.multiply, o: '*' },
  { identity: 1 },
);
define('divide', 2, 'float', { f: (x, y) => x / y, c: complexes.divide, o: '/' });
define(
  'floor_divide',
  2,
  'same',
  { i: integers.floorDivide, f: floats.floorDivide, o: '//' },
  { boolAsInt8: true },
);
define('remainder', 2, 'same', { i: integers.remainder, f: floats.remainder, o: '%' }, { boolAsInt8: true });
define('fmod', 2, 'same', { i: integers.fmod, f: (x, y) => x % y }, { boolAsInt8: true });
define(
  'power',
  2,
  'same',
  { i: integers.power, f: floats.power, c: complexes.power, o: '**' },
  { boolAsInt8: true },
);
define('float_power', 2, 'float', { f: floats.power });
define('bitwise_and', 2, 'same', { b: (x, y) => x & y, i: integers.and, o: '&' }, { identity: -1 });
define('bitwise_or', 2, 'same', { b: (x, y) => x | y, i: integers.or, o: '|' }, { identity: 0 });
define('bitwise_xor', 2, 'same', { b: (x, y) => x ^ y, i: integers.xor, o: '^' }, { identity: 0 });
define('left_shift', 2, 'same', { i: integers.shiftLeft, o: '<<' }, { boolAsInt8: true });
define('right_shift', 2, 'same', { i: integers.shiftRight, o: '>>' }, { boolAsInt8: true });
define('gcd', 2, 'same', { i: integers.gcd });
define('lcm', 2, 'same', { i: integers.lcm });
define('hypot', 2, 'float', { f: (x, y) => (x === 0 || y === 0 ? Math.abs(x + y) : exactHypot(x, y)) });
define('copysign', 2, 'float', { f: floats.copysign });
define('maximum', 2, 'same', {
  b: (x, y) => x | y,
  i: (x, y) => (x > y ? x : y),
  f: floats.maximum,
  o: pick('>='),
});
define('minimum', 2, 'same', {
  b: (x, y) => x & y,
  i: (x, y) => (x < y ? x : y),
  f: floats.minimum,
  o: pick('<='),
});
define('fmax', 2, 'same', { b: (x, y) => x | y, i: (x, y) => (x > y ? x : y), f: floats.fmax });
define('fmin', 2, 'same', { b: (x, y) => x & y, i: (x, y) => (x < y ? x : y), f: floats.fmin });

const comparisons: [
  string,
  string,
  (x: number, y: number) => boolean,
  ((x: Complex, y: Complex) => boolean)?,
][] = [
  ['equal', '==', (x, y) => x === y, (x, y) => x.re === y.re && x.im === y.im],
  ['not_equal', '!=', (x, y) => x !== y, (x, y) => x.re !== y.re || x.im !== y.im],
  ['less', '<', (x, y) => x < y, complexes.less],
  ['less_equal', '<=', (x, y) => x <= y, complexes.lessEqual],
  ['greater', '>', (x, y) => x > y, complexes.greater],
  ['greater_equal', '>=', (x, y) => x >= y, complexes.greaterEqual],
];
for (const [name, op, f, c] of comparisons) {
  const n: N = (x, y) => truth(f(x, y));
  define(name, 2, 'compare', {
    b: n,
    i: n as unknown as I,
    f: n,
    o: op,
    ...(c === undefined ? {} : { c: (x: Complex, y: Complex) => truth(c(x, y)) }),
  });
}
const logic: [string, (x: boolean, y: boolean) => boolean, number?][] = [
  ['logical_and', (x, y) => x && y, 1],
  ['logical_or', (x, y) => x || y, 0],
  ['logical_xor', (x, y) => x !== y, 0],
];
for (const [name, f, identity] of logic) {
  const n = (x: Elem, y: Elem): number => truth(f(nonzero(x), nonzero(y)));
  define(name, 2, 'logical', { b: n, i: n as I, f: n, c: n }, { identity: identity as number });
}
const not = (x: Elem): number => truth(!nonzero(x));
define('logical_not', 1, 'logical', { b: not, i: not as I, f: not, c: not });
define('invert', 1, 'same', {
  b: (x) => 1 - x,
  i: unary((x) => (typeof x === 'number' ? -x - 1 : ~x)),
  o: 'invert',
});
define('negative', 1, 'same', {
  i: unary((x) => (x === 0 ? 0 : -x)),
  f: (x) => -x,
  c: (x) => new Complex(-x.re, -x.im),
  o: 'negative',
});
define('positive', 1, 'same', { i: (x) => x, f: (x) => x, c: (x) => x, o: 'positive' });
define('absolute', 1, 'same', {
  b: (x) => x,
  i: unary((x) => (x < 0 ? -x : x)),
  f: (x) => Math.abs(x),
  c: (x) => (x.re === 0 || x.im === 0 ? Math.abs(x.re + x.im) : (exactHypot(x.re, x.im) as Elem)),
  o: 'absolute',
});
define('fabs', 1, 'float', { f: (x) => Math.abs(x) });
define('sign', 1, 'same', {
  i: (x) => (x > 0 ? 1 : x < 0 ? -1 : 0),
  f: (x) => (x > 0 ? 1 : x < 0 ? -1 : x === 0 ? 0 : x),
});
define(
  'square',
  1,
  'same',
  {
    i: (x, _y, t) => integers.multiply(x, x, t),
    f: (x) => x * x,
    c: (x, _y, round) => complexes.multiply(x, x, round),
  },
  { boolAsInt8: true },
);
define('reciprocal', 1, 'same', { f: (x) => 1 / x });
define('conjugate', 1, 'same', { i: (x) => x, f: (x) => x, c: (x) => new Complex(x.re, -x.im) });
define('sqrt', 1, 'float', { f: (x) => Math.sqrt(x) });
define('rint', 1, 'float', { f: rint });
for (const [name, f] of [
  ['floor', Math.floor],
  ['ceil', Math.ceil],
  ['trunc', Math.trunc],
] as const)
  define(name, 1, 'same', { b: (x) => x, i: (x) => x, f });
for (const [name, f, whole] of [
  ['isnan', Number.isNaN, 0],
  ['isinf', (x: number) => x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY, 0],
  ['isfinite', Number.isFinite, 1],
] as const)
  define(name, 1, 'test', {
    b: () => whole,
    i: () => whole,
    f: (x) => truth(f(x)),
    c: (x) => truth(name === 'isfinite' ? f(x.re) && f(x.im) : f(x.re) || f(x.im)),
  });
define('signbit', 1, 'test', {
  b: () => 0,
  i: (x) => (x < 0 ? 1 : 0),
  f: (x) => truth(x < 0 || Object.is(x, -0)),
});
// Functions whose last bit depends on the library and processor: only the values that are the same everywhere.
const exactly =
  (known: Readonly<Record<string, number>>): N =>
  (x) =>
    Number.isNaN(x) || (x === 0 && known[0] === 0) ? x : ownValue(known, String(x));
const transcendental: Record<string, Record<string, number>> = {
  exp: { 0: 1, '-Infinity': 0, Infinity: Number.POSITIVE_INFINITY },
  exp2: { 0: 1, 1: 2, 2: 4, 3: 8, '-1': 0.5 },
  expm1: { 0: 0 },
  log: { 1: 0, 0: Number.NEGATIVE_INFINITY, Infinity: Number.POSITIVE_INFINITY },
  log2: { 1: 0, 2: 1, 4: 2, 8: 3, 16: 4, 0: Number.NEGATIVE_INFINITY },
  log10: { 1: 0, 10: 1, 100: 2, 1000: 3, 0: Number.NEGATIVE_INFINITY },
  log1p: { 0: 0 },
  sin: { 0: 0 },
  cos: { 0: 1 },
  tan: { 0: 0 },
  arcsin: { 0: 0 },
  arctan: { 0: 0 },
  arccos: { 1: 0 },
  sinh: { 0: 0 },
  cosh: { 0: 1 },
  tanh: { 0: 0 },
  cbrt: { 0: 0, 1: 1, 8: 2, 27: 3 },
};
for (const [name, known] of Object.entries(transcendental)) define(name, 1, 'float', { f: exactly(known) });
for (const name of ['degrees', 'radians', 'deg2rad', 'rad2deg'])
  define(name, 1, 'float', { f: exactly({ 0: 0 }) });
for (const name of ['arctan2', 'logaddexp', 'logaddexp2']) define(name, 2, 'float', { f: () => undefined });

/** A hypotenuse that is a whole number is the same everywhere. */
function exactHypot(x: number, y: number): number | undefined {
  const r = Math.sqrt(x * x + y * y);
  return Number.isSafeInteger(r) && r * r === x * x + y * y ? r : undefined;
}

function pick(op: '>=' | '<=') {
  return (vm: Machine, x: PyObject, y: PyObject): PyObject => {
    const chosen = truthAndRelease(vm, vm.compare(x, y, op)) ? x : y;
    chosen.rc++;
    return chosen;
  };
}

export const UFUNC_TABLE: readonly Entry[] = entries;
