/** linspace, logspace (numpy/_core/function_base.py). */
import { ValueErrorType } from '../../machine/types/exceptions';
import { float } from '../../memory/atoms';
import type { Machine, PyObject } from '../../memory/object';
import { type Args, isTrue, numpyFunction, optionalIndex } from '../arguments';
import { computing } from '../computing';
import { arrayOf, copyOf } from '../copy';
import { Float64 } from '../dtype';
import { optionalDType } from '../dtype-of';
import { type NdArray, newView } from '../ndarray';
import { elementOf } from '../scalar';
import { makeTuple } from '../tuple';
import { chargeLoop, requireBytes } from '../work';

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

export const SPACES = [
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
