/** zeros, ones, full, eye, diag … (numpy/_core/numeric.py, numpy/lib/_twodim_base_impl.py). */
import { PyBytearray } from '../../machine/types/bytearray';
import { TypeErrorType, ValueErrorType } from '../../machine/types/exceptions';
import { makeMemoryview } from '../../machine/types/memoryview';
import { int, PyBytes, PyInt } from '../../memory/atoms';
import type { Machine, PyObject } from '../../memory/object';
import { type Code, isTrue, numpyFunction, optionalIndex, orderOf } from '../arguments';
import { store } from '../convert';
import { arrayOf, assignArray, newLike } from '../copy';
import { bytesDType, type DType, Float64, Int64, strDType } from '../dtype';
import { dtypeOf, optionalDType } from '../dtype-of';
import { assign } from '../indexing/subscript';
import { bytearrayMemory, bytesMemory } from '../memory-export';
import { NdArray, newArray } from '../ndarray';
import { elementOf } from '../scalar';
import { diagonal } from '../shape/axes';
import { shapeOf } from '../tuple';
import { asArray, toArray } from './from-object';

/** Fill a new array; gives it up where that raises. */
export function filled(vm: Machine, a: NdArray, value: PyObject): NdArray {
  try {
    assign(vm, a, value);
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

/** `np.frombuffer`: an array on the memory of bytes or a bytearray, which it holds. */
const frombuffer: Code = (vm, [source, dtype, count, start]) => {
  const type = optionalDType(vm, dtype) ?? Float64;
  const o = source as PyObject;
  if (!(o instanceof PyBytes || o instanceof PyBytearray))
    return vm.refuse('numpy.frombuffer', `frombuffer of ${o.type.name}`);
  if (type.letter === 'O')
    return vm.raise(ValueErrorType, 'cannot create an OBJECT array from memory buffer');
  const bytes = o instanceof PyBytes ? o.value : o.bytes;
  const offset = optionalIndex(vm, start, 0);
  if (offset < 0 || offset > bytes.length)
    vm.raise(
      ValueErrorType,
      `offset must be non-negative and no greater than buffer length (${bytes.length})`,
    );
  let n = optionalIndex(vm, count, -1);
  const room = bytes.length - offset;
  if (n < 0) {
    if (room % type.itemsize !== 0)
      vm.raise(ValueErrorType, 'buffer size must be a multiple of element size');
    n = room / type.itemsize;
  } else if (n * type.itemsize > room) vm.raise(ValueErrorType, 'buffer is smaller than requested size');
  const buffer = o instanceof PyBytes ? bytesMemory(vm, bytes) : bytearrayMemory(vm, o);
  // A bytearray is held through a memoryview of it.
  const base = o instanceof PyBytes ? o : makeMemoryview(vm, o);
  return vm.heap.add(
    new NdArray(type, [n], [type.itemsize], offset, buffer, base, false, !(o instanceof PyBytes)),
  );
};

const fromiter: Code = (vm, [source, dtype, count]) => {
  const type = dtypeOf(vm, dtype as PyObject);
  const n = optionalIndex(vm, count, -1);
  const items: PyObject[] = [];
  const iterator = vm.iterate(source as PyObject);
  try {
    for (let k = 0; k !== n; k++) {
      const item = vm.next(iterator);
      if (item === null) {
        if (n >= 0)
          vm.raise(ValueErrorType, `iterator too short: Expected ${n} but iterator had only ${k} items.`);
        break;
      }
      items.push(item);
    }
    const a = newArray(vm, type, [items.length]);
    try {
      items.forEach((item, i) => {
        store(vm, type, a.buffer, i * type.itemsize, item);
      });
    } catch (e) {
      vm.heap.decref(a);
      throw e;
    }
    return a;
  } finally {
    vm.heap.decrefAll(items);
    vm.heap.decref(iterator);
  }
};

/** Index grids: `np.indices`. */
export function indices(vm: Machine, shape: readonly number[], dtype: DType): NdArray {
  const values: number[] = [];
  const n = shape.reduce((x, y) => x * y, 1);
  shape.forEach((_, axis) => {
    const inner = shape.slice(axis + 1).reduce((x, y) => x * y, 1);
    for (let i = 0; i < n; i++) values.push(Math.floor(i / inner) % (shape[axis] as number));
  });
  return arrayOf(vm, dtype, [shape.length, ...shape], values);
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
  numpyFunction('frombuffer', 'buffer, dtype=, count=, offset=', frombuffer),
  numpyFunction('fromiter', 'iter, dtype, count=', fromiter),
  numpyFunction('indices', 'dimensions, dtype=, sparse=', (vm, [shape, dtype, sparse]) => {
    if (isTrue(vm, sparse)) vm.refuse('numpy.indices', 'sparse=True');
    if (shape instanceof PyInt) vm.raise(TypeErrorType, "'int' object is not iterable");
    return indices(vm, shapeOf(vm, shape as PyObject), optionalDType(vm, dtype) ?? Int64);
  }),
];
