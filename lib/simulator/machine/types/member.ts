/** The descriptor of a name in `__slots__` (PyMemberDescr). Add it to the heap. */
import { HeapObject, type PyObject } from '../../memory/object';
import { builtinType } from '../../memory/types';

export const MemberDescriptorType = builtinType('member_descriptor');

export class PyMember extends HeapObject {
  override get kind(): 'member' {
    return 'member';
  }
  constructor(
    readonly name: string,
    readonly owner: string,
  ) {
    super(MemberDescriptorType);
  }
  /** It belongs to its class, which it does not hold: a class is in cycles of its own making anyway. */
  override traverse(): void {}
  override drop(): PyObject[] {
    return [];
  }
}
