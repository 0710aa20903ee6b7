/** What happens when an object's count is zero, before its memory goes (subtype_dealloc, gen_dealloc). */
import type { HeapObject } from '../memory/object';
import { clearWeakrefs } from '../memory/weakrefs';
import { close } from './generators';
import { Raised } from './raised';
import type { Runtime } from './runtime';
import { PyGenerator } from './types/generator';

/** Run the finalizer; false when the object lives again. The weak references to a generator go before it is closed. */
export function retire(vm: Runtime, o: HeapObject): boolean {
  if (o instanceof PyGenerator) clearWeakrefs(vm, o);
  const code = finalizerOf(vm, o);
  return code === null || finalize(vm, o, code);
}

/** What runs before an object is freed (tp_finalize), or null. */
export function finalizerOf(vm: Runtime, o: HeapObject): (() => void) | null {
  if (o instanceof PyGenerator) return o.state === 'finished' ? null : () => close(vm, o);
  const { finalize: slot } = o.type.slots;
  return slot === undefined ? null : () => slot(vm, o);
}

/**
 * Call a finalizer once, with the object alive for as long (PyObject_CallFinalizerFromDealloc); its errors are
 * ignored. False when something else holds the object now.
 */
export function finalize(vm: Runtime, o: HeapObject, code: () => void): boolean {
  if (o.finalized) return true;
  o.finalized = true;
  o.rc++;
  vm.closing.push(o);
  const { result, pending } = vm;
  vm.result = vm.pending = null;
  try {
    code();
  } catch (thrown) {
    if (!(thrown instanceof Raised)) throw thrown;
    vm.heap.decref(thrown.exception);
  }
  vm.result = result;
  vm.pending = pending;
  vm.closing.pop();
  return --o.rc === 0;
}
