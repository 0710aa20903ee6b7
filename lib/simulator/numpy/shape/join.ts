/** Arrays put together and taken apart (multiarraymodule.c; numpy/_core/shape_base.py, numpy/lib/_shape_base_impl.py). */
import { TypeErrorType, ValueErrorType } from '../../machine/types/exceptions';
import { None, PyInt } from '../../memory/atoms';
import type { PyList } from '../../memory/containers';
import { PyList as List } from '../../memory/containers';
import type { Machine, PyObject } from '../../memory/object';
import { axisOf, type Code, numpyFunction, optionalIndex, outOf } from '../arguments';
import { assignArray } from '../copy';
import { asArray, toArray } from '../creation/from-object';
import type { DType } from '../dtype';
import { optionalDType } from '../dtype-of';
import { normalAxis } from '../exceptions';
import { NdArray, newArray, newView, sizeOf } from '../ndarray';
import { promote } from '../promotion';
import { indexOf, shapeOf, shapeText } from '../tuple';
import { chargeViews } from '../work';
import { ravel, reshape } from './reshape';

/** The items of a list, tuple or array as arrays: new references. Raises TypeError. */
export function arraysOf(vm: Machine, o: PyObject, name: string): NdArray[] {
  if (o.kind === 'list' || o.kind === 'tuple') {
    const made: NdArray[] = [];
    try {
      for (const item of (o as PyList).items) made.push(asArray(vm, item));
    } catch (e) {
      vm.heap.decrefAll(made);
      throw e;
    }
    return made;
  }
  if (!(o instanceof NdArray)) return vm.refuse(`numpy.${name}`, `${name} of ${o.type.name}`);
  if (o.ndim === 0) return vm.raise(TypeErrorType, 'iteration over a 0-d array');
  chargeViews(vm, o.shape[0] as number);
  return Array.from({ length: o.shape[0] as number }, (_, i) =>
    newView(vm, o, o.shape.slice(1), o.strides.slice(1), o.offset + i * (o.strides[0] as number)),
  );
}

/** Call with a view and give the original up. */
function traded(vm: Machine, a: NdArray, make: (a: NdArray) => NdArray): NdArray {
  const made = make(a);
  vm.heap.decref(a);
  return made;
}

const grow = (vm: Machine, a: NdArray, axis: number): NdArray =>
  newView(vm, a, a.shape.toSpliced(axis, 0, 1), a.strides.toSpliced(axis, 0, 0), a.offset);

/** Axes from the outermost to the innermost that most arrays agree on (PyArray_CreateMultiSortedStridePerm). */
function jointOrder(arrays: readonly NdArray[], ndim: number): number[] {
  const perm = Array.from({ length: ndim }, (_, i) => i);
  for (let i0 = 1; i0 < ndim; i0++) {
    const axis0 = perm[i0] as number;
    let place = i0;
    for (let i1 = i0 - 1; i1 >= 0; i1--) {
      const axis1 = perm[i1] as number;
      let ambiguous = true;
      let swap = false;
      for (const a of arrays) {
        if (a.shape[axis0] === 1 || a.shape[axis1] === 1) continue;
        if (Math.abs(a.strides[axis0] as number) <= Math.abs(a.strides[axis1] as number)) swap = false;
        else if (ambiguous) swap = true;
        ambiguous = false;
      }
      if (!ambiguous) {
        if (swap) place = i1;
        else break;
      }
    }
    if (place !== i0) {
      perm.splice(i0, 1);
      perm.splice(place, 0, axis0);
    }
  }
  return perm;
}

/** `np.concatenate` of arrays along an axis; borrows them. */
export function concatenate(
  vm: Machine,
  arrays: readonly NdArray[],
  axis: number,
  out: NdArray | null = null,
  dtype: DType | null = null,
): NdArray {
  const first = arrays[0] ?? vm.raise(ValueErrorType, 'need at least one array to concatenate');
  const ndim = first.ndim;
  if (ndim === 0) vm.raise(ValueErrorType, 'zero-dimensional arrays cannot be concatenated');
  const along = normalAxis(vm, axis, ndim);
  const shape = [...first.shape];
  let type: DType | null = dtype ?? first.dtype;
  arrays.forEach((a, k) => {
    if (k === 0) return;
    if (a.ndim !== ndim)
      vm.raise(
        ValueErrorType,
        `all the input arrays must have same number of dimensions, but the array at index 0 has ${ndim} dimension(s) and the array at index ${k} has ${a.ndim} dimension(s)`,
      );
    a.shape.forEach((n, i) => {
      if (i === along) shape[i] = (shape[i] as number) + n;
      else if (n !== shape[i])
        vm.raise(
          ValueErrorType,
          `all the input array dimensions except for the concatenation axis must match exactly, but along dimension ${i}, the array at index 0 has size ${shape[i]} and the array at index ${k} has size ${n}`,
        );
    });
    if (dtype === null)
      type =
        promote(type as DType, a.dtype) ?? vm.refuse('numpy.concatenate', 'arrays without a common type');
  });
  let made: NdArray;
  if (out !== null) {
    if (out.shape.length !== ndim || out.shape.some((n, i) => n !== shape[i]))
      vm.raise(ValueErrorType, 'Output array is the wrong shape');
    out.rc++;
    made = out;
  } else {
    made = newArray(vm, type as DType, shape);
    if (sizeOf(shape) > 0) {
      const strides = new Array<number>(ndim);
      let step = made.dtype.itemsize;
      for (const i of jointOrder(arrays, ndim).reverse()) {
        strides[i] = step;
        step *= shape[i] as number;
      }
      made.strides = strides;
    }
  }
  let at = made.offset;
  for (const a of arrays) {
    const part = new NdArray(made.dtype, a.shape, made.strides, at, made.buffer, null, false, true);
    assignArray(vm, part, a);
    at += (a.shape[along] as number) * (made.strides[along] as number);
  }
  return made;
}

function joined(
  vm: Machine,
  name: string,
  o: PyObject,
  shapeOne: (a: NdArray) => NdArray,
  axis: number | ((first: NdArray) => number),
  rest: readonly (PyObject | undefined)[] = [],
): NdArray {
  const arrays = arraysOf(vm, o, name).map((a) => traded(vm, a, shapeOne));
  try {
    if (arrays.length === 0)
      vm.raise(
        ValueErrorType,
        name === 'stack' ? 'need at least one array to stack' : 'need at least one array to concatenate',
      );
    const along = typeof axis === 'number' ? axis : axis(arrays[0] as NdArray);
    return concatenate(vm, arrays, along, outOf(vm, rest[0]), optionalDType(vm, rest[1]));
  } finally {
    vm.heap.decrefAll(arrays);
  }
}

const keep = (a: NdArray): NdArray => {
  a.rc++;
  return a;
};

/** atleast_1d, 2d, 3d: the array itself where it has the axes. */
export function atLeast(vm: Machine, a: NdArray, n: number): NdArray {
  if (a.ndim >= n) return keep(a);
  if (a.ndim === 0) return reshape(vm, a, new Array<number>(n).fill(1));
  if (n === 2 || (n === 3 && a.ndim === 1)) {
    const view = grow(vm, a, 0);
    return n === 2 ? view : traded(vm, view, (v) => grow(vm, v, 2));
  }
  return grow(vm, a, 2);
}

const stack: Code = (vm, [arrays, axis, out, dtype]) => {
  const parts = arraysOf(vm, arrays as PyObject, 'stack');
  try {
    const first = parts[0] ?? vm.raise(ValueErrorType, 'need at least one array to stack');
    if (parts.some((a) => shapeText(a.shape) !== shapeText(first.shape)))
      vm.raise(ValueErrorType, 'all input arrays must have the same shape');
    const along = normalAxis(vm, optionalIndex(vm, axis, 0), first.ndim + 1);
    const grown = parts.map((a) => grow(vm, a, along));
    try {
      return concatenate(vm, grown, along, outOf(vm, out), optionalDType(vm, dtype));
    } finally {
      vm.heap.decrefAll(grown);
    }
  } finally {
    vm.heap.decrefAll(parts);
  }
};

/** Views of the parts between the places (`array_split`). */
function split(
  vm: Machine,
  _name: string,
  o: PyObject,
  where: PyObject,
  axis: number,
  equal: boolean,
): PyObject {
  const a = toArray(vm, o, { subok: true });
  try {
    const i = normalAxis(vm, axis, a.ndim);
    const n = a.shape[i] as number;
    let cuts: number[];
    if (
      where instanceof PyInt ||
      (where.kind !== 'list' && where.kind !== 'tuple' && !(where instanceof NdArray))
    ) {
      const parts = indexOf(vm, where);
      if (parts <= 0) vm.raise(ValueErrorType, 'number sections must be larger than 0.');
      if (equal && n % parts !== 0)
        vm.raise(ValueErrorType, 'array split does not result in an equal division');
      const [size, extra] = [Math.floor(n / parts), n % parts];
      cuts = [0];
      for (let k = 0; k < parts; k++) cuts.push((cuts[k] as number) + size + (k < extra ? 1 : 0));
    } else cuts = [0, ...shapeOf(vm, where), n];
    const views: PyObject[] = [];
    const stride = a.strides[i] as number;
    const clip = (k: number): number => Math.max(0, Math.min(n, k < 0 ? k + n : k));
    for (let k = 0; k + 1 < cuts.length; k++) {
      const [from, to] = [clip(cuts[k] as number), clip(cuts[k + 1] as number)];
      const count = Math.max(0, to - from);
      views.push(
        newView(vm, a, a.shape.with(i, count), a.strides, a.offset + (count > 0 ? from * stride : 0)),
      );
    }
    return vm.heap.add(new List(views));
  } finally {
    vm.heap.decref(a);
  }
}

const splitter = (
  name: string,
  least: number,
  axis: (a: NdArray) => number,
): ReturnType<typeof numpyFunction> =>
  numpyFunction(name, 'ary, indices_or_sections', (vm, [a, where]) => {
    if (!(a instanceof NdArray)) return vm.refuse(`numpy.${name}`, `${name} of what is no array`);
    if (a.ndim < least)
      vm.raise(ValueErrorType, `${name} only works on arrays of ${least} or more dimensions`);
    return split(vm, name, a, where as PyObject, axis(a), true);
  });

const atLeastOf = (n: number): ReturnType<typeof numpyFunction> =>
  numpyFunction(`atleast_${n}d`, 'a', (vm, [o]) => {
    const a = toArray(vm, o as PyObject, { subok: true });
    return traded(vm, a, (x) => atLeast(vm, x, n));
  });

const append: Code = (vm, [o, values, axis]) => {
  let along = axisOf(vm, axis);
  let a = toArray(vm, o as PyObject, { subok: true });
  let v = asArray(vm, values as PyObject);
  if (along === null) {
    if (a.ndim !== 1) a = traded(vm, a, (x) => ravel(vm, x));
    v = traded(vm, v, (x) => ravel(vm, x));
    along = a.ndim - 1;
  }
  try {
    return concatenate(vm, [a, v], along);
  } finally {
    vm.heap.decref(v);
    vm.heap.decref(a);
  }
};

export const JOINS = [
  numpyFunction(
    'concatenate',
    'arrays, axis=!, out=, *, dtype=, casting=',
    (vm, [arrays, axis, out, dtype]) =>
      axis === None
        ? joined(vm, 'concatenate', arrays as PyObject, (a) => ravel(vm, a), 0, [out, dtype])
        : joined(vm, 'concatenate', arrays as PyObject, keep, optionalIndex(vm, axis, 0), [out, dtype]),
  ),
  numpyFunction('stack', 'arrays, axis=, out=, *, dtype=, casting=', stack),
  numpyFunction('vstack', 'tup, *, dtype=, casting=', (vm, [tup, dtype]) =>
    joined(vm, 'vstack', tup as PyObject, (a) => atLeast(vm, a, 2), 0, [undefined, dtype]),
  ),
  numpyFunction('hstack', 'tup, *, dtype=, casting=', (vm, [tup, dtype]) =>
    joined(
      vm,
      'hstack',
      tup as PyObject,
      (a) => atLeast(vm, a, 1),
      (first) => (first.ndim === 1 ? 0 : 1),
      [undefined, dtype],
    ),
  ),
  numpyFunction('dstack', 'tup, *, dtype=, casting=', (vm, [tup, dtype]) =>
    joined(vm, 'dstack', tup as PyObject, (a) => atLeast(vm, a, 3), 2, [undefined, dtype]),
  ),
  numpyFunction('column_stack', 'tup', (vm, [tup]) =>
    joined(
      vm,
      'column_stack',
      tup as PyObject,
      (a) => {
        if (a.ndim >= 2) return keep(a);
        // array(v, ndmin=2).T
        const row = traded(vm, toArray(vm, a, { ndmin: 2 }), (r) =>
          newView(vm, r, [...r.shape].reverse(), [...r.strides].reverse(), r.offset),
        );
        return row;
      },
      1,
    ),
  ),
  numpyFunction('append', 'arr, values, axis=', append),
  numpyFunction('split', 'ary, indices_or_sections, axis=', (vm, [a, where, axis]) =>
    split(vm, 'split', a as PyObject, where as PyObject, optionalIndex(vm, axis, 0), true),
  ),
  numpyFunction('array_split', 'ary, indices_or_sections, axis=', (vm, [a, where, axis]) =>
    split(vm, 'array_split', a as PyObject, where as PyObject, optionalIndex(vm, axis, 0), false),
  ),
  splitter('vsplit', 2, () => 0),
  splitter('hsplit', 1, (a) => (a.ndim > 1 ? 1 : 0)),
  splitter('dsplit', 3, () => 2),
  atLeastOf(1),
  atLeastOf(2),
  atLeastOf(3),
];
