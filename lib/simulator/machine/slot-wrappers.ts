/**
 * The dunder methods of built-in types: what `list.__len__` or `super().__init__` is. One wrapper a slot, as
 * CPython's slotdefs (Objects/typeobject.c).
 */
import { bool, int, None, PyStr } from '../memory/atoms';
import {
  type ArithmeticOp,
  Atom,
  type Binary,
  type CompareOp,
  type KeywordNames,
  type Machine,
  type PyObject,
  PyType,
  type Slots,
  type Unary,
} from '../memory/object';
import { builtinType } from '../memory/types';
import { typeName } from './types/convert';
import { StopIterationType, TypeErrorType } from './types/exceptions';

export const WrapperDescriptorType = builtinType('wrapper_descriptor');

type WrapperCode = (
  vm: Machine,
  slots: Slots,
  self: PyObject,
  args: readonly PyObject[],
  names: KeywordNames,
) => PyObject;

/** One dunder method over one slot. */
export interface Wrapper {
  readonly name: string;
  /** Number of arguments besides self; -1: any, with keywords. */
  readonly arity: number;
  readonly slot: (slots: Slots) => unknown;
  readonly code: WrapperCode;
}

/** `list.__len__`: a slot of a built-in type as a method. */
export class PySlotWrapper extends Atom {
  override get kind(): 'slot-wrapper' {
    return 'slot-wrapper';
  }
  constructor(
    readonly wrapper: Wrapper,
    readonly owner: PyType,
  ) {
    super(WrapperDescriptorType);
  }
  get name(): string {
    return this.wrapper.name;
  }
  /** The function in the slot: what a class that does not override the method inherits. */
  get slot(): unknown {
    return this.wrapper.slot(this.owner.slots);
  }
  callWith(vm: Machine, self: PyObject, args: readonly PyObject[], names: KeywordNames): PyObject {
    const { arity, name, code } = this.wrapper;
    if (arity >= 0) {
      if (names.length > 0) vm.raise(TypeErrorType, `wrapper ${name}() takes no keyword arguments`);
      const isPower = name === '__pow__' || name === '__rpow__';
      if (isPower) checkPower(vm, name, args);
      const optional = name === '__get__' ? 1 : 0;
      if (!isPower && args.length !== arity && args.length !== arity - optional)
        vm.raise(TypeErrorType, `expected ${arity} argument${arity === 1 ? '' : 's'}, got ${args.length}`);
    }
    return code(vm, this.owner.slots, self, args, names);
  }
}

/** An exponent and, perhaps, a modulus: unpacked without a name, as the words of the error say (wrap_ternaryfunc). */
function checkPower(vm: Machine, name: string, args: readonly PyObject[]): void {
  if (args.length === 0) vm.raise(TypeErrorType, ' expected at least 1 argument, got 0');
  if (args.length > 2) vm.raise(TypeErrorType, ` expected at most 2 arguments, got ${args.length}`);
  if (args.length === 2 && args[1] !== None)
    vm.refuse(name, `${name} with a modulus is not supported; use pow().`);
}

type Required<K extends keyof Slots> = NonNullable<Slots[K]>;

const first = (args: readonly PyObject[]): PyObject => args[0] as PyObject;
const second = (args: readonly PyObject[]): PyObject => args[1] as PyObject;

export const WRAPPERS: Wrapper[] = [];

function add(name: string, arity: number, slot: (slots: Slots) => unknown, code: WrapperCode): void {
  WRAPPERS.push({ name, arity, slot, code });
}

const UNARY: readonly [string, keyof Slots][] = [
  ['__repr__', 'repr'],
  ['__str__', 'str'],
  ['__iter__', 'iter'],
  ['__neg__', 'negative'],
  ['__pos__', 'positive'],
  ['__invert__', 'invert'],
  ['__abs__', 'absolute'],
  ['__int__', 'int'],
  ['__index__', 'index'],
  ['__float__', 'float'],
];
for (const [name, key] of UNARY)
  add(
    name,
    0,
    (s) => s[key],
    (vm, s, self) => (s[key] as Unary)(vm, self),
  );

const binary = (s: Slots, op: ArithmeticOp): Binary => (s.binary as Required<'binary'>)[op] as Binary;
const inplace = (s: Slots, op: ArithmeticOp): Binary => (s.inplace as Required<'inplace'>)[op] as Binary;

/** The dunder methods of each operator: `a op b`, reflected, in place. */
export const ARITHMETIC: readonly [ArithmeticOp, string][] = [
  ['+', 'add'],
  ['-', 'sub'],
  ['*', 'mul'],
  ['@', 'matmul'],
  ['/', 'truediv'],
  ['//', 'floordiv'],
  ['%', 'mod'],
  ['**', 'pow'],
  ['<<', 'lshift'],
  ['>>', 'rshift'],
  ['&', 'and'],
  ['^', 'xor'],
  ['|', 'or'],
];
for (const [op, name] of ARITHMETIC) {
  add(
    `__${name}__`,
    1,
    (s) => s.binary?.[op],
    (vm, s, self, args) => binary(s, op)(vm, self, first(args)),
  );
  add(
    `__r${name}__`,
    1,
    (s) => s.binary?.[op],
    (vm, s, self, args) => binary(s, op)(vm, first(args), self),
  );
  add(
    `__i${name}__`,
    1,
    (s) => s.inplace?.[op],
    (vm, s, self, args) => inplace(s, op)(vm, self, first(args)),
  );
}

export const COMPARISONS: readonly [CompareOp, string][] = [
  ['<', '__lt__'],
  ['<=', '__le__'],
  ['==', '__eq__'],
  ['!=', '__ne__'],
  ['>', '__gt__'],
  ['>=', '__ge__'],
];
for (const [op, name] of COMPARISONS)
  add(
    name,
    1,
    (s) => s.compare,
    (vm, s, self, args) =>
      (s.compare as (vm: Machine, a: PyObject, b: PyObject, op: CompareOp) => PyObject)(
        vm,
        self,
        first(args),
        op,
      ),
  );

const name = (vm: Machine, o: PyObject): string => {
  if (o instanceof PyStr) return o.value;
  return vm.raise(TypeErrorType, `attribute name must be string, not '${typeName(o)}'`);
};

add(
  '__hash__',
  0,
  (s) => s.hash,
  (vm, s, self) => int((s.hash as Required<'hash'>)(vm, self)),
);
add(
  '__len__',
  0,
  (s) => s.length,
  (vm, s, self) => int((s.length as Required<'length'>)(vm, self)),
);
add(
  '__bool__',
  0,
  (s) => s.bool,
  (vm, s, self) => bool((s.bool as Required<'bool'>)(vm, self)),
);
add(
  '__next__',
  0,
  (s) => s.next,
  (vm, s, self) => (s.next as Required<'next'>)(vm, self) ?? vm.raiseNothing(StopIterationType),
);
add(
  '__contains__',
  1,
  (s) => s.contains,
  (vm, s, self, args) => bool((s.contains as Required<'contains'>)(vm, self, first(args))),
);
add(
  '__getitem__',
  1,
  (s) => s.getItem,
  (vm, s, self, args) => (s.getItem as Required<'getItem'>)(vm, self, first(args)),
);
add(
  '__setitem__',
  2,
  (s) => s.setItem,
  (vm, s, self, args) => {
    (s.setItem as Required<'setItem'>)(vm, self, first(args), second(args));
    return None;
  },
);
add(
  '__delitem__',
  1,
  (s) => s.setItem,
  (vm, s, self, args) => {
    (s.setItem as Required<'setItem'>)(vm, self, first(args), null);
    return None;
  },
);
add(
  '__getattribute__',
  1,
  (s) => s.getAttribute,
  (vm, s, self, args) => (s.getAttribute as Required<'getAttribute'>)(vm, self, name(vm, first(args))),
);
add(
  '__setattr__',
  2,
  (s) => s.setAttribute,
  (vm, s, self, args) => {
    (s.setAttribute as Required<'setAttribute'>)(vm, self, name(vm, first(args)), second(args));
    return None;
  },
);
add(
  '__delattr__',
  1,
  (s) => s.setAttribute,
  (vm, s, self, args) => {
    (s.setAttribute as Required<'setAttribute'>)(vm, self, name(vm, first(args)), null);
    return None;
  },
);
add(
  '__get__',
  2,
  (s) => s.descriptorGet,
  (vm, s, self, args) => {
    const instance = first(args) === None ? null : first(args);
    const owner = args[1] instanceof PyType ? args[1] : (instance as PyObject).type;
    return (s.descriptorGet as Required<'descriptorGet'>)(vm, self, instance, owner);
  },
);
add(
  '__set__',
  2,
  (s) => s.descriptorSet,
  (vm, s, self, args) => {
    (s.descriptorSet as Required<'descriptorSet'>)(vm, self, first(args), second(args));
    return None;
  },
);
add(
  '__delete__',
  1,
  (s) => s.descriptorSet,
  (vm, s, self, args) => {
    (s.descriptorSet as Required<'descriptorSet'>)(vm, self, first(args), null);
    return None;
  },
);
add(
  '__call__',
  -1,
  (s) => s.call,
  (vm, s, self, args, names) => (s.call as Required<'call'>)(vm, self, args, names),
);
add(
  '__init__',
  -1,
  (s) => s.init,
  (vm, s, self, args, names) => {
    (s.init as Required<'init'>)(vm, self, args, names);
    return None;
  },
);

/** Add to a built-in type the dunder methods of the slots it defines. */
export function installWrappers(type: PyType, slots: Slots): void {
  for (const wrapper of WRAPPERS)
    if (wrapper.slot(slots) !== undefined) type.members.set(wrapper.name, new PySlotWrapper(wrapper, type));
  if (slots.compare !== undefined && slots.hash === undefined) type.members.set('__hash__', None);
}
