/** `o.__dict__` (PyObject_GenericGetDict): the attributes as a dict, made when it is first asked for. */
import type { HeapObject, Machine } from '../../memory/object';
import { DictType } from '../../memory/types';
import { PyClass } from './class';
import { PyDict } from './dict';

/** The dict that shares the object's attributes: a new reference. */
export function attributesDict(vm: Machine, o: HeapObject): PyDict {
  if (o.dict === null) {
    if (o.type instanceof PyClass && o.type.slotNames.length > 0)
      vm.refuse(
        '__dict__ with __slots__',
        'The __dict__ of an object that has __slots__ too is not supported.',
      );
    o.attrs ??= new Map();
    o.dict = vm.heap.add(new PyDict(DictType, o.attrs));
    o.dirty = true;
  }
  o.dict.rc++;
  return o.dict as PyDict;
}
