/**
 * The heap: live objects, reference counts, and freeing at the instant a count reaches zero.
 *
 * Freeing works on a stack of its own, never on the host's: a list of 100,000 linked nodes is freed without
 * recursion, in CPython's order (depth first: what an object held is freed before the next thing it held).
 * CPython: Objects/object.c (_Py_Dealloc), Objects/typeobject.c (subtype_dealloc).
 */
import { type HeapAccess, HeapObject, type PyObject } from './object';

/** How an object came to be freed. */
export type FreedBy = 'rc' | 'gc';

/** What the heap asks of the machine around it. */
export interface HeapHooks {
  /** Run the finalizer. Returns false when the object was resurrected. */
  retire(o: HeapObject): boolean;
  /** Clear the weak references to an object that is being freed, and run their callbacks. */
  forget(o: HeapObject): void;
  /** An object has been freed. */
  freed(o: HeapObject, by: FreedBy): void;
  /** An object has been made: count it against the limits. */
  made(o: HeapObject): void;
}

interface Release {
  readonly owned: PyObject[];
  next: number;
}

export class Heap implements HeapAccess {
  readonly constant: boolean = false;
  readonly live: HeapObject[] = [];
  /** Set while the cyclic collector runs. */
  collecting = false;
  /** How many collections have ended. */
  collections = 0;
  private lastId = 0;
  private readonly releases: Release[] = [];

  constructor(private readonly hooks: HeapHooks) {}

  add<T extends HeapObject>(o: T): T {
    o.id = ++this.lastId;
    o.place = this.live.length;
    this.live.push(o);
    this.hooks.made(o);
    return o;
  }

  decref(o: PyObject): void {
    if (--o.rc === 0) this.free(o);
  }

  decrefAll(objects: readonly PyObject[]): void {
    for (const o of objects) if (--o.rc === 0) this.free(o);
  }

  private free(o: PyObject): void {
    if (!(o instanceof HeapObject)) return;
    const floor = this.releases.length;
    this.begin(o);
    while (this.releases.length > floor) {
      const top = this.releases[this.releases.length - 1] as Release;
      const child = top.owned[top.next++];
      if (child === undefined) this.releases.pop();
      else if (--child.rc === 0 && child instanceof HeapObject) this.begin(child);
    }
  }

  /** Free one object whose count is zero; what it owned waits on the stack of releases. */
  private begin(o: HeapObject): void {
    if (o.place < 0 || !this.hooks.retire(o)) return;
    this.remove(o);
    this.hooks.freed(o, this.collecting ? 'gc' : 'rc');
    if (o.weakrefs !== null) this.hooks.forget(o);
    const owned = o.drop();
    if (o.dict !== null) owned.push(o.dict);
    else if (o.attrs !== null) for (const value of o.attrs.values()) owned.push(value);
    o.attrs = o.dict = null;
    if (o.type.isHeapType) owned.push(o.type);
    this.releases.push({ owned, next: 0 });
  }

  private remove(o: HeapObject): void {
    const last = this.live.pop() as HeapObject;
    if (last !== o) {
      this.live[o.place] = last;
      last.place = o.place;
    }
    o.place = -1;
  }
}
