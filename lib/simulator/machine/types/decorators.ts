/** staticmethod, classmethod and property (Objects/funcobject.c, Objects/descrobject.c): layout. */
import { HeapObject, type PyObject, type PyType, type Visit } from '../../memory/object';
import { builtinType } from '../../memory/types';

export const StaticMethodType = builtinType('staticmethod');
export const ClassMethodType = builtinType('classmethod');
export const PropertyType = builtinType('property');
StaticMethodType.hasAttrs = ClassMethodType.hasAttrs = true;

abstract class Wrapping extends HeapObject {
  /** Takes over the reference. Add it to the heap. */
  constructor(
    public callable: PyObject | null,
    type: PyType,
  ) {
    super(type);
  }
  override traverse(visit: Visit): void {
    if (this.callable !== null) visit(this.callable, 'other');
  }
  override drop(): PyObject[] {
    const owned = this.callable === null ? [] : [this.callable];
    this.callable = null;
    return owned;
  }
}

export class PyStaticMethod extends Wrapping {
  override get kind(): 'staticmethod' {
    return 'staticmethod';
  }
  constructor(callable: PyObject, type: PyType = StaticMethodType) {
    super(callable, type);
  }
}

export class PyClassMethod extends Wrapping {
  override get kind(): 'classmethod' {
    return 'classmethod';
  }
  constructor(callable: PyObject, type: PyType = ClassMethodType) {
    super(callable, type);
  }
}

/** A property: its functions are owned. Add it to the heap. */
export class PyProperty extends HeapObject {
  override get kind(): 'property' {
    return 'property';
  }
  /** The name it was given in its class, for messages. */
  name: string | null = null;
  constructor(
    public getter: PyObject | null,
    public setter: PyObject | null,
    public deleter: PyObject | null,
    public doc: PyObject | null,
    type: PyType = PropertyType,
  ) {
    super(type);
  }
  override traverse(visit: Visit): void {
    for (const held of [this.getter, this.setter, this.deleter, this.doc]) if (held) visit(held, 'other');
  }
  /** property_dealloc: fget, fset, fdel, doc. */
  override drop(): PyObject[] {
    const owned = [this.getter, this.setter, this.deleter, this.doc].filter((held) => held !== null);
    this.getter = this.setter = this.deleter = this.doc = null;
    return owned;
  }
}
