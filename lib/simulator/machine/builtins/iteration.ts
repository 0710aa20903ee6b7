/** Built-in functions over iterables (Python/bltinmodule.c). */
import { bool, int, None } from '../../memory/atoms';
import type { PyList } from '../../memory/containers';
import type { PyObject } from '../../memory/object';
import { bind, builtinFunction, checkPositional, PyBuiltin, signature } from '../builtin';
import { PyCallIterator } from '../types/call-iterator';
import { collect, each, own, takeItems, typeName } from '../types/convert';
import { StopIterationType, TypeErrorType } from '../types/exceptions';
import { isReverse, sortList } from '../types/list-sort';
import { shuffledList } from '../types/shuffled-list';

const SORT = signature('*, key=None, reverse=False');

export const ITERATION = [
  builtinFunction('len', 'obj, /', (vm, [o]) => int(vm.length(o as PyObject))),
  builtinFunction('iter', 'object, sentinel=None, /', (vm, [o, sentinel]) => {
    const source = o as PyObject;
    if (sentinel === undefined) return vm.iterate(source);
    if (source.type.slots.call === undefined) vm.raise(TypeErrorType, 'iter(v, w): v must be callable');
    return vm.heap.add(new PyCallIterator(own(source), own(sentinel)));
  }),
  builtinFunction('next', 'iterator, default=None, /', (vm, [o, missing]) => {
    const iterator = o as PyObject;
    if (iterator.type.slots.next === undefined)
      vm.raise(TypeErrorType, `'${typeName(iterator)}' object is not an iterator`);
    if (missing !== undefined) return vm.next(iterator) ?? own(missing);
    // What the iterator itself raises, a StopIteration with its value, goes on to the caller.
    const next = iterator.type.slots.next as (machine: typeof vm, o: PyObject) => PyObject | null;
    return next(vm, iterator) ?? vm.raiseNothing(StopIterationType);
  }),
  builtinFunction('any', 'iterable, /', (vm, [iterable]) => {
    let found = false;
    each(vm, iterable as PyObject, (item) => {
      found = vm.truth(item);
      return !found;
    });
    return bool(found);
  }),
  builtinFunction('all', 'iterable, /', (vm, [iterable]) => {
    let all = true;
    each(vm, iterable as PyObject, (item) => {
      all = vm.truth(item);
      return all;
    });
    return bool(all);
  }),
  builtinFunction('sorted', '*args, **kwargs', (vm, args, names) => {
    const given = args.length - names.length;
    checkPositional(vm, 'sorted', given, 1, 1);
    const [iterable] = args;
    const [key, reverse] = bind(vm, SORT, 'sort', 'sort', args.slice(1) as PyObject[], names);
    const list: PyList = collect(vm, iterable as PyObject);
    if (key instanceof PyBuiltin && key.name === 'id' && list.items.length > 1)
      return shuffledList(vm, takeItems(vm, list));
    try {
      sortList(vm, list, key === undefined || key === None ? null : key, isReverse(vm, reverse));
      return list;
    } catch (error) {
      vm.heap.decref(list);
      throw error;
    }
  }),
];
