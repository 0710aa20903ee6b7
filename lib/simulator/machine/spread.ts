/** `*args`, `**kwargs` and the unpacking of iterables in displays (LIST_EXTEND, DICT_UPDATE, DICT_MERGE). */
import { None, PyStr } from '../memory/atoms';
import type { PyList, PyTuple } from '../memory/containers';
import type { PyObject } from '../memory/object';
import { ListType, TupleType } from '../memory/types';
import { PyBuiltin, PyMethodDescriptor } from './builtin';
import { caught, iterate, next } from './iteration';
import { askLength } from './length-hint';
import type { Runtime } from './runtime';
import { typeName } from './types/convert';
import { dictEntries, dictGet, dictLength, dictSet, PyDict } from './types/dict';
import { AttributeErrorType, TypeErrorType } from './types/exceptions';
import { PyFunction } from './types/function';
import { chargeItems } from './work';

/** Append the items of an iterable to a list under construction. */
export function extendList(vm: Runtime, list: PyList, source: PyObject): void {
  if (source.type === TupleType || source.type === ListType) {
    const { items } = source as PyTuple | PyList;
    chargeItems(vm, items.length);
    for (const item of items.slice()) {
      item.rc++;
      list.items.push(item);
    }
    list.dirty = true;
    return;
  }
  const { slots } = source.type;
  if (slots.iter === undefined && slots.getItem === undefined)
    vm.raise(TypeErrorType, `Value after * must be an iterable, not ${typeName(source)}`);
  const iterator = iterate(vm, source);
  try {
    askLength(vm, source);
    for (let item = next(vm, iterator); item !== null; item = next(vm, iterator)) {
      vm.charge(8);
      list.items.push(item);
      list.dirty = true;
    }
  } finally {
    vm.heap.decref(iterator);
  }
}

/** `{**source}`: a mapping's keys and values into a dict under construction. */
export function updateDict(vm: Runtime, dict: PyDict, source: PyObject) {
  if (source instanceof PyDict) {
    chargeItems(vm, 4 * dictLength(source));
    for (const [key, value] of dictEntries(source)) dictSet(vm, dict, key, value);
    return;
  }
  let keys: PyObject;
  try {
    keys = vm.getAttribute(source, 'keys');
  } catch (raised) {
    if (!caught(raised, AttributeErrorType)) throw raised;
    vm.heap.decref(raised.exception);
    return vm.raise(TypeErrorType, `'${typeName(source)}' object is not a mapping`);
  }
  let list: PyObject;
  try {
    list = vm.call(keys, []);
  } finally {
    vm.heap.decref(keys);
  }
  const iterator = iterate(vm, list);
  try {
    for (let key = next(vm, iterator); key !== null; key = next(vm, iterator)) {
      const value = vm.getItem(source, key);
      dictSet(vm, dict, key, value);
      vm.heap.decref(value);
      vm.heap.decref(key);
    }
  } finally {
    vm.heap.decref(iterator);
    vm.heap.decref(list);
  }
}

/** What a callable is called in messages (_PyObject_FunctionStr). */
export function functionName(callable: PyObject): string {
  if (callable instanceof PyFunction) return `${callable.module}.${callable.qualifiedName}()`;
  if (callable instanceof PyMethodDescriptor) return `${callable.owner.name}.${callable.name}()`;
  if (callable instanceof PyBuiltin)
    return callable.module === '' ? `${callable.name}()` : `${callable.module}.${callable.name}()`;
  return `${typeName(callable)} object`;
}

/** `f(**source)`: keys must be str and new (_PyDict_MergeEx). */
export function mergeKeywords(vm: Runtime, dict: PyDict, source: PyObject, callable: PyObject | null) {
  const name = callable === null || callable === None ? 'function()' : functionName(callable);
  if (!(source instanceof PyDict)) {
    if (source.type.lookup('keys') === undefined)
      vm.raise(TypeErrorType, `${name} argument after ** must be a mapping, not ${typeName(source)}`);
    return updateDict(vm, dict, source);
  }
  chargeItems(vm, 4 * dictLength(source));
  for (const [key, value] of dictEntries(source)) {
    if (dictGet(vm, dict, key) !== null)
      vm.raise(
        TypeErrorType,
        `${name} got multiple values for keyword argument '${key instanceof PyStr ? key.value : vm.str(key)}'`,
      );
    dictSet(vm, dict, key, value);
  }
}
