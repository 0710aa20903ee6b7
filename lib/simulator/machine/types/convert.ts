/** What most built-in types need: names of types, conversions of arguments, sequences from iterables. */
import { PyFloat, PyInt } from '../../memory/atoms';
import { EMPTY_TUPLE, PyList, PyTuple } from '../../memory/containers';
import type { Machine, PyObject, PyType } from '../../memory/object';
import { ListType, TupleType } from '../../memory/types';
import { askLength } from '../length-hint';
import { chargeItems } from '../work';
import { IndexErrorType, OverflowErrorType, TypeErrorType } from './exceptions';
import { type Int, toDouble } from './int-arithmetic';

/** tp_name: with the module for the library's types outside of builtins. */
export const typeNameOf = (type: PyType): string =>
  type.isHeapType || type.module === 'builtins' ? type.name : `${type.module}.${type.name}`;
export const typeName = (o: PyObject): string => typeNameOf(o.type);

/** Take one more reference and return the object. */
export function own<T extends PyObject>(o: T): T {
  o.rc++;
  return o;
}

/** PyNumber_Index as a value. Raises TypeError. */
export function indexValue(vm: Machine, o: PyObject): Int {
  if (o instanceof PyInt) return o.value;
  const slot = o.type.slots.index;
  if (slot === undefined)
    return vm.raise(TypeErrorType, `'${typeName(o)}' object cannot be interpreted as an integer`);
  const made = slot(vm, o);
  if (!(made instanceof PyInt)) {
    const name = typeName(made);
    vm.heap.decref(made);
    return vm.raise(TypeErrorType, `__index__ returned non-int (type ${name})`);
  }
  const { value } = made;
  vm.heap.decref(made);
  return value;
}

/** An argument of type Py_ssize_t. Raises TypeError, OverflowError. */
export function sizeArgument(vm: Machine, o: PyObject): number {
  const value = indexValue(vm, o);
  if (fits64(value)) return Number(value);
  return vm.raise(OverflowErrorType, 'Python int too large to convert to C ssize_t');
}

/** A size or count given to an operator: raises `error` if it does not fit (PyNumber_AsSsize_t). */
export function sizeOperand(vm: Machine, o: PyObject, error: PyType = IndexErrorType): number {
  const value = indexValue(vm, o);
  if (fits64(value)) return Number(value);
  return vm.raise(error, `cannot fit '${typeName(o)}' into an index-sized integer`);
}

export const fits64 = (value: Int): boolean =>
  typeof value === 'number' || (value < 1n << 63n && value >= -(1n << 63n));

/** An int value cut to the range of Py_ssize_t, as bounds of slices are. */
export function clamped(value: Int): number {
  return Math.max(-Number.MAX_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, Number(value)));
}

/** PyFloat_AsDouble. Raises TypeError ('must be real number'), OverflowError. */
export function toFloat(vm: Machine, o: PyObject): number {
  if (o instanceof PyFloat) return o.value;
  if (o instanceof PyInt) return toDouble(vm, o.value);
  const { float, index } = o.type.slots;
  if (float === undefined) {
    if (index !== undefined) return toDouble(vm, indexValue(vm, o));
    return vm.raise(TypeErrorType, `must be real number, not ${typeName(o)}`);
  }
  const made = float(vm, o);
  if (!(made instanceof PyFloat)) {
    const name = typeName(made);
    vm.heap.decref(made);
    return vm.raise(TypeErrorType, `${typeName(o)}.__float__ returned non-float (type ${name})`);
  }
  const { value } = made;
  vm.heap.decref(made);
  return value;
}

/** A new tuple; takes over the references. */
export const makeTuple = (vm: Machine, items: PyObject[]): PyTuple =>
  items.length === 0 ? EMPTY_TUPLE : vm.heap.add(new PyTuple(items));

/** A new list; takes over the references. */
export const makeList = (vm: Machine, items: PyObject[]): PyList => vm.heap.add(new PyList(items));

/** Copies of references to these, each owned. */
export function ownAll(items: readonly PyObject[]): PyObject[] {
  for (const item of items) item.rc++;
  return items.slice();
}

/** A new list of what an iterable gives (PySequence_List). */
export function collect(vm: Machine, iterable: PyObject): PyList {
  if (iterable.type === ListType || iterable.type === TupleType) {
    const { items } = iterable as PyList | PyTuple;
    chargeItems(vm, items.length);
    return makeList(vm, ownAll(items));
  }
  const list = makeList(vm, []);
  try {
    extend(vm, list, iterable);
  } catch (error) {
    vm.heap.decref(list);
    throw error;
  }
  return list;
}

/** Append what an iterable gives. */
export function extend(vm: Machine, list: PyList, iterable: PyObject): void {
  const iterator = vm.iterate(iterable);
  try {
    askLength(vm, iterable);
    for (let item = vm.next(iterator); item !== null; item = vm.next(iterator)) {
      list.items.push(item);
      list.dirty = true;
      vm.charge(8);
    }
  } finally {
    vm.heap.decref(iterator);
  }
}

/** The items of a list that nobody else holds, taken out of it; the list is freed. */
export function takeItems(vm: Machine, list: PyList): PyObject[] {
  const { items } = list;
  list.items = [];
  vm.heap.decref(list);
  return items;
}

/** A new tuple of what an iterable gives (PySequence_Tuple). */
export function collectTuple(vm: Machine, iterable: PyObject): PyTuple {
  if (iterable.type === TupleType) return own(iterable as PyTuple);
  return makeTuple(vm, takeItems(vm, collect(vm, iterable)));
}

/** Call `visit` with each item of an iterable, borrowed, until it returns false. */
export function each(vm: Machine, iterable: PyObject, visit: (item: PyObject) => boolean | undefined): void {
  const iterator = vm.iterate(iterable);
  try {
    for (let item = vm.next(iterator); item !== null; item = vm.next(iterator)) {
      let go: boolean | undefined;
      try {
        go = visit(item);
      } finally {
        vm.heap.decref(item);
      }
      if (go === false) return;
    }
  } finally {
    vm.heap.decref(iterator);
  }
}
