/** Records of lists, tuples, sets and dicts. */

import { dictEntries, type PyDict } from '../../machine/types/dict';
import { checkOrder } from '../../machine/types/shuffled-list';
import type { PyList, PyTuple } from '../../memory/containers';
import type { HeapObject, Machine, PyObject } from '../../memory/object';
import type { DictRecord, SequenceRecord, Value } from '../records';
import { common } from './common';
import { shownAs } from './value';

export function describeSequence(vm: Machine, o: PyList | PyTuple): SequenceRecord {
  checkOrder(o);
  const items = new Array<Value>(o.items.length);
  for (let i = 0; i < items.length; i++) items[i] = shownAs(vm, o.items[i] as PyList);
  return { kind: o.kind as 'list' | 'tuple', ...common(vm, o), items };
}

export function describeSet(vm: Machine, o: HeapObject): SequenceRecord {
  const items: Value[] = [];
  o.traverse((item) => items.push(shownAs(vm, item)));
  return { kind: o.kind as 'set' | 'frozenset', ...common(vm, o), items };
}

export function describeDict(vm: Machine, o: PyDict & { readonly factory?: PyObject }): DictRecord {
  const entries = dictEntries(o).map(([key, value]): [Value, Value] => [
    shownAs(vm, key),
    shownAs(vm, value),
  ]);
  const made: DictRecord = { kind: 'dict', ...common(vm, o), entries };
  return o.factory === undefined ? made : { ...made, factory: shownAs(vm, o.factory) };
}
