/** Catching a Python exception in library code (PyErr_ExceptionMatches, PyErr_Clear). */
import type { Machine, PyType } from '../../memory/object';
import { Raised } from '../raised';

/** Whether what was thrown is a Python exception of one of these classes; it is then released. */
export function swallow(vm: Machine, thrown: unknown, types: readonly PyType[]): boolean {
  if (!(thrown instanceof Raised) || !types.some((type) => thrown.exception.type.isSubtype(type)))
    return false;
  vm.heap.decref(thrown.exception);
  return true;
}
