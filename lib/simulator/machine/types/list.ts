/** list: its slots and constructor (Objects/listobject.c). */
import { NotImplemented, PyInt, str } from '../../memory/atoms';
import { PyList, PyTuple } from '../../memory/containers';
import type { Binary, Machine, PyObject } from '../../memory/object';
import { ListType, TupleType } from '../../memory/types';
import { bind, define, signature } from '../builtin';
import { chargeItems, chargeShift } from '../work';
import { extend, makeList, own, ownAll, sizeOperand, typeName } from './convert';
import { IndexErrorType, OverflowErrorType, TypeErrorType, ValueErrorType } from './exceptions';
import { ListIteratorType, PyListIterator } from './list-iterator';
import { compareSequences, placeOf, reprItems, reprOf } from './sequence-compare';
import { PySlice, placesOf } from './slice';

const items = (o: PyObject): PyObject[] => (o as PyList).items;

/** The place an index means, not checked against the length. Raises TypeError for what is no index. */
export function placeAt(vm: Machine, key: PyObject, length: number, kind: string): number {
  if (key.type.slots.index === undefined && !(key instanceof PyInt))
    vm.raise(TypeErrorType, `${kind} indices must be integers or slices, not ${typeName(key)}`);
  const index = key instanceof PyInt && typeof key.value === 'number' ? key.value : sizeOperand(vm, key);
  return index < 0 ? index + length : index;
}

/** `sequence[key]` of lists and tuples: an item or the items of a slice, with new references. */
export function pick(
  vm: Machine,
  all: readonly PyObject[],
  key: PyObject,
  kind: string,
): PyObject | PyObject[] {
  if (key instanceof PySlice) {
    const { start, step, count } = placesOf(vm, key, all.length);
    chargeItems(vm, count);
    const picked: PyObject[] = new Array(count);
    for (let i = 0, at = start; i < count; i++, at += step) picked[i] = own(all[at] as PyObject);
    return picked;
  }
  const found = all[placeAt(vm, key, all.length, kind)];
  if (found === undefined) return vm.raise(IndexErrorType, `${kind} index out of range`);
  return own(found);
}

function setItem(vm: Machine, o: PyObject, key: PyObject, value: PyObject | null): void {
  const list = o as PyList;
  if (key instanceof PySlice) {
    if (value === null) deleteSlice(vm, list, key);
    else assignSlice(vm, list, key, value);
    return;
  }
  const at = placeAt(vm, key, list.items.length, 'list');
  const old = list.items[at];
  if (old === undefined) return void vm.raise(IndexErrorType, 'list assignment index out of range');
  list.dirty = true;
  if (value === null) {
    chargeShift(vm, list.items.length - at);
    list.items.splice(at, 1);
  } else list.items[at] = own(value);
  vm.heap.decref(old);
}

/** Replace `count` items from `start` by these references; the old ones are released, the last first. */
function replace(vm: Machine, list: PyList, start: number, count: number, made: PyObject[]): void {
  list.dirty = true;
  chargeShift(vm, 8 * (list.items.length - start));
  const tail = list.items.splice(start);
  const old = tail.splice(0, count);
  for (const item of made) list.items.push(item);
  for (const item of tail) list.items.push(item);
  vm.heap.decrefAll(old.reverse());
}

function deleteSlice(vm: Machine, list: PyList, slice: PySlice): void {
  const { start, step, count } = placesOf(vm, slice, list.items.length);
  if (count === 0) return;
  if (step === 1) {
    replace(vm, list, start, count, []);
    return;
  }
  chargeShift(vm, 8 * list.items.length);
  const first = step < 0 ? start + step * (count - 1) : start;
  const stride = Math.abs(step);
  const old: PyObject[] = [];
  list.items = list.items.filter((item, i) => {
    const removed = i >= first && (i - first) % stride === 0 && old.length < count;
    if (removed) old.push(item);
    return !removed;
  });
  list.dirty = true;
  vm.heap.decrefAll(old);
}

function assignSlice(vm: Machine, list: PyList, slice: PySlice, value: PyObject): void {
  const step = placesOf(vm, slice, list.items.length).step;
  const made = sequenceOf(
    vm,
    value,
    step === 1 ? 'can only assign an iterable' : 'must assign iterable to extended slice',
  );
  const places = placesOf(vm, slice, list.items.length);
  if (places.step === 1) {
    replace(vm, list, places.start, Math.max(places.stop - places.start, 0), made);
    return;
  }
  if (made.length !== places.count) {
    const given = made.length;
    vm.heap.decrefAll(made.reverse());
    vm.raise(
      ValueErrorType,
      `attempt to assign sequence of size ${given} to extended slice of size ${places.count}`,
    );
  }
  const old = made.map((item, i) => {
    const at = places.start + i * places.step;
    const was = list.items[at] as PyObject;
    list.items[at] = item;
    return was;
  });
  list.dirty = true;
  vm.heap.decrefAll(old);
}

/** PySequence_Fast: new references to the items of an iterable; `message` if it is none. */
export function sequenceOf(vm: Machine, o: PyObject, message: string): PyObject[] {
  if (o instanceof PyList || o instanceof PyTuple) {
    if (o.type === ListType || o.type === TupleType) {
      chargeItems(vm, o.items.length);
      return ownAll(o.items);
    }
  }
  if (o.type.slots.iter === undefined && o.type.slots.getItem === undefined) vm.raise(TypeErrorType, message);
  const list = makeList(vm, []);
  try {
    extend(vm, list, o);
  } catch (error) {
    vm.heap.decref(list);
    throw error;
  }
  const taken = list.items;
  list.items = [];
  vm.heap.decref(list);
  return taken;
}

/** Copies of the items `count` times over, each owned. Raises MemoryError's limit before making them. */
export function repeated(vm: Machine, all: readonly PyObject[], count: number): PyObject[] {
  if (count <= 0 || all.length === 0) return [];
  vm.charge(all.length * count * 8, all.length * count);
  const out: PyObject[] = [];
  for (let i = 0; i < count; i++) for (const item of all) out.push(own(item));
  return out;
}

/** The count of `sequence * count`, in either order; null if the pair does not fit. */
export function repetition(
  vm: Machine,
  left: PyObject,
  right: PyObject,
  isSequence: (o: PyObject) => boolean,
): [PyObject, number] | null {
  const [sequence, count] = isSequence(left) ? [left, right] : [right, left];
  // What multiplies itself (an array) goes first, as CPython tries numbers before sequences.
  if (!(count instanceof PyInt) && (count.type.slots.index === undefined || count.type.slots.binary?.['*']))
    return null;
  return [sequence, sizeOperand(vm, count, OverflowErrorType)];
}

const isList = (o: PyObject): boolean => o instanceof PyList;

const concatenate: Binary = (vm, a, b) => {
  if (!(a instanceof PyList && b instanceof PyList)) return NotImplemented;
  chargeItems(vm, a.items.length + b.items.length);
  return makeList(vm, [...ownAll(a.items), ...ownAll(b.items)]);
};

/** list.extend: a list given to itself is doubled. */
export function extendList(vm: Machine, list: PyList, iterable: PyObject): void {
  list.dirty = true;
  if (iterable === list || iterable.type === ListType || iterable.type === TupleType) {
    chargeItems(vm, items(iterable).length);
    const more = ownAll(items(iterable));
    for (const item of more) list.items.push(item);
    return;
  }
  extend(vm, list, iterable);
}

define(ListType, {
  repr: (vm, o) => str(reprOf(vm, o, '[...]', () => `[${reprItems(vm, o as PyList).join(', ')}]`)),
  compare: (vm, a, b, op) =>
    a instanceof PyList && b instanceof PyList ? compareSequences(vm, a, b, op, true) : NotImplemented,
  iter: (vm, o) => vm.heap.add(new PyListIterator(ListIteratorType, own(o) as PyList)),
  length: (_vm, o) => items(o).length,
  getItem: (vm, o, key) => {
    const found = pick(vm, items(o), key, 'list');
    return Array.isArray(found) ? makeList(vm, found) : found;
  },
  setItem,
  contains: (vm, o, item) => placeOf(vm, o as PyList, item, 0, Infinity) >= 0,
  binary: {
    '+': concatenate,
    '*': (vm, a, b) => {
      const found = repetition(vm, a, b, isList);
      return found ? makeList(vm, repeated(vm, items(found[0]), found[1])) : NotImplemented;
    },
  },
  inplace: {
    '+': (vm, a, b) => {
      // A number's own addition goes first: adding an array to a list makes an array.
      const add = b instanceof PyList ? undefined : b.type.slots.binary?.['+'];
      const sum = add?.(vm, a, b) ?? NotImplemented;
      if (sum !== NotImplemented) return sum;
      extendList(vm, a as PyList, b);
      return own(a);
    },
    '*': (vm, a, b) => {
      const found = repetition(vm, a, b, isList);
      if (found === null) return NotImplemented;
      const list = a as PyList;
      list.dirty = true;
      if (found[1] <= 0) vm.heap.decrefAll(list.items.splice(0).reverse());
      else for (const item of repeated(vm, list.items, found[1] - 1)) list.items.push(item);
      return own(a);
    },
  },
  new: (vm, cls) => vm.heap.add(new PyList([], cls)),
  init: (vm, self, args, names) => {
    const [iterable] = bind(vm, signature('iterable=(), /'), 'list', 'list', args, names);
    const list = self as PyList;
    if (list.items.length > 0) vm.heap.decrefAll(list.items.splice(0).reverse());
    if (iterable !== undefined) extendList(vm, list, iterable);
  },
});
