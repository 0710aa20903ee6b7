/** The iterator over what has `__getitem__` alone (Objects/iterobject.c). */
import { HeapObject, type PyObject, type Visit } from '../../memory/object';
import { builtinType } from '../../memory/types';

export const SequenceIteratorType = builtinType('iterator');

export class PySequenceIterator extends HeapObject {
  override get kind(): 'sequence-iterator' {
    return 'sequence-iterator';
  }
  index = 0;
  /** Takes over the reference. Add it to the heap. */
  constructor(public sequence: PyObject | null) {
    super(SequenceIteratorType);
  }
  override traverse(visit: Visit): void {
    if (this.sequence !== null) visit(this.sequence, 'other');
  }
  override drop(): PyObject[] {
    const owned = this.sequence === null ? [] : [this.sequence];
    this.sequence = null;
    return owned;
  }
}
