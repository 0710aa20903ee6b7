/** object (Objects/typeobject.c): what every class inherits. */

import { bool, None, NotImplemented, str } from '../../memory/atoms';
import { HeapObject, type KeywordNames, type Machine, type PyObject, PyType } from '../../memory/object';
import { ObjectType } from '../../memory/types';
import { genericGet, genericSet, missing, requireOwn } from '../attributes';
import { attribute, classMethod, define, method, staticMethod } from '../builtin';
import { runtime } from '../runtime';
import { truthAndRelease } from '../truth-and-release';
import { PyClass, PyInstance } from './class';
import { typeName } from './convert';
import { TypeErrorType } from './exceptions';
import { attributesDict } from './instance-dict';

/** `<__main__.P object at 0x…>` would show an address, which no program can count on. */
function reprOf(vm: Machine, self: PyObject): PyObject {
  return vm.refuse(
    'address',
    `The text of a ${typeName(self)} object contains its address, which differs from run to run.`,
  );
}

/** Whether a class has an `__init__` or `__new__` other than object's. */
const overridesInit = (cls: PyType): boolean => cls.slots.init !== ObjectType.slots.init;
const overridesNew = (cls: PyType): boolean => cls.slots.new !== ObjectType.slots.new;

function newObject(vm: Machine, cls: PyType, args: readonly PyObject[], _names: KeywordNames): PyObject {
  if (args.length > 0) {
    if (overridesNew(cls))
      vm.raise(TypeErrorType, 'object.__new__() takes exactly one argument (the type to instantiate)');
    if (!overridesInit(cls)) vm.raise(TypeErrorType, `${cls.name}() takes no arguments`);
  }
  return vm.heap.add(new PyInstance(cls));
}

function initObject(vm: Machine, self: PyObject, args: readonly PyObject[]): void {
  if (args.length === 0) return;
  if (overridesInit(self.type))
    vm.raise(TypeErrorType, 'object.__init__() takes exactly one argument (the instance to initialize)');
  if (!overridesNew(self.type)) vm.raise(TypeErrorType, `${typeName(self)}() takes no arguments`);
}

define(ObjectType, {
  repr: reprOf,
  str: (vm, self) => (self.type.slots.repr as NonNullable<typeof self.type.slots.repr>)(vm, self),
  hash(_vm, self) {
    return self instanceof HeapObject ? BigInt(self.id) : 0n;
  },
  compare(vm, left, right, op) {
    if (op === '==') return left === right ? bool(true) : NotImplemented;
    if (op !== '!=') return NotImplemented;
    const { compare } = left.type.slots;
    // As `object.__ne__`, called with a tuple of its argument.
    right.rc++;
    let equal: PyObject;
    try {
      equal = compare === undefined ? NotImplemented : compare(vm, left, right, '==');
    } finally {
      vm.heap.decref(right);
    }
    if (equal === NotImplemented) return equal;
    return bool(!truthAndRelease(vm, equal));
  },
  getAttribute: genericGet,
  setAttribute: genericSet,
  init: initObject,
  new: newObject,
});

staticMethod(ObjectType, '__new__', '*args, **kwargs', (vm, args, names) => {
  const [cls, ...rest] = args as readonly PyObject[];
  if (!(cls instanceof PyType)) return vm.raise(TypeErrorType, 'object.__new__(X): X is not a type object');
  return newObject(vm, cls, rest, names);
});

attribute(
  ObjectType,
  '__class__',
  (_vm, self) => {
    self.type.rc++;
    return self.type;
  },
  (vm, _self, value) => {
    if (value === null || value instanceof PyClass)
      return vm.refuse('__class__', 'Changing __class__ is not supported.');
    return vm.raise(TypeErrorType, `__class__ must be set to a class, not '${typeName(value)}' object`);
  },
);
attribute(ObjectType, '__doc__', () => None);
attribute(ObjectType, '__dict__', (vm, self) => {
  if (self instanceof HeapObject && self.type.hasAttrs) {
    requireOwn(vm, self);
    return attributesDict(vm, self);
  }
  return missing(runtime(vm), self, '__dict__');
});

method(ObjectType, '__format__', 'format_spec, /', (vm, self, [spec]) => {
  if (spec !== undefined && vm.str(spec) !== '')
    vm.raise(TypeErrorType, `unsupported format string passed to ${typeName(self)}.__format__`);
  return str(vm.str(self));
});

/** `object.__init_subclass__` takes nothing. */
classMethod(ObjectType, '__init_subclass__', '*args, **kwargs', (vm, cls, args, names) => {
  if (names.length > 0) vm.raise(TypeErrorType, `${cls.name}.__init_subclass__() takes no keyword arguments`);
  if (args.length > 0)
    vm.raise(TypeErrorType, `${cls.name}.__init_subclass__() takes no arguments (${args.length} given)`);
  return None;
});
