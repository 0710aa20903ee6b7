/** take, put, repeat, compress, nonzero, where, sort, searchsorted (item_selection.c, npysort). */
import { IndexErrorType, TypeErrorType, ValueErrorType } from '../../machine/types/exceptions';
import { None, PyStr } from '../../memory/atoms';
import type { Machine, PyObject } from '../../memory/object';
import { axisOf, isTrue, optionalIndex } from '../arguments';
import { arrayOf, broadcastElements, broadcastShapes, castAll, elementsOf, writeElements } from '../copy';
import { asArray, toArray } from '../creation/from-object';
import { Bool, Int64 } from '../dtype';
import type { Elem } from '../element';
import { normalAxis } from '../exceptions';
import { offsets, offsetsOf } from '../iterate';
import { hiddenView, isC, type NdArray, newArray, newView } from '../ndarray';
import { promote, resultType } from '../promotion';
import { type ArrayOp, ascending, lanes, writeLanes } from '../reduce/statistics';
import { isTruthy } from '../truth';
import { makeTuple, shapeText, typeName } from '../tuple';
import { operandOf, release } from '../ufunc/operand';
import { outputStrides } from '../ufunc/order';
import { chargeDear, chargePicks, chargeSearch, chargeSort, requireBytes } from '../work';
import { clipModeOf, placeOf } from './clip-mode';
import { checkIndex } from './parse';
import { sortElements, sortedOrder } from './sorting';
import { requireWriteable, unwrap } from './subscript';

/** Integers of an index argument. Refuses other numbers. */
export function integersOf(
  vm: Machine,
  o: PyObject,
  name: string,
): { values: number[]; shape: readonly number[] } {
  const a = asArray(vm, o);
  try {
    if (!a.dtype.isInteger && a.dtype !== Bool && a.size > 0)
      vm.refuse(`numpy.${name}`, `indices of type ${a.dtype.text}`);
    return { values: elementsOf(a).map(Number), shape: a.shape };
  } finally {
    vm.heap.decref(a);
  }
}

/** The elements at these places along an axis, in a new C-ordered array. */
function gather(
  vm: Machine,
  a: NdArray,
  axis: number,
  picks: readonly number[],
  pickShape: readonly number[],
): NdArray {
  const shape = [...a.shape.slice(0, axis), ...pickShape, ...a.shape.slice(axis + 1)];
  const before = offsetsOf(a.shape.slice(0, axis), a.strides.slice(0, axis), a.offset);
  const after = offsetsOf(a.shape.slice(axis + 1), a.strides.slice(axis + 1), 0);
  const step = a.strides[axis] as number;
  requireBytes(vm, a.dtype.itemsize * before.length * picks.length * after.length);
  chargePicks(vm, before.length * picks.length * after.length);
  const at: number[] = [];
  for (const b of before) for (const p of picks) for (const o of after) at.push(b + p * step + o);
  const made = newArray(vm, a.dtype, shape);
  writeElements(vm, made, undefined, elementsOf(a, at));
  return made;
}

/** Raises IndexError where something is taken from nothing. */
function requireItems(vm: Machine, n: number, taken: number): void {
  if (n === 0 && taken > 0) vm.raise(IndexErrorType, 'cannot do a non-empty take from an empty axes.');
}

const take: ArrayOp = (vm, a, [indices, axis, out, mode]) => {
  if (out !== undefined) return vm.refuse('numpy.take', 'out= of take');
  const by = clipModeOf(vm, mode, 'take');
  const along = axisOf(vm, axis);
  const { values, shape } = integersOf(vm, indices ?? None, 'take');
  if (along === null) {
    const all = elementsOf(a);
    requireItems(vm, all.length, values.length);
    chargePicks(vm, values.length);
    const picked = values.map((i) => all[placeOf(vm, by, i, all.length, 0)] as Elem);
    return unwrap(vm, arrayOf(vm, a.dtype, shape, picked));
  }
  const i = normalAxis(vm, along, a.ndim);
  const n = a.shape[i] as number;
  requireItems(vm, n, a.shape.toSpliced(i, 1).includes(0) ? 0 : values.length);
  const picks = values.map((k) => placeOf(vm, by, k, n, i));
  return unwrap(vm, gather(vm, a, i, picks, shape));
};

const put: ArrayOp = (vm, a, [indices, values, mode]) => {
  const by = clipModeOf(vm, mode, 'put');
  requireWriteable(vm, a, 'put: output array');
  const { values: at } = integersOf(vm, indices ?? None, 'put');
  if (a.size === 0 && at.length > 0) vm.raise(IndexErrorType, 'cannot replace elements of an empty array');
  const source = toArray(vm, values ?? None, { dtype: a.dtype });
  try {
    const all = offsets(a);
    const given = elementsOf(source);
    if (given.length === 0) return None;
    chargeDear(vm, at.length);
    // One after the other: those before a wrong index are written.
    at.forEach((i, k) => {
      const place = all[placeOf(vm, by, i, all.length, 0)] as number;
      writeElements(vm, a, [place], [given[k % given.length] as Elem]);
    });
  } finally {
    vm.heap.decref(source);
  }
  return None;
};

const repeat: ArrayOp = (vm, a, [repeats, axis]) => {
  const { values, shape } = integersOf(vm, repeats ?? None, 'repeat');
  const along = axisOf(vm, axis);
  const i = along === null ? -1 : normalAxis(vm, along, a.ndim);
  const n = i < 0 ? a.size : (a.shape[i] as number);
  // One number for all only makes the new length negative.
  if (values.some((k) => k < 0) && n > 0)
    vm.raise(
      ValueErrorType,
      values.length === 1
        ? 'negative dimensions are not allowed'
        : 'repeats may not contain negative values.',
    );
  if (shape.length > 0 && values.length !== 1 && values.length !== n)
    vm.raise(
      ValueErrorType,
      `operands could not be broadcast together with shape (${n},) ${shapeText(shape)}`,
    );
  const picks: number[] = [];
  for (let k = 0; k < n; k++) {
    const times = (values.length === 1 ? values[0] : values[k]) as number;
    requireBytes(vm, times * a.dtype.itemsize);
    chargePicks(vm, times);
    for (let t = 0; t < times; t++) picks.push(k);
  }
  if (i >= 0) return gather(vm, a, i, picks, [picks.length]);
  const all = elementsOf(a);
  return arrayOf(
    vm,
    a.dtype,
    [picks.length],
    picks.map((k) => all[k] as Elem),
  );
};

const compress: ArrayOp = (vm, a, [condition, axis, out]) => {
  if (out !== undefined) return vm.refuse('numpy.compress', 'out= of compress');
  const mask = asArray(vm, condition ?? None);
  try {
    if (mask.ndim !== 1) vm.raise(ValueErrorType, 'condition must be a 1-d array');
    const picks = elementsOf(mask).flatMap((e, k) => (e === 0 ? [] : [k]));
    const along = axisOf(vm, axis);
    if (along === null) {
      const all = elementsOf(a);
      return arrayOf(
        vm,
        a.dtype,
        [picks.length],
        picks.map((k) => all[checkIndex(vm, k, all.length, 0)] as Elem),
      );
    }
    const i = normalAxis(vm, along, a.ndim);
    return gather(
      vm,
      a,
      i,
      picks.map((k) => checkIndex(vm, k, a.shape[i] as number, i)),
      [picks.length],
    );
  } finally {
    vm.heap.decref(mask);
  }
};

/** Places of the elements that are true: an array of n rows and one column an axis; a new owner. */
export function nonzeroRows(vm: Machine, a: NdArray): NdArray {
  const all = elementsOf(a);
  chargePicks(vm, a.size / 2);
  const rows: number[] = [];
  const index = new Array<number>(a.ndim).fill(0);
  let n = 0;
  for (const e of all) {
    if (isTruthy(vm, a.dtype, e)) {
      for (const i of index) rows.push(i);
      n++;
    }
    for (let axis = a.ndim - 1; axis >= 0; axis--) {
      const next = (index[axis] as number) + 1;
      if (next < (a.shape[axis] as number)) {
        index[axis] = next;
        break;
      }
      index[axis] = 0;
    }
  }
  chargePicks(vm, rows.length / 2);
  return arrayOf(vm, Int64, [n, a.ndim], rows);
}

const ZERO_DIM_HINT =
  ' If the context of this error is of the form `arr[nonzero(cond)]`, just use `arr[cond]`.';

/** `a.nonzero()`: a tuple of columns of one hidden array. */
export function nonzero(vm: Machine, a: NdArray, hint = ZERO_DIM_HINT): PyObject {
  if (a.ndim === 0)
    return vm.raise(
      ValueErrorType,
      `Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead.${hint}`,
    );
  const rows = nonzeroRows(vm, a);
  const n = rows.shape[0] as number;
  const parts = a.shape.map((_, axis) => newView(vm, rows, [n], [8 * a.ndim], n > 0 ? 8 * axis : 0));
  vm.heap.decref(rows);
  return makeTuple(vm, parts);
}

/** `np.argwhere`: the columns put together and transposed. */
export function argwhere(vm: Machine, a: NdArray): PyObject {
  if (a.ndim === 0) return vm.refuse('numpy.argwhere', 'argwhere of a scalar');
  const rows = nonzeroRows(vm, a);
  const [n, ndim] = rows.shape as [number, number];
  const values = elementsOf(rows);
  vm.heap.decref(rows);
  const turned = new Array<Elem>(values.length);
  for (let i = 0; i < n; i++) for (let k = 0; k < ndim; k++) turned[k * n + i] = values[i * ndim + k] as Elem;
  const owner = arrayOf(vm, Int64, [ndim, n], turned);
  return hiddenView(vm, owner, [n, ndim], [...owner.strides].reverse());
}

/** `np.where(condition, x, y)` */
export function where(vm: Machine, condition: NdArray, x: PyObject, y: PyObject): PyObject {
  const operands = [operandOf(vm, x), operandOf(vm, y)];
  const arrays = [x, y].map((o) => asArray(vm, o)) as [NdArray, NdArray];
  try {
    const weak = operands.flatMap((o) => (o.weak === null ? [] : [o.weak]));
    if (weak.length === 1 && operands.some((o) => o.dtype.letter === 'U' || o.dtype.letter === 'S'))
      vm.refuse('numpy.where', 'text and a Python number');
    const type =
      resultType(
        operands.filter((o) => o.weak === null).map((o) => o.dtype),
        weak,
      ) ?? vm.refuse('numpy.where', 'values without a common type');
    const shape =
      broadcastShapes([condition.shape, ...arrays.map((a) => a.shape)]) ??
      vm.raise(
        ValueErrorType,
        `operands could not be broadcast together with shapes ${[condition, ...arrays].map((a) => `${shapeText(a.shape)} `).join('')}`,
      );
    const fail = (): never => vm.refuse('numpy.where', 'shapes');
    const chosen = broadcastElements(vm, condition, shape, condition.dtype, fail);
    const [xs, ys] = arrays.map((a) => broadcastElements(vm, a, shape, type, fail)) as [Elem[], Elem[]];
    const made = newArray(vm, type, shape);
    chargePicks(vm, made.size / 2);
    if (shape.length > 1) {
      const spread = (a: NdArray): number[] =>
        shape.map((_, i) => {
          const k = i - (shape.length - a.ndim);
          return k < 0 || a.shape[k] === 1 ? 0 : (a.strides[k] as number);
        });
      made.strides = outputStrides(shape, [condition, ...arrays].map(spread), type.itemsize);
    }
    for (let i = 0; i < chosen.length; i++)
      chosen[i] = (isTruthy(vm, condition.dtype, chosen[i] as Elem) ? xs[i] : ys[i]) as Elem;
    writeElements(vm, made, isC(made) ? undefined : offsets(made), chosen);
    return made;
  } finally {
    release(vm, operands);
    vm.heap.decrefAll(arrays);
  }
}

/** `kind=`: its first letter counts (PyArray_SortkindConverter). Raises ValueError. */
function checkKind(vm: Machine, kind: PyObject | undefined): void {
  if (kind instanceof PyStr && !['quicksort', 'heapsort', 'mergesort', 'stable'].includes(kind.value)) {
    if (/^[qhmsQHMS]/.test(kind.value)) vm.refuse('numpy.sort', `the kind ${kind.value} of a sort`);
    vm.raise(ValueErrorType, `sort kind must be one of 'quick', 'heap', or 'stable' (got ${vm.repr(kind)})`);
  }
}

/** `a.sort(axis)`: in place. */
export const sortInPlace: ArrayOp = (vm, a, [axis, kind, order]) => {
  if (order !== undefined || (kind !== undefined && !(kind instanceof PyStr)))
    return vm.refuse('numpy.sort', 'order= of sort');
  const along = normalAxis(vm, optionalIndex(vm, axis, -1), a.ndim);
  checkKind(vm, kind);
  requireWriteable(vm, a, 'sort array');
  const { lanes: rows } = lanes(a, along);
  const compare = ascending(vm, a.dtype);
  for (const row of rows) {
    chargeSort(vm, row.length);
    sortElements(row, compare);
  }
  writeLanes(vm, a, along, rows);
  return None;
};

/** `a.argsort(axis)`. Ties keep their order only in a stable sort: then other orders are refused. */
const argsort: ArrayOp = (vm, a, [axis, kind, , stable]) => {
  if (a.ndim === 0) return vm.refuse('numpy.argsort', 'argsort of a 0-d array');
  const i = normalAxis(vm, optionalIndex(vm, axis, -1), a.ndim);
  checkKind(vm, kind);
  const isStable =
    isTrue(vm, stable) || (kind instanceof PyStr && (kind.value === 'stable' || kind.value === 'mergesort'));
  const compare = ascending(vm, a.dtype);
  const { lanes: rows } = lanes(a, i);
  const sorted = rows.map((row) => {
    chargeSort(vm, row.length);
    const order = sortedOrder(row, compare);
    if (
      !isStable &&
      // Wide numbers are sorted by vector instructions, others by insertion up to 16.
      (row.length > 16 || (a.dtype.isNumeric && (a.dtype.itemsize === 4 || a.dtype.itemsize === 8))) &&
      order.some((k, n) => n > 0 && compare(row[order[n - 1] as number] as Elem, row[k] as Elem) === 0)
    )
      vm.refuse('numpy.argsort', 'the order of equal elements depends on the processor; use kind="stable"');
    return order as Elem[];
  });
  const made = newArray(vm, Int64, a.shape);
  writeLanes(vm, made, i, sorted);
  return made;
};

const searchsorted: ArrayOp = (vm, a, [values, side, sorter]) => {
  if (sorter !== undefined || a.ndim !== 1) return vm.refuse('numpy.searchsorted', 'sorter= of searchsorted');
  if (side !== undefined && !(side instanceof PyStr))
    return vm.raise(TypeErrorType, `search side must be str, not ${typeName(side)}`);
  const right = side instanceof PyStr && side.value === 'right';
  const v = asArray(vm, values ?? None);
  try {
    const type = promote(a.dtype, v.dtype) ?? vm.refuse('numpy.searchsorted', 'values of another type');
    const sorted = castAll(vm, a.dtype, type, elementsOf(a));
    const compare = ascending(vm, type);
    chargeSearch(vm, v.size, a.size);
    const found = castAll(vm, v.dtype, type, elementsOf(v)).map((e) => {
      let [low, high] = [0, sorted.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        const c = compare(sorted[middle] as Elem, e);
        if (c < 0 || (right && c === 0)) low = middle + 1;
        else high = middle;
      }
      return low;
    });
    return unwrap(vm, arrayOf(vm, Int64, v.shape, found));
  } finally {
    vm.heap.decref(v);
  }
};

export const CHOICES: readonly (readonly [string, string, ArrayOp])[] = [
  ['take', 'indices, axis=, out=, mode=', take],
  ['put', 'indices, values, mode=', put],
  ['repeat', 'repeats, axis=', repeat],
  ['nonzero', '', (vm, a) => nonzero(vm, a)],
  ['argsort', 'axis=, kind=, order=, *, stable=', argsort],
  ['searchsorted', 'v, side=, sorter=', searchsorted],
];
export const COMPRESS: ArrayOp = compress;
