/** Methods of list (Objects/listobject.c). */
import { int, None } from '../../memory/atoms';
import type { PyList } from '../../memory/containers';
import type { PyObject } from '../../memory/object';
import { ListType } from '../../memory/types';
import { method } from '../builtin';
import { chargeItems, chargeShift } from '../work';
import { makeList, own, ownAll, sizeArgument } from './convert';
import { IndexErrorType, ValueErrorType } from './exceptions';
import { extendList } from './list';
import { PyReverseIterator } from './list-iterator';
import { isReverse, sortList } from './list-sort';
import { countOf, placeOf } from './sequence-compare';
import { searchBound } from './slice';

method<PyList>(ListType, 'append', 'object, /', (vm, list, [item]) => {
  vm.charge(8);
  list.items.push(own(item as PyObject));
  list.dirty = true;
  return None;
});
method<PyList>(ListType, 'insert', 'index, object, /', (vm, list, [index, item]) => {
  const given = sizeArgument(vm, index as PyObject);
  const length = list.items.length;
  const at = given < 0 ? Math.max(given + length, 0) : Math.min(given, length);
  vm.charge(8);
  chargeShift(vm, length - at);
  list.items.splice(at, 0, own(item as PyObject));
  list.dirty = true;
  return None;
});
method<PyList>(ListType, 'clear', '', (vm, list) => {
  list.dirty = true;
  vm.heap.decrefAll(list.items.splice(0).reverse());
  return None;
});
method<PyList>(ListType, 'copy', '', (vm, list) => {
  chargeItems(vm, list.items.length);
  return makeList(vm, ownAll(list.items));
});
method<PyList>(ListType, 'extend', 'iterable, /', (vm, list, [iterable]) => {
  extendList(vm, list, iterable as PyObject);
  return None;
});
method<PyList>(ListType, 'pop', 'index=-1, /', (vm, list, [index]) => {
  const given = index === undefined ? -1 : sizeArgument(vm, index);
  const length = list.items.length;
  if (length === 0) vm.raise(IndexErrorType, 'pop from empty list');
  const at = given < 0 ? given + length : given;
  if (at < 0 || at >= length) vm.raise(IndexErrorType, 'pop index out of range');
  list.dirty = true;
  chargeShift(vm, length - at);
  return at === length - 1 ? (list.items.pop() as PyObject) : (list.items.splice(at, 1)[0] as PyObject);
});
method<PyList>(ListType, 'remove', 'value, /', (vm, list, [value]) => {
  const at = placeOf(vm, list, value as PyObject, 0, Infinity);
  if (at < 0) vm.raise(ValueErrorType, 'list.remove(x): x not in list');
  chargeShift(vm, list.items.length - at);
  const [removed] = list.items.splice(at, 1);
  list.dirty = true;
  vm.heap.decref(removed as PyObject);
  return None;
});
method<PyList>(ListType, 'reverse', '', (vm, list) => {
  chargeShift(vm, 8 * list.items.length);
  list.items.reverse();
  list.dirty = true;
  return None;
});
method<PyList>(
  ListType,
  'index',
  'value, start=0, stop=9223372036854775807, /',
  (vm, list, [value, start, stop]) => {
    const { length } = list.items;
    const from = searchBound(vm, start, length, 0);
    const to = searchBound(vm, stop, length, Infinity);
    const at = placeOf(vm, list, value as PyObject, from, to);
    if (at < 0) vm.raise(ValueErrorType, `${vm.repr(value as PyObject)} is not in list`);
    return int(at);
  },
);
method<PyList>(ListType, 'count', 'value, /', (vm, list, [value]) =>
  int(countOf(vm, list, value as PyObject)),
);
method<PyList>(ListType, 'sort', '*, key=None, reverse=False', (vm, list, [key, reverse]) => {
  sortList(vm, list, key === undefined || key === None ? null : key, isReverse(vm, reverse));
  return None;
});
method<PyList>(ListType, '__reversed__', '', (vm, list) =>
  vm.heap.add(new PyReverseIterator(own(list), list.items.length - 1)),
);
