/** `iter(callable, sentinel)` (calliter_iternext, Objects/iterobject.c). */
import { HeapObject, type PyObject, type Visit } from '../../memory/object';
import { builtinType } from '../../memory/types';
import { StopIterationType } from './exceptions';
import { defineIterator } from './list-iterator';
import { swallow } from './swallow';

export const CallIteratorType = builtinType('callable_iterator');

export class PyCallIterator extends HeapObject {
  override get kind(): 'iterator' {
    return 'iterator';
  }
  /** Takes over both references. */
  constructor(
    public callable: PyObject | null,
    public sentinel: PyObject | null,
  ) {
    super(CallIteratorType);
  }
  override traverse(visit: Visit): void {
    if (this.callable !== null) visit(this.callable, 'other');
    if (this.sentinel !== null) visit(this.sentinel, 'other');
  }
  override drop(): PyObject[] {
    const owned = [this.callable, this.sentinel].filter((held) => held !== null);
    this.callable = this.sentinel = null;
    return owned;
  }
}

defineIterator(CallIteratorType, (vm, o) => {
  const iterator = o as PyCallIterator;
  const { callable, sentinel } = iterator;
  if (callable === null || sentinel === null) return null;
  let result: PyObject;
  try {
    result = vm.call(callable, []);
  } catch (error) {
    if (!swallow(vm, error, [StopIterationType])) throw error;
    iterator.dirty = true;
    vm.heap.decrefAll(iterator.drop());
    return null;
  }
  if (!vm.equal(sentinel, result)) return result;
  vm.heap.decref(result);
  iterator.dirty = true;
  vm.heap.decrefAll(iterator.drop());
  return null;
});
