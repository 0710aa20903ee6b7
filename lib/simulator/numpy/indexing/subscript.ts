/** `a[key]`, `a[key] = value` (mapping.c, array_subscript, array_assign_subscript). */
import { KeyErrorType, TypeErrorType, ValueErrorType } from '../../machine/types/exceptions';
import { type PyInt, PyStr } from '../../memory/atoms';
import type { PyList } from '../../memory/containers';
import type { Machine, PyObject } from '../../memory/object';
import { IntType } from '../../memory/types';
import { coerce, isSequence, put, store } from '../convert';
import { assignArray, castAll, copyOf, fill, writeElements } from '../copy';
import { assignSequence, toArray } from '../creation/from-object';
import { type DType, type Field, read, structDType } from '../dtype';
import { offsets } from '../iterate';
import { NdArray, newView } from '../ndarray';
import { elementOf, PyVoid, scalar } from '../scalar';
import { NdArrayType, RecArrayType } from '../types';
import { basicView, scalarAt, viewLayout } from './basic';
import { fancyGet, fancySet, masked, maskGet, maskValues } from './fancy';
import { checkIndex, type Index, parseIndex } from './parse';

export function getItem(vm: Machine, a: NdArray, key: PyObject): PyObject {
  if (key.type === IntType && a.shape.length === 1 && typeof (key as PyInt).value === 'number') {
    const i = checkIndex(vm, (key as PyInt).value as number, a.shape[0] as number, 0);
    return scalarAt(vm, a, a.offset + i * (a.strides[0] as number));
  }
  if (a.dtype.fields !== null) {
    const field = fieldView(vm, a, key);
    if (field !== null) return field;
  }
  const index = parseIndex(vm, a, key);
  if (index.mask !== null) {
    try {
      return maskGet(vm, a, index.mask);
    } finally {
      vm.heap.decref(index.mask);
    }
  }
  if (index.full) return scalarAt(vm, a, viewLayout(vm, a, index.parts).offset);
  if (index.fancy) return fancyGet(vm, a, index.parts);
  const view = basicView(vm, a, index.parts);
  if (!index.scalarArray) return view;
  const copy = copyOf(vm, view, 'K');
  vm.heap.decref(view);
  return copy;
}

/** A field by its name, or a view with several fields; null for another index. Raises ValueError. */
function fieldView(vm: Machine, a: NdArray, key: PyObject): NdArray | null {
  if (key instanceof PyStr) {
    const field = fieldOf(vm, a.dtype, key.value);
    const plain = a.type === RecArrayType && field.dtype.fields === null ? NdArrayType : a.type;
    return newView(vm, a, a.shape, a.strides, a.offset + field.offset, field.dtype, plain);
  }
  if (key.kind !== 'list' || (key as PyList).items.length === 0) return null;
  const names = (key as PyList).items;
  if (!names.every((n): n is PyStr => n instanceof PyStr)) return null;
  const known = a.dtype.fields ?? [];
  const fields = names.map((n) => {
    const field = known.find((f) => f.name === n.value);
    if (field !== undefined) return field;
    n.rc++;
    const error = vm.call(KeyErrorType, [n]);
    return vm.raiseObject(error);
  });
  return newView(vm, a, a.shape, a.strides, a.offset, structDType(fields, a.dtype.itemsize));
}

/** A field of a structured type. Raises ValueError. */
export function fieldOf(vm: Machine, dtype: DType, name: string): Field {
  return dtype.fields?.find((f) => f.name === name) ?? vm.raise(ValueErrorType, `no field of name ${name}`);
}

/** Raises ValueError unless the array may be written. */
export function requireWriteable(vm: Machine, a: NdArray, what = 'assignment destination'): void {
  if (!a.writeable) vm.raise(ValueErrorType, `${what} is read-only`);
}

export function setItem(vm: Machine, a: NdArray, key: PyObject, value: PyObject | null): void {
  if (value === null) vm.raise(ValueErrorType, 'cannot delete array elements');
  requireWriteable(vm, a);
  if (key.type === IntType && a.shape.length === 1 && typeof (key as PyInt).value === 'number') {
    const i = checkIndex(vm, (key as PyInt).value as number, a.shape[0] as number, 0);
    storeAt(vm, a, a.offset + i * (a.strides[0] as number), value);
    return;
  }
  const field = a.dtype.fields === null ? null : fieldView(vm, a, key);
  if (field !== null) setThrough(vm, field, value);
  else setIndexed(vm, a, parseIndex(vm, a, key), value);
}

function setIndexed(vm: Machine, a: NdArray, index: Index, value: PyObject): void {
  const { mask, parts } = index;
  if (mask !== null) {
    try {
      setMask(vm, a, mask, value);
    } finally {
      vm.heap.decref(mask);
    }
  } else if (index.full) storeAt(vm, a, viewLayout(vm, a, parts).offset, value);
  else if (index.fancy) {
    const source = valueArray(vm, a, value);
    try {
      fancySet(vm, a, parts, source, source === value);
    } finally {
      vm.heap.decref(source);
    }
  } else setThrough(vm, basicView(vm, a, parts), value);
}

function setThrough(vm: Machine, view: NdArray, value: PyObject): void {
  try {
    assign(vm, view, value);
  } finally {
    vm.heap.decref(view);
  }
}

function setMask(vm: Machine, a: NdArray, mask: NdArray, value: PyObject): void {
  const source = valueArray(vm, a, value);
  try {
    if (source.ndim > 1)
      vm.raise(
        TypeErrorType,
        `NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, input has ${source.ndim} dimensions`,
      );
    const places = masked(vm, a, mask);
    const values = maskValues(vm, source, places.length);
    writeElements(vm, a, places, castAll(vm, source.dtype, a.dtype, values));
  } finally {
    vm.heap.decref(source);
  }
}

/** The assigned value as an array of the destination's type (PyArray_FromAny with NPY_ARRAY_FORCECAST). */
function valueArray(vm: Machine, a: NdArray, value: PyObject): NdArray {
  if (value instanceof NdArray) {
    value.rc++;
    return value;
  }
  return toArray(vm, value, { dtype: a.dtype });
}

/** Store one Python object at a byte (PyArray_Pack). */
export function storeAt(vm: Machine, a: NdArray, at: number, value: PyObject): void {
  const { dtype, buffer } = a;
  if (dtype.letter === 'O') {
    buffer.touch(at, at + 8);
    store(vm, dtype, buffer, at, value);
  } else if (dtype.letter === 'V') {
    buffer.touch(at, at + dtype.itemsize);
    store(vm, dtype, buffer, at, value);
  } else {
    const e = coerce(vm, dtype, value);
    buffer.touch(at, at + dtype.itemsize);
    put(vm, dtype, buffer, at, e);
  }
}

/** `view[...] = value` for any value (PyArray_CopyObject). Raises ValueError, TypeError. */
export function assign(vm: Machine, view: NdArray, value: PyObject): void {
  if (value instanceof NdArray || value instanceof PyVoid) {
    assignArray(vm, view, value instanceof PyVoid ? value.data : value);
    return;
  }
  if (
    !isSequence(value) ||
    (view.dtype.letter === 'V' && value.kind === 'tuple') ||
    (view.dtype.letter === 'O' && view.ndim === 0)
  ) {
    const found = view.dtype.letter === 'V' ? null : elementOf(value);
    if (view.dtype.letter === 'V') {
      const at = offsets(view);
      for (const o of at) storeAt(vm, view, o, value);
    } else {
      if (
        found === null &&
        value.type.slots.getItem !== undefined &&
        view.dtype.letter !== 'O' &&
        value.kind !== 'dict'
      )
        vm.refuse('numpy.assign', `assignment of an object of type ${value.type.name}`);
      const e = coerce(vm, view.dtype, value);
      fill(vm, view, e);
    }
    return;
  }
  assignSequence(vm, view, value);
}

/** The element of a 0-d array, or the array: what functions give back (PyArray_Return). Takes over the reference. */
export function unwrap(vm: Machine, a: NdArray): PyObject {
  if (a.ndim !== 0) return a;
  const made =
    a.dtype.letter === 'V' ? scalarAt(vm, a, a.offset) : scalar(a.dtype, read(a.dtype, a.buffer, a.offset));
  vm.heap.decref(a);
  return made;
}
