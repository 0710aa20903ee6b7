/** dict: its slots and constructor (Objects/dictobject.c). */
import { bool, NotImplemented, str } from '../../memory/atoms';
import { PyList, PyTuple } from '../../memory/containers';
import type { KeywordNames, Machine, PyObject } from '../../memory/object';
import { DictType } from '../../memory/types';
import { checkPositional, define } from '../builtin';
import { collect, each, own } from './convert';
import {
  dictAt,
  dictDelete,
  dictEnd,
  dictGet,
  dictLength,
  dictNextPlace,
  dictReserve,
  dictSet,
  PyDict,
  storedHash,
} from './dict';
import { DictKeyIteratorType, PyDictIterator } from './dict-iterator';
import { KeyErrorType, RuntimeErrorType, TypeErrorType, ValueErrorType } from './exceptions';
import { reprOf } from './sequence-compare';

/** Raise KeyError with the key itself as its argument. */
export function raiseKey(vm: Machine, key: PyObject): never {
  return vm.raiseObject(vm.call(KeyErrorType, [key]));
}

/** Call `visit` with each entry, held meanwhile, in order; stops when it returns false. */
export function eachEntry(
  vm: Machine,
  d: PyDict,
  visit: (key: PyObject, value: PyObject) => boolean | undefined,
): void {
  vm.charge(0, dictEnd(d) >> 2);
  for (let place = dictNextPlace(d, 0); place >= 0; place = dictNextPlace(d, place + 1)) {
    vm.charge(0, 1);
    const [key, value] = dictAt(d, place);
    key.rc++;
    value.rc++;
    let go: boolean | undefined;
    try {
      go = visit(key, value);
    } finally {
      vm.heap.decref(key);
      vm.heap.decref(value);
    }
    if (go === false) return;
  }
}

function repr(vm: Machine, d: PyDict): string {
  return reprOf(vm, d, '{...}', () => {
    const parts: string[] = [];
    eachEntry(vm, d, (key, value) => {
      const part = `${vm.repr(key)}: ${vm.repr(value)}`;
      vm.charge(part.length, 8);
      parts.push(part);
      return true;
    });
    return `{${parts.join(', ')}}`;
  });
}

/** dict_equal */
function equal(vm: Machine, a: PyDict, b: PyDict): boolean {
  if (dictLength(a) !== dictLength(b)) return false;
  let same = true;
  eachEntry(vm, a, (key, value) => {
    const other = dictGet(vm, b, key);
    if (other === null) same = false;
    else {
      other.rc++;
      try {
        same = vm.equal(value, other);
      } finally {
        vm.heap.decref(other);
      }
    }
    return same;
  });
  return same;
}

/** dict_merge: take over the entries of another dict, or of anything with `keys()`. */
export function mergeInto(vm: Machine, d: PyDict, other: PyObject): void {
  if (other instanceof PyDict) {
    if (other === d) return;
    const count = dictLength(other);
    dictReserve(d, dictLength(d) + count);
    eachEntry(vm, other, (key, value) => {
      dictSet(vm, d, key, value, storedHash(other, key));
      if (dictLength(other) !== count) vm.raise(RuntimeErrorType, 'dict mutated during update');
      return true;
    });
    return;
  }
  const method = vm.getAttribute(other, 'keys');
  let keys: PyObject;
  try {
    keys = vm.call(method, []);
  } finally {
    vm.heap.decref(method);
  }
  try {
    each(vm, keys, (key) => {
      const value = vm.getItem(other, key);
      try {
        dictSet(vm, d, key, value);
      } finally {
        vm.heap.decref(value);
      }
      return true;
    });
  } finally {
    vm.heap.decref(keys);
  }
}

/** PyDict_MergeFromSeq2: entries from an iterable of pairs. */
function mergePairs(vm: Machine, d: PyDict, pairs: PyObject): void {
  let n = 0;
  each(vm, pairs, (item) => {
    const pair = pairOf(vm, item, n);
    try {
      if (pair.items.length !== 2)
        vm.raise(
          ValueErrorType,
          `dictionary update sequence element #${n} has length ${pair.items.length}; 2 is required`,
        );
      const [key, value] = pair.items as [PyObject, PyObject];
      key.rc++;
      value.rc++;
      try {
        dictSet(vm, d, key, value);
      } finally {
        vm.heap.decref(key);
        vm.heap.decref(value);
      }
    } finally {
      vm.heap.decref(pair);
    }
    n++;
    return true;
  });
}

function pairOf(vm: Machine, item: PyObject, n: number): PyList | PyTuple {
  if (item instanceof PyList || item instanceof PyTuple) return own(item);
  if (item.type.slots.iter === undefined && item.type.slots.getItem === undefined)
    vm.raise(TypeErrorType, `cannot convert dictionary update sequence element #${n} to a sequence`);
  return collect(vm, item);
}

/** `dict.update(*args, **names)`, also the constructor's. */
export function update(
  vm: Machine,
  d: PyDict,
  args: readonly PyObject[],
  names: KeywordNames,
  what: string,
): void {
  const given = args.length - names.length;
  checkPositional(vm, what, given, 0, 1);
  const [first] = args;
  if (given === 1 && first !== undefined) {
    if (first instanceof PyDict || first.type.lookup('keys') !== undefined || hasKeys(vm, first))
      mergeInto(vm, d, first);
    else mergePairs(vm, d, first);
  }
  names.forEach((name, i) => {
    dictSet(vm, d, str(name), args[given + i] as PyObject);
  });
}

/** Whether an instance has `keys` of its own. */
const hasKeys = (_vm: Machine, o: PyObject): boolean =>
  (o as { attrs?: ReadonlyMap<string, PyObject> | null }).attrs?.has('keys') ?? false;

/** A copy of the entries: dict, not a class below it. */
export function copyDict(vm: Machine, d: PyDict): PyDict {
  const copy = vm.heap.add(new PyDict());
  try {
    mergeInto(vm, copy, d);
  } catch (error) {
    vm.heap.decref(copy);
    throw error;
  }
  return copy;
}

function getItem(vm: Machine, o: PyObject, key: PyObject): PyObject {
  const found = dictGet(vm, o as PyDict, key);
  if (found !== null) return own(found);
  if (o.type !== DictType) {
    const missing = o.type.lookup('__missing__');
    if (missing !== undefined) return vm.call(missing, [o, key]);
  }
  return raiseKey(vm, key);
}

define(DictType, {
  repr: (vm, o) => str(repr(vm, o as PyDict)),
  compare: (vm, a, b, op) => {
    if ((op !== '==' && op !== '!=') || !(a instanceof PyDict) || !(b instanceof PyDict))
      return NotImplemented;
    return bool(equal(vm, a, b) === (op === '=='));
  },
  iter: (vm, o) => vm.heap.add(new PyDictIterator(DictKeyIteratorType, own(o) as PyDict)),
  length: (_vm, o) => dictLength(o as PyDict),
  getItem,
  setItem: (vm, o, key, value) => {
    if (value !== null) dictSet(vm, o as PyDict, key, value);
    else if (!dictDelete(vm, o as PyDict, key)) raiseKey(vm, key);
  },
  contains: (vm, o, key) => dictGet(vm, o as PyDict, key) !== null,
  binary: {
    '|': (vm, a, b) => {
      if (!(a instanceof PyDict) || !(b instanceof PyDict)) return NotImplemented;
      const made = copyDict(vm, a);
      try {
        mergeInto(vm, made, b);
      } catch (error) {
        vm.heap.decref(made);
        throw error;
      }
      return made;
    },
  },
  inplace: {
    '|': (vm, a, b) => {
      update(vm, a as PyDict, [b], [], 'update');
      return own(a);
    },
  },
  new: (vm, cls) => vm.heap.add(new PyDict(cls)),
  init: (vm, self, args, names) => update(vm, self as PyDict, args, names, 'dict'),
});
