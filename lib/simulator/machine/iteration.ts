/** Iteration (PyObject_GetIter, tp_iternext). */
import type { Machine, PyObject, PyType } from '../memory/object';
import { Raised } from './raised';
import { typeName } from './types/convert';
import { StopIterationType, TypeErrorType } from './types/exceptions';
import { PySequenceIterator } from './types/sequence-iterator';

/** `iter(o)`: a new reference. Errors: TypeError. */
export function iterate(vm: Machine, o: PyObject): PyObject {
  const { iter, getItem } = o.type.slots;
  if (iter !== undefined) {
    const iterator = iter(vm, o);
    if (iterator.type.slots.next !== undefined) return iterator;
    const wrong = typeName(iterator);
    vm.heap.decref(iterator);
    return vm.raise(TypeErrorType, `iter() returned non-iterator of type '${wrong}'`);
  }
  if (getItem !== undefined && o.kind !== 'dict') {
    o.rc++;
    return vm.heap.add(new PySequenceIterator(o));
  }
  return vm.raise(TypeErrorType, `'${typeName(o)}' object is not iterable`);
}

/** What one round of a loop in library code costs, in units of work. */
const HOST_STEP = 1;

/** The next value of an iterator, a new reference, or null at its end. StopIteration is its end. */
export function next(vm: Machine, iterator: PyObject): PyObject | null {
  const slot = iterator.type.slots.next;
  if (slot === undefined) return vm.raise(TypeErrorType, `'${typeName(iterator)}' object is not an iterator`);
  vm.charge(0, HOST_STEP);
  try {
    return slot(vm, iterator);
  } catch (raised) {
    if (!caught(raised, StopIterationType)) throw raised;
    vm.heap.decref(raised.exception);
    return null;
  }
}

/** Whether what was thrown is a Python exception of this class. */
export function caught(thrown: unknown, type: PyType): thrown is Raised {
  return thrown instanceof Raised && thrown.exception.type.isSubtype(type);
}
