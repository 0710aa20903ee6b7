/**
 * The functions of one float whose value depends on the C library. Each is computed with many bits and rounded;
 * where glibc does not promise the last digit (hyperbolic functions, gamma …) only exact cases are known.
 */
import type { Machine } from '../../../memory/object';
import {
  atanFixed,
  divideFixed,
  expFixed,
  fixed,
  lnFixed,
  oneFixed,
  PRECISION,
  piFixed,
  power,
  rounded,
  sinCosFixed,
  sqrtFixed,
} from '../../types/real-functions';
import { frexp, ldexp } from './bits';

type Real = (vm: Machine, x: number) => number;

/** Below this, sin x, tan x, asin x and atan x round to x. */
const TINY = 2 ** -28;
const HUGE = 2 ** 60;

/**
 * How close to the middle between two floats a value may lie: where glibc's result was compared with the exact one for
 * each argument (tests/unit/simulator/modules/math.test.ts), it may lie anywhere.
 */
function bound(x: number, tolerance: number, wholes = 0): number {
  const size = Math.abs(x);
  const tenth = size <= 20 && Math.round(x * 10) / 10 === x;
  const angle = size < 13 && (Math.round((x * 12) / Math.PI) * Math.PI) / 12 === x;
  return tenth || angle || (Number.isInteger(x) && x > 0 && x <= wholes) ? 0 : tolerance;
}

const unknown = (vm: Machine, name: string): never =>
  vm.refuse(`math.${name}`, `The last digit of math.${name} depends on the C library.`);

export const exp: Real = (vm, x) => {
  if (Number.isNaN(x) || x === Infinity) return x;
  if (x > 710) return Infinity;
  if (x < -746) return 0;
  if (Math.abs(x) < 2 ** -60) return 1;
  const { value, shift } = expFixed(fixed(x));
  return rounded(vm, 'exponential', value, shift, bound(x, 0.012));
};

export const log: Real = (vm, x) => {
  if (Number.isNaN(x) || x < 0) return Number.NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity || x === 1) return x === 1 ? 0 : x;
  return natural(vm, x, bound(x, 0.021, 400));
};

const natural = (vm: Machine, x: number, tolerance: number): number =>
  x === 1 ? 0 : rounded(vm, 'logarithm', lnFixed(x), PRECISION, tolerance);

export const log2: Real = (vm, x) => {
  if (!(x > 0) || x === Infinity) return log(vm, x);
  const [m, e] = frexp(x);
  if (m === 0.5) return e - 1;
  return rounded(vm, 'logarithm', divideFixed(lnFixed(x), lnFixed(2)), PRECISION, bound(x, 0.05, 400));
};

/** log10 of fdlibm, which glibc has: from the natural logarithm of the mantissa. */
export const log10: Real = (vm, x) => {
  if (!(x > 0) || x === Infinity) return log(vm, x);
  const [m, e] = frexp(x);
  const k = e - 1;
  const i = k < 0 ? 1 : 0;
  const y = k + i;
  const z = y * 3.694239077158931e-13 + Math.LOG10E * natural(vm, ldexp(m, 1 - i), bound(x, 0.021, 400));
  return z + y * 0.30102999566361177;
};

const circular =
  (name: string, tolerance: number, pick: (sin: bigint, cos: bigint) => bigint): Real =>
  (vm, x) => {
    if (!Number.isFinite(x)) return Number.NaN;
    if (x === 0 || Math.abs(x) < TINY) return name === 'cosine' ? 1 : x;
    if (Math.abs(x) > HUGE) return unknown(vm, name);
    return rounded(
      vm,
      name,
      pick(...sinCosFixed(x)),
      PRECISION,
      name === 'tangent' && Math.abs(x) > 6 ? tolerance : bound(x, tolerance),
    );
  };

export const sin = circular('sine', 0.052, (s) => s);
export const cos = circular('cosine', 0.052, (_s, c) => c);
export const tan = circular('tangent', 0.13, (s, c) => divideFixed(s, c));

const signed = (x: number, value: bigint): bigint => (x < 0 ? -value : value);

export const atan: Real = (vm, x) => {
  if (Number.isNaN(x) || Math.abs(x) < TINY) return x;
  if (Math.abs(x) === Infinity) return Math.sign(x) * (Math.PI / 2);
  if (Math.abs(x) > HUGE) return Math.sign(x) * (Math.PI / 2);
  return rounded(
    vm,
    'arctangent',
    signed(x, atanFixed(fixed(Math.abs(x)), oneFixed())),
    PRECISION,
    bound(x, 0.06),
  );
};

/** sqrt(1 - x²) */
const leg = (x: number): bigint => {
  const f = fixed(x);
  return sqrtFixed(oneFixed() - ((f * f) >> BigInt(PRECISION)));
};

export const asin: Real = (vm, x) => {
  if (!(Math.abs(x) <= 1)) return Number.NaN;
  if (Math.abs(x) < TINY) return x;
  if (Math.abs(x) === 1) return (x * Math.PI) / 2;
  return rounded(vm, 'arcsine', signed(x, atanFixed(fixed(Math.abs(x)), leg(x))), PRECISION, bound(x, 0.018));
};

export const acos: Real = (vm, x) => {
  if (!(Math.abs(x) <= 1)) return Number.NaN;
  if (Math.abs(x) === 1) return x === 1 ? 0 : Math.PI;
  const arc = atanFixed(leg(x), fixed(Math.abs(x)));
  return rounded(vm, 'arccosine', x < 0 ? piFixed() - arc : arc, PRECISION, bound(x, 0.025));
};

/** m_atan2 */
export function atan2(vm: Machine, y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const sign = y < 0 || Object.is(y, -0) ? -1 : 1;
  const left = x < 0 || Object.is(x, -0);
  if (Math.abs(y) === Infinity) {
    if (Math.abs(x) !== Infinity) return (sign * Math.PI) / 2;
    return sign * (left ? 0.75 : 0.25) * Math.PI;
  }
  if (Math.abs(x) === Infinity || y === 0) return left ? sign * Math.PI : sign * 0;
  if (x === 0) return (sign * Math.PI) / 2;
  const ratio = Math.abs(y / x);
  if (ratio < 2 ** -60 || ratio > HUGE || Math.abs(x) < 2 ** -100 || Math.abs(y) < 2 ** -100)
    return unknown(vm, 'atan2');
  const arc = atanFixed(fixed(Math.abs(y)), fixed(Math.abs(x)));
  const angle = x < 0 ? piFixed() - arc : arc;
  return rounded(vm, 'arctangent', signed(sign, angle), PRECISION, 0.06);
}

export const exp2: Real = (vm, x) => {
  if (Number.isNaN(x) || x === Infinity) return x;
  if (x === -Infinity) return 0;
  if (Number.isInteger(x)) return x > 1023 ? Infinity : ldexp(1, Math.max(x, -1100));
  return x > 1024 ? Infinity : power(vm, 2, x);
};

/** What is known of functions whose last digit glibc does not promise: their exact values. */
const exact = (name: string, values: ReadonlyMap<number, number>): Real => {
  return (vm, x) => (Number.isNaN(x) ? x : (values.get(x) ?? unknown(vm, name)));
};
const odd = (name: string, end: number): Real => {
  const known = exact(
    name,
    new Map([
      [Infinity, end],
      [-Infinity, -end],
    ]),
  );
  return (vm, x) => (x === 0 ? x : known(vm, x));
};
export const sinh = odd('sinh', Infinity);
export const tanh = odd('tanh', 1);
export const asinh = odd('asinh', Infinity);
export const erf = odd('erf', 1);
export const cosh = exact(
  'cosh',
  new Map([
    [0, 1],
    [Infinity, Infinity],
    [-Infinity, Infinity],
  ]),
);
export const acosh: Real = (vm, x) =>
  x < 1 ? Number.NaN : x === 1 ? 0 : x === Infinity ? x : Number.isNaN(x) ? x : unknown(vm, 'acosh');
export const atanh: Real = (vm, x) =>
  x === 0 || Number.isNaN(x) ? x : Math.abs(x) >= 1 ? Number.NaN : unknown(vm, 'atanh');
export const erfc = exact(
  'erfc',
  new Map([
    [0, 1],
    [Infinity, 0],
    [-Infinity, 2],
  ]),
);
export const expm1: Real = (vm, x) =>
  x === 0 || x === Infinity ? x : x === -Infinity ? -1 : unknown(vm, 'expm1');
export const cbrt: Real = (vm, x) => (x === 0 || !Number.isFinite(x) ? x : unknown(vm, 'cbrt'));
export const log1p: Real = (vm, x) =>
  x === 0 || x === Infinity ? x : x < -1 ? Number.NaN : x === -1 ? -Infinity : unknown(vm, 'log1p');

/** Γ of whole numbers up to 23 is a table in CPython; 170! is the last that a float holds. */
export const gamma: Real = (vm, x) => {
  if (Number.isNaN(x) || x === Infinity) return x;
  if (x === -Infinity || (Number.isInteger(x) && x < 0)) return Number.NaN;
  if (x === 0) return Object.is(x, -0) ? -Infinity : Infinity;
  if (!Number.isInteger(x) || x > 23) return x > 200 ? Infinity : unknown(vm, 'gamma');
  let product = 1;
  for (let i = 2; i < x; i++) product *= i;
  return product;
};
export const lgamma: Real = (vm, x) => {
  if (Number.isNaN(x)) return x;
  if (!Number.isFinite(x) || (Number.isInteger(x) && x <= 0)) return Infinity;
  return x === 1 || x === 2 ? 0 : unknown(vm, 'lgamma');
};
