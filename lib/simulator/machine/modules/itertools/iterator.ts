/** What the iterators of itertools have in common (Modules/itertoolsmodule.c). */
import { HeapObject, type Machine, type PyObject, type PyType, type Visit } from '../../../memory/object';
import { builtinType, ObjectType } from '../../../memory/types';
import { type BoundArguments, bind, define, signature } from '../../builtin';
import { own } from '../../types/convert';

/** An iterator that owns what stands in `held`, released in this order. Add it to the heap. */
export class PyToolIterator extends HeapObject {
  override get kind(): 'tool-iterator' {
    return 'tool-iterator';
  }
  /** Takes over the references. `counters`: its places in pools and the like. */
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

export interface ToolType {
  readonly name: string;
  readonly signature: string;
  /** A new iterator from bound arguments. */
  make(vm: Machine, args: BoundArguments, type: PyType): PyObject;
  /** The next value, a new reference, or null at the end. */
  next(vm: Machine, it: PyToolIterator): PyObject | null;
  readonly repr?: (vm: Machine, it: PyToolIterator) => PyObject;
}

/** A class of iterators. */
export function toolType(tool: ToolType): PyType {
  const type = builtinType(tool.name, ObjectType, 'itertools');
  const text = signature(tool.signature);
  define(type, {
    iter: (_vm, it) => own(it),
    next: (vm, it) => tool.next(vm, it as PyToolIterator),
    new: (vm, cls, args, names) => {
      if (cls !== type)
        vm.refuse(`subclass of ${tool.name}`, `A class derived from ${tool.name} is not supported.`);
      return tool.make(vm, bind(vm, text, tool.name, tool.name, args, names), type);
    },
    init: () => undefined,
    ...(tool.repr === undefined
      ? {}
      : { repr: (vm, it) => (tool.repr as NonNullable<ToolType['repr']>)(vm, it as PyToolIterator) }),
  });
  return type;
}

/** Iterate over these, in turn; where one fails, give up the others. */
export function iterateAll(vm: Machine, iterables: readonly PyObject[]): PyObject[] {
  const iterators: PyObject[] = [];
  try {
    for (const iterable of iterables) iterators.push(vm.iterate(iterable));
  } catch (raised) {
    vm.heap.decrefAll(iterators);
    throw raised;
  }
  return iterators;
}

export const add = (vm: Machine, it: PyToolIterator): PyToolIterator => vm.heap.add(it);
