/** Integers, slices, newaxis and ellipsis: a view (mapping.c, get_view_from_index). */
import type { Machine, PyObject } from '../../memory/object';
import { read } from '../dtype';
import { NdArray, newView } from '../ndarray';
import { PyVoid, scalar } from '../scalar';
import { checkIndex, type Part, resolveSlice } from './parse';

export interface Layout {
  readonly shape: number[];
  readonly strides: number[];
  readonly offset: number;
}

/** Shape and strides that the parts select; index arrays leave their axes out. */
export function viewLayout(vm: Machine, a: NdArray, parts: readonly Part[]): Layout {
  const shape: number[] = [];
  const strides: number[] = [];
  let offset = a.offset;
  let axis = 0;
  for (const part of parts) {
    const size = a.shape[axis] as number;
    const stride = a.strides[axis] as number;
    switch (part.kind) {
      case 'int':
        offset += checkIndex(vm, part.value, size, axis) * stride;
        axis++;
        break;
      case 'slice': {
        const [start, step, count] = resolveSlice(vm, part.slice, size);
        // An empty slice stays where the array begins.
        if (count > 0) offset += start * stride;
        shape.push(count);
        strides.push(step * stride);
        axis++;
        break;
      }
      case 'newaxis':
        shape.push(1);
        strides.push(0);
        break;
      case 'ellipsis':
        for (let k = 0; k < part.axes; k++, axis++) {
          shape.push(a.shape[axis] as number);
          strides.push(a.strides[axis] as number);
        }
        break;
      case 'fancy':
        axis++;
    }
  }
  return { shape, strides, offset };
}

export function basicView(vm: Machine, a: NdArray, parts: readonly Part[]): NdArray {
  const { shape, strides, offset } = viewLayout(vm, a, parts);
  return newView(vm, a, shape, strides, offset);
}

/** The element at byte `at` as a scalar; a record keeps the array (PyArray_Scalar). */
export function scalarAt(vm: Machine, a: NdArray, at: number): PyObject {
  if (a.dtype.letter !== 'V') return scalar(a.dtype, read(a.dtype, a.buffer, at));
  a.rc++;
  const data = new NdArray(a.dtype, [], [], at, a.buffer, null, false, a.writeable);
  vm.charge(256, 24);
  return vm.heap.add(new PyVoid(data, a));
}
