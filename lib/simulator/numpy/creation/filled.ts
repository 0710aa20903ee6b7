import { ValueErrorType } from '../../machine/types/exceptions';
import { int, PyFloat } from '../../memory/atoms';
import type { Machine, PyObject } from '../../memory/object';
import { type Code, isTrue, numpyFunction, optionalIndex, orderOf } from '../arguments';
import { store } from '../convert';
import { assignArray, newLike } from '../copy';
import { bytesDType, type DType, Float64, strDType } from '../dtype';
import { dtypeOf, optionalDType } from '../dtype-of';
import { assign } from '../indexing/subscript';
import { NdArray, newArray } from '../ndarray';
import { elementOf } from '../scalar';
import { diagonal } from '../shape/axes';
import { shapeOf, spend } from '../tuple';
import { asArray, toArray } from './from-object';

/** Fill a new array; gives it up where that raises. */
export function filled(vm: Machine, a: NdArray, value: PyObject): NdArray {
  try {
    if (value instanceof PyFloat && a.dtype.isInteger) {
      // The number becomes an array first, and is converted as elements are.
      const given = asArray(vm, value);
      spend(vm, given, () => assignArray(vm, a, given));
    } else assign(vm, a, value);
  } catch (e) {
    vm.heap.decref(a);
    throw e;
  }
  return a;
}

const newOf: Code = (vm, [shape, dtype, order]) =>
  newArray(
    vm,
    dtype === undefined ? Float64 : sized(dtypeOf(vm, dtype)),
    shapeOf(vm, shape as PyObject),
    orderOf(vm, order, 'C') === 'F',
  );

/** A text type without a length holds one character. */
const sized = (t: DType): DType =>
  t.itemsize > 0 ? t : t.letter === 'U' ? strDType(1) : t.letter === 'S' ? bytesDType(1) : t;

/** Zeros of an object array are ints. */
const zeroed = (vm: Machine, a: NdArray): NdArray => (a.dtype.letter === 'O' ? filled(vm, a, int(0)) : a);

/** Numbers that nobody has written are whatever was in memory. */
function requireWritten(vm: Machine, a: NdArray): NdArray {
  if (a.size > 0 && a.dtype.letter !== 'O') {
    vm.heap.decref(a);
    vm.refuse('numpy.empty', 'the elements of an empty array are whatever is in memory; use np.zeros');
  }
  return a;
}

function like(vm: Machine, args: readonly (PyObject | undefined)[]): NdArray {
  const [source, dtype, order, subok, shape] = args;
  const a = toArray(vm, source as PyObject, { subok: isTrue(vm, subok, true) });
  try {
    const lengths = shape === undefined ? a.shape : shapeOf(vm, shape);
    return newLike(vm, a, optionalDType(vm, dtype) ?? a.dtype, orderOf(vm, order, 'K'), a.type, lengths);
  } finally {
    vm.heap.decref(a);
  }
}

function full(
  vm: Machine,
  shape: PyObject,
  value: PyObject,
  dtype: PyObject | undefined,
  order?: PyObject,
): NdArray {
  let type = optionalDType(vm, dtype);
  if (type === null) {
    const found = elementOf(value);
    if (found !== null) type = found.dtype;
    else {
      const a = asArray(vm, value);
      type = a.dtype;
      vm.heap.decref(a);
    }
  }
  return filled(vm, newArray(vm, sized(type), shapeOf(vm, shape), orderOf(vm, order, 'C') === 'F'), value);
}

function eye(vm: Machine, rows: number, columns: number, k: number, dtype: DType): NdArray {
  const a = zeroed(vm, newArray(vm, dtype, [rows, columns]));
  for (let i = 0; i < rows; i++) {
    const j = i + k;
    if (j >= 0 && j < columns) store(vm, dtype, a.buffer, (i * columns + j) * dtype.itemsize, int(1));
  }
  return a;
}

function diag(vm: Machine, o: PyObject, k: number): PyObject {
  const v = toArray(vm, o, { subok: true });
  try {
    if (v.ndim === 2) return diagonal(vm, v, k, 0, 1);
    if (v.ndim !== 1) return vm.raise(ValueErrorType, 'Input must be 1- or 2-d.');
    const n = v.size + Math.abs(k);
    const made = zeroed(vm, newArray(vm, v.dtype, [n, n]));
    const step = v.dtype.itemsize;
    const line = new NdArray(
      v.dtype,
      v.shape,
      [(n + 1) * step],
      (k >= 0 ? k : -k * n) * step,
      made.buffer,
      null,
      false,
      true,
    );
    assignArray(vm, line, v);
    return made;
  } finally {
    vm.heap.decref(v);
  }
}

export const FILLED = [
  numpyFunction('zeros', 'shape, dtype=, order=, *, like=', (vm, args) =>
    zeroed(vm, newOf(vm, args) as NdArray),
  ),
  numpyFunction('empty', 'shape, dtype=, order=, *, like=', (vm, args) =>
    requireWritten(vm, newOf(vm, args) as NdArray),
  ),
  numpyFunction('ones', 'shape, dtype=, order=, *, like=', (vm, args) =>
    filled(vm, newOf(vm, args) as NdArray, int(1)),
  ),
  numpyFunction('full', 'shape, fill_value, dtype=, order=, *, like=', (vm, [shape, value, dtype, order]) =>
    full(vm, shape as PyObject, value as PyObject, dtype, order),
  ),
  numpyFunction('zeros_like', 'a, dtype=, order=, subok=, shape=', (vm, args) => zeroed(vm, like(vm, args))),
  numpyFunction('empty_like', 'a, dtype=, order=, subok=, shape=', (vm, args) =>
    requireWritten(vm, like(vm, args)),
  ),
  numpyFunction('ones_like', 'a, dtype=, order=, subok=, shape=', (vm, args) =>
    filled(vm, like(vm, args), int(1)),
  ),
  numpyFunction('full_like', 'a, fill_value, dtype=, order=, subok=, shape=', (vm, [a, value, ...rest]) =>
    filled(vm, like(vm, [a, ...rest]), value as PyObject),
  ),
  numpyFunction('eye', 'N, M=, k=, dtype=, order=', (vm, [n, m, k, dtype, order]) => {
    const rows = optionalIndex(vm, n, 0);
    if (orderOf(vm, order, 'C') !== 'C') vm.refuse('numpy.eye', 'order= of eye');
    return eye(
      vm,
      rows,
      optionalIndex(vm, m, rows),
      optionalIndex(vm, k, 0),
      optionalDType(vm, dtype) ?? Float64,
    );
  }),
  numpyFunction('identity', 'n, dtype=', (vm, [n, dtype]) => {
    const rows = optionalIndex(vm, n, 0);
    return eye(vm, rows, rows, 0, optionalDType(vm, dtype) ?? Float64);
  }),
  numpyFunction('diag', 'v, k=', (vm, [v, k]) => diag(vm, v as PyObject, optionalIndex(vm, k, 0))),
  numpyFunction('tri', 'N, M=, k=, dtype=', (vm, [n, m, k, dtype]) => {
    const rows = optionalIndex(vm, n, 0);
    const columns = optionalIndex(vm, m, rows);
    const [shift, type] = [optionalIndex(vm, k, 0), optionalDType(vm, dtype) ?? Float64];
    const a = zeroed(vm, newArray(vm, type, [rows, columns]));
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < columns && j <= i + shift; j++)
        store(vm, type, a.buffer, (i * columns + j) * type.itemsize, int(1));
    return a;
  }),
];
