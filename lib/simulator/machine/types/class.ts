/** Classes made by a program, and their instances (Objects/typeobject.c): layout. */
import { HeapObject, type PyObject, PyType, type TypeOptions, type Visit } from '../../memory/object';

/** A class made by a class statement. Add it to the heap. */
export class PyClass extends PyType {
  qualifiedName: string;
  /** The names of its own `__slots__`, sorted as CPython lays them out; null without `__slots__`. */
  ownSlots: readonly string[] | null = null;
  /** Those of its bases too. */
  slotNames: readonly string[] = [];
  constructor(name: string, options: TypeOptions) {
    super(name, { ...options, isHeapType: true });
    this.qualifiedName = name;
  }
}

/** An instance of such a class that has no layout of a built-in type. */
export class PyInstance extends HeapObject {
  override get kind(): 'object' {
    return 'object';
  }
  override traverse(_visit: Visit): void {}
  /** subtype_dealloc clears the slots in their order; the attributes follow. */
  override drop(): PyObject[] {
    const { type, attrs } = this;
    const owned: PyObject[] = [];
    if (!(type instanceof PyClass) || attrs === null || this.dict !== null) return owned;
    for (const name of type.slotNames) {
      const value = attrs.get(name);
      if (value === undefined) continue;
      owned.push(value);
      attrs.delete(name);
    }
    return owned;
  }
}
