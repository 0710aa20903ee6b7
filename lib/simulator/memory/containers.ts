/** Lists and tuples: sequences that own a reference to each item. */
import { HeapObject, IMMORTAL, type PyObject, type PyType, type Visit } from './object';
import { ListType, TupleType } from './types';

abstract class Sequence extends HeapObject {
  constructor(
    public items: PyObject[],
    type: PyType,
  ) {
    super(type);
  }
  override traverse(visit: Visit): void {
    for (const item of this.items) visit(item, 'item');
  }
  /** list_dealloc and tupledealloc release the last item first. */
  override drop(): PyObject[] {
    const owned = this.items.reverse();
    this.items = [];
    return owned;
  }
}

/** A list. Takes over the references in `items`. Add it to the heap with `heap.add`. */
export class PyList extends Sequence {
  override get kind(): 'list' {
    return 'list';
  }
  constructor(items: PyObject[], type: PyType = ListType) {
    super(items, type);
  }
}

/** A tuple with at least one item; the empty tuple is the atom-like `EMPTY_TUPLE`. */
export class PyTuple extends Sequence {
  override get kind(): 'tuple' {
    return 'tuple';
  }
  constructor(items: PyObject[], type: PyType = TupleType) {
    super(items, type);
  }
}

/** The one empty tuple. It is not on the heap and is never freed. */
export const EMPTY_TUPLE = new PyTuple([]);
EMPTY_TUPLE.rc = IMMORTAL;
