/** PyObject_LengthHint (Objects/abstract.c). */
import type { Machine, PyObject } from '../memory/object';
import { Raised } from './raised';
import { TypeErrorType } from './types/exceptions';

/**
 * Ask how many items there will be (PyObject_LengthHint), as list() and tuple() do: only code of the program can tell
 * that it was asked.
 */
export function askLength(vm: Machine, o: PyObject): void {
  if (!o.type.isHeapType) {
    // An iterator over `__getitem__` and a reversed one ask what they go through (iter_len, reversed_len).
    const { sequence } = o as { sequence?: PyObject | null };
    if (sequence?.type.isHeapType && sequence.type.slots.length !== undefined) vm.length(sequence);
    return;
  }
  if (o.type.slots.length !== undefined) {
    try {
      vm.length(o);
      return;
    } catch (raised) {
      if (!(raised instanceof Raised && raised.exception.type.isSubtype(TypeErrorType))) throw raised;
      vm.heap.decref(raised.exception);
    }
  }
  if (o.type.lookup('__length_hint__') !== undefined)
    vm.refuse('__length_hint__', '__length_hint__ is not supported.');
}
