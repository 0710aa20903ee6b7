/** What stands between the brackets (numpy/_core/src/multiarray/mapping.c, prepare_index). */
import { IndexErrorType, TypeErrorType, ValueErrorType } from '../../machine/types/exceptions';
import { Ellipsis, None, PyBool, PyInt } from '../../memory/atoms';
import type { PyTuple } from '../../memory/containers';
import type { Machine, PyObject } from '../../memory/object';
import { elementsOf } from '../copy';
import { arrayFrom } from '../creation/from-object';
import { Bool, Int64 } from '../dtype';
import { NdArray, newArray } from '../ndarray';
import { PyNumpyScalar } from '../scalar';

const INVALID =
  'only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices';

export interface SliceObject {
  readonly start: PyObject;
  readonly stop: PyObject;
  readonly step: PyObject;
}

/** Integers of an index array, with its shape and whether its memory is in Fortran order. */
export interface FancyIndex {
  readonly values: readonly number[];
  readonly shape: readonly number[];
  readonly fortran: boolean;
}

export type Part =
  | { readonly kind: 'int'; readonly value: number }
  | { readonly kind: 'slice'; readonly slice: SliceObject }
  | { readonly kind: 'newaxis' }
  | { readonly kind: 'ellipsis'; axes: number }
  | { readonly kind: 'fancy'; readonly index: FancyIndex };

export interface Index {
  readonly parts: readonly Part[];
  readonly fancy: boolean;
  /** Integers for every axis and nothing else: a single element. */
  readonly full: boolean;
  /** A 0-d integer array stands among them: the result is a copy. */
  readonly scalarArray: boolean;
  /** A single boolean array of the array's own shape; owned by the caller. */
  readonly mask: NdArray | null;
}

/** Parse the index `key` of `a`. Raises IndexError. The caller gives up `mask`. */
export function parseIndex(vm: Machine, a: NdArray, key: PyObject): Index {
  const items = key.kind === 'tuple' ? (key as PyTuple).items : [key];
  const parts: Part[] = [];
  const bools: { axis: number; shape: readonly number[] }[] = [];
  let used = 0;
  let ellipsis = false;
  let fancy = false;
  let scalarArray = false;
  let full = true;
  for (const item of items) {
    if (item === Ellipsis) {
      if (ellipsis) vm.raise(IndexErrorType, "an index can only have a single ellipsis ('...')");
      ellipsis = true;
      full = false;
      parts.push({ kind: 'ellipsis', axes: 0 });
    } else if (item === None) {
      full = false;
      parts.push({ kind: 'newaxis' });
    } else if (item.kind === 'slice') {
      full = false;
      used++;
      parts.push({ kind: 'slice', slice: item as unknown as SliceObject });
    } else if (item instanceof PyInt && !(item instanceof PyBool)) {
      if (typeof item.value === 'bigint') vm.raise(IndexErrorType, INVALID);
      used++;
      parts.push({ kind: 'int', value: item.value as number });
    } else if (item instanceof PyNumpyScalar && item.dtype.isInteger) {
      used++;
      parts.push({ kind: 'int', value: Number(item.value) });
    } else if (item instanceof PyBool || (item instanceof PyNumpyScalar && item.dtype === Bool))
      vm.refuse('numpy.index', 'a single bool as an index');
    else if (item.kind === 'object' && item.type.slots.index !== undefined) {
      item.rc++;
      const index = item.type.slots.index(vm, item) as PyInt;
      vm.heap.decref(item);
      if (typeof index.value === 'bigint') vm.raise(IndexErrorType, INVALID);
      used++;
      parts.push({ kind: 'int', value: index.value as number });
    } else {
      const index = arrayIndex(vm, item);
      try {
        if (index.dtype === Bool) {
          if (index.ndim === 0) vm.refuse('numpy.index', 'a single bool as an index');
          if (items.length === 1 && index.ndim === a.ndim) {
            checkMask(vm, a, 0, index.shape);
            index.rc++;
            return { parts, fancy: true, full: false, scalarArray: false, mask: index };
          }
          bools.push({ axis: used, shape: index.shape });
          fancy = true;
          full = false;
          for (const values of trueIndices(index))
            parts.push({ kind: 'fancy', index: { values, shape: [values.length], fortran: false } });
          used += index.ndim;
        } else if (index.ndim === 0) {
          used++;
          scalarArray = true;
          parts.push({ kind: 'int', value: Number(elementsOf(index)[0]) });
        } else {
          used++;
          fancy = true;
          full = false;
          const fortran = index.ndim > 1 && (index.strides[0] as number) < (index.strides.at(-1) as number);
          parts.push({
            kind: 'fancy',
            index: { values: elementsOf(index).map(Number), shape: index.shape, fortran },
          });
        }
      } finally {
        vm.heap.decref(index);
      }
    }
  }
  if (used > a.ndim)
    vm.raise(
      IndexErrorType,
      `too many indices for array: array is ${a.ndim}-dimensional, but ${used} were indexed`,
    );
  const left = a.ndim - used;
  if (ellipsis) {
    for (const p of parts) if (p.kind === 'ellipsis') p.axes = left;
  } else if (left > 0) {
    parts.push({ kind: 'ellipsis', axes: left });
    full = false;
  }
  let extra = 0;
  if (bools.length > 0) {
    // Where an ellipsis stands before a boolean array, its axes come first.
    const before = parts.findIndex((p) => p.kind === 'ellipsis');
    for (const b of bools) {
      extra = before >= 0 && ellipsis && isBefore(items, b.axis) ? left : 0;
      checkMask(vm, a, b.axis + extra, b.shape);
    }
  }
  return { parts, fancy, full, scalarArray, mask: null };
}

/** Whether the ellipsis comes before the index of the given axis. */
function isBefore(items: readonly PyObject[], axis: number): boolean {
  let used = 0;
  for (const item of items) {
    if (item === Ellipsis) return true;
    if (used >= axis) return false;
    if (item !== None) used++;
  }
  return false;
}

function checkMask(vm: Machine, a: NdArray, axis: number, shape: readonly number[]): void {
  shape.forEach((n, i) => {
    const size = a.shape[axis + i];
    // A mask of length 0 fits every axis (prepare_index).
    if (size !== undefined && size !== n && n !== 0)
      vm.raise(
        IndexErrorType,
        `boolean index did not match indexed array along axis ${axis + i}; size of axis is ${size} but size of corresponding boolean axis is ${n}`,
      );
  });
}

function arrayIndex(vm: Machine, o: PyObject): NdArray {
  if (o instanceof NdArray) {
    if (o.dtype !== Bool && !o.dtype.isInteger)
      vm.raise(IndexErrorType, 'arrays used as indices must be of integer (or boolean) type');
    o.rc++;
    return o;
  }
  if (o.kind !== 'list' && o.kind !== 'tuple' && o.type.name !== 'range') {
    const slot = o.type.slots.index;
    if (slot === undefined || o.type.slots.getItem !== undefined) return vm.raise(IndexErrorType, INVALID);
    return vm.refuse('numpy.index', `an index of type ${o.type.name}`);
  }
  const made = arrayFrom(vm, o, null);
  if (made.size === 0) {
    const empty = newArray(vm, Int64, made.shape);
    vm.heap.decref(made);
    return empty;
  }
  if (made.dtype !== Bool && !made.dtype.isInteger) {
    vm.heap.decref(made);
    vm.raise(IndexErrorType, INVALID);
  }
  return made;
}

/** For each axis the indices of the true elements, in C order (`nonzero`). */
export function trueIndices(mask: NdArray): number[][] {
  const out: number[][] = mask.shape.map(() => []);
  const index = new Array<number>(mask.ndim).fill(0);
  for (const e of elementsOf(mask)) {
    if (e !== 0) for (const [axis, n] of index.entries()) (out[axis] as number[]).push(n);
    for (let axis = mask.ndim - 1; axis >= 0; axis--) {
      const next = (index[axis] as number) + 1;
      if (next < (mask.shape[axis] as number)) {
        index[axis] = next;
        break;
      }
      index[axis] = 0;
    }
  }
  return out;
}

/** Start, step and number of elements of a slice over `length` (PySlice_Unpack, PySlice_AdjustIndices). */
export function resolveSlice(vm: Machine, s: SliceObject, length: number): [number, number, number] {
  const step = bound(vm, s.step, 1);
  if (step === 0) vm.raise(ValueErrorType, 'slice step cannot be zero');
  const last = step < 0 ? length - 1 : length;
  const first = step < 0 ? -1 : 0;
  const clip = (n: number): number => Math.max(first, Math.min(last, n < 0 ? n + length : n));
  const start = s.start === None ? (step < 0 ? last : first) : clip(bound(vm, s.start, 0));
  const stop = s.stop === None ? (step < 0 ? first : last) : clip(bound(vm, s.stop, 0));
  const count =
    step < 0
      ? stop < start
        ? Math.floor((start - stop - 1) / -step) + 1
        : 0
      : stop > start
        ? Math.floor((stop - start - 1) / step) + 1
        : 0;
  // What is empty points to the beginning, step by step (get_view_from_index).
  return count === 0 ? [0, 1, 0] : [start, step, count];
}

function bound(vm: Machine, o: PyObject, whenNone: number): number {
  if (o instanceof PyInt) return clamp(o.value);
  if (o === None) return whenNone;
  const slot = o.type.slots.index;
  if (slot === undefined)
    return vm.raise(TypeErrorType, 'slice indices must be integers or None or have an __index__ method');
  const made = slot(vm, o) as PyInt;
  const value = clamp(made.value);
  vm.heap.decref(made);
  return value;
}

const clamp = (n: number | bigint): number =>
  typeof n === 'number' ? n : n > 0n ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;

/** An integer index checked and counted from the front. Raises IndexError. */
export function checkIndex(vm: Machine, i: number, size: number, axis: number): number {
  if (i < -size || i >= size)
    vm.raise(IndexErrorType, `index ${i} is out of bounds for axis ${axis} with size ${size}`);
  return i < 0 ? i + size : i;
}
