/** Elements that lie one behind another in memory, in C order: read, written and filled without a list of places. */
import type { Buffer } from './buffer';
import { type DType, read, write } from './dtype';
import type { Elem } from './element';
import { wholeRuns } from './late-runs';

/** Fewer elements are read and computed one by one. */
export const MANY = 256;

/** The elements of a run; object elements are borrowed. */
export function readRun(dtype: DType, buffer: Buffer, start: number, n: number): Elem[] {
  const out = new Array<Elem>(n);
  if (n >= MANY) {
    const numbers = new Float64Array(n);
    if (wholeRuns.get().loadRun(dtype, buffer, start, n, numbers)) {
      for (let i = 0; i < n; i++) out[i] = numbers[i] as number;
      return out;
    }
  }
  const size = dtype.itemsize;
  const { view } = buffer;
  if (dtype.num === 12) for (let i = 0, at = start; i < n; i++, at += 8) out[i] = view.getFloat64(at, true);
  else for (let i = 0, at = start; i < n; i++, at += size) out[i] = read(dtype, buffer, at);
  return out;
}

/** Write a run of `n` elements of any type but object. The range must have been announced with `touch`. */
export function writeRun(
  dtype: DType,
  buffer: Buffer,
  start: number,
  n: number,
  values: readonly Elem[],
): void {
  const size = dtype.itemsize;
  const { view } = buffer;
  if (dtype.num === 12)
    for (let i = 0, at = start; i < n; i++, at += 8) view.setFloat64(at, values[i] as number, true);
  else for (let i = 0, at = start; i < n; i++, at += size) write(dtype, buffer, at, values[i] as Elem);
}

/** Write one element of any type but object `n` times. The range must have been announced with `touch`. */
export function fillRun(dtype: DType, buffer: Buffer, start: number, n: number, value: Elem): void {
  write(dtype, buffer, start, value);
  const end = start + n * dtype.itemsize;
  for (let done = dtype.itemsize; start + done < end; done *= 2)
    buffer.bytes.copyWithin(start + done, start, Math.min(start + done, end - done));
}
