/** `ufunc.reduce` over axes, in the order in which NumPy's iterator walks them (numpy/_core/src/umath/reduction.c). */
import { ValueErrorType } from '../../machine/types/exceptions';
import type { Machine, PyObject } from '../../memory/object';
import { cast, coerce } from '../convert';
import { broadcastStrides, castAll, elementsOf, writeElements } from '../copy';
import { Bool, Complex128, type DType, Float32, Int64, ObjectDType, UInt64 } from '../dtype';
import { Complex, type Elem } from '../element';
import { normalAxis, raiseCasting } from '../exceptions';
import { unwrap } from '../indexing/subscript';
import { offsets, offsetsOf } from '../iterate';
import { type NdArray, newArray, sizeOf, stridesFor } from '../ndarray';
import { canCast } from '../promotion';
import { pythonOf } from '../scalar';
import { run } from '../ufunc/call';
import { iterationOrder } from '../ufunc/order';
import { type Loop, resolve } from '../ufunc/resolve';
import type { PyUfunc } from '../ufunc/ufunc';
import { chargeAxes, chargeLoop, chargeSlowLoop } from '../work';
import { exactInAnyOrder, pairwiseSum } from './pairwise';
import { foldRuns } from './runs';

export interface ReduceOptions {
  /** null: all axes. */
  axes?: readonly number[] | null;
  dtype?: DType | null;
  out?: NdArray | null;
  keepdims?: boolean;
  /** What every result begins with. */
  initial?: PyObject | null;
  /** A mask of bools: the elements that take part. */
  where?: NdArray | null;
}

/** The type that sums and products are computed in. */
export function sumType(t: DType): DType {
  if (t.letter === 'u' && t.itemsize < 8) return UInt64;
  return t === Bool || (t.letter === 'i' && t.itemsize < 8) ? Int64 : t;
}

/** Axes normalised and checked. Raises AxisError, ValueError. */
export function reductionAxes(vm: Machine, axes: readonly number[] | null, ndim: number): number[] {
  if (axes === null) return Array.from({ length: ndim }, (_, i) => i);
  const out = axes.map((n) => normalAxis(vm, n, ndim));
  if (new Set(out).size !== out.length) vm.raise(ValueErrorType, "duplicate value in 'axis'");
  return out;
}

/** Reduce; a new reference to a scalar or array. */
export function reduce(vm: Machine, u: PyUfunc, a: NdArray, options: ReduceOptions = {}): PyObject {
  const { out = null, keepdims = false } = options;
  const ndim = a.ndim;
  // A 0-d array may be reduced over its axis 0.
  const given =
    ndim === 0 && options.axes?.length === 1 && (options.axes[0] === 0 || options.axes[0] === -1)
      ? []
      : options.axes;
  const axes = reductionAxes(vm, given ?? null, ndim);
  const widens = u.name === 'add' || u.name === 'multiply';
  let dtype = options.dtype ?? null;
  if (dtype === null && widens)
    dtype = sumType(out !== null && a.dtype.num < out.dtype.num ? out.dtype : a.dtype);
  if (u.name === 'add' && (a.dtype.letter === 'U' || a.dtype.letter === 'S'))
    vm.refuse('numpy.add.reduce', 'a sum of text');
  const operand = { dtype: a.dtype, weak: null, shape: a.shape, array: a, value: 0, owned: false };
  const loop = resolve(vm, u, [operand, operand], dtype);
  const isReduced = a.shape.map((_, i) => axes.includes(i));
  const kept = a.shape.map((_, i) => i).filter((i) => !isReduced[i]);
  const shape = keepdims
    ? a.shape.map((n, i) => (isReduced[i] ? 1 : n))
    : kept.map((i) => a.shape[i] as number);
  if (out !== null) checkOut(vm, u, out, shape);
  if (out !== null && !canCast(loop.out, out.dtype, 'same_kind'))
    raiseCasting(vm, true, u, 'same_kind', loop.out, out.dtype, 0);
  const cells = sizeOf(shape);
  const length = axes.reduce((n, i) => n * (a.shape[i] as number), 1);
  const mask = options.where ?? null;
  if (mask !== null && !options.initial && u.entry.identity === undefined)
    vm.raise(
      ValueErrorType,
      `reduction operation '${u.name}' does not have an identity, so to use a where mask one has to specify 'initial'`,
    );
  const first = options.initial ? initialOf(vm, u, loop, options.initial) : start(u, loop);
  if (length === 0 && u.entry.identity === undefined && !options.initial && cells > 0)
    vm.raise(ValueErrorType, `zero-size array to reduction operation ${u.name} which has no identity`);
  chargeAxes(vm, a.ndim);
  chargeLoop(vm, a.size, loop.letter === 'O');
  if (a.dtype.letter === 'c') chargeSlowLoop(vm, a.size, true);

  // Walk the axes as the iterator does; `group` says to which result each element goes.
  const masking = mask === null ? null : maskStrides(vm, u, mask, a.shape);
  const order = iterationOrder(a.shape, [
    ...(out === null ? [] : [spreadOut(out, keepdims, isReduced)]),
    a.strides,
    ...(masking === null ? [] : [masking]),
  ]).reverse();
  const result =
    foldRuns(u.name, loop, a, isReduced, masking === null && out === null, first) ??
    foldElements(vm, u, loop, a, { order, isReduced, kept, masking, mask, cells, first });
  try {
    if (out !== null) {
      writeElements(
        vm,
        out,
        offsets(out),
        loop.out === out.dtype ? result : result.map((e) => cast(vm, loop.out, out.dtype, e)),
      );
      out.rc++;
      return out;
    }
    const made = newArray(vm, loop.out, shape);
    if (shape.length > 1) {
      // The result's axes lie in the order in which they were walked.
      const strides = shape.map(() => loop.out.itemsize);
      let step = loop.out.itemsize;
      for (const i of [...order].reverse()) {
        if (isReduced[i] && !keepdims) continue;
        const at = keepdims ? i : kept.indexOf(i);
        strides[at] = step;
        step *= shape[at] as number;
      }
      made.strides = sizeOf(shape) === 0 ? shape.map(() => 0) : strides;
    }
    writeElements(vm, made, undefined, result);
    return unwrap(vm, made);
  } finally {
    if (loop.letter === 'O' && loop.out === ObjectDType) vm.heap.decrefAll(result as PyObject[]);
  }
}

interface Walk {
  /** Axes from the outermost to the innermost. */
  readonly order: readonly number[];
  readonly isReduced: readonly boolean[];
  readonly kept: readonly number[];
  readonly mask: NdArray | null;
  readonly masking: readonly number[] | null;
  readonly cells: number;
  readonly first: Elem | undefined;
}

/** The results of all cells, element by element. References of object results are new. */
function foldElements(vm: Machine, u: PyUfunc, loop: Loop, a: NdArray, walked: Walk): Elem[] {
  const { order, isReduced, kept, mask, masking, cells, first } = walked;
  const walkShape = order.map((i) => a.shape[i] as number);
  const all = elementsOf(
    a,
    offsetsOf(
      walkShape,
      order.map((i) => a.strides[i] as number),
      a.offset,
    ),
  );
  const chosen =
    mask === null || masking === null
      ? null
      : elementsOf(
          mask,
          offsetsOf(
            walkShape,
            order.map((i) => masking[i] as number),
            mask.offset,
          ),
        );
  const source = chosen === null ? all : all.filter((_, i) => chosen[i] !== 0);
  const keptStrides = stridesFor(
    kept.map((i) => a.shape[i] as number),
    1,
  );
  const cellStep = order.map((i) => (isReduced[i] ? 0 : (keptStrides[kept.indexOf(i)] as number)));
  const cellsOf = offsetsOf(walkShape, cellStep, 0);
  const group = chosen === null ? cellsOf : cellsOf.filter((_, i) => chosen[i] !== 0);
  const work = loop.loop ?? a.dtype;
  const values = loop.loop === null ? source : castAll(vm, a.dtype, work, source);
  // A mask cuts the runs into parts of their own.
  if (
    chosen !== null &&
    u.name === 'add' &&
    loop.letter === 'f' &&
    !exactInAnyOrder(values as number[], loop.out === Float32)
  )
    vm.refuse('numpy.add.reduce', 'a masked sum whose last digit depends on the order of addition');
  const inner = chosen === null ? innerRun(a, order, isReduced) : 1;
  return fold(
    vm,
    u,
    loop,
    values,
    group,
    new Array<Elem | undefined>(cells).fill(first),
    inner,
    a.dtype !== work,
  );
}

/** Elements of the innermost loop, if that is a reduction: axes that lie one behind the other are one loop. */
function innerRun(a: NdArray, order: readonly number[], isReduced: readonly boolean[]): number {
  let run = 1;
  let step: number | null = null;
  for (let k = order.length - 1; k >= 0; k--) {
    const axis = order[k] as number;
    const n = a.shape[axis] as number;
    if (n === 1) continue;
    if (!isReduced[axis] || (step !== null && a.strides[axis] !== step)) break;
    run *= n;
    step = (a.strides[axis] as number) * n;
  }
  return run;
}

function checkOut(vm: Machine, u: PyUfunc, out: NdArray, shape: readonly number[]): void {
  if (out.ndim !== shape.length)
    vm.raise(
      ValueErrorType,
      `output parameter for reduction operation ${u.name} has the wrong number of dimensions: Found ${out.ndim} but expected ${shape.length}`,
    );
  if (!out.writeable) vm.raise(ValueErrorType, 'output array is read-only');
  if (out.shape.some((n, i) => n !== shape[i])) vm.refuse(`numpy.${u.name}.reduce`, 'out= of another shape');
}

const spreadOut = (out: NdArray, keepdims: boolean, isReduced: readonly boolean[]): number[] => {
  let k = 0;
  return isReduced.map((reduced, i) => (reduced ? 0 : (out.strides[keepdims ? i : k++] as number)));
};

/** The results of all cells. References of object results are new. */
function fold(
  vm: Machine,
  u: PyUfunc,
  loop: Loop,
  values: Elem[],
  group: readonly number[],
  acc: (Elem | undefined)[],
  inner: number,
  buffered: boolean,
): Elem[] {
  const floats = u.name === 'add' && (loop.letter === 'f' || loop.letter === 'c');
  if (floats && values.length > 0) return sums(vm, loop, values, group, acc as Elem[], inner, buffered);
  const t = loop.loop ?? loop.out;
  const op = loop.letter === 'O' ? undefined : u.entry[loop.letter as 'b'];
  for (let i = 0; i < values.length; i++) {
    const cell = group[i] as number;
    const had = acc[cell];
    const e = values[i] as Elem;
    if (had === undefined) {
      if (loop.letter === 'O') (e as PyObject).rc++;
      acc[cell] = e;
    } else if (op !== undefined) {
      const r = op(had, e, t);
      if (r === undefined)
        vm.refuse(`numpy.${u.name}.reduce`, 'a result whose last digit depends on the machine');
      acc[cell] = r as Elem;
    } else {
      try {
        acc[cell] = run(vm, u, loop, [[had], [e]], 1, null)[0] as Elem;
      } catch (error) {
        vm.heap.decrefAll(acc.filter((made) => made !== undefined) as PyObject[]);
        throw error;
      }
      vm.heap.decref(had as PyObject);
    }
  }
  return acc.map((e) => e ?? pythonOf(Int64, u.entry.identity ?? 0));
}

/** `initial=` in the type of the result (PyArray_Pack). */
function initialOf(vm: Machine, u: PyUfunc, loop: Loop, o: PyObject): Elem {
  if (loop.letter === 'O' || loop.loop === null || !loop.out.isNumeric)
    return vm.refuse(`numpy.${u.name}.reduce`, 'initial= of this reduction');
  return coerce(vm, loop.out, o);
}

/** Strides that repeat a mask over the elements. */
function maskStrides(vm: Machine, u: PyUfunc, mask: NdArray, shape: readonly number[]): number[] {
  return (
    broadcastStrides(mask.shape, mask.strides, shape) ??
    vm.refuse(`numpy.${u.name}.reduce`, 'a mask of another shape')
  );
}

/** What a reduction begins with; undefined: its first element. */
function start(u: PyUfunc, loop: Loop): Elem | undefined {
  const id = u.entry.identity;
  if (id === undefined || loop.letter === 'O') return undefined;
  if (loop.letter === 'c') return new Complex(id, 0);
  return u.name === 'bitwise_and' && loop.letter === 'b' ? 1 : id;
}

function sums(
  vm: Machine,
  loop: Loop,
  values: Elem[],
  group: readonly number[],
  acc: Elem[],
  inner: number,
  buffered: boolean,
): Elem[] {
  const n = values.length;
  if (loop.letter === 'c') {
    const parts = [values.map((v) => (v as Complex).re), values.map((v) => (v as Complex).im)] as const;
    if (n >= 4 && !parts.every((p) => exactInAnyOrder(p, loop.out !== Complex128)))
      vm.refuse('numpy.add.reduce', 'a complex sum whose last digit depends on the order of addition');
    for (let i = 0; i < n; i++) {
      const cell = group[i] as number;
      const had = acc[cell] as Complex;
      const v = values[i] as Complex;
      acc[cell] = new Complex(had.re + v.re, had.im + v.im);
    }
    return acc;
  }
  const single = loop.out === Float32;
  const round = single ? Math.fround : (x: number): number => x;
  const numbers = values as number[];
  if (inner > 1) {
    // Buffers of 8192 elements cut long runs where the type is converted.
    if (buffered && n > 8192 && !exactInAnyOrder(numbers, single))
      vm.refuse('numpy.add.reduce', 'a long converted sum whose last digit depends on buffering');
    for (let i = 0; i < n; i += inner) {
      const cell = group[i] as number;
      acc[cell] = round((acc[cell] as number) + pairwiseSum(numbers, i, inner, round));
    }
  } else
    for (let i = 0; i < n; i++) {
      const cell = group[i] as number;
      acc[cell] = round((acc[cell] as number) + (numbers[i] as number));
    }
  return acc;
}
