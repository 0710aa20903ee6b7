/**
 * What `id(o)` gives. Its value differs from run to run, so it is hidden: two of them can be compared for equality
 * as far as that is certain, and everything that would show the value is refused.
 */
import { bool, NotImplemented } from '../../memory/atoms';
import { Atom, HeapObject, type Machine, type PyObject } from '../../memory/object';
import { builtinType, IntType } from '../../memory/types';
import { define, method } from '../builtin';
import './int-methods';

/** Its class reads `int`, and its instances are ints to `isinstance`. */
export const AddressType = builtinType('int', IntType);

export class PyAddress extends Atom {
  override get kind(): 'address' {
    return 'address';
  }
  constructor(readonly target: PyObject) {
    super(AddressType);
  }
}

const hidden = (vm: Machine): never =>
  vm.refuse('value of id()', 'The value of id() is an address, which differs from run to run.');

const alive = (o: PyObject): boolean => !(o instanceof HeapObject) || o.place >= 0;

/**
 * Whether two ids are equal. The addresses of two objects differ if one was alive when the other was made; an object
 * made after the other was freed may stand at the same address.
 */
function equal(vm: Machine, a: PyObject, b: PyObject): boolean {
  if (a === b) return true;
  if (a instanceof HeapObject && b instanceof HeapObject) {
    const [older, younger] = a.id < b.id ? [a, b] : [b, a];
    if (alive(older) || (alive(a) && alive(b)) || younger === older) return false;
  }
  return vm.refuse(
    'id of a freed object',
    'Whether an object stands where another stood before is not certain.',
  );
}

/** One hash for all: a search among keys compares with each of them, and refuses where that is not certain. */
const HASH = 1n << 59n;

define(AddressType, {
  repr: hidden,
  hash: () => HASH,
  compare: (vm, a, b, op) => {
    if (op !== '==' && op !== '!=') return hidden(vm);
    if (!(a instanceof PyAddress)) return NotImplemented;
    if (!(b instanceof PyAddress)) return b.type.isSubtype(IntType) ? hidden(vm) : NotImplemented;
    return bool(equal(vm, a.target, b.target) === (op === '=='));
  },
  bool: () => true,
  negative: hidden,
  positive: hidden,
  absolute: hidden,
  invert: hidden,
  int: hidden,
  index: hidden,
  float: hidden,
  binary: Object.fromEntries(
    ['+', '-', '*', '/', '//', '%', '**', '<<', '>>', '&', '|', '^'].map((op) => [op, hidden]),
  ),
});
for (const name of IntType.members.keys())
  if (!AddressType.members.has(name)) method(AddressType, name, '*args, **kwargs', hidden);
method(AddressType, '__format__', '*args, **kwargs', hidden);
