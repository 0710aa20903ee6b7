/** Unpacking into several targets (unpack_iterable, Python/ceval.c). */
import { PyList, type PyTuple } from '../memory/containers';
import type { PyObject } from '../memory/object';
import { ListType, TupleType } from '../memory/types';
import { caught, iterate, next } from './iteration';
import { askLength } from './length-hint';
import type { Runtime } from './runtime';
import { typeName } from './types/convert';
import { TypeErrorType, ValueErrorType } from './types/exceptions';
import { chargeItems } from './work';

/** Exactly n items, new references. Errors: TypeError, ValueError. */
export function unpackSequence(vm: Runtime, sequence: PyObject, n: number): PyObject[] {
  if (sequence.type === TupleType || sequence.type === ListType) {
    const { items } = sequence as PyTuple | PyList;
    if (items.length === n) {
      chargeItems(vm, n);
      for (const item of items) item.rc++;
      return items.slice();
    }
  }
  return unpackIterable(vm, sequence, n, -1);
}

/** `before` items, a list of the middle ones, `after` items: new references. */
export function unpackStarred(vm: Runtime, sequence: PyObject, before: number, after: number): PyObject[] {
  return unpackIterable(vm, sequence, before, after);
}

function unpackIterable(vm: Runtime, sequence: PyObject, before: number, after: number): PyObject[] {
  const iterator = open(vm, sequence);
  const items: PyObject[] = [];
  try {
    for (let i = 0; i < before; i++) {
      const item = next(vm, iterator);
      if (item === null) {
        const expected = after < 0 ? `expected ${before}` : `expected at least ${before + after}`;
        vm.raise(ValueErrorType, `not enough values to unpack (${expected}, got ${i})`);
      }
      items.push(item);
    }
    if (after < 0) {
      const extra = next(vm, iterator);
      if (extra === null) return items;
      vm.heap.decref(extra);
      vm.raise(ValueErrorType, `too many values to unpack (expected ${before})`);
    }
    const rest = vm.heap.add(new PyList([]));
    items.push(rest);
    for (let item = next(vm, iterator); item !== null; item = next(vm, iterator)) {
      vm.charge(8);
      rest.items.push(item);
      rest.dirty = true;
    }
    const got = rest.items.length;
    if (got < after)
      vm.raise(
        ValueErrorType,
        `not enough values to unpack (expected at least ${before + after}, got ${before + got})`,
      );
    for (const item of rest.items.splice(got - after, after)) items.push(item);
    rest.dirty = true;
    return items;
  } catch (raised) {
    vm.heap.decrefAll(items);
    throw raised;
  } finally {
    vm.heap.decref(iterator);
  }
}

function open(vm: Runtime, sequence: PyObject): PyObject {
  const { slots } = sequence.type;
  if (slots.iter === undefined && slots.getItem === undefined)
    return vm.raise(TypeErrorType, `cannot unpack non-iterable ${typeName(sequence)} object`);
  try {
    return iterate(vm, sequence);
  } catch (raised) {
    if (!caught(raised, TypeErrorType) || slots.iter !== undefined) throw raised;
    vm.heap.decref(raised.exception);
    return vm.raise(TypeErrorType, `cannot unpack non-iterable ${typeName(sequence)} object`);
  }
}

/** All items of an iterable: new references. */
export function unpackAll(vm: Runtime, iterable: PyObject): PyObject[] {
  const iterator = iterate(vm, iterable);
  const items: PyObject[] = [];
  try {
    askLength(vm, iterable);
    for (let item = next(vm, iterator); item !== null; item = next(vm, iterator)) {
      vm.charge(8);
      items.push(item);
    }
    return items;
  } catch (raised) {
    vm.heap.decrefAll(items);
    throw raised;
  } finally {
    vm.heap.decref(iterator);
  }
}
