/** arange, linspace, logspace (ctors.c, PyArray_ArangeObj; numpy/_core/function_base.py). */
import { TypeErrorType, ValueErrorType, ZeroDivisionErrorType } from '../../machine/types/exceptions';
import { float } from '../../memory/atoms';
import type { Machine, PyObject } from '../../memory/object';
import { type Args, isTrue, numpyFunction, optionalIndex } from '../arguments';
import { computing } from '../computing';
import { cast } from '../convert';
import { arrayOf, copyOf } from '../copy';
import { type DType, Float32, Float64, Int64 } from '../dtype';
import { optionalDType } from '../dtype-of';
import { type Elem, wrap } from '../element';
import { type NdArray, newView } from '../ndarray';
import { promote } from '../promotion';
import { elementOf } from '../scalar';
import { makeTuple } from '../tuple';
import { chargeLoop, requireBytes } from '../work';

interface Bound {
  readonly dtype: DType;
  readonly value: number;
}

function boundOf(vm: Machine, o: PyObject): Bound {
  const found = elementOf(o);
  if (found === null || typeof found.value !== 'number')
    return vm.refuse('numpy.arange', `a range with a bound of type ${o.type.name}`);
  return { dtype: found.dtype, value: found.value };
}

/** `np.arange(start, stop, step, dtype)` */
export function arange(vm: Machine, [first, second, step, dtype]: Args): NdArray {
  const low = second === undefined ? undefined : first;
  const high = second ?? first;
  if (high === undefined) return vm.raise(TypeErrorType, 'arange() requires stop to be specified.');
  const start = low === undefined ? { dtype: Int64, value: 0 } : boundOf(vm, low);
  const stop = boundOf(vm, high);
  const by = step === undefined ? { dtype: Int64, value: 1 } : boundOf(vm, step);
  let type = optionalDType(vm, dtype);
  if (type === null)
    for (const b of [start, stop, by]) {
      const known: DType = type ?? Int64;
      type = b.dtype.letter === 'b' ? known : promote(known, b.dtype);
    }
  const t = type as DType;
  if (by.value === 0)
    vm.raise(
      ZeroDivisionErrorType,
      start.dtype.letter === 'f' || stop.dtype.letter === 'f' || by.dtype.letter === 'f'
        ? 'float division by zero'
        : 'division by zero',
    );
  const n = Math.max(0, Math.ceil((stop.value - start.value) / by.value));
  if (Number.isNaN(n)) vm.raise(ValueErrorType, 'arange: cannot compute length');
  if (n >= 2 ** 60) vm.raise(ValueErrorType, 'Maximum allowed size exceeded');
  if (!t.isInteger && t.letter !== 'f' && n > 2) vm.refuse('numpy.arange', `a range of ${t.text}`);
  requireBytes(vm, n * t.itemsize);
  chargeLoop(vm, n, false);
  const values = new Array<Elem>(n);
  if (n > 0) values[0] = cast(vm, Float64, t, start.value);
  if (n > 1) values[1] = cast(vm, Float64, t, start.value + by.value);
  if (n > 2) {
    const from = values[0] as number;
    const delta = t === Float32 ? Math.fround((values[1] as number) - from) : (values[1] as number) - from;
    if (t.isInteger) for (let i = 2; i < n; i++) values[i] = wrap(from + i * delta, t.bits, t.letter === 'i');
    else if (t === Float32)
      for (let i = 2; i < n; i++) values[i] = Math.fround(from + Math.fround(i * delta));
    else for (let i = 2; i < n; i++) values[i] = from + i * delta;
  }
  return arrayOf(vm, t, [n], values);
}

function number(vm: Machine, name: string, o: PyObject | undefined): number {
  const found = o === undefined ? null : elementOf(o);
  if (found === null || !(found.dtype.isInteger || found.dtype.letter === 'f' || found.dtype.letter === 'b'))
    return vm.refuse(`numpy.${name}`, `${name} with bounds that are not numbers`);
  return Number(found.value);
}

interface Spaced {
  readonly array: NdArray;
  readonly step: number;
}

/** The values of linspace, as a view of an array without a name. */
function linspace(vm: Machine, name: string, [low, high, count, endpoint, , dtype]: Args): Spaced {
  const start = number(vm, name, low);
  const stop = number(vm, name, high);
  const num = optionalIndex(vm, count, 50);
  if (num < 0) vm.raise(ValueErrorType, `Number of samples, ${num}, must be non-negative.`);
  const last = isTrue(vm, endpoint, true);
  const div = last ? num - 1 : num;
  const delta = stop - start;
  const type = optionalDType(vm, dtype) ?? Float64;
  const step = div > 0 ? delta / div : Number.NaN;
  requireBytes(vm, 8 * num);
  chargeLoop(vm, num, false);
  const values = Array.from({ length: num }, (_, i) => {
    const y = div > 0 ? (step === 0 ? (i / div) * delta : i * step) : i * delta;
    return y + start;
  });
  if (last && num > 1) values[num - 1] = stop;
  const owner = arrayOf(vm, Float64, [num], type.isInteger ? values.map(Math.floor) : values);
  if (div <= 0 && type === Float64) return { array: owner, step };
  const view = newView(vm, owner, [num], num === 0 ? [8] : owner.strides, 0);
  vm.heap.decref(owner);
  if (type === Float64) return { array: view, step };
  const array = copyOf(vm, view, 'K', type);
  vm.heap.decref(view);
  return { array, step };
}

export const RANGES = [
  numpyFunction('arange', 'start=, stop=, step=, dtype=, *, device=, like=', arange),
  numpyFunction('linspace', 'start, stop, num=, endpoint=, retstep=, dtype=, axis=', (vm, args) => {
    const { array, step } = linspace(vm, 'linspace', args);
    return isTrue(vm, args[4])
      ? makeTuple(vm, [array, computing().ufunc(vm, 'divide', [float(step), float(1)])])
      : array;
  }),
  numpyFunction(
    'logspace',
    'start, stop, num=, endpoint=, base=, dtype=',
    (vm, [start, stop, num, endpoint, base, dtype]) => {
      const { array } = linspace(vm, 'logspace', [start, stop, num, endpoint]);
      try {
        const made = computing().ufunc(vm, 'power', [base ?? float(10), array]) as NdArray;
        const type = optionalDType(vm, dtype);
        if (type === null) return made;
        const converted = copyOf(vm, made, 'K', type);
        vm.heap.decref(made);
        return converted;
      } finally {
        vm.heap.decref(array);
      }
    },
  ),
];
