/** Numbers that are written as a whole (typed-runs.ts), and arrays that become another type so. */
import type { DType } from './dtype';
import { touchRun } from './iterate';
import type { NdArray } from './ndarray';
import { isAligned, loadRun, TWO32, TYPED } from './typed-runs';
import { walk } from './work';

const MOST = Number.MAX_SAFE_INTEGER;
/** Floats below become integers of every type in the same way everywhere. */
const LONG = 2147483648;

/**
 * Write the first `n` numbers from byte `start` on, integers modulo the range of the type as C does; false where the
 * type is none of real numbers, memory is not aligned, or an integer is not exact. `target` may be written in part then.
 */
export function storeRun(
  dtype: DType,
  target: Uint8Array,
  start: number,
  n: number,
  from: Float64Array,
): boolean {
  if (dtype.num > 12 || !isAligned(dtype, target, start)) return false;
  const at = target.byteOffset + start;
  const whole = dtype.letter === 'i' || dtype.letter === 'u';
  const least = dtype.num === 8 ? 0 : -MOST;
  if (whole)
    for (let i = 0; i < n; i++)
      if (!((from[i] as number) <= MOST && (from[i] as number) >= least)) return false;
  const typed = TYPED[dtype.num];
  if (typed) {
    new typed(target.buffer, at, n).set(n === from.length ? from : from.subarray(0, n));
    return true;
  }
  const words = new Int32Array(target.buffer, at, 2 * n);
  for (let i = 0; i < n; i++) {
    const v = from[i] as number;
    words[2 * i] = v;
    words[2 * i + 1] = Math.floor(v / TWO32);
  }
  return true;
}

/** Whether numbers became another type as a whole: none is beyond what both types and a double hold. */
export function castRun(dest: NdArray, from: NdArray): boolean {
  const { dtype, buffer, size } = dest;
  walk(from, size);
  walk(dest, size);
  const numbers = new Float64Array(size);
  if (!loadRun(from.dtype, from.buffer, from.offset, size, numbers)) return false;
  if (dtype.letter === 'b') for (let i = 0; i < size; i++) numbers[i] = numbers[i] === 0 ? 0 : 1;
  else if (dtype.letter !== 'f' && from.dtype.letter === 'f')
    for (let i = 0; i < size; i++) {
      const n = numbers[i] as number;
      // What C does beyond depends on the processor.
      if (!(n < LONG && n > (dtype.letter === 'u' ? -1 : -LONG))) return false;
      numbers[i] = Math.trunc(n);
    }
  const bytes = new Uint8Array(size * dtype.itemsize);
  if (!storeRun(dtype, bytes, 0, size, numbers)) return false;
  touchRun(dest);
  buffer.bytes.set(bytes, dest.offset);
  return true;
}
