/** Walking strided memory: byte offsets of elements in C order. */
import type { NdArray } from './ndarray';
import { sizeOf } from './ndarray';
import { chargeTouches, scatter } from './work';

/** The same walk with as few axes as it takes: none of length one, and those joined that lie one behind another. */
function joined(shape: readonly number[], strides: readonly number[]): [number[], number[]] {
  const lengths: number[] = [];
  const steps: number[] = [];
  for (let axis = 0; axis < shape.length; axis++) {
    const n = shape[axis] as number;
    if (n === 1) continue;
    const step = strides[axis] as number;
    const last = lengths.length - 1;
    if (last >= 0 && steps[last] === n * step) {
      (lengths[last] as number) *= n;
      steps[last] = step;
    } else {
      lengths.push(n);
      steps.push(step);
    }
  }
  return [lengths, steps];
}

/** Byte offsets of all elements in C order. */
export function offsetsOf(shape: readonly number[], strides: readonly number[], start: number): number[] {
  const n = sizeOf(shape);
  const out = new Array<number>(n);
  if (n === 0) return out;
  if (shape.length > 1) [shape, strides] = joined(shape, strides);
  const ndim = shape.length;
  if (ndim === 0) {
    out[0] = start;
    return out;
  }
  const last = ndim - 1;
  const inner = shape[last] as number;
  const step = strides[last] as number;
  const index = new Array<number>(ndim).fill(0);
  let at = start;
  for (let k = 0; k < n; ) {
    for (let i = 0; i < inner; i++) out[k++] = at + i * step;
    for (let axis = last - 1; axis >= 0; axis--) {
      at += strides[axis] as number;
      const next = (index[axis] as number) + 1;
      if (next < (shape[axis] as number)) {
        index[axis] = next;
        break;
      }
      at -= next * (strides[axis] as number);
      index[axis] = 0;
    }
  }
  return out;
}

/** Byte offsets of all elements of an array in C order. */
export function offsets(a: NdArray): number[] {
  scatter(a, a.size);
  return offsetsOf(a.shape, a.strides, a.offset);
}

/** Byte offset of the element at this place in C order. */
export function offsetAt(a: NdArray, place: number): number {
  let at = a.offset;
  for (let axis = a.ndim - 1; axis >= 0; axis--) {
    const n = a.shape[axis] as number;
    at += (place % n) * (a.strides[axis] as number);
    place = Math.floor(place / n);
  }
  return at;
}

/** First byte, and one past the last byte, that elements of the array touch (get_memory_extents). */
export function extent(a: NdArray): [number, number] {
  let low = a.offset;
  let high = a.offset + a.dtype.itemsize;
  for (let i = 0; i < a.shape.length; i++) {
    const d = a.shape[i] as number;
    if (d === 0) return [a.offset, a.offset];
    const reach = (d - 1) * (a.strides[i] as number);
    if (reach < 0) low += reach;
    else high += reach;
  }
  return [low, high];
}

/** Announce that all elements will be written, of an array whose elements lie one behind another. */
export function touchRun(a: NdArray): void {
  const { size, offset } = a;
  if (size > 0) a.buffer.touch(offset, offset + size * a.dtype.itemsize);
}

/** Announce that elements of the array will be written. */
export function touch(a: NdArray, at: readonly number[]): void {
  const buffer = a.buffer;
  const size = a.dtype.itemsize;
  if (at.length === 0) return;
  if (!buffer.seen) {
    buffer.touch(0, 0);
    return;
  }
  const [low, high] = extent(a);
  if (high - low <= 8 * at.length * size + 64) buffer.touch(low, high);
  else {
    chargeTouches(a, at.length);
    for (const o of at) buffer.touch(o, o + size);
  }
}
