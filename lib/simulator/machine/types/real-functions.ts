/**
 * Powers, exponentials, logarithms and circular functions, as the C library gives them.
 *
 * The host's own `Math` may differ from the C library in the last digit. Here each value is computed with more
 * than 100 bits and rounded. The C library (glibc 2.28 and later) promises a last digit that is right unless the
 * exact value lies closer to the middle between two floats than its error bound: such a value is refused.
 */
import type { Machine } from '../../memory/object';
import { decompose } from '../format/float-digits';
import { bitLength } from './int-arithmetic';

const BITS = 256;
const P = BigInt(BITS);
const ONE = 1n << P;

/** A float as a fixed-point number; exact for |x| above 2^-200. */
export function fixed(x: number): bigint {
  const { mantissa, power } = decompose(Math.abs(x));
  const shift = BITS + power;
  const size = shift >= 0 ? mantissa << BigInt(shift) : mantissa >> BigInt(-shift);
  return x < 0 ? -size : size;
}

/**
 * The float nearest to `value` × 2^-`shift`. Refuses when it is closer than `tolerance` (in units of the last
 * place) to the middle between two floats, or outside of the range of normal floats.
 */
export function rounded(vm: Machine, name: string, value: bigint, shift: number, tolerance: number): number {
  if (value === 0n) return 0;
  const negative = value < 0n;
  const size = negative ? -value : value;
  const drop = bitLength(size) - 53;
  const exponent = drop - shift;
  if (exponent > 971) return negative ? -Infinity : Infinity;
  if (exponent < -1074) refuse(vm, name);
  let kept = drop > 0 ? size >> BigInt(drop) : size << BigInt(-drop);
  if (drop > 0) {
    const rest = size - (kept << BigInt(drop));
    const part = Number((rest << 40n) >> BigInt(drop)) / 2 ** 40;
    if (rest !== 0n && Math.abs(part - 0.5) < tolerance) refuse(vm, name);
    if (part > 0.5) kept += 1n;
  }
  const result = Number(kept) * 2 ** Math.max(exponent, -1000) * 2 ** Math.min(exponent + 1000, 0);
  return negative ? -result : result;
}

function refuse(vm: Machine, name: string): never {
  return vm.refuse(name, `The last digit of this ${name} depends on the C library.`);
}

const times = (a: bigint, b: bigint): bigint => (a * b) >> P;
const over = (a: bigint, b: bigint): bigint => (a << P) / b;

/** 2 × artanh(top / bottom) as a fixed-point number. */
function twiceArtanh(top: bigint, bottom: bigint): bigint {
  const z = over(top, bottom);
  const square = times(z, z);
  let sum = 0n;
  let term = z;
  for (let n = 1n; term !== 0n && term !== -1n; n += 2n) {
    sum += term / n;
    term = times(term, square);
  }
  return 2n * sum;
}

const LN2 = twiceArtanh(1n, 3n);

/** atan(1 / n) × ONE */
function arcOf(n: bigint): bigint {
  let sum = 0n;
  let term = ONE / n;
  for (let k = 1n; term !== 0n; k += 2n) {
    sum += (k & 2n) === 0n ? term / k : -(term / k);
    term /= n * n;
  }
  return sum;
}
/** Machin's formula. */
const PI = 4n * (4n * arcOf(5n) - arcOf(239n));

/** ln(x) of a positive finite float. */
export function lnFixed(x: number): bigint {
  const { mantissa, power } = decompose(x);
  let bits = bitLength(mantissa);
  // m in [0.75, 1.5)
  if (mantissa >= 3n << BigInt(bits - 2 < 0 ? 0 : bits - 2)) bits++;
  const unit = 1n << BigInt(bits - 1);
  return twiceArtanh(mantissa - unit, mantissa + unit) + BigInt(power + bits - 1) * LN2;
}

/** e^x as mantissa × 2^-shift. */
export function expFixed(x: bigint): { value: bigint; shift: number } {
  const k = (x + LN2 / 2n) / LN2;
  const r = (x - k * LN2) >> 8n;
  let sum = ONE;
  let term = ONE;
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    term = times(term, r) / n;
    sum += term;
  }
  for (let i = 0; i < 8; i++) sum = times(sum, sum);
  return { value: sum, shift: BITS - Number(k) };
}

/** sin and cos of a float below 2^60. */
export function sinCosFixed(x: number): [bigint, bigint] {
  const full = fixed(x);
  const quarter = PI / 2n;
  let turns = full / quarter;
  let r = full - turns * quarter;
  if (2n * r > quarter) {
    r -= quarter;
    turns += 1n;
  } else if (2n * r < -quarter) {
    r += quarter;
    turns -= 1n;
  }
  let sin = 0n;
  let cos = 0n;
  let term = ONE;
  for (let n = 0n; term !== 0n && term !== -1n; n++) {
    if (n > 0n) term = times(term, r) / n;
    const sign = (n & 2n) === 0n ? term : -term;
    if ((n & 1n) === 0n) cos += sign;
    else sin += sign;
  }
  const place = Number(((turns % 4n) + 4n) % 4n);
  if (place === 0) return [sin, cos];
  if (place === 1) return [cos, -sin];
  return place === 2 ? [-sin, -cos] : [-cos, sin];
}

function squareRoot(x: bigint): bigint {
  let root = 1n << BigInt((bitLength(x) >> 1) + 1);
  for (;;) {
    const next = (root + x / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** atan(top / bottom) for non-negative fixed-point numbers that are not both zero. */
export function atanFixed(top: bigint, bottom: bigint): bigint {
  if (top > bottom) return PI / 2n - atanFixed(bottom, top);
  let z = over(top, bottom);
  for (let i = 0; i < 3; i++) z = over(z, ONE + squareRoot((ONE + times(z, z)) << P));
  const square = times(z, z);
  let sum = 0n;
  let term = z;
  for (let n = 1n; term !== 0n; n += 2n) {
    sum += (n & 2n) === 0n ? term / n : -(term / n);
    term = times(term, square);
  }
  return sum << 3n;
}

export const sqrtFixed = (x: bigint): bigint => squareRoot(x << P);
export const piFixed = (): bigint => PI;
export const oneFixed = (): bigint => ONE;
export const divideFixed = over;
export const PRECISION = BITS;

/** x ** y for finite x != 0, y != 0, with whole y where x < 0; infinite on overflow. */
export function power(vm: Machine, x: number, y: number): number {
  const negative = x < 0 && Math.abs(y) % 2 === 1;
  const size = Math.abs(x);
  if (y === 1) return x;
  if (size === 1) return negative ? -1 : 1;
  const result = positivePower(vm, size, y);
  return negative ? -result : result;
}

/**
 * Roots of whole numbers below 2921, and powers to 14 of the hundredths to 2.30, were all computed with glibc 2.36: it
 * rounds every one of them rightly, also those near the middle between two floats.
 */
const isHundredth = (x: number): boolean => x <= 2.3 && Math.round(x * 100) / 100 === x;

function positivePower(vm: Machine, x: number, y: number): number {
  const log = Math.log2(x) * y;
  if (log > 1025) return Infinity;
  if (log < -1080) return 0;
  if (Number.isInteger(y) && Math.abs(y) <= 64) return wholePower(vm, x, y);
  const exponent = (lnFixed(x) * fixed(y)) >> P;
  if (Math.abs(y) < 2 ** -60) return refuse(vm, 'power');
  if (y === 0.5 && (Math.sqrt(x) ** 2 === x || (Number.isInteger(x) && x < 2921))) return Math.sqrt(x);
  const { value, shift } = expFixed(exponent);
  return rounded(vm, 'power', nearWhole(value), shift, 0.012 + Math.abs(log) * 4e-5);
}

/** A value so close to one with few bits that the difference is the error of the computation: that one. */
function nearWhole(value: bigint): bigint {
  const step = 1n << BigInt(Math.max(bitLength(value) - 120, 0));
  const near = ((value + step / 2n) / step) * step;
  const difference = value > near ? value - near : near - value;
  return difference < step >> 60n ? near : value;
}

/** x ** y for a whole y, from the exact power. */
function wholePower(vm: Machine, x: number, y: number): number {
  const { mantissa, power } = decompose(x);
  const n = Math.abs(y);
  let exact = mantissa ** BigInt(n);
  let shift = -power * n;
  if (y < 0) {
    const scale = bitLength(exact) + BITS;
    exact = (1n << BigInt(scale)) / exact;
    shift = scale - shift;
  }
  const tolerance = y >= 2 && y <= 14 && isHundredth(x) ? 0 : 0.012 + Math.abs(Math.log2(x) * y) * 4e-5;
  return rounded(vm, 'power', exact, shift, tolerance);
}
