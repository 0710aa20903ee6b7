/** choose, putmask, place, unravel_index, ravel_multi_index (item_selection.c, compiled_base.c). */
import { TypeErrorType, ValueErrorType } from '../../machine/types/exceptions';
import { None } from '../../memory/atoms';
import type { Machine, PyObject } from '../../memory/object';
import { type Code, numpyFunction } from '../arguments';
import { arrayOf, broadcastElements, broadcastShapes, castAll, elementsOf, writeElements } from '../copy';
import { asArray } from '../creation/from-object';
import { Bool, Int64, sameDType } from '../dtype';
import type { Elem } from '../element';
import { offsets } from '../iterate';
import { NdArray, newView } from '../ndarray';
import { canCast } from '../promotion';
import { scalar } from '../scalar';
import { arraysOf } from '../shape/join';
import { isTruthy } from '../truth';
import { makeTuple, shapeOf } from '../tuple';
import { integersOf } from './choose';
import { clipModeOf, placeOf } from './clip-mode';
import { requireWriteable, unwrap } from './subscript';

/** At each place the element of the array that the index names, of arrays of one type. Raises ValueError. */
const choose: Code = (vm, [o, choices, out, mode]) => {
  if (out !== undefined) return vm.refuse('numpy.choose', 'out= of choose');
  const by = clipModeOf(vm, mode, 'choose');
  const index = asArray(vm, o as PyObject);
  const arrays: NdArray[] = [];
  try {
    if (!index.dtype.isInteger && index.dtype !== Bool)
      return vm.refuse('numpy.choose', 'indices that are no integers');
    arrays.push(...arraysOf(vm, choices as PyObject, 'choose'));
    const [first] = arrays;
    if (first === undefined || arrays.some((a) => !sameDType(a.dtype, first.dtype)))
      return vm.refuse('numpy.choose', 'choices of several types, or none');
    const refuse = (): never => vm.refuse('numpy.choose', 'choices whose shapes do not fit');
    const shape = broadcastShapes([index, ...arrays].map((a) => a.shape)) ?? refuse();
    const spread = (a: NdArray): Elem[] => broadcastElements(vm, a, shape, a.dtype, refuse);
    const columns = arrays.map(spread);
    const n = columns.length;
    const chosen = spread(index).map((e, i) => {
      const k = Number(e);
      if (by === 'raise' && (k < 0 || k >= n)) vm.raise(ValueErrorType, 'invalid entry in choice array');
      return columns[placeOf(vm, by, k, n, 0)]?.[i] as Elem;
    });
    return unwrap(vm, arrayOf(vm, first.dtype, shape, chosen));
  } finally {
    vm.heap.decrefAll([...arrays, index]);
  }
};

/** Values in the array's type. Refuses those that a cast may change, and objects. */
function valuesFor(vm: Machine, a: NdArray, o: PyObject, name: string): Elem[] {
  const given = asArray(vm, o);
  try {
    if (a.dtype.letter === 'O' || !canCast(given.dtype, a.dtype, 'safe'))
      vm.refuse(`numpy.${name}`, `${name} with values of another type`);
    return castAll(vm, given.dtype, a.dtype, elementsOf(given));
  } finally {
    vm.heap.decref(given);
  }
}

/** In C order, whether the mask is true there. Raises ValueError where it is of another size. */
function maskOf(vm: Machine, a: NdArray, o: PyObject, name: string): boolean[] {
  const mask = asArray(vm, o);
  try {
    if (mask.size !== a.size) vm.raise(ValueErrorType, `${name}: mask and data must be the same size`);
    return elementsOf(mask).map((e) => isTruthy(vm, mask.dtype, e));
  } finally {
    vm.heap.decref(mask);
  }
}

/** A value for each place, of which those under the mask are written. */
const putmask: Code = (vm, [a, mask, values]) => {
  if (!(a instanceof NdArray)) return vm.raise(TypeErrorType, 'putmask: first argument must be an array');
  requireWriteable(vm, a, 'putmask: output array');
  const chosen = maskOf(vm, a, mask ?? None, 'putmask');
  const given = valuesFor(vm, a, values ?? None, 'putmask');
  if (given.length === 0) return None;
  const written = chosen.flatMap((c, i) => (c ? [given[i % given.length] as Elem] : []));
  const places = offsets(a).filter((_, i) => chosen[i]);
  writeElements(vm, a, places, written);
  return None;
};

/** One value after the other into the places under the mask. */
const place: Code = (vm, [a, mask, values]) => {
  if (!(a instanceof NdArray))
    return vm.raise(TypeErrorType, `place() argument 1 must be numpy.ndarray, not ${a?.type.name}`);
  if (!a.writeable) return vm.refuse('numpy.place', 'place in a read-only array');
  const chosen = maskOf(vm, a, mask ?? None, 'place');
  const given = valuesFor(vm, a, values ?? None, 'place');
  const places = offsets(a).filter((_, i) => chosen[i]);
  if (given.length === 0 && places.length > 0)
    return vm.raise(ValueErrorType, 'Cannot insert from an empty array!');
  writeElements(
    vm,
    a,
    places,
    places.map((_, k) => given[k % given.length] as Elem),
  );
  return None;
};

/** Flat places as one index an axis: the columns of one hidden array, or numbers. Raises ValueError, TypeError. */
const unravelIndex: Code = (vm, [o, dims]) => {
  const shape = shapeOf(vm, dims as PyObject);
  const size = shape.reduce((x, y) => x * y, 1);
  const index = asArray(vm, o as PyObject);
  try {
    if (index.size === 0 || index.dtype === Bool || shape.length === 0)
      return vm.refuse('numpy.unravel_index', 'this form of unravel_index');
    if (!index.dtype.isInteger) return vm.raise(TypeErrorType, 'only int indices permitted');
    const rows = elementsOf(index).flatMap((e) => {
      let rest = Number(e);
      if (rest < 0 || rest >= size)
        vm.raise(ValueErrorType, `index ${rest} is out of bounds for array with size ${size}`);
      const row: number[] = [];
      for (const n of shape.toReversed()) {
        row.unshift(rest % n);
        rest = Math.floor(rest / n);
      }
      return row;
    });
    if (index.ndim === 0)
      return makeTuple(
        vm,
        rows.map((n) => scalar(Int64, n)),
      );
    const whole = arrayOf(vm, Int64, [...index.shape, shape.length], rows);
    const columns = shape.map((_, axis) =>
      newView(vm, whole, index.shape, whole.strides.slice(0, -1), 8 * axis),
    );
    vm.heap.decref(whole);
    return makeTuple(vm, columns);
  } finally {
    vm.heap.decref(index);
  }
};

/** One index an axis as a flat place. Raises ValueError. */
const ravelMultiIndex: Code = (vm, [o, dims, mode]) => {
  const by = clipModeOf(vm, mode, 'ravel_multi_index');
  const shape = shapeOf(vm, dims as PyObject);
  const parts =
    o?.kind === 'tuple' || o?.kind === 'list' ? (o as { items?: readonly PyObject[] }).items : null;
  if (!parts) return vm.refuse('numpy.ravel_multi_index', 'indices that are no tuple or list');
  if (parts.length !== shape.length)
    return vm.raise(ValueErrorType, `parameter multi_index must be a sequence of length ${shape.length}`);
  const columns = parts.map((part) => integersOf(vm, part, 'ravel_multi_index'));
  const [first] = columns;
  if (
    first === undefined ||
    columns.some((c) => c.shape.length > 1 || c.values.length !== first.values.length)
  )
    return vm.refuse('numpy.ravel_multi_index', 'indices of several shapes or axes');
  const flat = first.values.map((_, i) =>
    shape.reduce((at, n, axis) => {
      const k = columns[axis]?.values[i] as number;
      if (by === 'raise' && (k < 0 || k >= n)) vm.raise(ValueErrorType, 'invalid entry in coordinates array');
      return at * n + placeOf(vm, by, k, n, axis);
    }, 0),
  );
  const ndim = Math.max(...columns.map((c) => c.shape.length));
  return unwrap(vm, arrayOf(vm, Int64, ndim === 0 ? [] : [flat.length], flat));
};

export const CHOOSING = [
  numpyFunction('choose', 'a, choices, out=, mode=', choose),
  numpyFunction('putmask', 'a, mask, values', putmask),
  numpyFunction('place', 'arr, mask, vals', place),
  numpyFunction('unravel_index', 'indices, shape', unravelIndex),
  numpyFunction('ravel_multi_index', 'multi_index, dims, mode=', ravelMultiIndex),
];
