/** types: SimpleNamespace, and the classes that have no built-in name (Lib/types.py, Objects/namespaceobject.c). */
import { None, NotImplemented, str } from '../../memory/atoms';
import { HeapObject, type Machine, type PyObject, type Visit } from '../../memory/object';
import * as types from '../../memory/types';
import { storeAttribute } from '../attributes';
import { checkPositional, define, GetSetType, MethodDescriptorType } from '../builtin';
import { runtime } from '../runtime';
import { WrapperDescriptorType } from '../slot-wrappers';
import { own } from '../types/convert';
import { TypeErrorType } from '../types/exceptions';
import { attributesDict } from '../types/instance-dict';
import { MemberDescriptorType } from '../types/member';
import { PyMethod } from '../types/method';
import { module } from '../types/module';
import { registerModule } from './index';

const NamespaceType = types.builtinType('SimpleNamespace', types.ObjectType, 'types');
NamespaceType.hasAttrs = true;

class PyNamespace extends HeapObject {
  override get kind(): 'namespace' {
    return 'namespace';
  }
  override traverse(_visit: Visit): void {}
  override drop(): PyObject[] {
    return [];
  }
}

function reprOf(vm: Machine, o: PyObject): PyObject {
  const name = o.type === NamespaceType ? 'namespace' : o.type.name;
  if (vm.representing.has(o)) return str(`${name}(...)`);
  vm.representing.add(o);
  try {
    const parts = [...((o as HeapObject).attrs ?? [])].map(([key, value]) => `${key}=${vm.repr(value)}`);
    return str(`${name}(${parts.join(', ')})`);
  } finally {
    vm.representing.delete(o);
  }
}

define(NamespaceType, {
  new: (vm, cls) => vm.heap.add(new PyNamespace(cls)),
  init(vm, self, args, names) {
    const given = args.length - names.length;
    if (given > 0) vm.raise(TypeErrorType, 'no positional arguments expected');
    names.forEach((name, i) => {
      storeAttribute(runtime(vm), self as HeapObject, name, args[given + i] as PyObject);
    });
  },
  repr: reprOf,
  compare(vm, a, b, op) {
    if (!(a instanceof PyNamespace) || !(b instanceof PyNamespace)) return NotImplemented;
    const left = attributesDict(vm, a);
    const right = attributesDict(vm, b);
    try {
      return vm.compare(left, right, op);
    } finally {
      vm.heap.decref(left);
      vm.heap.decref(right);
    }
  },
});

define(types.MethodType, {
  new(vm, _cls, args, names) {
    if (names.length > 0) vm.raise(TypeErrorType, 'method() takes no keyword arguments');
    checkPositional(vm, 'method', args.length, 2, 2);
    const [func, self] = args as readonly [PyObject, PyObject];
    if (func.type.slots.call === undefined) vm.raise(TypeErrorType, 'first argument must be callable');
    if (self === None) vm.raise(TypeErrorType, 'self must not be None');
    return vm.heap.add(new PyMethod(own(func), own(self)));
  },
  init: () => undefined,
});

const constants = {
  FunctionType: types.FunctionType,
  LambdaType: types.FunctionType,
  BuiltinFunctionType: types.BuiltinType,
  BuiltinMethodType: types.BuiltinType,
  MethodType: types.MethodType,
  GeneratorType: types.GeneratorType,
  CodeType: types.CodeType,
  ModuleType: types.ModuleType,
  CellType: types.CellType,
  FrameType: types.FrameType,
  TracebackType: types.TracebackType,
  NoneType: types.NoneType,
  EllipsisType: types.EllipsisType,
  NotImplementedType: types.NotImplementedType,
  GetSetDescriptorType: GetSetType,
  MemberDescriptorType,
  MethodDescriptorType,
  WrapperDescriptorType,
};

registerModule('types', () => module('types', [NamespaceType], constants));
