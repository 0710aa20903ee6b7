/** Copies that Python does not make. */

import { PyBytearray } from '../../machine/types/bytearray';
import { PyInstance } from '../../machine/types/class';
import { ownAll } from '../../machine/types/convert';
import { dictEntries, dictSet, PyDict } from '../../machine/types/dict';
import { copyDict } from '../../machine/types/dict-slots';
import { PySet } from '../../machine/types/set';
import { copySet } from '../../machine/types/set-operations';
import { PyList, PyTuple } from '../../memory/containers';
import { HeapObject, type Machine, type PyObject } from '../../memory/object';
import { copyOf } from '../../numpy/copy';
import { NdArray } from '../../numpy/ndarray';

/** Objects that learners think of as data: what beliefs about copies and lifetimes speak of. */
export const isData = (o: PyObject): o is HeapObject =>
  o instanceof HeapObject &&
  o.place >= 0 &&
  (o instanceof PyList ||
    o instanceof PyTuple ||
    o instanceof PyDict ||
    o instanceof PySet ||
    o instanceof NdArray ||
    o instanceof PyBytearray ||
    o instanceof PyInstance);

/** Whether somebody besides the value stack refers to it: what is made by the expression itself has no other holder. */
export const isHeldElsewhere = (o: PyObject): boolean => o.rc > 1;

/** A copy of data, one level deep: a new reference. Anything else is given back, with one more reference. */
export function copied(vm: Machine, o: PyObject): PyObject {
  const made = isData(o) ? copyOne(vm, o) : null;
  if (made !== null) return made;
  o.rc++;
  return o;
}

function copyOne(vm: Machine, o: HeapObject): HeapObject | null {
  if (o instanceof PyList) return vm.heap.add(new PyList(ownAll(o.items)));
  if (o instanceof PyTuple) return vm.heap.add(new PyTuple(ownAll(o.items)));
  if (o instanceof PyDict) return copyDict(vm, o);
  if (o instanceof PySet) return copySet(vm, o);
  if (o instanceof NdArray) return copyOf(vm, o, 'C');
  if (o instanceof PyBytearray) return vm.heap.add(new PyBytearray(o.copyBytes()));
  if (!(o instanceof PyInstance) || o.dict !== null) return null;
  const made = new PyInstance(o.type);
  if (o.attrs !== null) {
    made.attrs = new Map(o.attrs);
    for (const value of made.attrs.values()) value.rc++;
  }
  return vm.heap.add(made);
}

/** A copy of data with all the data in it: a new reference. */
export function deeplyCopied(vm: Machine, o: PyObject, known = new Map<PyObject, PyObject>()): PyObject {
  const before = known.get(o);
  if (before !== undefined) {
    before.rc++;
    return before;
  }
  const made = copied(vm, o);
  if (made === o) return made;
  known.set(o, made);
  deepen(vm, made, known);
  return made;
}

/** Put deep copies in the place of the data in a new container. */
export function deepen(vm: Machine, o: PyObject, known = new Map<PyObject, PyObject>()): void {
  const replace = (item: PyObject): PyObject => {
    const made = deeplyCopied(vm, item, known);
    vm.heap.decref(item);
    return made;
  };
  if (o instanceof PyList || o instanceof PyTuple) o.items = o.items.map(replace);
  else if (o instanceof PyDict && o.shared === null) {
    for (const [key, value] of dictEntries(o)) {
      const made = deeplyCopied(vm, value, known);
      dictSet(vm, o, key, made);
      vm.heap.decref(made);
    }
  } else if (o instanceof PyInstance && o.attrs !== null) {
    for (const [name, value] of o.attrs) o.attrs.set(name, replace(value));
  } else return;
  (o as HeapObject).dirty = true;
}
