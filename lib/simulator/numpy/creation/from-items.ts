/** frombuffer, fromiter, indices (numpy/_core/src/multiarray/ctors.c, numpy/_core/numeric.py). */
import { PyBytearray } from '../../machine/types/bytearray';
import { TypeErrorType, ValueErrorType } from '../../machine/types/exceptions';
import { makeMemoryview } from '../../machine/types/memoryview';
import { PyBytes, PyInt } from '../../memory/atoms';
import type { Machine, PyObject } from '../../memory/object';
import { type Code, isTrue, numpyFunction, optionalIndex } from '../arguments';
import { store } from '../convert';
import { arrayOf } from '../copy';
import { type DType, Float64, Int64 } from '../dtype';
import { dtypeOf, optionalDType } from '../dtype-of';
import { bytearrayMemory, bytesMemory } from '../memory-export';
import { NdArray, newArray } from '../ndarray';
import { shapeOf } from '../tuple';

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
function indices(vm: Machine, shape: readonly number[], dtype: DType): NdArray {
  const values: number[] = [];
  const n = shape.reduce((x, y) => x * y, 1);
  shape.forEach((_, axis) => {
    const inner = shape.slice(axis + 1).reduce((x, y) => x * y, 1);
    for (let i = 0; i < n; i++) values.push(Math.floor(i / inner) % (shape[axis] as number));
  });
  return arrayOf(vm, dtype, [shape.length, ...shape], values);
}

export const FROM_ITEMS = [
  numpyFunction('frombuffer', 'buffer, dtype=, count=, offset=', frombuffer),
  numpyFunction('fromiter', 'iter, dtype, count=', fromiter),
  numpyFunction('indices', 'dimensions, dtype=, sparse=', (vm, [shape, dtype, sparse]) => {
    if (isTrue(vm, sparse)) vm.refuse('numpy.indices', 'sparse=True');
    if (shape instanceof PyInt) vm.raise(TypeErrorType, "'int' object is not iterable");
    return indices(vm, shapeOf(vm, shape as PyObject), optionalDType(vm, dtype) ?? Int64);
  }),
];
