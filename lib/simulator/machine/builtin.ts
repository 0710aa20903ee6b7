/**
 * Functions and methods that the library provides, and how the files of `types/`, `builtins/` and `modules/`
 * declare them. Nothing made here is changed after the simulator is loaded.
 */
import {
  Atom,
  HeapObject,
  type KeywordNames,
  type Machine,
  type PyObject,
  PyType,
  type Slots,
  type Visit,
} from '../memory/object';
import { BuiltinType, builtinType } from '../memory/types';
import { type BoundArguments, bind, type Signature, signature } from './signature';
import { installWrappers } from './slot-wrappers';
import { typeName } from './types/convert';
import { TypeErrorType } from './types/exceptions';
import { chargeOperand } from './work';

export { type BoundArguments, bind, checkPositional, signature } from './signature';

export const MethodDescriptorType = builtinType('method_descriptor');
export const ClassMethodDescriptorType = builtinType('classmethod_descriptor');
export const GetSetType = builtinType('getset_descriptor');

/**
 * A library function. `args` are bound by the signature: one place a parameter, `undefined` where left out; for
 * `'*args'` they come as they are, the last `names.length` by keyword. Borrows them; returns a new reference.
 */
export type BuiltinCode = (vm: Machine, args: BoundArguments, names: KeywordNames) => PyObject;
/** A library method; `self` is checked to be an instance of its type. */
export type MethodCode<S extends PyObject = PyObject> = (
  vm: Machine,
  self: S,
  args: BoundArguments,
  names: KeywordNames,
) => PyObject;

/** `len`, `math.sqrt`: a function of a module. */
export class PyBuiltin extends Atom {
  override get kind(): 'builtin' {
    return 'builtin';
  }
  constructor(
    readonly name: string,
    /** '' for built-in functions. */
    readonly module: string,
    readonly signature: Signature,
    readonly code: BuiltinCode,
    type: PyType = BuiltinType,
  ) {
    super(type);
  }
  call(vm: Machine, args: readonly PyObject[], names: KeywordNames): PyObject {
    for (const arg of args) chargeOperand(vm, arg);
    const qualified = this.module === '' ? this.name : `${this.module}.${this.name}`;
    return this.code(vm, bind(vm, this.signature, this.name, qualified, args, names), names);
  }
}

/** `str.maketrans`: CPython binds it to its type, whose address its text shows. */
export class PyStaticMethod extends PyBuiltin {}

/** `list.append`: a method of a built-in type, not bound. */
export class PyMethodDescriptor extends Atom {
  override get kind(): 'method-descriptor' {
    return 'method-descriptor';
  }
  constructor(
    readonly name: string,
    readonly owner: PyType,
    readonly signature: Signature,
    readonly code: MethodCode,
    type: PyType = MethodDescriptorType,
  ) {
    super(type);
  }
  /** Call with `self` apart from the other arguments. */
  callWith(vm: Machine, self: PyObject, args: readonly PyObject[], names: KeywordNames): PyObject {
    chargeOperand(vm, self);
    for (const arg of args) chargeOperand(vm, arg);
    const qualified = `${this.owner.name}.${this.name}`;
    return this.code(vm, self, bind(vm, this.signature, this.name, qualified, args, names), names);
  }
}

/** `x.append`: a method of a built-in type bound to an object; holds that object. */
export class PyBuiltinMethod extends HeapObject {
  override get kind(): 'builtin-method' {
    return 'builtin-method';
  }
  /** Takes over the caller's reference to `self`. Add it to the heap. */
  constructor(
    readonly descriptor: PyMethodDescriptor,
    public self: PyObject | null,
    type: PyType = BuiltinType,
  ) {
    super(type);
  }
  override traverse(visit: Visit): void {
    if (this.self !== null) visit(this.self, 'self');
  }
  override drop(): PyObject[] {
    const owned = this.self === null ? [] : [this.self];
    this.self = null;
    return owned;
  }
}

/** `dict.fromkeys`: bound to its class when it is read from one. */
export class PyClassMethodDescriptor extends PyMethodDescriptor {}

/** An attribute of a built-in type that is computed (PyGetSetDef, PyMemberDef). */
export class PyGetSet extends Atom {
  override get kind(): 'getset' {
    return 'getset';
  }
  constructor(
    readonly name: string,
    readonly owner: PyType,
    readonly get: (vm: Machine, self: PyObject) => PyObject,
    readonly set: ((vm: Machine, self: PyObject, value: PyObject | null) => void) | null,
  ) {
    super(GetSetType);
  }
}

/** Make a function of a module (`module` '' for the built-in functions). */
export function builtinFunction(name: string, text: string, code: BuiltinCode, module = ''): PyBuiltin {
  return new PyBuiltin(name, module, signature(text), code);
}

/** Add a method to a built-in type. */
export function method<S extends PyObject = PyObject>(
  type: PyType,
  name: string,
  text: string,
  code: MethodCode<S>,
): void {
  // The descriptor's call checks that `self` is an instance of `type`, whose layout is S.
  type.members.set(name, new PyMethodDescriptor(name, type, signature(text), code as MethodCode));
}

/** Add a class method to a built-in type; `self` of its code is the class. */
export function classMethod(type: PyType, name: string, text: string, code: MethodCode<PyType>): void {
  const made = signature(text);
  type.members.set(
    name,
    new PyClassMethodDescriptor(name, type, made, code as MethodCode, ClassMethodDescriptorType),
  );
}

/** Add a static method to a built-in type (`str.maketrans`). */
export function staticMethod(type: PyType, name: string, text: string, code: BuiltinCode): void {
  type.members.set(name, new PyStaticMethod(name, type.name, signature(text), code));
}

/** Add a computed attribute to a built-in type. `get` returns a new reference; `set` borrows, null deletes. */
export function attribute<S extends PyObject = PyObject>(
  type: PyType,
  name: string,
  get: (vm: Machine, self: S) => PyObject,
  set: ((vm: Machine, self: S, value: PyObject | null) => void) | null = null,
): void {
  type.members.set(
    name,
    new PyGetSet(
      name,
      type,
      get as (vm: Machine, self: PyObject) => PyObject,
      set as ((vm: Machine, self: PyObject, value: PyObject | null) => void) | null,
    ),
  );
}

const own = new Map<PyType, Slots>();

/**
 * Give a built-in type its behaviour: merge `slots` into its own and into those of the built-in types below it, and
 * add the dunder methods that show them to programs (`list.__len__`). As in CPython (inherit_slots), a type with
 * `compare` and without `hash` is unhashable.
 */
export function define(type: PyType, slots: Slots): void {
  const full: Slots =
    slots.compare !== undefined && slots.hash === undefined ? { ...slots, hash: unhashable } : slots;
  own.set(type, merge(own.get(type) ?? {}, full));
  inherit(type);
  installWrappers(type, slots);
  if (slots.new !== undefined) staticMethod(type, '__new__', '*args, **kwargs', newOf(type));
}

/** `tuple.__new__(cls, ...)` (tp_new_wrapper, Objects/typeobject.c). */
const newOf =
  (type: PyType): BuiltinCode =>
  (vm, args, names) => {
    const [cls, ...rest] = args as readonly PyObject[];
    if (args.length === names.length)
      return vm.raise(TypeErrorType, `${type.name}.__new__(): not enough arguments`);
    if (!(cls instanceof PyType))
      return vm.raise(
        TypeErrorType,
        `${type.name}.__new__(X): X is not a type object (${(cls as PyObject).type.name})`,
      );
    if (!cls.isSubtype(type))
      vm.raise(
        TypeErrorType,
        `${type.name}.__new__(${cls.name}): ${cls.name} is not a subtype of ${type.name}`,
      );
    const base = cls.mro.find((one) => !one.isHeapType && one.slots.new !== undefined);
    if (base !== undefined && base.slots.new !== type.slots.new)
      vm.raise(TypeErrorType, `${type.name}.__new__(${cls.name}) is not safe, use ${base.name}.__new__()`);
    return (type.slots.new as NonNullable<Slots['new']>)(vm, cls, rest, names);
  };

/** `hash` of what has no hash. */
export function unhashable(vm: Machine, self: PyObject): never {
  return vm.raise(TypeErrorType, `unhashable type: '${typeName(self)}'`);
}

/** The slots of a type are those of its bases, overridden by its own; then the same below it. */
function inherit(type: PyType): void {
  let slots: Slots = {};
  for (const cls of [...type.mro].reverse()) slots = merge(slots, own.get(cls) ?? {});
  type.slots = slots;
  for (const below of type.builtinSubtypes) inherit(below);
}

function merge(base: Slots, over: Slots): Slots {
  const merged: Slots = { ...base, ...over };
  if (base.binary !== undefined && over.binary !== undefined)
    merged.binary = { ...base.binary, ...over.binary };
  if (base.inplace !== undefined && over.inplace !== undefined)
    merged.inplace = { ...base.inplace, ...over.inplace };
  return merged;
}
