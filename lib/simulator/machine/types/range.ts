/** range (Objects/rangeobject.c). */

import { bool, int, NotImplemented, PyInt, str } from '../../memory/atoms';
import { Atom, HeapObject, type Machine, type PyObject, type Visit } from '../../memory/object';
import { builtinType, RangeType } from '../../memory/types';
import { attribute, checkPositional, define, method } from '../builtin';
import { hashInt, hashTuple } from '../format/hash';
import { runtime } from '../runtime';
import { each, indexValue, typeName } from './convert';
import { IndexErrorType, OverflowErrorType, TypeErrorType, ValueErrorType } from './exceptions';
import { compareValues } from './int';
import { add, divmod, type Int, multiply, subtract } from './int-arithmetic';
import { defineIterator } from './list-iterator';
import { PySlice, placesOf } from './slice';

export class PyRange extends Atom {
  override get kind(): 'range' {
    return 'range';
  }
  constructor(
    readonly start: Int,
    readonly stop: Int,
    readonly step: Int,
    readonly length: Int,
  ) {
    super(RangeType);
  }
}

/** compute_range_length */
export function makeRange(vm: Machine, start: Int, stop: Int, step: Int): PyRange {
  const [low, high, size] = step > 0 ? [start, stop, step] : [stop, start, subtract(0, step)];
  const length = low < high ? add(divmod(vm, subtract(subtract(high, low), 1), size, '')[0], 1) : 0;
  return new PyRange(start, stop, step, length);
}

const self = (o: PyObject): PyRange => o as PyRange;
const item = (vm: Machine, r: PyRange, i: Int): Int => add(r.start, multiply(vm, i, r.step));

/** The place of an int in a range, or null. */
function placeOf(vm: Machine, r: PyRange, wanted: PyObject): Int | null {
  if (!(wanted instanceof PyInt)) return null;
  const { value } = wanted;
  if (r.step > 0 ? value < r.start || value >= r.stop : value > r.start || value <= r.stop) return null;
  const [place, rest] = divmod(vm, subtract(value, r.start), r.step, '');
  return rest === 0 ? place : null;
}

/** What is not an exact int or bool is looked for by comparison. */
function search(vm: Machine, o: PyObject, wanted: PyObject): number {
  let place = -1;
  let i = 0;
  each(vm, o, (found) => {
    if (vm.equal(found, wanted)) place = i;
    i++;
    vm.charge(0, 1);
    return place < 0;
  });
  return place;
}

function subscript(vm: Machine, r: PyRange, key: PyObject): PyObject {
  if (key instanceof PySlice) {
    if (typeof r.length !== 'number')
      vm.refuse('large range', 'A slice of a range of this size is not supported.');
    const { start, stop, step } = placesOf(vm, key, r.length as number);
    return makeRange(vm, item(vm, r, start), item(vm, r, stop), multiply(vm, r.step, step));
  }
  if (!(key instanceof PyInt) && key.type.slots.index === undefined)
    vm.raise(TypeErrorType, `range indices must be integers or slices, not ${typeName(key)}`);
  let place = indexValue(vm, key);
  if (place < 0) place = add(place, r.length);
  if (place < 0 || place >= r.length) vm.raise(IndexErrorType, 'range object index out of range');
  return int(item(vm, r, place));
}

/** Start and step that matter for equality: equal ranges give equal items. */
const essence = (r: PyRange): Int[] =>
  r.length === 0 ? [0] : r.length === 1 ? [1, r.start] : [r.length, r.start, r.step];

define(RangeType, {
  repr: (_vm, o) => {
    const { start, stop, step } = self(o);
    return str(`range(${start}, ${stop}${step === 1 ? '' : `, ${step}`})`);
  },
  hash: (vm, o) => {
    const { length, start, step } = self(o);
    const parts = [length, length === 0 ? null : start, length === 0 || length === 1 ? null : step];
    if (parts.includes(null)) vm.refuse('hash(range)', 'The hash of a short range depends on an address.');
    return hashTuple(parts.map((part) => hashInt(part as Int)));
  },
  compare: (_vm, a, b, op) => {
    if ((op !== '==' && op !== '!=') || !(b instanceof PyRange)) return NotImplemented;
    const [x, y] = [essence(self(a)), essence(b)];
    const equal = x.length === y.length && x.every((part, i) => compareValues(part, y[i] as Int, '=='));
    return bool(equal === (op === '=='));
  },
  iter: (vm, o) => vm.heap.add(new PyRangeIterator(self(o).start, self(o).step, self(o).length)),
  length: (vm, o) => {
    const { length } = self(o);
    if (typeof length === 'number') return length;
    return vm.raise(OverflowErrorType, 'Python int too large to convert to C ssize_t');
  },
  getItem: (vm, o, key) => subscript(vm, self(o), key),
  contains: (vm, o, wanted) =>
    wanted instanceof PyInt ? placeOf(vm, self(o), wanted) !== null : search(vm, o, wanted) >= 0,
  bool: (_vm, o) => self(o).length !== 0,
  new: (vm, _cls, args, names) => {
    // compute_range_length compares the step with zero.
    runtime(vm).enter(' in comparison');
    runtime(vm).leave();
    if (names.length > 0) vm.raise(TypeErrorType, 'range() takes no keyword arguments');
    const n = args.length;
    checkPositional(vm, 'range', n, 1, 3);
    const [a, b, c] = args.map((arg) => indexValue(vm, arg)) as [Int, Int?, Int?];
    if (c === 0) vm.raise(ValueErrorType, 'range() arg 3 must not be zero');
    return b === undefined ? makeRange(vm, 0, a, 1) : makeRange(vm, a, b, c ?? 1);
  },
});

attribute<PyRange>(RangeType, 'start', (_vm, r) => int(r.start));
attribute<PyRange>(RangeType, 'stop', (_vm, r) => int(r.stop));
attribute<PyRange>(RangeType, 'step', (_vm, r) => int(r.step));

method<PyRange>(RangeType, 'count', 'value, /', (vm, r, [wanted]) => {
  if (wanted instanceof PyInt) return int(placeOf(vm, r, wanted) === null ? 0 : 1);
  let count = 0;
  each(vm, r, (found) => {
    if (vm.equal(found, wanted as PyObject)) count++;
    vm.charge(0, 1);
    return true;
  });
  return int(count);
});
method<PyRange>(RangeType, 'index', 'value, /', (vm, r, [wanted]) => {
  const place = wanted instanceof PyInt ? placeOf(vm, r, wanted) : search(vm, r, wanted as PyObject);
  if (place !== null && place >= 0) return int(place);
  if (!(wanted instanceof PyInt)) vm.raise(ValueErrorType, 'sequence.index(x): x not in sequence');
  return vm.raise(ValueErrorType, `${vm.repr(wanted as PyObject)} is not in range`);
});
method<PyRange>(RangeType, '__reversed__', '', (vm, r) => {
  const last = item(vm, r, subtract(r.length, 1));
  return vm.heap.add(new PyRangeIterator(last, subtract(0, r.step), r.length));
});

export const RangeIteratorType = builtinType('range_iterator');

/** Holds nothing: start, step and what is left. */
export class PyRangeIterator extends HeapObject {
  override get kind(): 'iterator' {
    return 'iterator';
  }
  constructor(
    public value: Int,
    readonly step: Int,
    public left: Int,
  ) {
    super(RangeIteratorType);
  }
  override traverse(_visit: Visit): void {}
  override drop(): PyObject[] {
    return [];
  }
}

defineIterator(RangeIteratorType, (_vm, o) => {
  const iterator = o as PyRangeIterator;
  if (iterator.left === 0) return null;
  const { value, step, left } = iterator;
  iterator.value = add(value, step);
  iterator.left = typeof left === 'number' ? left - 1 : subtract(left, 1);
  return int(value);
});
method<PyRangeIterator>(RangeIteratorType, '__length_hint__', '', (_vm, o) => int(o.left));
