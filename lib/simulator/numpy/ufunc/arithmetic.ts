/** Arithmetic of single elements, as NumPy's inner loops do it (numpy/_core/src/umath/loops.c.src, npy_math). */
import type { DType } from '../dtype';
import { Complex, normal, wrap } from '../element';

export type Integer = number | bigint;
/** Integer operation: exact, then kept within the type. */
export type IntegerOp = (x: Integer, y: Integer, t: DType) => Integer;

/** `quick` on numbers where its result is exact, else `exact` on bigints. */
const integer =
  (quick: (x: number, y: number) => number, exact: (x: bigint, y: bigint) => bigint): IntegerOp =>
  (x, y, t) => {
    if (typeof x === 'number' && typeof y === 'number') {
      const r = quick(x, y);
      // -0 is no integer.
      if (Number.isSafeInteger(r)) return wrap(r + 0, t.bits, t.letter === 'i');
    }
    return wrap(normal(exact(BigInt(x), BigInt(y))), t.bits, t.letter === 'i');
  };

const floorBig = (x: bigint, y: bigint): bigint => {
  if (y === 0n) return 0n;
  const q = x / y;
  return x % y !== 0n && x < 0n !== y < 0n ? q - 1n : q;
};
const modBig = (x: bigint, y: bigint): bigint => (y === 0n ? 0n : x - floorBig(x, y) * y);
const bad = Number.NaN;
/** A quotient from here on has many more bits than a float. */
const FAR = 2 ** 80;

function powBig(x: bigint, y: bigint, bits: number): bigint {
  let result = 1n;
  let base = BigInt.asIntN(bits, x);
  for (let n = y; n > 0n; n >>= 1n) {
    if (n & 1n) result = BigInt.asIntN(bits, result * base);
    base = BigInt.asIntN(bits, base * base);
  }
  return result;
}

function gcd(x: bigint, y: bigint): bigint {
  let [a, b] = [x < 0n ? -x : x, y < 0n ? -y : y];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

const small = (n: number): boolean => n === (n | 0);

export const integers = {
  add: integer(
    (x, y) => x + y,
    (x, y) => x + y,
  ),
  subtract: integer(
    (x, y) => x - y,
    (x, y) => x - y,
  ),
  multiply: integer(
    (x, y) => x * y,
    (x, y) => x * y,
  ),
  floorDivide: integer((x, y) => (y === 0 ? 0 : small(x) && small(y) ? Math.floor(x / y) : bad), floorBig),
  remainder: integer(
    (x, y) => (y === 0 ? 0 : small(x) && small(y) ? x - Math.floor(x / y) * y : bad),
    modBig,
  ),
  fmod: integer(
    (x, y) => (y === 0 ? 0 : x % y),
    (x, y) => (y === 0n ? 0n : x % y),
  ),
  and: integer(
    (x, y) => (small(x) && small(y) ? x & y : bad),
    (x, y) => x & y,
  ),
  or: integer(
    (x, y) => (small(x) && small(y) ? x | y : bad),
    (x, y) => x | y,
  ),
  xor: integer(
    (x, y) => (small(x) && small(y) ? x ^ y : bad),
    (x, y) => x ^ y,
  ),
  gcd: integer(() => bad, gcd),
  lcm: integer(
    () => bad,
    (x, y) => {
      const g = gcd(x, y);
      const product = g === 0n ? 0n : (x / g) * y;
      return product < 0n ? -product : product;
    },
  ),
  shiftLeft: ((x, y, t) =>
    y >= 0 && y < t.bits ? wrap(normal(BigInt(x) << BigInt(y)), t.bits, t.letter === 'i') : 0) as IntegerOp,
  shiftRight: ((x, y, t) =>
    y >= 0 && y < t.bits ? normal(BigInt(x) >> BigInt(y)) : x < 0 ? -1 : 0) as IntegerOp,
  power: ((x, y, t) => {
    if (typeof x === 'number' && typeof y === 'number') {
      const r = x ** y;
      if (Number.isSafeInteger(r)) return wrap(r, t.bits, t.letter === 'i');
    }
    return wrap(normal(powBig(BigInt(x), BigInt(y), t.bits)), t.bits, t.letter === 'i');
  }) as IntegerOp,
};

/**
 * What divisions with a remainder cost beyond others: the host takes as many turns as the quotient has bits, so that
 * each far quotient is as dear as several instructions.
 */
export function farQuotients(xs: ArrayLike<unknown>, ys: ArrayLike<unknown>, n: number): number {
  let count = 0;
  for (let i = 0; i < n; i++) {
    const quotient = Math.abs((xs[i] as number) / (ys[i] as number));
    if (quotient > FAR && quotient < Number.POSITIVE_INFINITY) count++;
  }
  return count;
}

/** npy_divmod */
function floatDivmod(a: number, b: number, round: (x: number) => number): [number, number] {
  let mod = Number.isNaN(b) || !Number.isFinite(a) ? bad : a % b;
  if (b === 0) return [a / b, mod];
  let div = round(round(a - mod) / b);
  if (mod !== 0) {
    if (b < 0 !== mod < 0) {
      mod = round(mod + b);
      div = round(div - 1);
    }
  } else mod = b < 0 ? -0 : 0;
  if (div !== 0) {
    let floor = Math.floor(div);
    if (div - floor > 0.5) floor += 1;
    return [floor, mod];
  }
  return [a / b < 0 || Object.is(a / b, -0) ? -0 : 0, mod];
}

/** Round half to even. */
export function rint(x: number): number {
  if (!Number.isFinite(x) || Math.abs(x) >= 4503599627370496) return x;
  const floor = Math.floor(x);
  const rest = x - floor;
  const r = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
  return r === 0 && (x < 0 || Object.is(x, -0)) ? -0 : r;
}

const isExactPower = (x: number, y: number): boolean =>
  Number.isInteger(y) && y > 2 && y < 64 && Number.isFinite(x) && exactProduct(x, y);

/** Whether x**y has no more bits than a float holds. */
function exactProduct(x: number, y: number): boolean {
  if (!Number.isFinite(x)) return true;
  let m = Math.abs(x);
  while (!Number.isInteger(m)) m *= 2;
  while (m !== 0 && m % 2 === 0) m /= 2;
  return Math.log2(m) * y < 52.9;
}

/** x**y where every correct implementation gives the same, else undefined. */
function power(x: number, y: number): number | undefined {
  if (y === 0 || x === 1) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (y === 1) return x;
  if (y === 2 && exactProduct(x, 2)) return x * x;
  if (y === -1 && Number.isInteger(Math.log2(Math.abs(x)))) return 1 / x;
  if (x === Number.NEGATIVE_INFINITY && !Number.isInteger(y)) return undefined;
  if (x === 0 || !Number.isFinite(x) || !Number.isFinite(y)) return x ** y;
  if (y === 0.5 && Number.isInteger(Math.sqrt(x))) return Math.sqrt(x);
  if (x < 0 && !Number.isInteger(y)) return Number.NaN;
  if (isExactPower(x, y)) return x ** y;
  if (Number.isInteger(y) && Number.isInteger(Math.log2(Math.abs(x)))) return x ** y;
  return undefined;
}

const exact = (x: number): number => x;

export const floats = {
  floorDivide: (a: number, b: number, round = exact): number => floatDivmod(a, b, round)[0],
  remainder: (a: number, b: number, round = exact): number => floatDivmod(a, b, round)[1],
  power,
  maximum: (x: number, y: number): number => (x >= y || Number.isNaN(x) ? x : y),
  minimum: (x: number, y: number): number => (x <= y || Number.isNaN(x) ? x : y),
  fmax: (x: number, y: number): number => (x >= y || Number.isNaN(y) ? x : y),
  fmin: (x: number, y: number): number => (x <= y || Number.isNaN(y) ? x : y),
  copysign: (x: number, y: number): number =>
    (y < 0 || Object.is(y, -0)) === (x < 0 || Object.is(x, -0)) ? x : -x,
};

type Round = (x: number) => number;
const keep: Round = (x) => x;

/** Whether a product is the whole product, without rounding (Dekker's TwoProduct). */
function isWhole(x: number, y: number, round: Round): boolean {
  const p = x * y;
  if (!Number.isFinite(p)) return true;
  if (round !== keep) return round(p) === p;
  const split = (v: number): [number, number] => {
    const high = 134217729 * v - (134217729 * v - v);
    return [high, v - high];
  };
  const [xh, xl] = split(x);
  const [yh, yl] = split(y);
  return xh * yh - p + xh * yl + xl * yh + xl * yl === 0;
}

/**
 * x·y − z·w or x·y + z·w, or undefined: vector instructions that multiply and add in one step round once where others
 * round twice (loops_arithm_fp.dispatch.c.src), which can only be seen where a product is rounded.
 */
function sumOfProducts(
  x: number,
  y: number,
  z: number,
  w: number,
  sign: number,
  round: Round,
): number | undefined {
  const [p, q] = [round(x * y), round(z * w)];
  if (p !== 0 && q !== 0 && !(isWhole(x, y, round) && isWhole(z, w, round))) return undefined;
  return round(p + sign * q);
}

function multiply(x: Complex, y: Complex, round: Round = keep): Complex | undefined {
  const re = sumOfProducts(x.re, y.re, x.im, y.im, -1, round);
  const im = sumOfProducts(x.re, y.im, x.im, y.re, 1, round);
  return re === undefined || im === undefined ? undefined : new Complex(re, im);
}

/** Smith's algorithm, as loops.c.src; each step is rounded to the type. */
function divide(x: Complex, y: Complex, round: Round = keep): Complex {
  const [re, im] = [Math.abs(y.re), Math.abs(y.im)];
  if (re >= im) {
    if (re === 0 && im === 0) return new Complex(x.re / re, x.im / im);
    const ratio = round(y.im / y.re);
    const scale = round(1 / round(y.re + round(y.im * ratio)));
    return new Complex(
      round(round(x.re + round(x.im * ratio)) * scale),
      round(round(x.im - round(x.re * ratio)) * scale),
    );
  }
  const ratio = round(y.re / y.im);
  const scale = round(1 / round(y.im + round(y.re * ratio)));
  return new Complex(
    round(round(round(x.re * ratio) + x.im) * scale),
    round(round(round(x.im * ratio) - x.re) * scale),
  );
}

/** npy_cpow: whole powers below 100, else undefined. */
function complexPower(x: Complex, y: Complex, round: Round = keep): Complex | undefined {
  if (y.re === 0 && y.im === 0) return new Complex(1, 0);
  if (x.re === 0 && x.im === 0) return y.re > 0 ? new Complex(0, 0) : new Complex(bad, bad);
  if (y.im !== 0 || !Number.isInteger(y.re) || Math.abs(y.re) >= 100) return undefined;
  if (y.re === 1) return x;
  const times = (a: Complex | undefined, b: Complex | undefined): Complex | undefined =>
    a === undefined || b === undefined ? undefined : multiply(a, b, round);
  if (y.re === 2 || y.re === 3) {
    const square = times(x, x);
    return y.re === 2 ? square : times(x, square);
  }
  let made: Complex | undefined = new Complex(1, 0);
  let factor: Complex | undefined = x;
  for (let n = Math.abs(y.re); ; factor = times(factor, factor)) {
    if (n & 1) made = times(made, factor);
    n >>= 1;
    if (n === 0) break;
  }
  return y.re < 0 && made !== undefined ? divide(new Complex(1, 0), made, round) : made;
}

/** Lexicographic order of complex numbers; nothing is in order with NaN (loops.c.src, CGT, CGE). */
const ordered =
  (above: boolean, orEqual: boolean) =>
  (x: Complex, y: Complex): boolean => {
    if (Number.isNaN(x.im) || Number.isNaN(y.im)) return false;
    if (x.re !== y.re) return above ? x.re > y.re : x.re < y.re;
    return x.im === y.im ? orEqual : above ? x.im > y.im : x.im < y.im;
  };

export const complexes = {
  power: complexPower,
  less: ordered(false, false),
  lessEqual: ordered(false, true),
  greater: ordered(true, false),
  greaterEqual: ordered(true, true),
  add: (x: Complex, y: Complex): Complex => new Complex(x.re + y.re, x.im + y.im),
  subtract: (x: Complex, y: Complex): Complex => new Complex(x.re - y.re, x.im - y.im),
  multiply,
  divide,
};
