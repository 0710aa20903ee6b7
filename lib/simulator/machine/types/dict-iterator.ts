/** Iterators over dicts and their views (dictiter_iternextkey and the like, Objects/dictobject.c). */
import { int } from '../../memory/atoms';
import type { PyTuple } from '../../memory/containers';
import type { Machine, PyObject, PyType, Visit } from '../../memory/object';
import { builtinType } from '../../memory/types';
import { method } from '../builtin';
import { makeTuple, own } from './convert';
import { dictAt, dictEnd, dictLength, dictNextPlace, dictPreviousPlace, type PyDict } from './dict';
import { RuntimeErrorType } from './exceptions';
import { defineIterator, exhaust, PyHolder } from './list-iterator';

export const DictKeyIteratorType = builtinType('dict_keyiterator');
export const DictValueIteratorType = builtinType('dict_valueiterator');
export const DictItemIteratorType = builtinType('dict_itemiterator');
export const DictReverseKeyIteratorType = builtinType('dict_reversekeyiterator');
export const DictReverseValueIteratorType = builtinType('dict_reversevalueiterator');
export const DictReverseItemIteratorType = builtinType('dict_reverseitemiterator');

const REVERSED: ReadonlySet<PyType> = new Set([
  DictReverseKeyIteratorType,
  DictReverseValueIteratorType,
  DictReverseItemIteratorType,
]);

/** Holds its dict, and for items the result tuple that it reuses. */
export class PyDictIterator extends PyHolder {
  /** Number of entries at the start; -1 once the dict was found changed (di_used). */
  used: number;
  /** Entries still to come (len). */
  left: number;
  at: number;
  result: PyTuple | null = null;

  constructor(type: PyType, held: PyDict) {
    super(type, held);
    this.used = this.left = dictLength(held);
    this.at = REVERSED.has(type) ? (held.shared ? held.shared.size : dictEnd(held)) - 1 : 0;
  }
  override traverse(visit: Visit): void {
    super.traverse(visit);
    if (this.result !== null) visit(this.result, 'other');
  }
  override drop(): PyObject[] {
    const owned = super.drop();
    if (this.result !== null) owned.push(this.result);
    this.result = null;
    return owned;
  }
}

/** The next entry, borrowed, or null at the end. */
function advance(vm: Machine, o: PyObject): [PyObject, PyObject] | null {
  const iterator = o as PyDictIterator;
  const dict = iterator.held as PyDict | null;
  if (dict === null) return null;
  if (iterator.used !== dictLength(dict)) {
    iterator.used = -1;
    vm.raise(RuntimeErrorType, 'dictionary changed size during iteration');
  }
  const reversed = REVERSED.has(o.type);
  const place =
    iterator.at < 0 ? -1 : reversed ? dictPreviousPlace(dict, iterator.at) : dictNextPlace(dict, iterator.at);
  vm.charge(0, Math.abs((place < 0 ? dictEnd(dict) : place) - iterator.at) >> 2);
  if (place < 0) return exhaust(vm, iterator);
  if (iterator.left === 0) {
    exhaust(vm, iterator);
    vm.raise(RuntimeErrorType, 'dictionary keys changed during iteration');
  }
  iterator.left--;
  iterator.at = reversed ? place - 1 : place + 1;
  return dictAt(dict, place);
}

/** The pair as a tuple; the one given last is used again when nobody else holds it. */
function pair(vm: Machine, o: PyObject, [key, value]: [PyObject, PyObject]): PyObject {
  const iterator = o as PyDictIterator;
  key.rc++;
  value.rc++;
  const { result } = iterator;
  if (result !== null && result.rc === 1) {
    const old = result.items.slice();
    result.items = [key, value];
    result.dirty = true;
    result.rc++;
    vm.heap.decrefAll(old);
    return result;
  }
  return makeTuple(vm, [key, value]);
}

for (const type of [DictKeyIteratorType, DictReverseKeyIteratorType])
  defineIterator(type, (vm, o) => {
    const entry = advance(vm, o);
    return entry && own(entry[0]);
  });
for (const type of [DictValueIteratorType, DictReverseValueIteratorType])
  defineIterator(type, (vm, o) => {
    const entry = advance(vm, o);
    return entry && own(entry[1]);
  });
for (const type of [DictItemIteratorType, DictReverseItemIteratorType])
  defineIterator(type, (vm, o) => {
    const entry = advance(vm, o);
    return entry && pair(vm, o, entry);
  });

for (const type of [DictKeyIteratorType, DictValueIteratorType, DictItemIteratorType])
  method<PyDictIterator>(type, '__length_hint__', '', (_vm, o) =>
    int(o.held !== null && o.used === dictLength(o.held as PyDict) ? o.left : 0),
  );
