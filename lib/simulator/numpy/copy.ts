/** Copying elements between arrays: broadcasting, casts, memory order (array_assign_array.c, ctors.c). */
import { ValueErrorType } from '../machine/types/exceptions';
import { chargeMove } from '../machine/work';
import type { Machine, PyObject, PyType } from '../memory/object';
import { cast, put } from './convert';
import { type DType, read, sameDType } from './dtype';
import type { Elem } from './element';
import { offsets, offsetsOf, touch, touchRun } from './iterate';
import { wholeRuns } from './late-runs';
import { isC, isF, type NdArray, newArray, stridesFor } from './ndarray';
import { fillRun, MANY, readRun, writeRun } from './runs';
import { shapeText } from './tuple';
import { chargeBig, chargeElements, scatter, walk } from './work';

export type Order = 'C' | 'F' | 'A' | 'K';

/** All elements in C order; object elements are borrowed. */
export function elementsOf(a: NdArray, at?: readonly number[]): Elem[] {
  const { dtype, buffer } = a;
  walk(a, at?.length ?? a.size);
  if (at === undefined) {
    const n = a.size;
    if (isC(a)) {
      const run = readRun(dtype, buffer, a.offset, n);
      chargeBig(a, run);
      return run;
    }
    return elementsOf(a, offsets(a));
  }
  const n = at.length;
  scatter(a, n);
  const out = new Array<Elem>(n);
  if (dtype.num === 12) {
    const view = buffer.view;
    for (let i = 0; i < n; i++) out[i] = view.getFloat64(at[i] as number, true);
  } else for (let i = 0; i < n; i++) out[i] = read(dtype, buffer, at[i] as number);
  chargeBig(a, out);
  return out;
}

/** Axes from the one with the largest stride to the smallest (PyArray_CreateSortedStridePerm). */
export function strideOrder(strides: readonly number[]): number[] {
  return strides
    .map((_, axis) => axis)
    .sort((i, j) => Math.abs(strides[j] as number) - Math.abs(strides[i] as number) || i - j);
}

/** Strides of a new array shaped and ordered like `a` (PyArray_NewLikeArray). */
export function likeStrides(a: NdArray, order: Order, itemsize: number, shape = a.shape): number[] {
  if (order === 'F' || (order === 'A' && isF(a) && !isC(a))) return stridesFor(shape, itemsize, true);
  if (order !== 'K' || a.ndim <= 1 || shape.length !== a.ndim || isC(a)) return stridesFor(shape, itemsize);
  if (isF(a)) return stridesFor(shape, itemsize, true);
  const strides = new Array<number>(shape.length);
  let step = itemsize;
  for (const axis of strideOrder(a.strides).reverse()) {
    strides[axis] = step;
    step *= shape[axis] as number;
  }
  return strides;
}

/** A new owner of zeros shaped like `a`. */
export function newLike(
  vm: Machine,
  a: NdArray,
  dtype: DType,
  order: Order,
  type: PyType,
  shape: readonly number[] = a.shape,
): NdArray {
  const made = newArray(vm, dtype, shape, false, type);
  if (made.buffer.bytes.length > 0) made.strides = likeStrides(a, order, dtype.itemsize, shape);
  return made;
}

/** A new array with the elements of `a`, of type `dtype`. */
export function copyOf(
  vm: Machine,
  a: NdArray,
  order: Order = 'C',
  dtype: DType = a.dtype,
  type: PyType = a.type,
): NdArray {
  const made = newLike(vm, a, dtype, order, type);
  try {
    assignArray(vm, made, a);
  } catch (e) {
    vm.heap.decref(made);
    throw e;
  }
  return made;
}

/** Strides that repeat an array over `shape`, or null where it does not fit. */
export function broadcastStrides(
  from: readonly number[],
  strides: readonly number[],
  shape: readonly number[],
): number[] | null {
  const lead = shape.length - from.length;
  if (lead < 0) return null;
  const out = new Array<number>(shape.length).fill(0);
  for (let i = 0; i < from.length; i++) {
    if (from[i] === shape[i + lead]) out[i + lead] = strides[i] as number;
    else if (from[i] !== 1) return null;
  }
  return out;
}

/** The common shape, or null. */
export function broadcastShapes(shapes: readonly (readonly number[])[]): number[] | null {
  const ndim = Math.max(0, ...shapes.map((s) => s.length));
  const out = new Array<number>(ndim).fill(1);
  for (const s of shapes)
    for (let i = 0; i < s.length; i++) {
      const at = ndim - s.length + i;
      const d = s[i] as number;
      if (out[at] === 1) out[at] = d;
      else if (d !== 1 && d !== out[at]) return null;
    }
  return out;
}

/** Elements of an array repeated over `shape` in C order, converted to `dtype`; raises by `fail` where it does not fit. */
export function broadcastElements(
  vm: Machine,
  a: NdArray,
  shape: readonly number[],
  dtype: DType,
  fail: (shape: readonly number[]) => never,
): Elem[] {
  let from = a.shape;
  let strides = a.strides;
  // Leading axes of length one do not count.
  while (from.length > shape.length && from[0] === 1) {
    from = from.slice(1);
    strides = strides.slice(1);
  }
  const spread = broadcastStrides(from, strides, shape) ?? fail(from);
  const whole = from.length === shape.length && from.every((n, i) => n === shape[i]) && isC(a);
  const out = elementsOf(a, whole ? undefined : offsetsOf(shape, spread, a.offset));
  return castAll(vm, a.dtype, dtype, out);
}

/** Convert elements in place. */
export function castAll(vm: Machine, from: DType, to: DType, out: Elem[]): Elem[] {
  if (!sameDType(from, to) || (from.letter === 'V' && from !== to)) {
    chargeElements(vm, to, out.length);
    for (let i = 0; i < out.length; i++) out[i] = cast(vm, from, to, out[i] as Elem);
  }
  return out;
}

/** Write elements (of the array's type) at these places, or at all places in C order; takes references to objects. */
export function writeElements(
  vm: Machine,
  a: NdArray,
  at: readonly number[] | undefined,
  values: readonly Elem[],
): void {
  walk(a, values.length);
  chargeBig(a, values);
  if (at === undefined) {
    if (a.dtype.letter !== 'O' && isC(a)) {
      touchRun(a);
      writeRun(a.dtype, a.buffer, a.offset, a.size, values);
      return;
    }
    at = offsets(a);
  }
  touch(a, at);
  const { dtype, buffer } = a;
  if (dtype.letter === 'O') {
    // New references first: the old ones may be the only others.
    for (const e of values) (e as PyObject).rc++;
    const old: PyObject[] = [];
    const objects = buffer.objects as PyObject[];
    for (let i = 0; i < at.length; i++) {
      const k = (at[i] as number) / 8;
      old.push(objects[k] as PyObject);
      objects[k] = values[i] as PyObject;
    }
    vm.heap.decrefAll(old);
  } else for (let i = 0; i < at.length; i++) put(vm, dtype, buffer, at[i] as number, values[i] as Elem);
}

/** `dest[...] = from` for arrays: broadcasts, converts, and reads all before it writes. Raises ValueError. */
export function assignArray(vm: Machine, dest: NdArray, from: NdArray): void {
  if (dest.size === 0 && from.size === 0 && dest.ndim === from.ndim) return;
  if (moveRun(vm, dest, from)) return;
  const values = broadcastElements(vm, from, dest.shape, dest.dtype, (shape) =>
    vm.raise(
      ValueErrorType,
      `could not broadcast input array from shape ${shapeText(shape)} into shape ${shapeText(dest.shape)}`,
    ),
  );
  writeElements(vm, dest, undefined, values);
}

/** Write one element (of the array's type) at all places. */
export function fill(vm: Machine, a: NdArray, value: Elem): void {
  const { dtype, buffer, offset, size } = a;
  if (dtype.letter === 'O' || size === 0 || !isC(a)) {
    writeElements(vm, a, undefined, new Array<Elem>(size).fill(value));
    return;
  }
  touchRun(a);
  chargeMove(vm, size * dtype.itemsize);
  fillRun(dtype, buffer, offset, size, value);
}

/** Whether a copy was bytes that move, or one element that is repeated, and is done. */
function moveRun(vm: Machine, dest: NdArray, from: NdArray): boolean {
  const { dtype, buffer, offset, size } = dest;
  if (dtype.letter === 'O' || size === 0 || !isC(dest)) return false;
  if (from.size === 1 && from.ndim <= dest.ndim) {
    const [value] = castAll(vm, from.dtype, dtype, elementsOf(from));
    fill(vm, dest, value as Elem);
    return true;
  }
  if (size !== from.size || !isC(from)) return false;
  if (dest.ndim !== from.ndim || dest.shape.some((n, i) => n !== from.shape[i])) return false;
  if (dtype !== from.dtype)
    return size >= MANY && dtype.num <= 12 && from.dtype.num <= 12 && wholeRuns.get().castRun(dest, from);
  touchRun(dest);
  const bytes = size * dtype.itemsize;
  chargeMove(vm, bytes);
  buffer.bytes.set(from.buffer.bytes.subarray(from.offset, from.offset + bytes), offset);
  return true;
}

/** A new array of this shape with these elements (references to objects are taken). */
export function arrayOf(
  vm: Machine,
  dtype: DType,
  shape: readonly number[],
  values: readonly Elem[],
): NdArray {
  const made = newArray(vm, dtype, shape);
  writeElements(vm, made, undefined, values);
  return made;
}
