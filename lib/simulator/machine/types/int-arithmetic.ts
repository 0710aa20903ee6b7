/**
 * Arithmetic of int values: numbers within ±(2**53 − 1), else bigints (Objects/longobject.c). Results are in that
 * form again; a number is never -0.
 */
import type { Machine } from '../../memory/object';
import { chargeProduct } from '../work';
import { OverflowErrorType, ValueErrorType, ZeroDivisionErrorType } from './exceptions';

export type Int = number | bigint;

const MAX = Number.MAX_SAFE_INTEGER;

/** A bigint as a number where it fits. */
export const normal = (value: bigint): Int =>
  value <= 9007199254740991n && value >= -9007199254740991n ? Number(value) : value;

const safe = (value: number): boolean => value <= MAX && value >= -MAX;

export function add(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (safe(sum)) return sum;
  }
  return normal(BigInt(a) + BigInt(b));
}

export function subtract(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (safe(difference)) return difference;
  }
  return normal(BigInt(a) - BigInt(b));
}

export function multiply(vm: Machine, a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (safe(product)) return product + 0;
  }
  chargeProduct(vm, bitLength(a), bitLength(b));
  return normal(BigInt(a) * BigInt(b));
}

/** Quotient and remainder, rounded to minus infinity. Raises ZeroDivisionError with this message. */
export function divmod(vm: Machine, a: Int, b: Int, message: string): [Int, Int] {
  if (b === 0) vm.raise(ZeroDivisionErrorType, message);
  if (typeof a === 'number' && typeof b === 'number') {
    let rest = a % b;
    let quotient = (a - rest) / b;
    if (rest !== 0 && rest < 0 !== b < 0) {
      rest += b;
      quotient -= 1;
    }
    return [quotient + 0, rest + 0];
  }
  const [x, y] = [BigInt(a), BigInt(b)];
  chargeProduct(vm, bitLength(a), bitLength(b));
  let quotient = x / y;
  let rest = x % y;
  if (rest !== 0n && rest < 0n !== y < 0n) {
    rest += y;
    quotient -= 1n;
  }
  return [normal(quotient), normal(rest)];
}

/** a ** b for b >= 0. The size of the result is charged before it is made. */
export function power(vm: Machine, a: Int, b: Int): Int {
  if (b === 0 || a === 1) return 1;
  if (a === 0) return 0;
  if (a === -1) return BigInt(b) % 2n === 0n ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number' && b * Math.log2(Math.abs(a)) < 52.9) {
    let result = 1;
    let base = a;
    for (let left = b; ; base *= base) {
      if (left % 2 === 1) result *= base;
      left = Math.floor(left / 2);
      if (left === 0) return result;
    }
  }
  const bits = bitLength(a) * Number(b);
  chargeProduct(vm, bits, bits);
  return normal(BigInt(a) ** BigInt(b));
}

/** pow(a, b, m) for b >= 0 and m != 0; the result has the sign of m. */
export function powerModulo(vm: Machine, a: Int, b: Int, m: Int): Int {
  const modulus = BigInt(m) < 0n ? -BigInt(m) : BigInt(m);
  let base = ((BigInt(a) % modulus) + modulus) % modulus;
  let result = 1n % modulus;
  vm.charge(0, bitLength(b) * (bitLength(m) / 32 + 1) ** 2);
  for (let left = BigInt(b); left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * base) % modulus;
    base = (base * base) % modulus;
  }
  return normal(m < 0 && result !== 0n ? result - modulus : result);
}

/** The inverse of a modulo m. Raises ValueError if there is none. */
export function inverseModulo(vm: Machine, a: Int, m: Int): Int {
  const modulus = BigInt(m) < 0n ? -BigInt(m) : BigInt(m);
  let [r0, r1] = [modulus, ((BigInt(a) % modulus) + modulus) % modulus];
  let [t0, t1] = [0n, 1n];
  vm.charge(0, (bitLength(m) / 32 + 1) * bitLength(m));
  while (r1 !== 0n) {
    const q = r0 / r1;
    [r0, r1] = [r1, r0 - q * r1];
    [t0, t1] = [t1, t0 - q * t1];
  }
  if (r0 !== 1n) vm.raise(ValueErrorType, 'base is not invertible for the given modulus');
  return normal(((t0 % modulus) + modulus) % modulus);
}

/** a << b. Raises ValueError for a negative count. */
export function shiftLeft(vm: Machine, a: Int, b: Int): Int {
  if (b < 0) vm.raise(ValueErrorType, 'negative shift count');
  if (a === 0) return 0;
  vm.charge(Number(b) / 8, Number(b) / 128);
  if (typeof a === 'number' && b < 53) {
    const shifted = a * 2 ** Number(b);
    if (safe(shifted)) return shifted;
  }
  return normal(BigInt(a) << BigInt(b));
}

/** a >> b. Raises ValueError for a negative count. */
export function shiftRight(vm: Machine, a: Int, b: Int): Int {
  if (b < 0) vm.raise(ValueErrorType, 'negative shift count');
  if (b >= bitLength(a)) return a < 0 ? -1 : 0;
  if (typeof a === 'number') return Math.floor(a / 2 ** Number(b));
  return normal(a >> BigInt(b));
}

const small = (a: Int): a is number => typeof a === 'number' && a >= -0x80000000 && a <= 0x7fffffff;

export function bitAnd(a: Int, b: Int): Int {
  return small(a) && small(b) ? a & b : normal(BigInt(a) & BigInt(b));
}
export function bitOr(a: Int, b: Int): Int {
  return small(a) && small(b) ? a | b : normal(BigInt(a) | BigInt(b));
}
export function bitXor(a: Int, b: Int): Int {
  return small(a) && small(b) ? a ^ b : normal(BigInt(a) ^ BigInt(b));
}

export const negate = (a: Int): Int => (typeof a === 'number' ? 0 - a : -a);
export const absolute = (a: Int): Int => (a < 0 ? negate(a) : a);

/** Number of bits of |a|. */
export function bitLength(a: Int): number {
  if (typeof a === 'number') {
    const size = Math.abs(a);
    if (size < 2 ** 31) return 32 - Math.clz32(size);
    return 32 - Math.clz32(Math.floor(size / 2 ** 32)) + (size >= 2 ** 32 ? 32 : 0);
  }
  const hex = (a < 0n ? -a : a).toString(16);
  return hex.length * 4 - Math.clz32(Number.parseInt(hex[0] as string, 16)) + 28;
}

/** The nearest float. Raises OverflowError. */
export function toDouble(vm: Machine, a: Int): number {
  const value = Number(a);
  if (!Number.isFinite(value)) vm.raise(OverflowErrorType, 'int too large to convert to float');
  return value;
}

/** a / b, correctly rounded. Raises ZeroDivisionError, OverflowError. */
export function trueDivide(vm: Machine, a: Int, b: Int): number {
  if (b === 0) vm.raise(ZeroDivisionErrorType, 'division by zero');
  if (typeof a === 'number' && typeof b === 'number') return a / b;
  chargeProduct(vm, bitLength(a), bitLength(b));
  const negative = a < 0 !== b < 0;
  const top = BigInt(absolute(a));
  const bottom = BigInt(absolute(b));
  // Scale so that the quotient has at least 55 bits and a sticky bit; the conversion then rounds once.
  const shift = Math.max(55 - (bitLength(top) - bitLength(bottom)), -(bitLength(top) + 1));
  if (shift > 1140) return negative ? -0 : 0;
  const [x, y] = shift >= 0 ? [top << BigInt(shift), bottom] : [top, bottom << BigInt(-shift)];
  let quotient = x / y;
  // Below the normal floats fewer bits are kept: let the sticky bit stand below them.
  if (x % y !== 0n) quotient |= 1n;
  const value = scale(quotient, -shift);
  if (!Number.isFinite(value)) vm.raise(OverflowErrorType, 'integer division result too large for a float');
  return negative ? -value : value;
}

/** quotient × 2^power with one rounding. */
function scale(quotient: bigint, power: number): number {
  if (power < -1074) {
    // A subnormal result may lose bits: round here, half to even, and keep the sticky bit.
    const drop = BigInt(Math.max(-1074 - power, 0));
    const kept = quotient >> drop;
    const lost = quotient & ((1n << drop) - 1n);
    const half = 1n << (drop - 1n);
    if (bitLength(kept) <= 53) {
      const up = lost > half || (lost === half && (kept & 1n) === 1n);
      return Number(up ? kept + 1n : kept) * 2 ** -1074;
    }
  }
  if (power > 900) return Number(quotient) * 2 ** 900 * 2 ** (power - 900);
  if (power < -1000) return Number(quotient) * 2 ** -1000 * 2 ** (power + 1000);
  return Number(quotient) * 2 ** power;
}

const DIGIT_LIMIT = 4300;

/** Decimal text. Raises ValueError above 4300 digits, as CPython does. */
export function intText(vm: Machine, a: Int): string {
  if (typeof a === 'number') return String(a);
  if (bitLength(a) > 14280) {
    chargeProduct(vm, bitLength(a), bitLength(a));
    const text = String(a);
    if (text.length - (a < 0n ? 1 : 0) <= DIGIT_LIMIT) return text;
    vm.raise(
      ValueErrorType,
      `Exceeds the limit (${DIGIT_LIMIT} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
    );
  }
  return String(a);
}

/** Raises ValueError for a text of more than 4300 digits. */
export function checkDigits(vm: Machine, digits: number): void {
  if (digits > DIGIT_LIMIT)
    vm.raise(
      ValueErrorType,
      `Exceeds the limit (${DIGIT_LIMIT} digits) for integer string conversion: value has ${digits} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
}
