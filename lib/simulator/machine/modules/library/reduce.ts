/**
 * How objects say what they are made of, for copy: `__reduce_ex__` and `__getstate__` of object, and `__reduce__` of
 * sets and exceptions (Objects/typeobject.c, reduce_newobj).
 */
import { None, str } from '../../../memory/atoms';
import { PyTuple } from '../../../memory/containers';
import { HeapObject, type Machine, type PyObject, PyType } from '../../../memory/object';
import { FrozenSetType, GeneratorType, ModuleType, ObjectType, SetType } from '../../../memory/types';
import { builtinFunction, method } from '../../builtin';
import { PyClass } from '../../types/class';
import { collect, makeTuple, own, ownAll } from '../../types/convert';
import { dictSetName, newDict, PyDict } from '../../types/dict';
import { copyDict } from '../../types/dict-slots';
import { BaseExceptionType, type PyException, TypeErrorType } from '../../types/exceptions';
import { attributesDict } from '../../types/instance-dict';

/** copyreg.__newobj__: `cls.__new__(cls, *args)` */
const newObject = builtinFunction('__newobj__', '*args', (vm, args) => {
  const given = args as readonly PyObject[];
  const create = vm.getAttribute(given[0] as PyObject, '__new__');
  try {
    return vm.call(create, given);
  } finally {
    vm.heap.decref(create);
  }
});

const cannot = (vm: Machine, o: PyObject): never =>
  vm.raise(TypeErrorType, `cannot pickle '${o.type.name}' object`);

/** Layouts of a program's classes: whatever else a class is derived from has state of its own. */
const PLAIN = new Set(['object', 'list', 'dict', 'tuple', 'exception', 'set', 'frozenset']);

function checkKnown(vm: Machine, o: PyObject): void {
  if (o.type === GeneratorType || o.type === ModuleType) cannot(vm, o);
  if (!PLAIN.has(o.kind) || (!o.type.isHeapType && o.type !== ObjectType && o.kind !== 'tuple'))
    vm.refuse(`copy of ${o.type.name}`, `Copying an object of class ${o.type.name} is not supported.`);
}

/** object_getstate_default: the attributes; with `__slots__` a pair of those and the values of the slots. */
function stateOf(vm: Machine, o: PyObject): PyObject {
  const { type } = o;
  if (!(o instanceof HeapObject)) return None;
  const slots = type instanceof PyClass ? type.slotNames : [];
  if (slots.length === 0) return o.attrs === null || o.attrs.size === 0 ? None : attributesDict(vm, o);
  if (type.hasAttrs)
    return vm.refuse('copy with __slots__', 'Copying attributes beside slots is not supported.');
  const values = newDict(vm);
  for (const name of slots) {
    const value = o.attrs?.get(name);
    if (value !== undefined) dictSetName(vm, values, name, value);
  }
  if (values.used > 0) return makeTuple(vm, [None, values]);
  vm.heap.decref(values);
  return None;
}

const getState = builtinFunction('__getstate__', 'self, /', (vm, [self]) => stateOf(vm, self as PyObject));
method(ObjectType, '__getstate__', '', (vm, self) => stateOf(vm, self));

/** The state by the class's own `__getstate__`, where it has one. */
function askState(vm: Machine, o: PyObject): PyObject {
  const found = o.type.lookup('__getstate__');
  if (found === undefined || found === ObjectType.members.get('__getstate__')) return vm.call(getState, [o]);
  return callMethod(vm, o, '__getstate__', []);
}

function callMethod(vm: Machine, o: PyObject, name: string, args: readonly PyObject[]): PyObject {
  const bound = vm.getAttribute(o, name);
  try {
    return vm.call(bound, args);
  } finally {
    vm.heap.decref(bound);
  }
}

function newArguments(vm: Machine, o: PyObject): PyObject[] | null {
  if (o.type.lookup('__getnewargs_ex__') !== undefined)
    vm.refuse('__getnewargs_ex__', '__getnewargs_ex__ is not supported.');
  if (o.type.lookup('__getnewargs__') === undefined) return null;
  const args = callMethod(vm, o, '__getnewargs__', []);
  if (!(args instanceof PyTuple))
    return vm.raise(TypeErrorType, `__getnewargs__ should return a tuple, not '${args.type.name}'`);
  const items = ownAll(args.items);
  vm.heap.decref(args);
  return items;
}

function itemsOf(vm: Machine, o: PyObject): PyObject {
  const items = callMethod(vm, o, 'items', []);
  try {
    return vm.iterate(items);
  } finally {
    vm.heap.decref(items);
  }
}

const plainReduce = (vm: Machine, self: PyObject): PyObject => {
  checkKnown(vm, self);
  const args = newArguments(vm, self) ?? [];
  const state = askState(vm, self);
  const list = self.kind === 'list' ? vm.iterate(self) : None;
  const dict = self.kind === 'dict' ? itemsOf(vm, self) : None;
  return makeTuple(vm, [newObject, makeTuple(vm, [own(self.type), ...args]), state, list, dict]);
};

method(ObjectType, '__reduce__', '', (vm) =>
  vm.refuse('object.__reduce__', 'Protocols of pickle before the second are not supported.'),
);
const OBJECT_REDUCE = ObjectType.members.get('__reduce__');
method(ObjectType, '__reduce_ex__', 'protocol, /', (vm, self) => {
  if (self instanceof PyType) return vm.refuse('copy of class', 'Reducing a class is not supported.');
  if (self.kind === 'builtin') return str((self as PyObject & { readonly name: string }).name);
  return self.type.lookup('__reduce__') === OBJECT_REDUCE
    ? plainReduce(vm, self)
    : callMethod(vm, self, '__reduce__', []);
});

for (const type of [SetType, FrozenSetType])
  method(type, '__reduce__', '', (vm, self) => {
    const items = makeTuple(vm, [collect(vm, self)]);
    return makeTuple(vm, [own(self.type), items, stateOf(vm, self)]);
  });

method<PyException>(BaseExceptionType, '__reduce__', '', (vm, e) => {
  const parts = [own(e.type), own(e.args)];
  if (
    e.fields !== null &&
    e.fields.size > 0 &&
    e.type.lookup('__init__') !== BaseExceptionType.lookup('__init__')
  )
    vm.refuse(`copy of ${e.type.name}`, `Copying an object of class ${e.type.name} is not supported.`);
  return makeTuple(vm, e.attrs === null ? parts : [...parts, attributesDict(vm, e)]);
});
method<PyException>(BaseExceptionType, '__setstate__', 'state, /', (vm, e, [state]) => {
  if (!(state instanceof PyDict)) return None;
  const copy = copyDict(vm, state);
  for (const [name, value] of state.shared ?? []) vm.setAttribute(e, name, value);
  vm.heap.decref(copy);
  return None;
});
