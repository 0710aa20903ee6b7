/** Functions, bound methods, cells, library functions, and the descriptors of built-in types: behaviour. */

import type { PyCode } from '../../bytecode/code';
import { bool, int, None, NotImplemented, PyStr, str } from '../../memory/atoms';
import { EMPTY_TUPLE, PyTuple } from '../../memory/containers';
import type { HeapObject, Machine, PyObject, PyType } from '../../memory/object';
import { BuiltinType, builtinType, CellType, CodeType, FunctionType, MethodType } from '../../memory/types';
import { genericGet, requireOwn } from '../attributes';
import {
  attribute,
  ClassMethodDescriptorType,
  define,
  GetSetType,
  MethodDescriptorType,
  PyBuiltin,
  PyBuiltinMethod,
  type PyClassMethodDescriptor,
  type PyGetSet,
  PyMethodDescriptor,
  PyStaticMethod,
} from '../builtin';
import { runtime } from '../runtime';
import { type PySlotWrapper, WrapperDescriptorType } from '../slot-wrappers';
import { typeName, typeNameOf } from './convert';
import { dictSetName, newDict, PyDict } from './dict';
import { AttributeErrorType, TypeErrorType, ValueErrorType } from './exceptions';
import type { PyCell, PyFunction } from './function';
import { attributesDict } from './instance-dict';
import { MemberDescriptorType, type PyMember } from './member';
import { PyMethod } from './method';

const owned = <T extends PyObject>(o: T): T => {
  o.rc++;
  return o;
};
const noAddress = (vm: Machine, self: PyObject): never =>
  vm.refuse(
    'address',
    `The text of a ${typeName(self)} contains its address, which differs from run to run.`,
  );

// ----- functions

define(FunctionType, {
  repr: noAddress,
  call(machine, self, args, names) {
    const vm = runtime(machine);
    // Functions of the library that are written in Python.
    if (self instanceof PyBuiltin) return self.call(vm, args, names);
    for (const arg of args) arg.rc++;
    return vm.callFunction(self as PyFunction, [...args], names);
  },
  descriptorGet(vm, self, instance) {
    if (instance === null) return owned(self);
    return vm.heap.add(new PyMethod(owned(self), owned(instance)));
  },
});
/** The function, unless the library has it: then what it holds differs from CPython's, or all runs share it. */
function own(vm: Machine, f: PyFunction): PyFunction {
  requireOwn(vm, f);
  return f;
}
const nameOf = (
  name: string,
  get: (f: PyFunction) => string,
  set: (f: PyFunction, text: string) => void,
): void =>
  attribute<PyFunction>(
    FunctionType,
    name,
    (_vm, f) => str(get(f)),
    (vm, f, value) => {
      if (!(value instanceof PyStr)) return vm.raise(TypeErrorType, `${name} must be set to a string object`);
      set(f, value.value);
      f.dirty = true;
    },
  );
nameOf(
  '__name__',
  (f) => f.name,
  (f, text) => {
    f.name = text;
  },
);
nameOf(
  '__qualname__',
  (f) => f.qualifiedName,
  (f, text) => {
    f.qualifiedName = text;
  },
);
function held<K extends 'doc' | 'defaults' | 'keywordDefaults'>(
  name: string,
  key: K,
  accepts: (value: PyObject) => boolean,
): void {
  attribute<PyFunction>(
    FunctionType,
    name,
    (vm, f) => owned(own(vm, f)[key] ?? None),
    (vm, f, value) => {
      if (value !== null && value !== None && !accepts(value))
        vm.raise(TypeErrorType, `${name} must be set to a tuple object`);
      const old = f[key];
      const stored = value === null || (value === None && key !== 'doc') ? null : owned(value);
      f[key] = stored as PyFunction[K];
      f.dirty = true;
      if (old !== null) vm.heap.decref(old);
    },
  );
}
held('__doc__', 'doc', () => true);
held('__defaults__', 'defaults', (value) => value instanceof PyTuple);
held('__kwdefaults__', 'keywordDefaults', (value) => value instanceof PyDict);
attribute<PyFunction>(
  FunctionType,
  '__module__',
  (_vm, f) => str(f.module),
  (vm, f, value) => {
    if (!(value instanceof PyStr)) return vm.refuse('__module__', 'Such a __module__ is not supported.');
    f.module = value.value;
  },
);
attribute<PyFunction>(FunctionType, '__closure__', (vm, f) => {
  own(vm, f);
  if (f.closure.length === 0) return None;
  return vm.heap.add(new PyTuple(f.closure.map((cell) => owned(cell))));
});
attribute<PyFunction>(FunctionType, '__code__', (vm, f) => own(vm, f).codeObject);
attribute<PyFunction>(FunctionType, '__dict__', (vm, f) => attributesDict(vm, own(vm, f)));
attribute<PyFunction>(FunctionType, '__globals__', (vm) =>
  vm.refuse('__globals__', '__globals__ of a function is not supported.'),
);
attribute<PyFunction>(
  FunctionType,
  '__annotations__',
  (vm, f) => {
    own(vm, f);
    if (f.annotations instanceof PyDict) return owned(f.annotations);
    const dict = newDict(vm);
    const { items } = f.annotations instanceof PyTuple ? f.annotations : EMPTY_TUPLE;
    for (let i = 0; i < items.length; i += 2)
      dictSetName(vm, dict, (items[i] as PyStr).value, items[i + 1] as PyObject);
    const old: HeapObject | null = f.annotations;
    f.annotations = dict;
    f.dirty = true;
    if (old !== null) vm.heap.decref(old);
    return owned(dict);
  },
  (vm, f, value) => {
    if (value !== null && value !== None && !(value instanceof PyDict))
      vm.raise(TypeErrorType, '__annotations__ must be set to a dict object');
    const old = f.annotations;
    f.annotations = value instanceof PyDict ? owned(value) : null;
    f.dirty = true;
    if (old !== null) vm.heap.decref(old);
  },
);

// ----- code

const codeText = (name: string, get: (code: PyCode) => PyObject): void =>
  attribute<PyCode>(CodeType, name, (_vm, code) => get(code));
codeText('co_name', (code) => str(code.fields.name));
codeText('co_qualname', (code) => str(code.fields.qualifiedName));
codeText('co_argcount', (code) => int(code.fields.argCount));
codeText('co_firstlineno', (code) => int(code.fields.firstLine));
const names = (name: string, get: (code: PyCode) => readonly string[]): void =>
  attribute<PyCode>(CodeType, name, (vm, code) => {
    const texts = get(code);
    return texts.length === 0 ? EMPTY_TUPLE : vm.heap.add(new PyTuple(texts.map((text) => str(text))));
  });
names('co_varnames', ({ fields }) => fields.slotNames.slice(0, fields.localCount));
names('co_freevars', ({ fields }) => fields.freeNames);
names('co_names', ({ fields }) => fields.names);

// ----- bound methods

define(MethodType, {
  repr: noAddress,
  call(vm, self, args, keywords) {
    const { func, self: object } = self as PyMethod;
    return vm.call(func as PyObject, [object as PyObject, ...args], keywords);
  },
  hash: (vm, self) => vm.hash((self as PyMethod).func as PyObject),
  compare(_vm, left, right, op) {
    if (!(left instanceof PyMethod) || !(right instanceof PyMethod) || (op !== '==' && op !== '!='))
      return NotImplemented;
    const same = left.self === right.self && left.func === right.func;
    return bool(same === (op === '=='));
  },
  getAttribute(vm, self, name) {
    // method_getattro: what the method itself has, else what its function has.
    if (self.type.lookup(name) !== undefined) return genericGet(vm, self, name);
    return vm.getAttribute((self as PyMethod).func as PyObject, name);
  },
});
attribute<PyMethod>(MethodType, '__self__', (_vm, m) => owned(m.self as PyObject));
attribute<PyMethod>(MethodType, '__func__', (_vm, m) => owned(m.func as PyObject));

// ----- cells

attribute<PyCell>(
  CellType,
  'cell_contents',
  (vm, cell) => owned(cell.value ?? vm.raise(ValueErrorType, 'Cell is empty')),
  (vm, cell, value) => {
    const old = cell.value;
    cell.value = value === null ? null : owned(value);
    cell.dirty = true;
    if (old !== null) vm.heap.decref(old);
  },
);
define(CellType, { repr: noAddress });

// ----- library functions

const builtinName = (o: PyBuiltin | PyBuiltinMethod): string =>
  o instanceof PyBuiltinMethod ? o.descriptor.name : o.name;

define(BuiltinType, {
  repr(vm, self) {
    if (self instanceof PyBuiltinMethod || self instanceof PyStaticMethod) return noAddress(vm, self);
    return str(`<built-in function ${(self as PyBuiltin).name}>`);
  },
  call(machine, self, args, keywords) {
    const vm = runtime(machine);
    if (self instanceof PyBuiltinMethod)
      return self.descriptor.callWith(vm, self.self as PyObject, args, keywords);
    const f = self as PyBuiltin;
    if (f.signature.style !== 'one' || f.name === 'len') return f.call(vm, args, keywords);
    // Only functions of one argument count in CPython, once the call is specialized.
    vm.enter(' while calling a Python object');
    try {
      return f.call(vm, args, keywords);
    } finally {
      vm.leave();
    }
  },
  compare(_vm, left, right, op) {
    if (op !== '==' && op !== '!=') return NotImplemented;
    const same =
      left === right ||
      (left instanceof PyBuiltinMethod &&
        right instanceof PyBuiltinMethod &&
        left.self === right.self &&
        left.descriptor === right.descriptor);
    return bool(same === (op === '=='));
  },
  hash: (_vm, self) => BigInt(builtinName(self as PyBuiltin).length),
});
attribute<PyBuiltin | PyBuiltinMethod>(BuiltinType, '__name__', (_vm, o) => str(builtinName(o)));
attribute<PyBuiltin | PyBuiltinMethod>(BuiltinType, '__qualname__', (_vm, o) => str(builtinName(o)));
attribute<PyBuiltin | PyBuiltinMethod>(BuiltinType, '__self__', (vm, o) =>
  o instanceof PyBuiltinMethod
    ? owned(o.self as PyObject)
    : vm.refuse('__self__', '__self__ of a library function is not supported.'),
);
attribute<PyBuiltin | PyBuiltinMethod>(BuiltinType, '__module__', (_vm, o) =>
  o instanceof PyBuiltinMethod ? None : str(o.module === '' ? 'builtins' : o.module),
);
attribute<PyBuiltin>(BuiltinType, '__doc__', (vm) =>
  vm.refuse('__doc__', 'Documentation of the library is not supported.'),
);

// ----- descriptors of built-in types

/** Check and split off `self`, the first argument of an unbound method. */
function checkSelf(vm: Machine, owner: PyType, name: string, args: readonly PyObject[]): PyObject {
  const [self] = args;
  if (self === undefined)
    return vm.raise(TypeErrorType, `unbound method ${owner.name}.${name}() needs an argument`);
  if (!self.type.isSubtype(owner))
    vm.raise(
      TypeErrorType,
      `descriptor '${name}' for '${owner.name}' objects doesn't apply to a '${typeName(self)}' object`,
    );
  return self;
}

define(MethodDescriptorType, {
  repr: (_vm, self) => {
    const d = self as PyMethodDescriptor;
    return str(`<method '${d.name}' of '${d.owner.name}' objects>`);
  },
  call(machine, self, args, keywords) {
    const vm = runtime(machine);
    const d = self as PyMethodDescriptor;
    const object = checkSelf(vm, d.owner, d.name, args);
    vm.enter(' while calling a Python object');
    try {
      return d.callWith(vm, object, args.slice(1), keywords);
    } finally {
      vm.leave();
    }
  },
  descriptorGet(vm, self, instance) {
    if (instance === null) return owned(self);
    return vm.heap.add(new PyBuiltinMethod(self as PyMethodDescriptor, owned(instance)));
  },
});
attribute<PyMethodDescriptor>(MethodDescriptorType, '__name__', (_vm, d) => str(d.name));

define(ClassMethodDescriptorType, {
  repr: (_vm, self) => {
    const d = self as PyClassMethodDescriptor;
    return str(`<method '${d.name}' of '${d.owner.name}' objects>`);
  },
  descriptorGet: (vm, self, instance, owner) =>
    vm.heap.add(
      new PyBuiltinMethod(self as PyClassMethodDescriptor, owned(instance === null ? owner : instance.type)),
    ),
});

/** Slots that have a method of their own as well, called without a tuple (METH_O | METH_COEXIST). */
const PLAIN: ReadonlySet<string> = new Set([
  'list.__getitem__',
  'dict.__getitem__',
  'dict.__contains__',
  'set.__contains__',
  'frozenset.__contains__',
]);
const isPlain = (d: PySlotWrapper): boolean => PLAIN.has(`${d.owner.name}.${d.name}`);

/** `x.__len__` of a built-in type, bound: told apart from other methods by its name alone. */
const MethodWrapperType = builtinType('method-wrapper', BuiltinType);

define(WrapperDescriptorType, {
  repr: (_vm, self) => {
    const d = self as PySlotWrapper;
    return str(`<slot wrapper '${d.name}' of '${d.owner.name}' objects>`);
  },
  call(vm, self, args, keywords) {
    const d = self as PySlotWrapper;
    const [object] = args;
    if (object === undefined)
      return vm.raise(TypeErrorType, `descriptor '${d.name}' of '${d.owner.name}' object needs an argument`);
    if (!object.type.isSubtype(d.owner))
      vm.raise(
        TypeErrorType,
        `descriptor '${d.name}' requires a '${d.owner.name}' object but received a '${typeName(object)}'`,
      );
    const rest = args.slice(1);
    if (isPlain(d)) return d.callWith(vm, object, rest, keywords);
    // Called by way of a tuple of all arguments, and a slice of it without the object (wrapperdescr_call).
    for (const held of [args, rest]) for (const arg of held) arg.rc++;
    try {
      return d.callWith(vm, object, rest, keywords);
    } finally {
      vm.heap.decrefAll(rest);
      vm.heap.decrefAll(args);
    }
  },
  descriptorGet(vm, self, instance) {
    if (instance === null) return owned(self);
    const d = self as PySlotWrapper;
    const bound = new PyMethodDescriptor(
      d.name,
      d.owner,
      { names: [], positionalOnly: 0, positional: 0, required: [], style: 'raw', keywords: true },
      (machine, object, args, keywords) => {
        const given = args as readonly PyObject[];
        const packed = isPlain(d) || runtime(machine).packed === given ? [] : given;
        for (const arg of packed) arg.rc++;
        try {
          return d.callWith(machine, object, given, keywords);
        } finally {
          machine.heap.decrefAll(packed);
        }
      },
    );
    return vm.heap.add(
      new PyBuiltinMethod(bound, owned(instance), isPlain(d) ? BuiltinType : MethodWrapperType),
    );
  },
});
attribute<PySlotWrapper>(WrapperDescriptorType, '__name__', (_vm, d) => str(d.name));

define(GetSetType, {
  repr: (_vm, self) => {
    const d = self as PyGetSet;
    return str(`<attribute '${d.name}' of '${d.owner.name}' objects>`);
  },
  descriptorGet(vm, self, instance) {
    if (instance === null) return owned(self);
    return (self as PyGetSet).get(vm, instance);
  },
  descriptorSet(vm, self, instance, value) {
    const d = self as PyGetSet;
    if (d.set === null) {
      return vm.raise(
        AttributeErrorType,
        `attribute '${d.name}' of '${typeNameOf(d.owner)}' objects is not writable`,
      );
    }
    d.set(vm, instance, value);
  },
});

define(MemberDescriptorType, {
  repr: (_vm, self) => str(`<member '${(self as PyMember).name}' of '${(self as PyMember).owner}' objects>`),
  descriptorGet(vm, self, instance) {
    if (instance === null) return owned(self);
    const { name } = self as PyMember;
    const value = (instance as HeapObject).attrs?.get(name);
    if (value === undefined)
      return vm.raise(AttributeErrorType, `'${typeName(instance)}' object has no attribute '${name}'`);
    return owned(value);
  },
  descriptorSet(vm, self, instance, value) {
    const { name } = self as PyMember;
    const o = instance as HeapObject;
    const old = o.attrs?.get(name);
    if (value === null) {
      if (old === undefined) return vm.raise(AttributeErrorType, name);
      o.attrs?.delete(name);
    } else {
      o.attrs ??= new Map();
      o.attrs.set(name, owned(value));
    }
    o.dirty = true;
    if (old !== undefined) vm.heap.decref(old);
  },
});
