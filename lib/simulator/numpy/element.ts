/**
 * One element of an array as a JavaScript value.
 *
 * bool: 0 or 1. Integers: a number within ±(2**53 − 1), else a bigint. Floats: a number. Complex: `Complex`.
 * str: a string. bytes and records: `Uint8Array`. object: the Python object.
 */
import type { PyObject } from '../memory/object';

export class Complex {
  constructor(
    readonly re: number,
    readonly im: number,
  ) {}
}

export type Elem = number | bigint | Complex | string | Uint8Array | PyObject;

/** The integer as a number where that is exact. */
export const normal = (n: bigint): number | bigint =>
  n <= 9007199254740991n && n >= -9007199254740991n ? Number(n) : n;

/** Keep the low `bits` of an integer, as C does on overflow. */
export function wrap(n: number | bigint, bits: number, signed: boolean): number | bigint {
  if (typeof n === 'number') {
    if (bits === 64) {
      if (signed || n >= 0) return n;
    } else if (bits === 32) return signed ? n | 0 : n >>> 0;
    else {
      const low = n & ((1 << bits) - 1);
      return signed && low >= 1 << (bits - 1) ? low - (1 << bits) : low;
    }
    n = BigInt(n);
  }
  return normal(signed ? BigInt.asIntN(bits, n) : BigInt.asUintN(bits, n));
}
