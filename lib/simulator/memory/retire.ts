/**
 * What happens to an object whose count has reached zero, before its memory is given back: its finalizer, then its
 * weak references (Objects/typeobject.c, subtype_dealloc). A generator's weak references go before it is closed
 * (Objects/genobject.c, gen_dealloc).
 */
import type { HeapObject, Machine } from './object';
import { clearWeakrefs, unraisable } from './weakrefs';

/** The objects whose finalizers run now, outermost first. */
export type Closing = HeapObject[];

/** The heap's `retire` hook. Returns false where the finalizer resurrected the object. */
export function retire(vm: Machine, o: HeapObject, closing: Closing): boolean {
  const { finalize } = o.type.slots;
  if (finalize === undefined || o.finalized) {
    if (o.weakrefs !== null) clearWeakrefs(vm, o);
    return true;
  }
  if (o.kind === 'generator' && o.weakrefs !== null) clearWeakrefs(vm, o);
  o.finalized = true;
  // PyObject_CallFinalizerFromDealloc: one reference for the time of the call.
  o.rc = 1;
  closing.push(o);
  try {
    unraisable(vm, () => finalize(vm, o));
  } finally {
    closing.pop();
  }
  if (--o.rc > 0) return false;
  if (o.weakrefs !== null) clearWeakrefs(vm, o);
  return true;
}
