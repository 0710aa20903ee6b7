/** arange (ctors.c, PyArray_ArangeObj). */
import { TypeErrorType, ValueErrorType, ZeroDivisionErrorType } from '../../machine/types/exceptions';
import type { Machine, PyObject } from '../../memory/object';
import { type Args, numpyFunction } from '../arguments';
import { cast } from '../convert';
import { arrayOf } from '../copy';
import { type DType, Float32, Float64, Int64 } from '../dtype';
import { optionalDType } from '../dtype-of';
import { type Elem, wrap } from '../element';
import type { NdArray } from '../ndarray';
import { promote } from '../promotion';
import { elementOf } from '../scalar';
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

export const RANGES = [numpyFunction('arange', 'start=, stop=, step=, dtype=, *, device=, like=', arange)];
