/** Methods of dict (Objects/dictobject.c). */
import { None } from '../../memory/atoms';
import type { Machine, PyObject, PyType } from '../../memory/object';
import { DictType } from '../../memory/types';
import { classMethod, method } from '../builtin';
import { each, makeTuple, own } from './convert';
import { dictClear, dictGet, dictPopLast, dictSet, dictSetDefault, dictTake, PyDict } from './dict';
import { DictReverseKeyIteratorType } from './dict-iterator';
import { copyDict, raiseKey, update } from './dict-slots';
import { DictItemsType, DictKeysType, DictValuesType, makeIterator, makeView } from './dict-views';
import { KeyErrorType } from './exceptions';

method<PyDict>(DictType, 'get', 'key, default=None, /', (vm, d, [key, missing]) =>
  own(dictGet(vm, d, key as PyObject) ?? missing ?? None),
);
method<PyDict>(DictType, 'setdefault', 'key, default=None, /', (vm, d, [key, missing]) =>
  own(dictSetDefault(vm, d, key as PyObject, missing ?? None)),
);
method<PyDict>(DictType, 'pop', 'key, default=None, /', (vm, d, [key, missing]) => {
  const found = dictTake(vm, d, key as PyObject);
  if (found !== null) return found;
  return missing === undefined ? raiseKey(vm, key as PyObject) : own(missing);
});
method<PyDict>(DictType, 'popitem', '', (vm, d) => {
  const last = dictPopLast(d);
  if (last === null) return vm.raise(KeyErrorType, 'popitem(): dictionary is empty');
  return makeTuple(vm, last);
});
method<PyDict>(DictType, 'clear', '', (vm, d) => {
  dictClear(vm, d);
  return None;
});
method<PyDict>(DictType, 'copy', '', (vm, d) => copyDict(vm, d));
method<PyDict>(DictType, 'update', '*args, **kwargs', (vm, d, args, names) => {
  update(vm, d, args as readonly PyObject[], names, 'update');
  return None;
});
method<PyDict>(DictType, 'keys', '', (vm, d) => makeView(vm, DictKeysType, d));
method<PyDict>(DictType, 'values', '', (vm, d) => makeView(vm, DictValuesType, d));
method<PyDict>(DictType, 'items', '', (vm, d) => makeView(vm, DictItemsType, d));
method<PyDict>(DictType, '__reversed__', '', (vm, d) => makeIterator(vm, DictReverseKeyIteratorType, d));

classMethod(DictType, 'fromkeys', 'iterable, value=None, /', (vm, cls, [keys, value]) => {
  const made = vm.call(cls, []);
  try {
    each(vm, keys as PyObject, (key) => {
      store(vm, cls, made, key, value ?? None);
      return true;
    });
    return made;
  } catch (error) {
    vm.heap.decref(made);
    throw error;
  }
});

function store(vm: Machine, cls: PyType, made: PyObject, key: PyObject, value: PyObject): void {
  if (cls === DictType && made instanceof PyDict) dictSet(vm, made, key, value);
  else vm.setItem(made, key, value);
}
