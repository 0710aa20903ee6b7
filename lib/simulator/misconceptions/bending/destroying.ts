/** Freeing an object whatever refers to it, which Python never does. */

import { define } from '../../machine/builtin';
import type { Runtime } from '../../machine/runtime';
import { PyInstance } from '../../machine/types/class';
import { PyDict } from '../../machine/types/dict';
import { PyCell } from '../../machine/types/function';
import { str } from '../../memory/atoms';
import { PyList, PyTuple } from '../../memory/containers';
import { Atom, type HeapObject, type PyObject } from '../../memory/object';
import { builtinType } from '../../memory/types';
import { NdArray } from '../../numpy/ndarray';

const GoneType = builtinType('gone');

/** Stands in a slot whose object was destroyed. Its text is that of a value the trace does not know. */
class Gone extends Atom {
  override get kind(): 'gone' {
    return 'gone';
  }
}
export const GONE = new Gone(GoneType);
define(GoneType, { repr: () => str('…') });

/**
 * Free an object that is referred to: names of it are unbound, slots of containers show `…`. Whatever else refers to it
 * (a view, an iterator) goes on with what is left of it; giving that reference up has no effect any more.
 */
export function destroy(vm: Runtime, o: HeapObject): void {
  if (o.place < 0) return;
  for (let frame = vm.frame; frame !== null; frame = frame.back) {
    unbindIn(frame.names, o);
    for (let i = 0; i < frame.stackBase; i++) if (frame.slots[i] === o) frame.slots[i] = null;
    // The trace has to look again at all frames, also at those that wait.
    frame.shown = 0;
  }
  unbindIn(vm.globals, o);
  for (const holder of vm.heap.live) if (holder !== o) forget(holder, o);
  o.rc = 1;
  vm.heap.decref(o);
}

function unbindIn(names: Map<string, PyObject> | null, o: PyObject): void {
  for (const [name, value] of names ?? []) if (value === o) names?.delete(name);
}

const withoutOne = (items: readonly PyObject[], o: PyObject): PyObject[] =>
  items.map((item) => (item === o ? GONE : item));

function forget(holder: HeapObject, o: HeapObject): void {
  if (holder instanceof PyCell) {
    if (holder.value !== o) return;
    holder.value = null;
  } else if (holder instanceof PyList || holder instanceof PyTuple) {
    if (!holder.items.includes(o)) return;
    holder.items = withoutOne(holder.items, o);
  } else if (holder instanceof PyDict) {
    if (!holder.values.includes(o)) return;
    holder.values = withoutOne(holder.values, o);
  } else if (holder instanceof PyInstance) {
    for (const [name, value] of holder.attrs ?? []) if (value === o) holder.attrs?.set(name, GONE);
  } else if (holder instanceof NdArray && holder.owns && holder.buffer.objects !== null) {
    holder.buffer.objects = withoutOne(holder.buffer.objects, o);
  } else return;
  holder.dirty = true;
}
