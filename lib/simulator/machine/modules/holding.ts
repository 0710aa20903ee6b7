/** A library object that does nothing but own references, for types without a layout of their own. */
import { HeapObject, type Machine, type PyObject, type PyType, type Visit } from '../../memory/object';

/** For modules that have all names of the real one, but those with underscores. */
export const complete = (name: string): boolean => !name.startsWith('_');

/** Owns what stands in `held`, released in this order. Add it to the heap. */
export class PyHolding extends HeapObject {
  override get kind(): 'holding' {
    return 'holding';
  }
  /** Takes over the references. `counters`: places in pools and the like. */
  constructor(
    type: PyType,
    readonly held: (PyObject | null)[],
    readonly counters: number[] = [],
  ) {
    super(type);
  }
  override traverse(visit: Visit): void {
    for (const o of this.held) if (o !== null) visit(o, 'other');
  }
  override drop(): PyObject[] {
    const owned = this.held.filter((o) => o !== null);
    this.held.fill(null);
    return owned;
  }
  /** Put something in a place (takes over the reference), then release what was there. */
  put(vm: Machine, place: number, value: PyObject | null): void {
    const old = this.held[place];
    this.held[place] = value;
    this.dirty = true;
    if (old) vm.heap.decref(old);
  }
  at(place: number): PyObject {
    return this.held[place] as PyObject;
  }
}
