/**
 * Runs of real numbers that move between memory and doubles as a whole: what a loop over a large array costs when no
 * element becomes a value of its own. An integer that no double holds is left to the loops over elements.
 */
import type { Buffer } from './buffer';
import type { DType } from './dtype';

export const TWO32 = 4294967296;

interface TypedArray extends ArrayLike<number> {
  set(from: ArrayLike<number>): void;
}
type Typed = new (buffer: ArrayBufferLike, start: number, n: number) => TypedArray;

/** The host's arrays of the types up to 32 bits and of floats, by the number of the type. */
export const TYPED: readonly (Typed | null)[] = [
  Uint8Array,
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  null,
  null,
  null,
  null,
  Float32Array,
  Float64Array,
];

/** Whether the host's arrays can begin at this byte. */
export const isAligned = (dtype: DType, bytes: Uint8Array, start: number): boolean =>
  (bytes.byteOffset + start) % dtype.itemsize === 0;

/** Read `n` elements from byte `start`; false where they are no real numbers, not aligned, or not exact as doubles. */
export function loadRun(
  dtype: DType,
  { bytes }: Buffer,
  start: number,
  n: number,
  into: Float64Array,
): boolean {
  if (dtype.num > 12 || !isAligned(dtype, bytes, start)) return false;
  const at = bytes.byteOffset + start;
  const typed = TYPED[dtype.num];
  if (typed) {
    into.set(new typed(bytes.buffer, at, n));
    if (dtype.num === 0) for (let i = 0; i < n; i++) if (into[i] !== 0) into[i] = 1;
    return true;
  }
  const words = new Int32Array(bytes.buffer, at, 2 * n);
  const signed = dtype.letter === 'i';
  for (let i = 0; i < n; i++) {
    const high = words[2 * i + 1] as number;
    if (high >= 2097152 || high < (signed ? -2097151 : 0)) return false;
    into[i] = high * TWO32 + ((words[2 * i] as number) >>> 0);
  }
  return true;
}
