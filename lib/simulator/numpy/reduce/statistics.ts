/** Reductions with names: sum, mean, var, min, argmax, cumsum … (numpy/_core/_methods.py, calculation.c). */
import { truthAndRelease } from '../../machine/truth-and-release';
import { ValueErrorType } from '../../machine/types/exceptions';
import { int } from '../../memory/atoms';
import type { Machine, PyObject } from '../../memory/object';
import { type Args, axesOf, axisOf, isTrue, optionalIndex, outOf } from '../arguments';
import { cast } from '../convert';
import { arrayOf, castAll, copyOf, elementsOf, newLike, writeElements } from '../copy';
import { asArray, toArray } from '../creation/from-object';
import { Bool, type DType, Float64, Int64 } from '../dtype';
import { optionalDType } from '../dtype-of';
import type { Elem } from '../element';
import { normalAxis } from '../exceptions';
import { unwrap } from '../indexing/subscript';
import { offsetsOf } from '../iterate';
import { isC, NdArray, newArray, newView, sizeOf } from '../ndarray';
import { scalar } from '../scalar';
import { spend } from '../tuple';
import { callUfunc } from '../ufunc/call';
import { outputStrides } from '../ufunc/order';
import { ufunc } from '../ufunc/ufunc';
import { chargeLoop, chargeSlowLoop } from '../work';
import { reduce, reductionAxes, sumType } from './reduce';

export type ArrayOp = (vm: Machine, a: NdArray, args: Args) => PyObject;

/** axis=, dtype=, out=, keepdims=, initial=, where= of the reductions. */
const viaReduce =
  (name: string, hasDType: boolean): ArrayOp =>
  (vm, a, args) => {
    const [axis, ...rest] = args;
    const [dtype, out, keepdims, initial, where] = hasDType ? rest : [undefined, ...rest];
    // While the program's own operators run, a frame of NumPy holds the array.
    if (a.dtype.letter === 'O' && elementsOf(a).some((o) => (o as PyObject).type.isHeapType))
      return vm.refuse(`numpy.${name}`, 'a reduction of objects with their own operators');
    const mask = where === undefined ? null : toArray(vm, where, { dtype: Bool });
    try {
      return reduce(vm, ufunc(name), a, {
        axes: givenAxes(vm, axis, a.ndim),
        dtype: optionalDType(vm, dtype),
        out: outOf(vm, out),
        keepdims: isTrue(vm, keepdims),
        initial: initial ?? null,
        where: mask,
      });
    } finally {
      if (mask !== null) vm.heap.decref(mask);
    }
  };

/** Divide a sum by a count, in the type of the sum. */
function over(vm: Machine, total: PyObject, count: number, out: NdArray | null = null): PyObject {
  return spend(vm, total, () =>
    callUfunc(vm, ufunc('divide'), [total, int(count)], {
      out,
      casting: out === null ? 'same_kind' : 'unsafe',
    }),
  );
}

const countOf = (a: NdArray, axes: readonly number[]): number =>
  axes.reduce((n, i) => n * (a.shape[i] as number), 1);

/** Of a scalar, a lone axis 0 or -1 passes, and no axis in a tuple does. */
function givenAxes(vm: Machine, axis: PyObject | undefined, ndim: number): number[] | null {
  const axes = axesOf(vm, axis);
  if (ndim === 0 && axis?.kind === 'tuple') for (const n of axes ?? []) normalAxis(vm, n, ndim);
  return axes;
}

const meanType = (t: DType): DType => (t.isInteger || t === Bool ? Float64 : t);

const mean: ArrayOp = (vm, a, [axis, dtype, out, keepdims, where]) => {
  if (where !== undefined) return vm.refuse('numpy.mean', 'where= of mean');
  const axes = reductionAxes(vm, axesOf(vm, axis), a.ndim);
  const into = outOf(vm, out);
  const type = optionalDType(vm, dtype) ?? meanType(a.dtype);
  const total = reduce(vm, ufunc('add'), a, { axes, dtype: type, out: into, keepdims: isTrue(vm, keepdims) });
  return over(vm, total, countOf(a, axes), into);
};

const variance =
  (root: boolean): ArrayOp =>
  (vm, a, [axis, dtype, out, ddof, keepdims, ...more]) => {
    if (
      out !== undefined ||
      more.some((o) => o !== undefined) ||
      a.dtype.letter === 'c' ||
      a.dtype.letter === 'O'
    )
      return vm.refuse('numpy.var', 'this form of var or std');
    const axes = reductionAxes(vm, axesOf(vm, axis), a.ndim);
    const type = optionalDType(vm, dtype) ?? meanType(a.dtype);
    const n = countOf(a, axes);
    const add = ufunc('add');
    const center = over(vm, reduce(vm, add, a, { axes, dtype: type, keepdims: true }), n);
    const x = spend(vm, center, () => callUfunc(vm, ufunc('subtract'), [a, center]));
    const square = spend(vm, x, () => callUfunc(vm, ufunc('multiply'), [x, x]));
    const squares =
      square instanceof NdArray
        ? square
        : arrayOf(vm, type, [], [(square as unknown as { value: Elem }).value]);
    const total = reduce(vm, add, squares, { axes, dtype: type, keepdims: isTrue(vm, keepdims) });
    vm.heap.decref(squares);
    const by = ddof === undefined ? n : Math.max(n - optionalIndex(vm, ddof, 0), 0);
    const result = over(vm, total, by);
    if (!root) return result;
    const made = callUfunc(vm, ufunc('sqrt'), [result]);
    vm.heap.decref(result);
    return made;
  };

/** Elements along an axis, one list for each place of the others; `shape` is that of the others. */
export function lanes(a: NdArray, axis: number): { shape: number[]; lanes: Elem[][] } {
  const flat = elementsOf(a, alongPlaces(a, axis));
  const n = a.shape[axis] as number;
  const shape = a.shape.filter((_, i) => i !== axis);
  const count = sizeOf(shape);
  if (count === 1) return { shape, lanes: [flat] };
  const out: Elem[][] = [];
  for (let k = 0; k < count; k++) out.push(flat.slice(k * n, (k + 1) * n));
  return { shape, lanes: out };
}

/** Places of the elements with this axis as the last; undefined: as they lie in memory. */
function alongPlaces(a: NdArray, axis: number): number[] | undefined {
  if (axis === a.ndim - 1 && a.dtype.letter !== 'O' && isC(a)) return undefined;
  const order = [...a.shape.map((_, i) => i).filter((i) => i !== axis), axis];
  return offsetsOf(
    order.map((i) => a.shape[i] as number),
    order.map((i) => a.strides[i] as number),
    a.offset,
  );
}

/** Order of two elements; NaN last. */
export function ascending(vm: Machine, t: DType): (x: Elem, y: Elem) => number {
  if (t.letter === 'O')
    return (x, y) => {
      if (truthAndRelease(vm, vm.compare(x as PyObject, y as PyObject, '<'))) return -1;
      return truthAndRelease(vm, vm.compare(y as PyObject, x as PyObject, '<')) ? 1 : 0;
    };
  if (t.letter === 'c' || t.letter === 'V' || t.letter === 'S')
    return vm.refuse('numpy.sort', `an order of ${t.text}`);
  if (t.letter === 'f')
    return (x, y) =>
      x < y
        ? -1
        : x > y
          ? 1
          : Number.isNaN(x as number)
            ? Number.isNaN(y as number)
              ? 0
              : 1
            : Number.isNaN(y as number)
              ? -1
              : 0;
  return (x, y) => (x < y ? -1 : x > y ? 1 : 0);
}

const extreme =
  (name: string, sign: number): ArrayOp =>
  (vm, a, [axis, out, keepdims]) => {
    if (out !== undefined || keepdims !== undefined)
      return vm.refuse(`numpy.${name}`, `out= or keepdims= of ${name}`);
    const along = axisOf(vm, axis);
    const i = along === null ? -1 : normalAxis(vm, along, Math.max(a.ndim, 1));
    const parts = i < 0 || a.ndim === 0 ? { shape: [], lanes: [elementsOf(a)] } : lanes(a, i);
    if (parts.lanes.some((l) => l.length === 0) || a.size === 0)
      vm.raise(ValueErrorType, `attempt to get ${name} of an empty sequence`);
    if (a.dtype.letter === 'O') return vm.refuse(`numpy.${name}`, `${name} of objects`);
    const order = ascending(vm, a.dtype);
    chargeLoop(vm, a.size, false);
    const found = parts.lanes.map((lane) => {
      let best = 0;
      for (let k = 1; k < lane.length; k++) {
        const [x, y] = [lane[k] as number, lane[best] as number];
        if (Number.isNaN(y)) break;
        if (Number.isNaN(x) || order(x, y) * sign > 0) best = k;
      }
      return best;
    });
    return unwrap(vm, arrayOf(vm, Int64, parts.shape, found));
  };

/** Running totals (`ufunc.accumulate`); axis null: over the flat array. */
export function accumulate(
  vm: Machine,
  name: string,
  a: NdArray,
  axis: number | null,
  dtype: DType | null,
  out: NdArray | null,
): NdArray {
  const u = ufunc(name);
  const type = dtype ?? (name === 'add' || name === 'multiply' ? sumType(a.dtype) : a.dtype);
  const op = u.entry[type.letter === 'u' ? 'i' : (type.letter as 'b')];
  if (op === undefined) return vm.refuse(`numpy.${name}.accumulate`, `running totals of ${type.text}`);
  // An array without axes counts as flat.
  const checked = axis === null ? -1 : normalAxis(vm, axis, Math.max(a.ndim, 1));
  const i = a.ndim === 0 ? -1 : checked;
  const parts = i < 0 ? { shape: [], lanes: [elementsOf(a)] } : lanes(a, i);
  chargeLoop(vm, a.size, type.letter === 'O');
  chargeSlowLoop(vm, a.size, true);
  const results = parts.lanes.map((lane) => {
    const values = castAll(vm, a.dtype, type, lane);
    for (let k = 1; k < values.length; k++)
      values[k] = op(values[k - 1] as Elem, values[k] as Elem, type) as Elem;
    return values;
  });
  const shape = i < 0 ? [a.size] : a.shape;
  let made = out;
  if (made === null)
    made = i < 0 ? arrayOf(vm, type, shape, results[0] as Elem[]) : newArray(vm, type, shape, false, a.type);
  else {
    if (made.shape.length !== shape.length || made.shape.some((n, k) => n !== shape[k]))
      vm.refuse(`numpy.${name}.accumulate`, 'out= of another shape');
    if (!made.writeable) vm.raise(ValueErrorType, 'output array is read-only');
    made.rc++;
  }
  if (out === null && i >= 0 && a.size > 0) made.strides = outputStrides(shape, [a.strides], type.itemsize);
  if (out !== null || i >= 0)
    writeLanes(
      vm,
      made,
      i < 0 ? 0 : i,
      results.map((r) => castAll(vm, type, (made as NdArray).dtype, r)),
    );
  return made;
}

/** The reverse of `lanes`. */
export function writeLanes(vm: Machine, a: NdArray, axis: number, values: readonly Elem[][]): void {
  const [first] = values;
  writeElements(
    vm,
    a,
    alongPlaces(a, axis),
    values.length === 1 && first !== undefined ? first : values.flat(),
  );
}

const running =
  (name: string): ArrayOp =>
  (vm, a, [axis, dtype, out]) =>
    accumulate(vm, name, a, axisOf(vm, axis), optionalDType(vm, dtype), outOf(vm, out));

const truthOf =
  (name: string, whole: boolean): ArrayOp =>
  (vm, a, args) => {
    if (a.dtype.letter !== 'O') return viaReduce(name, false)(vm, a, args);
    if (args.some((o) => o !== undefined))
      return vm.refuse(`numpy.${name}`, 'any or all of objects along an axis');
    let last: PyObject | null = null;
    for (const o of elementsOf(a)) {
      last = o as PyObject;
      if (vm.truth(last) !== whole) break;
    }
    return scalar(Bool, last === null ? (whole ? 1 : 0) : vm.truth(last) ? 1 : 0);
  };

const ptp: ArrayOp = (vm, a, args) => {
  const high = viaReduce('maximum', false)(vm, a, args);
  return spend(vm, high, () => {
    const low = viaReduce('minimum', false)(vm, a, args);
    return spend(vm, low, () => callUfunc(vm, ufunc('subtract'), [high, low]));
  });
};

/** `a.clip(min, max, out)` */
const clip: ArrayOp = (vm, a, [low, high, out]) => {
  const into = outOf(vm, out);
  if (a.dtype === Bool) return vm.refuse('numpy.clip', 'clip of bool');
  if (low === undefined && high === undefined) return callUfunc(vm, ufunc('positive'), [a], { out: into });
  let current: PyObject = a;
  a.rc++;
  for (const [name, bound] of [
    ['maximum', low],
    ['minimum', high],
  ] as const) {
    if (bound === undefined) continue;
    const before = current;
    current = spend(vm, before, () => callUfunc(vm, ufunc(name), [before, bound], { out: into }));
  }
  return current;
};

/** `a.round(decimals)`: exact only for whole places of integers and for decimals 0 of floats and what multiplication keeps. */
const round: ArrayOp = (vm, a, [decimals, out]) => {
  const n = optionalIndex(vm, decimals, 0);
  if (!a.dtype.isNumeric || a.dtype.letter === 'c')
    return vm.refuse('numpy.round', `round of ${a.dtype.text}`);
  if (a.dtype.letter !== 'f') {
    if (out !== undefined || a.dtype === Bool) return vm.refuse('numpy.round', 'this form of round');
    if (n < 0) {
      const rounded = scaledRound(vm, a, Float64, n, null);
      const whole = asArray(vm, rounded);
      vm.heap.decref(rounded);
      return unwrap(
        vm,
        spend(vm, whole, () => copyOf(vm, whole, 'K', a.dtype)),
      );
    }
    const made = newLike(vm, a, a.dtype, 'K', a.type);
    writeElements(vm, made, undefined, elementsOf(a));
    return unwrap(vm, made);
  }
  const into = outOf(vm, out);
  if (n === 0) return callUfunc(vm, ufunc('rint'), [a], { out: into });
  return scaledRound(vm, a, a.dtype, n, into);
};

/** multiply, rint, divide by the power of ten (PyArray_Round). */
function scaledRound(vm: Machine, a: NdArray, type: DType, n: number, into: NdArray | null): PyObject {
  const power = scalar(type, cast(vm, Float64, type, 10 ** Math.abs(n)));
  const [first, last] = n > 0 ? (['multiply', 'divide'] as const) : (['divide', 'multiply'] as const);
  const scaled = callUfunc(vm, ufunc(first), [a, power], { out: into });
  const whole = spend(vm, scaled, () => callUfunc(vm, ufunc('rint'), [scaled], { out: into }));
  return spend(vm, whole, () => callUfunc(vm, ufunc(last), [whole, power], { out: into }));
}

/** Name, parameters behind the array, and the operation: methods of ndarray and functions of numpy alike. */
/** `a.trace()` of a matrix: the sum of its diagonal. */
export const trace: ArrayOp = (vm, a) => {
  if (a.ndim !== 2) return vm.refuse('numpy.trace', 'trace of an array that is no matrix');
  const n = Math.min(a.shape[0] as number, a.shape[1] as number);
  const line = newView(vm, a, [n], [(a.strides[0] as number) + (a.strides[1] as number)], a.offset);
  return spend(vm, line, () => viaReduce('add', true)(vm, line, []));
};

export const STATISTICS: readonly (readonly [string, string, ArrayOp])[] = [
  ['sum', 'axis=, dtype=, out=, keepdims=, initial=, where=', viaReduce('add', true)],
  ['prod', 'axis=, dtype=, out=, keepdims=, initial=, where=', viaReduce('multiply', true)],
  ['max', 'axis=, out=, keepdims=, initial=, where=', viaReduce('maximum', false)],
  ['min', 'axis=, out=, keepdims=, initial=, where=', viaReduce('minimum', false)],
  [
    'any',
    'axis=, out=, keepdims=, *, where=',
    (vm, a, [axis, out, keep, where]) =>
      truthOf('logical_or', false)(vm, a, [axis, out, keep, undefined, where]),
  ],
  [
    'all',
    'axis=, out=, keepdims=, *, where=',
    (vm, a, [axis, out, keep, where]) =>
      truthOf('logical_and', true)(vm, a, [axis, out, keep, undefined, where]),
  ],
  ['mean', 'axis=, dtype=, out=, keepdims=, *, where=', mean],
  ['var', 'axis=, dtype=, out=, ddof=, keepdims=, *, where=, mean=, correction=', variance(false)],
  ['std', 'axis=, dtype=, out=, ddof=, keepdims=, *, where=, mean=, correction=', variance(true)],
  ['argmax', 'axis=, out=, *, keepdims=', extreme('argmax', 1)],
  ['argmin', 'axis=, out=, *, keepdims=', extreme('argmin', -1)],
  ['cumsum', 'axis=, dtype=, out=', running('add')],
  ['cumprod', 'axis=, dtype=, out=', running('multiply')],
  ['clip', 'min=, max=, out=', clip],
  ['round', 'decimals=, out=', round],
];
export const PTP: ArrayOp = ptp;
