/** reshape, ravel, flatten (numpy/_core/src/multiarray/shape.c). */
import { AttributeErrorType, ValueErrorType } from '../../machine/types/exceptions';
import type { Machine } from '../../memory/object';
import { copyOf, elementsOf, type Order, strideOrder, writeElements } from '../copy';
import { offsetsOf } from '../iterate';
import { isC, isF, type NdArray, newArray, newView, sizeOf, stridesFor } from '../ndarray';
import { shapeText } from '../tuple';

/** The shape with its -1 filled in. Raises ValueError. */
function complete(vm: Machine, a: NdArray, shape: readonly number[]): number[] {
  const size = a.size;
  const fail = (): never =>
    vm.raise(ValueErrorType, `cannot reshape array of size ${size} into shape ${shapeText(shape)}`);
  let known = 1;
  let unknown = -1;
  shape.forEach((n, i) => {
    if (n < 0) {
      if (unknown >= 0) vm.raise(ValueErrorType, 'can only specify one unknown dimension');
      unknown = i;
    } else known *= n;
  });
  if (unknown < 0) {
    if (known !== size) fail();
    return [...shape];
  }
  if (known === 0 || size % known !== 0) fail();
  return shape.map((n) => (n < 0 ? size / known : n));
}

/** Strides of the new shape over the same memory, or null where it cannot be (_attempt_nocopy_reshape). */
export function sameMemoryStrides(a: NdArray, shape: readonly number[], fortran: boolean): number[] | null {
  const oldDims: number[] = [];
  const oldStrides: number[] = [];
  a.shape.forEach((n, i) => {
    if (n !== 1) {
      oldDims.push(n);
      oldStrides.push(a.strides[i] as number);
    }
  });
  const newStrides = new Array<number>(shape.length).fill(0);
  let oi = 0;
  let oj = 1;
  let ni = 0;
  let nj = 1;
  while (ni < shape.length && oi < oldDims.length) {
    let np = shape[ni] as number;
    let op = oldDims[oi] as number;
    while (np !== op) {
      if (np < op) np *= shape[nj++] as number;
      else op *= oldDims[oj++] as number;
    }
    for (let k = oi; k < oj - 1; k++) {
      const ok = fortran
        ? oldStrides[k + 1] === (oldDims[k] as number) * (oldStrides[k] as number)
        : oldStrides[k] === (oldDims[k + 1] as number) * (oldStrides[k + 1] as number);
      if (!ok) return null;
    }
    if (fortran) {
      newStrides[ni] = oldStrides[oi] as number;
      for (let k = ni + 1; k < nj; k++)
        newStrides[k] = (newStrides[k - 1] as number) * (shape[k - 1] as number);
    } else {
      newStrides[nj - 1] = oldStrides[oj - 1] as number;
      for (let k = nj - 1; k > ni; k--) newStrides[k - 1] = (newStrides[k] as number) * (shape[k] as number);
    }
    ni = nj++;
    oi = oj++;
  }
  let last = ni >= 1 ? (newStrides[ni - 1] as number) : a.dtype.itemsize;
  if (fortran && ni >= 1) last *= shape[ni - 1] as number;
  for (let k = ni; k < shape.length; k++) newStrides[k] = last;
  return newStrides;
}

/** `a.reshape(shape, order)`: a view where the memory allows it, else a view of a new copy. */
export function reshape(
  vm: Machine,
  a: NdArray,
  shape: readonly number[],
  order: Order = 'C',
  copy: boolean | null = null,
): NdArray {
  if (order === 'K') vm.raise(ValueErrorType, "order 'K' is not permitted for reshaping");
  const fortran = order === 'F' || (order === 'A' && isF(a) && !isC(a));
  if (copy !== true && shape.length === a.ndim && shape.every((n, i) => n === a.shape[i]))
    return newView(vm, a, a.shape, a.strides, a.offset);
  const full = complete(vm, a, shape);
  let source = a;
  let strides: number[] | null = null;
  if (copy === true) {
    source = copyOf(vm, a, fortran ? 'F' : 'C');
  } else if (fortran ? !isF(a) : !isC(a)) {
    strides = a.size > 0 ? sameMemoryStrides(a, full, fortran) : null;
    if (strides === null) {
      if (copy === false) vm.raise(ValueErrorType, 'Unable to avoid creating a copy while reshaping.');
      source = copyOf(vm, a, fortran ? 'F' : 'C');
    }
  }
  strides ??= stridesFor(full, a.dtype.itemsize, fortran);
  const view = newView(vm, source, full, strides, source.offset);
  if (source !== a) vm.heap.decref(source);
  return view;
}

/** `a.shape = shape`. Raises AttributeError where a copy would be needed. */
export function setShape(vm: Machine, a: NdArray, shape: readonly number[]): void {
  const full = complete(vm, a, shape);
  const strides = isC(a) ? stridesFor(full, a.dtype.itemsize) : sameMemoryStrides(a, full, false);
  if (strides === null)
    vm.raise(
      AttributeErrorType,
      'Incompatible shape for in-place modification. Use `.reshape()` to make a copy with the desired shape.',
    );
  a.shape = full;
  a.strides = strides;
  a.dirty = true;
}

/** Byte offsets of all elements in the order asked for. */
export function offsetsInOrder(a: NdArray, order: Order): number[] {
  let axes = a.shape.map((_, i) => i);
  if (order === 'F' || (order === 'A' && isF(a) && !isC(a))) axes.reverse();
  else if (order === 'K') axes = strideOrder(a.strides);
  return offsetsOf(
    axes.map((i) => a.shape[i] as number),
    axes.map((i) => a.strides[i] as number),
    a.offset,
  );
}

/** `a.flatten(order)`: a new array. */
export function flatten(vm: Machine, a: NdArray, order: Order): NdArray {
  // The iterator lets a repeated axis where it stands.
  if (order === 'K' && a.strides.includes(0)) vm.refuse('numpy.flatten', "order='K' of repeated elements");
  const made = newArray(vm, a.dtype, [a.size], false, a.type);
  writeElements(vm, made, undefined, elementsOf(a, offsetsInOrder(a, order)));
  return made;
}

/** `a.ravel(order)`: a view where the memory is in that order, else a new array. */
export function ravel(vm: Machine, a: NdArray, order: Order = 'C'): NdArray {
  let asked = order;
  if (asked === 'A') asked = isF(a) && !isC(a) ? 'F' : 'C';
  if (asked === 'K') {
    if (isC(a)) asked = 'C';
    else if (isF(a)) asked = 'F';
  }
  if (asked === 'C' && isC(a)) return reshape(vm, a, [-1]);
  if (asked === 'F' && isF(a)) return reshape(vm, a, [-1], 'F');
  if (asked === 'K') {
    let step = a.dtype.itemsize;
    let contiguous = true;
    for (const axis of strideOrder(a.strides).reverse()) {
      if (a.shape[axis] === 1) continue;
      if (a.strides[axis] !== step) {
        contiguous = false;
        break;
      }
      step *= a.shape[axis] as number;
    }
    if (contiguous) return newView(vm, a, [sizeOf(a.shape)], [a.dtype.itemsize], a.offset);
  }
  return flatten(vm, a, asked);
}
