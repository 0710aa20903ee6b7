/** type (Objects/typeobject.c): classes as objects. */
import { bool, None, PyStr, str } from '../../memory/atoms';
import { PyList, PyTuple } from '../../memory/containers';
import { type KeywordNames, type Machine, type PyObject, PyType } from '../../memory/object';
import { TypeType } from '../../memory/types';
import { missing, requireOwn } from '../attributes';
import { attribute, define, method } from '../builtin';
import { classes } from '../classes';
import { type Runtime, runtime } from '../runtime';
import { union } from './annotations';
import { PyClass } from './class';
import { dictEntries, PyDict } from './dict';
import { TypeErrorType } from './exceptions';
import { classNamespace } from './mappingproxy';

/** Built-in classes that get their arguments without a tuple around them (tp_vectorcall). */
const VECTORCALL = new Set(
  'list tuple dict set frozenset range float bool enumerate reversed map filter'.split(' '),
);

/** Initialize what `new` made, if it is an instance; an error releases it. */
function initialized(
  vm: Runtime,
  cls: PyType,
  made: PyObject,
  args: readonly PyObject[],
  names: KeywordNames,
): PyObject {
  if (!made.type.isSubtype(cls)) return made;
  try {
    made.type.slots.init?.(vm, made, args, names);
  } catch (raised) {
    vm.heap.decref(made);
    throw raised;
  }
  return made;
}

/** `C(…)` (type_call): make an instance, then initialize it. */
function call(machine: Machine, self: PyObject, args: readonly PyObject[], names: KeywordNames): PyObject {
  const cls = self as PyType;
  const vm = runtime(machine);
  if (cls === TypeType && args.length === 1 && names.length === 0) {
    const { type } = args[0] as PyObject;
    type.rc++;
    return type;
  }
  const { new: make } = cls.slots;
  if (make === undefined) return vm.raise(TypeErrorType, `cannot create '${cls.name}' instances`);
  if (!cls.isHeapType && VECTORCALL.has(cls.name))
    return initialized(vm, cls, make(vm, cls, args, names), args, names);
  // _PyObject_MakeTpCall puts the arguments into a tuple, which holds them during the call.
  const packed = vm.packed === args ? [] : args;
  if (cls.isHeapType) vm.enter(' while calling a Python object');
  for (const arg of packed) arg.rc++;
  try {
    return initialized(vm, cls, make(vm, cls, args, names), args, names);
  } finally {
    if (cls.isHeapType) vm.leave();
    vm.heap.decrefAll(packed);
  }
}

/** `type(name, bases, namespace)`. */
function make(machine: Machine, _cls: PyType, args: readonly PyObject[], names: KeywordNames): PyObject {
  const vm = runtime(machine);
  const [name, bases, namespace] = args;
  if (args.length - names.length !== 3) return vm.raise(TypeErrorType, 'type() takes 1 or 3 arguments');
  if (!(name instanceof PyStr) || !(bases instanceof PyTuple) || !(namespace instanceof PyDict))
    return vm.raise(TypeErrorType, 'type.__new__() argument types are wrong');
  const own = new Map<string, PyObject>();
  for (const [key, value] of dictEntries(namespace)) if (key instanceof PyStr) own.set(key.value, value);
  const types = bases.items.filter((base) => base instanceof PyType);
  if (types.length < bases.items.length)
    vm.refuse('base class', 'A base that is not a class is not supported.');
  return classes.get().makeClass(vm, name.value, types, own, args.slice(3), names);
}

/** type_getattro: attributes of the class along its mro, bound to nothing. */
function get(machine: Machine, self: PyObject, name: string): PyObject {
  const cls = self as PyType;
  const meta = cls.type.lookup(name);
  const metaGet = meta?.type.slots.descriptorGet;
  if (meta !== undefined && metaGet !== undefined && meta.type.slots.descriptorSet !== undefined)
    return metaGet(machine, meta, cls, cls.type);
  const found = cls.lookup(name);
  if (found !== undefined) {
    const getter = found.type.slots.descriptorGet;
    if (getter !== undefined) return getter(machine, found, null, cls);
    found.rc++;
    return found;
  }
  if (meta !== undefined) {
    if (metaGet !== undefined) return metaGet(machine, meta, cls, cls.type);
    meta.rc++;
    return meta;
  }
  return missing(runtime(machine), cls, name);
}

function set(machine: Machine, self: PyObject, name: string, value: PyObject | null): void {
  const cls = self as PyType;
  const vm = runtime(machine);
  if (!cls.isHeapType)
    vm.raise(TypeErrorType, `cannot set '${name}' attribute of immutable type '${cls.name}'`);
  requireOwn(vm, cls);
  if (
    ['__name__', '__qualname__', '__bases__', '__module__', '__dict__', '__mro__', '__slots__'].includes(name)
  )
    vm.refuse(`class ${name}`, `Setting ${name} of a class is not supported.`);
  if (value === null && !cls.members.has(name)) missing(vm, cls, name);
  classes.get().setClassMember(vm, cls, name, value);
}

const fullName = (cls: PyType): string => {
  const name = cls instanceof PyClass ? cls.qualifiedName : cls.name;
  return cls.module === 'builtins' ? name : `${cls.module}.${name}`;
};

define(TypeType, {
  repr: (_vm, self) => str(`<class '${fullName(self as PyType)}'>`),
  call,
  new: make,
  init: () => undefined,
  getAttribute: get,
  setAttribute: set,
  binary: {
    '|': (vm, left, right) => {
      return union(vm, left, right);
    },
  },
});

const text = (name: string, of: (cls: PyType) => string): void =>
  attribute<PyType>(TypeType, name, (_vm, cls) => str(of(cls)));
text('__name__', (cls) => cls.name);
text('__qualname__', (cls) => (cls instanceof PyClass ? cls.qualifiedName : cls.name));
text('__module__', (cls) => cls.module);
attribute<PyType>(TypeType, '__doc__', (vm, cls) => {
  const doc =
    cls.members.get('__doc__') ?? vm.refuse('__doc__', 'Documentation of the library is not supported.');
  doc.rc++;
  return doc;
});
const tuple = (vm: Machine, types: readonly PyType[]): PyObject => {
  for (const type of types) type.rc++;
  return vm.heap.add(new PyTuple([...types]));
};
attribute<PyType>(TypeType, '__bases__', (vm, cls) => tuple(vm, cls.bases));
attribute<PyType>(TypeType, '__mro__', (vm, cls) => tuple(vm, cls.mro));
attribute<PyType>(TypeType, '__base__', (_vm, cls) => {
  const base = cls.bases[0] ?? None;
  base.rc++;
  return base;
});
attribute<PyType>(TypeType, '__dict__', classNamespace);
method<PyType>(TypeType, 'mro', '', (vm, cls) => {
  for (const type of cls.mro) type.rc++;
  return vm.heap.add(new PyList([...cls.mro]));
});
method<PyType>(TypeType, '__subclasses__', '', (vm, cls) => {
  const found = [...vm.heap.live]
    .filter((o) => o instanceof PyType && o.bases.includes(cls))
    .sort((a, b) => a.id - b.id);
  if (!cls.isHeapType) vm.refuse('__subclasses__', 'Subclasses of a built-in class are not supported.');
  for (const type of found) type.rc++;
  return vm.heap.add(new PyList(found));
});
method<PyType>(TypeType, '__instancecheck__', 'instance, /', (_vm, cls, [o]) =>
  bool((o as PyObject).type.isSubtype(cls)),
);
method<PyType>(TypeType, '__subclasscheck__', 'subclass, /', (vm, cls, [o]) => {
  if (!(o instanceof PyType)) return vm.raise(TypeErrorType, 'issubclass() arg 1 must be a class');
  return bool(o.isSubtype(cls));
});
