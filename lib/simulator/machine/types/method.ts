/** Bound methods of Python functions (Objects/classobject.c): layout. */
import { HeapObject, type PyObject, type Visit } from '../../memory/object';
import { MethodType } from '../../memory/types';

MethodType.hasWeakrefs = true;

/** A function with its first argument. Add it to the heap. */
export class PyMethod extends HeapObject {
  override get kind(): 'method' {
    return 'method';
  }
  /** Takes over both references. */
  constructor(
    public func: PyObject | null,
    public self: PyObject | null,
  ) {
    super(MethodType);
  }
  override traverse(visit: Visit): void {
    if (this.func !== null) visit(this.func, 'func');
    if (this.self !== null) visit(this.self, 'self');
  }
  /** method_dealloc: im_func, im_self. */
  override drop(): PyObject[] {
    const owned: PyObject[] = [];
    if (this.func !== null) owned.push(this.func);
    if (this.self !== null) owned.push(this.self);
    this.func = this.self = null;
    return owned;
  }
}
