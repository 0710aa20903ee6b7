/** Axes permuted, added and removed: always views (shape.c; numpy/_core/numeric.py, numpy/lib). */
import { ValueErrorType } from '../../machine/types/exceptions';
import type { Machine } from '../../memory/object';
import type { DType } from '../dtype';
import { normalAxis } from '../exceptions';
import { type NdArray, newView } from '../ndarray';

/** `a.transpose(axes)`; null reverses. Raises ValueError. */
export function transpose(vm: Machine, a: NdArray, axes: readonly number[] | null = null): NdArray {
  if (axes === null) return newView(vm, a, [...a.shape].reverse(), [...a.strides].reverse(), a.offset);
  if (axes.length !== a.ndim) vm.raise(ValueErrorType, "axes don't match array");
  const order = axes.map((n) => normalAxis(vm, n, a.ndim));
  if (new Set(order).size !== order.length) vm.raise(ValueErrorType, 'repeated axis in transpose');
  return newView(
    vm,
    a,
    order.map((i) => a.shape[i] as number),
    order.map((i) => a.strides[i] as number),
    a.offset,
  );
}

export function swapAxes(vm: Machine, a: NdArray, axis1: number, axis2: number): NdArray {
  const i = normalAxis(vm, axis1, a.ndim, 'axis1');
  const j = normalAxis(vm, axis2, a.ndim, 'axis2');
  const axes = a.shape.map((_, k) => (k === i ? j : k === j ? i : k));
  return transpose(vm, a, axes);
}

export function moveAxes(vm: Machine, a: NdArray, from: readonly number[], to: readonly number[]): NdArray {
  const source = from.map((n) => normalAxis(vm, n, a.ndim, 'source'));
  const target = to.map((n) => normalAxis(vm, n, a.ndim, 'destination'));
  if (source.length !== target.length)
    vm.raise(ValueErrorType, '`source` and `destination` arguments must have the same number of elements');
  const order = a.shape.map((_, i) => i).filter((i) => !source.includes(i));
  for (const [place, axis] of target
    .map((d, k) => [d, source[k] as number] as const)
    .sort((x, y) => x[0] - y[0]))
    order.splice(place, 0, axis);
  return transpose(vm, a, order);
}

/** `a.squeeze(axis)`. Raises ValueError. */
export function squeeze(vm: Machine, a: NdArray, axes: readonly number[] | null): NdArray {
  const gone = axes?.map((n) => normalAxis(vm, n, a.ndim)) ?? null;
  if (gone?.some((i) => a.shape[i] !== 1))
    vm.raise(ValueErrorType, 'cannot select an axis to squeeze out which has size not equal to one');
  if (gone === null && !a.shape.includes(1)) {
    a.rc++;
    return a;
  }
  const keep = a.shape.map((_, i) => i).filter((i) => (gone === null ? a.shape[i] !== 1 : !gone.includes(i)));
  return newView(
    vm,
    a,
    keep.map((i) => a.shape[i] as number),
    keep.map((i) => a.strides[i] as number),
    a.offset,
  );
}

/** `a.diagonal(offset, axis1, axis2)`: a read-only view. */
export function diagonal(vm: Machine, a: NdArray, offset: number, axis1: number, axis2: number): NdArray {
  if (a.ndim < 2) vm.raise(ValueErrorType, 'diag requires an array of at least two dimensions');
  const i = normalAxis(vm, axis1, a.ndim, 'axis1');
  const j = normalAxis(vm, axis2, a.ndim, 'axis2');
  if (i === j) vm.raise(ValueErrorType, 'axis1 and axis2 cannot be the same');
  const [rows, columns] = [a.shape[i] as number, a.shape[j] as number];
  const [down, across] = [a.strides[i] as number, a.strides[j] as number];
  const n = Math.max(0, Math.min(rows + Math.min(offset, 0), columns - Math.max(offset, 0)));
  let start = a.offset;
  if (offset >= 0 && n > 0) start += offset * across;
  else if (offset < 0 && n > 0) start -= offset * down;
  const keep = a.shape.map((_, k) => k).filter((k) => k !== i && k !== j);
  const view = newView(
    vm,
    a,
    [...keep.map((k) => a.shape[k] as number), n],
    [...keep.map((k) => a.strides[k] as number), down + across],
    start,
  );
  view.writeable = false;
  return view;
}

/** Axes reversed (`np.flip`). */
export function flip(vm: Machine, a: NdArray, axes: readonly number[] | null): NdArray {
  const turned = axes?.map((n) => normalAxis(vm, n, a.ndim)) ?? a.shape.map((_, i) => i);
  let offset = a.offset;
  const strides = a.strides.map((s, i) => {
    if (!turned.includes(i)) return s;
    if ((a.shape[i] as number) > 0) offset += ((a.shape[i] as number) - 1) * s;
    return -s;
  });
  return newView(vm, a, a.shape, strides, offset);
}

/** `a.view(dtype)`: the same bytes read as another type. Raises ValueError, TypeError. */
export function viewAs(vm: Machine, a: NdArray, dtype: DType): NdArray {
  const { itemsize } = a.dtype;
  if ((dtype.letter === 'O') !== (a.dtype.letter === 'O'))
    return vm.refuse('numpy.ndarray.view', 'a view of objects as something else');
  const shape = [...a.shape];
  const strides = [...a.strides];
  if (dtype.itemsize !== itemsize) {
    const last = shape.length - 1;
    if (last < 0)
      vm.raise(
        ValueErrorType,
        'Changing the dtype of a 0d array is only supported if the itemsize is unchanged',
      );
    if (strides[last] !== itemsize && shape[last] !== 1 && !shape.includes(0))
      vm.raise(ValueErrorType, 'To change to a dtype of a different size, the last axis must be contiguous');
    const bytes = (shape[last] as number) * itemsize;
    if (dtype.itemsize < itemsize ? itemsize % dtype.itemsize !== 0 : bytes % dtype.itemsize !== 0)
      vm.raise(
        ValueErrorType,
        dtype.itemsize < itemsize
          ? 'When changing to a smaller dtype, its size must be a divisor of the size of original dtype'
          : 'When changing to a larger dtype, its size must be a divisor of the total size in bytes of the last axis of the array.',
      );
    shape[last] = bytes / dtype.itemsize;
    strides[last] = dtype.itemsize;
  }
  return newView(vm, a, shape, strides, a.offset, dtype);
}
