/**
 * The cyclic collector (Modules/gcmodule.c of CPython 3.11): a full collection, step by step as there. Objects that
 * are no containers (arrays, bytearrays, records) are out of its sight: a cycle through an object array is never
 * collected.
 */

import { weightOf } from './collector-count';
import type { Heap } from './heap';
import { HeapObject, type Machine, type PyObject, type PyType } from './object';
import { clearWeakref, type PyWeakref, runCallback, unraisable } from './weakrefs';

/** Kinds without Py_TPFLAGS_HAVE_GC. */
const NO_CONTAINERS: ReadonlySet<string> = new Set([
  'ndarray',
  'void',
  'bytearray',
  'range',
  'flatiter',
  'flags',
  'nditer',
  'broadcast',
]);

export const isContainer = (o: PyObject): o is HeapObject =>
  o instanceof HeapObject && o.place >= 0 && !NO_CONTAINERS.has(o.kind);

/** Visit what an object owns: its own references, then its attributes or their dict, then its class (subtype_traverse). */
export function visitReferents(o: HeapObject, visit: (child: PyObject) => void): void {
  o.traverse(visit);
  if (o.dict !== null) visit(o.dict);
  else if (o.attrs !== null) for (const value of o.attrs.values()) visit(value);
  if (o.type.isHeapType) visit(o.type);
}

/** Order of the collector's list: what has survived a collection first, then by age. */
const byAge = (a: HeapObject, b: HeapObject): number =>
  (a.collectorOrder || Number.MAX_SAFE_INTEGER) - (b.collectorOrder || Number.MAX_SAFE_INTEGER) ||
  a.id - b.id;

/** Every container that lives, in the order of the collector's list. */
export const containers = (heap: { readonly live: readonly HeapObject[] }): HeapObject[] =>
  heap.live.filter(isContainer).sort(byAge);

/** update_refs and subtract_refs: `scratch` becomes the number of references from outside of `list`. */
function countOutside(list: readonly HeapObject[]): void {
  for (const o of list) o.scratch = -1;
  for (const o of list) o.scratch = o.rc;
  const inside = new Set(list);
  for (const o of list)
    visitReferents(o, (child) => {
      if (inside.has(child as HeapObject)) (child as HeapObject).scratch--;
    });
}

/** What a collection costs for each live object: it is sorted, counted and visited twice. */
const WORK = 8;

/** What runs before an object is freed (tp_finalize), or null. */
export type FinalizerOf = (o: HeapObject) => (() => void) | null;

interface Split {
  readonly reachable: HeapObject[];
  readonly unreachable: HeapObject[];
}

/** deduce_unreachable: what nothing outside of `list` leads to, in the order of the list. */
function split(list: readonly HeapObject[]): Split {
  countOutside(list);
  const young = list.slice();
  const waiting = new Set<PyObject>(list);
  const doubtful = new Set<HeapObject>();
  const reachable: HeapObject[] = [];
  for (let i = 0; i < young.length; i++) {
    const o = young[i] as HeapObject;
    waiting.delete(o);
    if (o.scratch === 0) {
      doubtful.add(o);
      continue;
    }
    reachable.push(o);
    visitReferents(o, (child) => {
      const found = child as HeapObject;
      if (doubtful.delete(found)) {
        found.scratch = 1;
        young.push(found);
        waiting.add(found);
      } else if (waiting.has(found) && found.scratch === 0) found.scratch = 1;
    });
  }
  return { reachable, unreachable: [...doubtful] };
}

/**
 * `gc.collect()`: `finalizer` gives what runs before an object goes. Returns the number of objects that CPython finds unreachable, or null where the simulator does not
 * know that number for certain.
 */
export function collect(vm: Machine, heap: Heap, finalizer: FinalizerOf): number | null {
  if (heap.collecting) return 0;
  heap.collecting = true;
  try {
    vm.charge(0, WORK * heap.live.length);
    const { reachable, unreachable } = split(containers(heap));
    let order = 0;
    for (const o of reachable) o.collectorOrder = ++order;
    const weigh = weightOf(reachable);
    handleWeakrefs(vm, unreachable);
    finalize(vm, unreachable, finalizer);
    const again = split(unreachable.filter((o) => o.place >= 0));
    for (const o of again.reachable) o.collectorOrder = ++order;
    const garbage = again.unreachable;
    refuseClassWithInstances(vm, garbage);
    let found: number | null = 0;
    for (const o of garbage) {
      const weight: number | null = weigh(o);
      found = found === null || weight === null ? null : found + weight;
    }
    for (const o of garbage) clear(vm, o);
    for (const o of garbage) if (o.place >= 0) o.collectorOrder = ++order;
    return found;
  } finally {
    heap.collecting = false;
    heap.collections++;
  }
}

/**
 * A class that goes in the same collection as its instances: the recorded traces have it go one collection later,
 * because the recorder itself holds the class of what it knows. What is right here has not been seen.
 */
function refuseClassWithInstances(vm: Machine, garbage: readonly HeapObject[]): void {
  const classes = new Set<PyType>();
  for (const o of garbage) if (o.kind === 'type') classes.add(o as PyType);
  if (classes.size > 0 && garbage.some((o) => classes.has(o.type)))
    vm.refuse(
      'a class collected with its instances',
      'When a class and its instances are collected together is not known for certain.',
    );
}

/**
 * handle_weakrefs: clear the weak references to garbage, and call back those that are no garbage themselves. They are
 * cleared before any finalizer runs, so that none can bring garbage back.
 */
function handleWeakrefs(vm: Machine, garbage: readonly HeapObject[]): void {
  const inside = new Set(garbage);
  const calls: PyWeakref[] = [];
  for (const o of garbage) {
    if (o.kind === 'weakref' || o.kind === 'weakproxy') clearWeakref(o as PyWeakref);
    for (const r of [...(o.weakrefs ?? [])] as PyWeakref[]) {
      clearWeakref(r);
      if (r.callback === null || inside.has(r)) continue;
      r.rc++;
      calls.push(r);
    }
  }
  for (const r of calls) {
    if (r.callback !== null) runCallback(vm, r, r.callback);
    vm.heap.decref(r);
  }
}

/** finalize_garbage: each finalizer once. */
function finalize(vm: Machine, garbage: readonly HeapObject[], finalizer: FinalizerOf): void {
  for (const o of garbage) {
    if (o.place < 0 || o.finalized) continue;
    const run = finalizer(o);
    if (run === null) continue;
    o.finalized = true;
    o.rc++;
    unraisable(vm, run);
    vm.heap.decref(o);
  }
}

/** Kinds whose type has no tp_clear: they go when what they hold has been cleared. */
const NO_CLEAR: ReadonlySet<string> = new Set(['tuple', 'method', 'builtin-method', 'generator', 'slice']);

/** delete_garbage, for one object: break its references (tp_clear), held meanwhile. */
function clear(vm: Machine, o: HeapObject): void {
  if (o.place < 0 || NO_CLEAR.has(o.kind)) return;
  o.rc++;
  o.dirty = true;
  if (o.kind === 'type') clearType(vm, o as PyType);
  else {
    const owned = o.drop();
    if (o.dict !== null) owned.push(o.dict);
    else if (o.attrs !== null) for (const value of o.attrs.values()) owned.push(value);
    o.dict = null;
    o.attrs = o.attrs === null ? null : new Map();
    vm.heap.decrefAll(owned);
  }
  vm.heap.decref(o);
}

/** type_clear: the namespace, and the mro with the class in it; the bases go with the class. */
function clearType(vm: Machine, cls: PyType): void {
  const owned = [...cls.members.values()];
  cls.members.clear();
  vm.heap.decrefAll(owned);
  vm.heap.decref(cls);
}
