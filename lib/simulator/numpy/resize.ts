/** `a.resize(shape, refcheck)`: in place (PyArray_Resize, numpy/_core/src/multiarray/shape.c). */
import { TypeErrorType, ValueErrorType } from '../machine/types/exceptions';
import { int, None } from '../memory/atoms';
import type { KeywordNames, Machine, PyObject } from '../memory/object';
import { shapeArgument } from './arguments';
import { Buffer } from './buffer';
import { isC, isF, type NdArray, sizeOf, stridesFor } from './ndarray';

const REFERENCED =
  'cannot resize an array that references or is referenced\nby another object in this way.\nUse the np.resize function to get a new resized copy or\n set refcheck=False to disable this check';

/** New elements are zero. Raises ValueError where other objects refer to the array or its memory, TypeError. */
export function resize(vm: Machine, a: NdArray, args: readonly PyObject[], names: KeywordNames): PyObject {
  const given = args.slice(0, args.length - names.length);
  let check = true;
  names.forEach((n, k) => {
    if (n !== 'refcheck') vm.raise(TypeErrorType, `'${n}' is an invalid keyword argument for this function`);
    check = vm.truth(args[given.length + k] as PyObject);
  });
  if (given.length === 0 || given[0] === None) return None;
  const shape = shapeArgument(vm, given);
  if (!isC(a) && !isF(a)) vm.raise(ValueErrorType, 'resize only works on single-segment arrays');
  if (shape.some((n) => n < 0)) vm.raise(ValueErrorType, 'negative dimensions not allowed');
  const fortran = a.ndim > 1 && isF(a) && !isC(a);
  if (sizeOf(shape) !== a.size) reallocate(vm, a, sizeOf(shape), check);
  a.shape = shape;
  a.strides = stridesFor(shape, a.dtype.itemsize, fortran);
  a.dirty = true;
  return None;
}

function reallocate(vm: Machine, a: NdArray, size: number, check: boolean): void {
  if (!a.owns) vm.raise(ValueErrorType, 'cannot resize this array: it does not own its data');
  // The caller's stack holds one reference and the bound method, or the argument list, one more.
  const shared = a.rc > 2;
  if ((check && shared) || a.base !== null || (a.weakrefs !== null && a.weakrefs.length > 0))
    vm.raise(ValueErrorType, REFERENCED);
  if (shared)
    vm.refuse(
      'numpy.ndarray.resize',
      'resize without its check of an array that others refer to: views may lose their memory',
    );
  if (vm.weaklyTraced && a.buffer.seen)
    vm.refuse(
      'numpy.ndarray.resize',
      'resize of an array that was there before: a tracer that holds a weak reference to it makes it fail',
    );
  if (!a.writeable && size > a.size)
    vm.refuse('numpy.ndarray.resize', 'new elements of a read-only array are whatever is in memory');
  const { itemsize } = a.dtype;
  vm.charge(size * itemsize);
  const { objects } = a.buffer;
  const buffer = new Buffer(vm.memory, new Uint8Array(size * itemsize));
  buffer.bytes.set(a.buffer.bytes.subarray(0, Math.min(size, a.size) * itemsize));
  buffer.owner = a;
  if (objects !== null) buffer.objects = Array.from({ length: size }, (_, i) => objects[i] ?? int(0));
  a.buffer = buffer;
  if (objects !== null) vm.heap.decrefAll(objects.slice(size));
}
