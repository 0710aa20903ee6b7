/**
 * ndarray: shape and strides over a buffer (numpy/_core/src/multiarray/ctors.c, arrayobject.c, flagsobject.c).
 */

import { ValueErrorType } from '../machine/types/exceptions';
import type { MemoryAccess } from '../machine/types/memoryview';
import { None } from '../memory/atoms';
import { HeapObject, type Machine, type PyObject, type PyType, type Visit } from '../memory/object';
import { Buffer, zeroedBytes } from './buffer';
import type { DType } from './dtype';
import { raiseArrayMemoryError } from './exceptions';
import { NdArrayType } from './types';
import { requireBytes } from './work';

export class NdArray extends HeapObject {
  override get kind(): 'ndarray' {
    return 'ndarray';
  }
  constructor(
    public dtype: DType,
    public shape: readonly number[],
    /** In bytes. */
    public strides: readonly number[],
    /** Bytes from the start of the buffer to the first element. */
    public offset: number,
    public buffer: Buffer,
    /** What keeps the memory alive; owned. */
    public base: PyObject | null,
    public owns: boolean,
    public writeable: boolean,
    type: PyType = NdArrayType,
  ) {
    super(type);
  }
  /** Its buffer interface, attached by memory-export.ts. */
  declare exportMemory: (vm: Machine) => MemoryAccess;
  get ndim(): number {
    return this.shape.length;
  }
  get size(): number {
    return sizeOf(this.shape);
  }
  override traverse(visit: Visit): void {
    if (this.base !== null) visit(this.base, 'base');
    if (this.owns && this.buffer.objects !== null) for (const o of this.buffer.objects) visit(o, 'item');
  }
  /** array_dealloc: the base, then the elements of an owner. */
  override drop(): PyObject[] {
    const owned: PyObject[] = this.base === null ? [] : [this.base];
    this.base = null;
    const objects = this.buffer.objects;
    if (this.owns && objects !== null) {
      for (const o of objects) owned.push(o);
      this.buffer.objects = objects.map(() => None);
    }
    return owned;
  }
}

export function sizeOf(shape: readonly number[]): number {
  let n = 1;
  for (const d of shape) n *= d;
  return n;
}

/** Strides of a new array in C or Fortran order (_array_fill_strides). */
export function stridesFor(shape: readonly number[], itemsize: number, fortran = false): number[] {
  const n = shape.length;
  const strides = new Array<number>(n);
  // An empty array's strides are those of a shape with its zeros read as ones.
  let step = itemsize;
  if (fortran)
    for (let i = 0; i < n; i++) {
      strides[i] = step;
      step *= shape[i] || 1;
    }
  else
    for (let i = n - 1; i >= 0; i--) {
      strides[i] = step;
      step *= shape[i] || 1;
    }
  return strides;
}

/** C_CONTIGUOUS (_UpdateContiguousFlags): axes of length one do not count. */
export function isC(a: NdArray): boolean {
  let step = a.dtype.itemsize;
  for (let i = a.shape.length - 1; i >= 0; i--) {
    const d = a.shape[i] as number;
    if (d === 0) return true;
    if (d !== 1) {
      if (a.strides[i] !== step) return a.shape.includes(0);
      step *= d;
    }
  }
  return true;
}

/** F_CONTIGUOUS */
export function isF(a: NdArray): boolean {
  let step = a.dtype.itemsize;
  for (let i = 0; i < a.shape.length; i++) {
    const d = a.shape[i] as number;
    if (d === 0) return true;
    if (d !== 1) {
      if (a.strides[i] !== step) return a.shape.includes(0);
      step *= d;
    }
  }
  return true;
}

/** What a machine with little memory cannot give, whatever the limits: then NumPy raises MemoryError. */
const TOO_MUCH = 2 ** 37;

/** What an array costs besides its elements. */
const ARRAY_BYTES = 256;
const ARRAY_WORK = 8;

/**
 * Memory for `shape`, charged before it is taken; `made`: these bytes. Raises ValueError, MemoryError; ends the run at
 * the limit.
 */
export function allocate(
  vm: Machine,
  dtype: DType,
  shape: readonly number[],
  made?: Uint8Array<ArrayBuffer>,
): Buffer {
  let bytes = dtype.itemsize;
  for (const d of shape) {
    if (d < 0) vm.raise(ValueErrorType, 'negative dimensions are not allowed');
    bytes *= d || 1;
  }
  if (shape.length > 64)
    vm.raise(
      ValueErrorType,
      `maximum supported dimension for an ndarray is currently 64, found ${shape.length}`,
    );
  if (bytes >= 2 ** 63)
    vm.raise(
      ValueErrorType,
      'array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.',
    );
  if (shape.includes(0)) bytes = 0;
  if (bytes > TOO_MUCH) raiseArrayMemoryError(vm, shape, dtype);
  vm.charge(bytes + ARRAY_BYTES, ARRAY_WORK);
  const buffer = new Buffer(vm.memory, made ?? zeroedBytes(bytes));
  if (dtype.letter === 'O') buffer.objects = new Array<PyObject>(bytes / 8).fill(None);
  return buffer;
}

/** A new array of zeros (None for objects), or of these bytes, that owns its memory. */
export function newArray(
  vm: Machine,
  dtype: DType,
  shape: readonly number[],
  fortran = false,
  type: PyType = NdArrayType,
  made?: Uint8Array<ArrayBuffer>,
): NdArray {
  const buffer = allocate(vm, dtype, shape, made);
  // An owner of no bytes has strides of zero.
  const empty = buffer.bytes.length === 0;
  const strides = empty ? shape.map(() => 0) : stridesFor(shape, dtype.itemsize, fortran);
  const a = new NdArray(dtype, shape, strides, 0, buffer, null, true, true, type);
  buffer.owner = a;
  return vm.heap.add(a);
}

/**
 * PyArray_SetBaseObject: the base of a view of `o` is the object that owns the memory, unless the type of the
 * array changes on the way. Borrows `o`, returns a borrowed reference.
 */
export function collapsedBase(o: PyObject, type: PyType): PyObject {
  while (o instanceof NdArray) {
    if (o.owns || o.base === null || o.base.type !== type) break;
    o = o.base;
  }
  return o;
}

/** Axes that cost a view no more than its making. */
const FEW_AXES = 8;

/** Bytes that a view may show before the limit is asked. */
const WIDE = 1 << 20;

/**
 * A new view of `a`'s memory. A view may show more elements than it has bytes (strides of 0): it is held to the limit
 * on bytes as if it had them, because whatever reads it walks over each of them.
 */
export function newView(
  vm: Machine,
  a: NdArray,
  shape: readonly number[],
  strides: readonly number[],
  offset: number,
  dtype: DType = a.dtype,
  type: PyType = a.type,
): NdArray {
  const shown = 8 * shape.reduce((product, length) => product * length, 1);
  if (shown > WIDE) requireBytes(vm, shown);
  if (shape.length > FEW_AXES) vm.charge(0, shape.length);
  const base = collapsedBase(a, type);
  base.rc++;
  return vm.heap.add(new NdArray(dtype, shape, strides, offset, a.buffer, base, false, a.writeable, type));
}

/** A view of a new array that nothing else refers to: the base has no name. Takes over the reference to `a`. */
export function hiddenView(
  vm: Machine,
  a: NdArray,
  shape: readonly number[],
  strides: readonly number[],
  offset = a.offset,
): NdArray {
  const view = newView(vm, a, shape, strides, offset);
  vm.heap.decref(a);
  return view;
}
