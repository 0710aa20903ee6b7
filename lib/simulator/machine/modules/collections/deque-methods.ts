/** Methods of collections.deque. */
import { int, None, type PyInt } from '../../../memory/atoms';
import type { Machine, PyObject } from '../../../memory/object';
import { attribute, checkPositional, method } from '../../builtin';
import { makeTuple, own, sizeArgument } from '../../types/convert';
import {
  AttributeErrorType,
  IndexErrorType,
  RuntimeErrorType,
  TypeErrorType,
  ValueErrorType,
} from '../../types/exceptions';
import { searchBound } from '../../types/slice';
import { chargeShift } from '../../work';
import { append, appendLeft, clear, copy, DequeType, extend, type PyDeque, reversedOver } from './deque';

type Code = (vm: Machine, deque: PyDeque, a: PyObject, b: PyObject) => PyObject | undefined;

/** A method of positional arguments; None where it gives nothing. */
const add = (name: string, text: string, code: Code): void =>
  method<PyDeque>(
    DequeType,
    name,
    text,
    (vm, deque, [a, b]) => code(vm, deque, a as PyObject, b as PyObject) ?? None,
  );

add('append', 'item, /', (vm, deque, item) => {
  append(vm, deque, own(item));
  return undefined;
});
add('appendleft', 'item, /', (vm, deque, item) => {
  appendLeft(vm, deque, own(item));
  return undefined;
});
add('extend', 'iterable, /', (vm, deque, iterable) => {
  extend(vm, deque, iterable);
  return undefined;
});
add('extendleft', 'iterable, /', (vm, deque, iterable) => {
  extend(vm, deque, iterable, appendLeft);
  return undefined;
});
add('clear', '', (vm, deque) => {
  clear(vm, deque);
  return undefined;
});
add('copy', '', copy);
add('__copy__', '', copy);
add('__reversed__', '', reversedOver);

function take(vm: Machine, deque: PyDeque, item: PyObject | undefined): PyObject {
  if (item === undefined) return vm.raise(IndexErrorType, 'pop from an empty deque');
  deque.changed();
  return item;
}
add('pop', '', (vm, deque) => take(vm, deque, deque.items.pop()));
add('popleft', '', (vm, deque) => {
  chargeShift(vm, deque.items.length);
  return take(vm, deque, deque.items.shift());
});

add('reverse', '', (vm, deque) => {
  chargeShift(vm, 8 * deque.items.length);
  deque.items.reverse();
  deque.dirty = true;
  return undefined;
});
method<PyDeque>(DequeType, 'rotate', '*args', (vm, deque, args) => {
  checkPositional(vm, 'deque.rotate', args.length, 0, 1);
  const [n] = args;
  const { length } = deque.items;
  const steps = n === undefined ? 1 : sizeArgument(vm, n);
  if (length > 1) {
    const by = ((steps % length) + length) % length;
    chargeShift(vm, 8 * length);
    deque.items = [...deque.items.slice(length - by), ...deque.items.slice(0, length - by)];
    deque.changed();
  }
  return None;
});

/** The place of an equal item between two bounds, or -1. */
function find(
  vm: Machine,
  deque: PyDeque,
  wanted: PyObject,
  from: number,
  to: number,
  message: string,
): number {
  const { state } = deque;
  for (let i = from; i < to && i < deque.items.length; i++) {
    vm.charge(0, 1);
    const item = own(deque.items[i] as PyObject);
    let same: boolean;
    try {
      same = vm.equal(item, wanted);
    } finally {
      vm.heap.decref(item);
    }
    if (same) return i;
    if (state !== deque.state) {
      if (message.startsWith('deque mutated during remove')) vm.raise(IndexErrorType, message);
      vm.raise(RuntimeErrorType, message);
    }
  }
  return -1;
}
const notThere = (vm: Machine, wanted: PyObject): never =>
  vm.raise(ValueErrorType, `${vm.repr(wanted)} is not in deque`);

method<PyDeque>(DequeType, 'index', 'value, start=0, stop=0, /', (vm, deque, [value, start, stop]) => {
  const { length } = deque.items;
  const from = searchBound(vm, start, length, 0);
  const to = searchBound(vm, stop, length, Infinity);
  const at = find(vm, deque, value as PyObject, from, to, 'deque mutated during iteration');
  return at < 0 ? notThere(vm, value as PyObject) : int(at);
});
add('remove', 'value, /', (vm, deque, value) => {
  const at = find(vm, deque, value, 0, Infinity, 'deque mutated during remove().');
  if (at < 0) return notThere(vm, value);
  chargeShift(vm, deque.items.length);
  const [item] = deque.items.splice(at, 1);
  deque.changed();
  vm.heap.decref(item as PyObject);
  return undefined;
});
add('count', 'value, /', (vm, deque, value) => {
  let count = 0;
  for (let at = -1; ; count++) {
    at = find(vm, deque, value, at + 1, Infinity, 'deque mutated during iteration');
    if (at < 0) return int(count);
  }
});
method<PyDeque>(DequeType, 'insert', '*args', (vm, deque, args) => {
  if (args.length !== 2) vm.raise(TypeErrorType, `insert() takes exactly 2 arguments (${args.length} given)`);
  const { length } = deque.items;
  if (deque.limit === length) vm.raise(IndexErrorType, 'deque already at its maximum size');
  const given = sizeArgument(vm, args[0] as PyObject);
  const at = given < 0 ? Math.max(given + length, 0) : Math.min(given, length);
  chargeShift(vm, length);
  deque.items.splice(at, 0, own(args[1] as PyObject));
  deque.changed();
  return None;
});
add('__reduce__', '', (vm, deque) => {
  if (deque.type !== DequeType)
    vm.refuse('subclass of deque', 'Copying an instance of a class derived from deque is not supported.');
  const args = deque.limit === null ? [] : [makeTuple(vm, []), int(deque.limit)];
  return makeTuple(vm, [deque.type, makeTuple(vm, args), None, vm.iterate(deque)]);
});
attribute<PyDeque>(
  DequeType,
  'maxlen',
  (_vm, deque): PyObject => (deque.limit === null ? None : (int(deque.limit) as PyInt)),
  (vm) => vm.raise(AttributeErrorType, "attribute 'maxlen' of 'collections.deque' objects is not writable"),
);
