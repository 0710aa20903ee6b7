/** Iterators over lists, tuples and anything with `__getitem__` (Objects/iterobject.c, listobject.c, tupleobject.c). */
import { int, None } from '../../memory/atoms';
import type { PyList, PyTuple } from '../../memory/containers';
import { HeapObject, type Machine, type PyObject, type PyType, type Visit } from '../../memory/object';
import { builtinType } from '../../memory/types';
import { define, method } from '../builtin';
import { clamped, indexValue, own } from './convert';
import { IndexErrorType, StopIterationType } from './exceptions';
import { type PySequenceIterator, SequenceIteratorType } from './sequence-iterator';
import { swallow } from './swallow';

/** An iterator that holds one object until it is exhausted. */
export abstract class PyHolder extends HeapObject {
  override get kind(): 'iterator' {
    return 'iterator';
  }
  /** Takes over the reference to `held`. */
  constructor(
    type: PyType,
    public held: PyObject | null,
  ) {
    super(type);
  }
  override traverse(visit: Visit): void {
    if (this.held !== null) visit(this.held, 'other');
  }
  override drop(): PyObject[] {
    const { held } = this;
    this.held = null;
    return held === null ? [] : [held];
  }
}

/** Give up what an iterator holds: it is exhausted. */
export function exhaust(vm: Machine, iterator: PyHolder): null {
  const { held } = iterator;
  iterator.held = null;
  iterator.dirty = true;
  if (held !== null) vm.heap.decref(held);
  return null;
}

export const ListIteratorType = builtinType('list_iterator');
export const TupleIteratorType = builtinType('tuple_iterator');
export const ListReverseIteratorType = builtinType('list_reverseiterator');

/** list_iterator, tuple_iterator */
export class PyListIterator extends PyHolder {
  index = 0;
  constructor(type: PyType, held: PyList | PyTuple) {
    super(type, held);
  }
}

/** list_reverseiterator */
export class PyReverseIterator extends PyHolder {
  constructor(
    held: PyList,
    public index: number,
  ) {
    super(ListReverseIteratorType, held);
  }
}

const next = (vm: Machine, o: PyObject): PyObject | null => {
  const iterator = o as PyListIterator;
  if (iterator.held === null) return null;
  const item = (iterator.held as PyList | PyTuple).items[iterator.index];
  if (item === undefined) return exhaust(vm, iterator);
  iterator.index++;
  item.rc++;
  return item;
};

/** What every iterator has: `iter(it)` is itself. */
export function defineIterator(type: PyType, advance: (vm: Machine, o: PyObject) => PyObject | null): void {
  define(type, { iter: (_vm, o) => own(o), next: advance });
}

defineIterator(ListIteratorType, next);
defineIterator(TupleIteratorType, next);
defineIterator(ListReverseIteratorType, (vm, o) => {
  const iterator = o as PyReverseIterator;
  if (iterator.held === null) return null;
  const item = iterator.index >= 0 ? (iterator.held as PyList).items[iterator.index] : undefined;
  if (item === undefined) {
    iterator.index = -1;
    return exhaust(vm, iterator);
  }
  iterator.index--;
  return own(item);
});

for (const type of [ListIteratorType, TupleIteratorType])
  method<PyListIterator>(type, '__length_hint__', '', (_vm, o) =>
    int(o.held === null ? 0 : Math.max((o.held as PyList).items.length - o.index, 0)),
  );
method<PyReverseIterator>(ListReverseIteratorType, '__length_hint__', '', (_vm, o) =>
  int(o.held === null ? 0 : o.index + 1),
);
for (const type of [ListIteratorType, TupleIteratorType])
  method<PyListIterator>(type, '__setstate__', 'state, /', (vm, o, [state]) => {
    const index = clamped(indexValue(vm, state as PyObject));
    if (o.held !== null) o.index = Math.min(Math.max(index, 0), (o.held as PyList).items.length);
    return None;
  });

/** The iterator over what has `__getitem__` alone asks for 0, 1, 2 … until IndexError. */
defineIterator(SequenceIteratorType, (vm, o) => {
  const iterator = o as PySequenceIterator;
  const { sequence } = iterator;
  if (sequence === null) return null;
  try {
    const item = vm.getItem(sequence, int(iterator.index));
    iterator.index++;
    return item;
  } catch (error) {
    if (!swallow(vm, error, [IndexErrorType, StopIterationType])) throw error;
    iterator.sequence = null;
    iterator.dirty = true;
    vm.heap.decref(sequence);
    return null;
  }
});
