/** The descriptor of a name in `__slots__` (PyMemberDescr). */
import { Atom } from '../../memory/object';
import { builtinType } from '../../memory/types';

export const MemberDescriptorType = builtinType('member_descriptor');

export class PyMember extends Atom {
  override get kind(): 'member' {
    return 'member';
  }
  constructor(
    readonly name: string,
    readonly owner: string,
  ) {
    super(MemberDescriptorType);
  }
}
