/** slice (Objects/sliceobject.c). */
import { bool, int, None, NotImplemented, PyInt, str } from '../../memory/atoms';
import type { PyTuple } from '../../memory/containers';
import { Atom, HeapObject, type Machine, type PyObject } from '../../memory/object';
import { SliceType } from '../../memory/types';
import { attribute, define, method } from '../builtin';
import { clamped, indexValue, makeTuple, own, sizeArgument } from './convert';
import { TypeErrorType, ValueErrorType } from './exceptions';
import type { Int } from './int-arithmetic';

/** A slice. Its parts are atoms: one of other objects is refused where it is made. */
export class PySlice extends Atom {
  override get kind(): 'slice' {
    return 'slice';
  }
  constructor(
    readonly start: PyObject,
    readonly stop: PyObject,
    readonly step: PyObject,
  ) {
    super(SliceType);
  }
}

/** BUILD_SLICE: borrows its parts. */
export function makeSlice(vm: Machine, start: PyObject, stop: PyObject, step: PyObject): PySlice {
  for (const part of [start, stop, step])
    if (part instanceof HeapObject)
      vm.refuse('slice of objects', 'A slice whose bounds are not ints or None is not supported.');
  return new PySlice(start, stop, step);
}

/** The places a slice picks from a sequence. */
export interface SlicePlaces {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly count: number;
}

/** PySlice_Unpack and PySlice_AdjustIndices. Raises TypeError, ValueError. */
export function placesOf(vm: Machine, slice: PySlice, length: number): SlicePlaces {
  const step = slice.step === None ? 1 : bound(vm, slice.step);
  if (step === 0) vm.raise(ValueErrorType, 'slice step cannot be zero');
  const start =
    slice.start === None ? (step < 0 ? length - 1 : 0) : cut(bound(vm, slice.start), length, step);
  const stop = slice.stop === None ? (step < 0 ? -1 : length) : cut(bound(vm, slice.stop), length, step);
  const count =
    step < 0
      ? stop < start
        ? Math.floor((start - stop - 1) / -step) + 1
        : 0
      : start < stop
        ? Math.floor((stop - start - 1) / step) + 1
        : 0;
  return { start, stop, step, count };
}

/** _PyEval_SliceIndex */
export function bound(vm: Machine, o: PyObject): number {
  if (!(o instanceof PyInt) && o.type.slots.index === undefined)
    vm.raise(TypeErrorType, 'slice indices must be integers or None or have an __index__ method');
  return clamped(indexValue(vm, o));
}

function cut(index: number, length: number, step: number): number {
  if (index < 0) return Math.max(index + length, step < 0 ? -1 : 0);
  return Math.min(index, step < 0 ? length - 1 : length);
}

/** Start and stop arguments of `index`: counted from the end if negative, never below zero. */
export function searchBound(
  vm: Machine,
  o: PyObject | undefined,
  length: number,
  missing: number,
  orNone = '',
): number {
  if (o === undefined) return missing;
  if (!(o instanceof PyInt) && o.type.slots.index === undefined)
    vm.raise(TypeErrorType, `slice indices must be integers${orNone} or have an __index__ method`);
  const value = clamped(indexValue(vm, o));
  return value < 0 ? Math.max(value + length, 0) : value;
}

define(SliceType, {
  repr: (vm, o) => {
    const { start, stop, step } = o as PySlice;
    return str(`slice(${vm.repr(start)}, ${vm.repr(stop)}, ${vm.repr(step)})`);
  },
  compare: (vm, a, b, op) => {
    if (!(b instanceof PySlice)) return NotImplemented;
    const [x, y] = [a, b].map((s) => {
      const { start, stop, step } = s as PySlice;
      return makeTuple(vm, [own(start), own(stop), own(step)]);
    }) as [PyTuple, PyTuple];
    try {
      if (a === b) return bool(op === '==' || op === '<=' || op === '>=');
      return vm.compare(x, y, op);
    } finally {
      vm.heap.decref(x);
      vm.heap.decref(y);
    }
  },
  new: (vm, _cls, args, names) => {
    if (names.length > 0) vm.raise(TypeErrorType, 'slice() takes no keyword arguments');
    const n = args.length;
    if (n < 1) vm.raise(TypeErrorType, `slice expected at least 1 argument, got ${n}`);
    if (n > 3) vm.raise(TypeErrorType, `slice expected at most 3 arguments, got ${n}`);
    const [a, b, c] = args as [PyObject, PyObject?, PyObject?];
    return b === undefined ? makeSlice(vm, None, a, None) : makeSlice(vm, a, b, c ?? None);
  },
});

attribute<PySlice>(SliceType, 'start', (_vm, o) => own(o.start));
attribute<PySlice>(SliceType, 'stop', (_vm, o) => own(o.stop));
attribute<PySlice>(SliceType, 'step', (_vm, o) => own(o.step));

method<PySlice>(SliceType, 'indices', 'object, /', (vm, o, [lengthObject]) => {
  const length = sizeArgument(vm, lengthObject as PyObject);
  if (length < 0) vm.raise(ValueErrorType, 'length should not be negative');
  const { start, stop, step } = placesOf(vm, o, length);
  return makeTuple(
    vm,
    [start, stop, step].map((n: Int) => int(n)),
  );
});
