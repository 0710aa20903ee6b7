/** Making a class (type_new, Objects/typeobject.c). */
import { None, PyStr, str } from '../memory/atoms';
import { PyList, PyTuple } from '../memory/containers';
import { type KeywordNames, type PyObject, PyType } from '../memory/object';
import { ObjectType, TypeType } from '../memory/types';
import { mangle } from '../syntax/scope';
import { callSpecial } from './attributes';
import { SLOT_NAMES, updateSlots } from './class-slots';
import type { Namespace } from './frame';
import { mergeBases } from './mro';
import type { Runtime } from './runtime';
import { PyClass } from './types/class';
import { typeName } from './types/convert';
import { PyClassMethod, PyStaticMethod } from './types/decorators';
import { BaseExceptionType, TypeErrorType, ValueErrorType } from './types/exceptions';
import { PyCell, PyFunction } from './types/function';
import { PyMember } from './types/member';

/** Built-in classes that cannot have subclasses. */
const FINAL = new Set([
  'bool',
  'NoneType',
  'range',
  'slice',
  'function',
  'ellipsis',
  'NotImplementedType',
  'generator',
  'builtin_function_or_method',
  'method',
  'memoryview',
]);

/** What a class costs besides its mro: its slots are filled one by one. */
const CLASS_BYTES = 2048;
const CLASS_WORK = 64;

/** A new class, owned by the caller. The namespace is copied; `args` with `names` go to `__init_subclass__`. */
export function makeClass(
  vm: Runtime,
  name: string,
  given: readonly PyType[],
  namespace: Namespace,
  args: readonly PyObject[],
  names: KeywordNames,
): PyClass {
  const bases = given.length === 0 ? [ObjectType] : given;
  for (const base of bases)
    if (FINAL.has(base.name) && !base.isHeapType)
      vm.raise(TypeErrorType, `type '${base.name}' is not an acceptable base type`);
  const mro = mergeBases(vm, bases);
  // Each slot and each attribute of the class is looked for along its mro.
  vm.charge(CLASS_BYTES + 8 * mro.length, CLASS_WORK + 8 * mro.length);
  const best = bestBase(vm, bases);
  const cls = new PyClass(name, { bases, module: moduleName(vm, namespace), metatype: TypeType });
  cls.mro = [cls, ...mro];
  cls.slots = { ...best.slots };
  for (const base of bases) base.rc++;
  vm.heap.add(cls);
  try {
    fill(vm, cls, namespace, bases);
    updateSlots(cls, bases.length > 1 ? SLOT_NAMES : cls.members.keys());
    setNames(vm, cls);
    initSubclass(vm, cls, args, names);
  } catch (raised) {
    vm.heap.decref(cls);
    throw raised;
  }
  return cls;
}

const moduleName = (vm: Runtime, namespace: Namespace): string => {
  const module = namespace.get('__module__') ?? vm.globals.get('__name__');
  return module instanceof PyStr ? module.value : '__main__';
};

/** The built-in class that decides the layout of instances (solid_base). */
function solidBase(type: PyType): PyType {
  return type.mro.find((base) => !base.isHeapType && base.slots.new !== ObjectType.slots.new) ?? ObjectType;
}

/** best_base. Errors: TypeError. */
function bestBase(vm: Runtime, bases: readonly PyType[]): PyType {
  let best = bases[0] as PyType;
  let solid = solidBase(best);
  for (const base of bases.slice(1)) {
    const other = solidBase(base);
    if (solid.isSubtype(other) || sameLayout(solid, other)) continue;
    if (!other.isSubtype(solid)) vm.raise(TypeErrorType, 'multiple bases have instance lay-out conflict');
    best = base;
    solid = other;
  }
  return best;
}

const sameLayout = (a: PyType, b: PyType): boolean =>
  a.isSubtype(BaseExceptionType) && b.isSubtype(BaseExceptionType);

/** Copy the namespace into the class, with what type_new adds and takes out. */
function fill(vm: Runtime, cls: PyClass, namespace: Namespace, bases: readonly PyType[]): void {
  for (const [key, value] of namespace) {
    if (key === '__qualname__' && value instanceof PyStr) {
      cls.qualifiedName = value.value;
      continue;
    }
    if (key === '__classcell__') {
      if (value instanceof PyCell) setCell(vm, value, cls);
      continue;
    }
    value.rc++;
    cls.members.set(key, wrapped(vm, key, value));
  }
  if (!cls.members.has('__module__')) cls.members.set('__module__', str(cls.module));
  if (!cls.members.has('__doc__')) cls.members.set('__doc__', None);
  if (cls.members.has('__eq__') && !cls.members.has('__hash__')) cls.members.set('__hash__', None);
  const slots = namespace.get('__slots__');
  const inherited = bases.flatMap((base) => (base instanceof PyClass ? base.slotNames : []));
  if (slots === undefined) {
    cls.hasAttrs = cls.hasWeakrefs = true;
    cls.slotNames = inherited;
    return;
  }
  addSlots(vm, cls, slots, inherited);
}

/** `__new__` becomes a static method, `__init_subclass__` and `__class_getitem__` class methods. */
function wrapped(vm: Runtime, key: string, value: PyObject): PyObject {
  if (!(value instanceof PyFunction)) return value;
  if (key === '__new__') return vm.heap.add(new PyStaticMethod(value));
  if (key === '__init_subclass__' || key === '__class_getitem__')
    return vm.heap.add(new PyClassMethod(value));
  return value;
}

function setCell(vm: Runtime, cell: PyCell, cls: PyClass): void {
  const old = cell.value;
  cls.rc++;
  cell.value = cls;
  cell.dirty = true;
  if (old !== null) vm.heap.decref(old);
}

/** `__slots__`: a str, or an iterable of str. */
function addSlots(vm: Runtime, cls: PyClass, slots: PyObject, inherited: readonly string[]) {
  const items =
    slots instanceof PyStr
      ? [slots]
      : slots instanceof PyTuple || slots instanceof PyList
        ? slots.items
        : vm.refuse('__slots__', '__slots__ must be a str, a tuple or a list of str here.');
  const names: string[] = [];
  for (const item of items) {
    if (!(item instanceof PyStr))
      return vm.raise(TypeErrorType, `__slots__ items must be strings, not '${typeName(item)}'`);
    if (item.value === '__dict__') cls.hasAttrs = true;
    else if (item.value === '__weakref__') cls.hasWeakrefs = true;
    else {
      const name = mangle(cls.name, item.value);
      if (cls.members.has(name))
        vm.raise(ValueErrorType, `'${name}' in __slots__ conflicts with class variable`);
      names.push(name);
    }
  }
  names.sort();
  cls.ownSlots = names;
  cls.slotNames = [...inherited, ...names];
  for (const name of names) cls.members.set(name, vm.heap.add(new PyMember(name, cls.name)));
}

/** Tell each descriptor its name (type_new_set_names). */
function setNames(vm: Runtime, cls: PyClass): void {
  for (const [key, value] of [...cls.members]) {
    if (value.type.lookup('__set_name__') === undefined) continue;
    const result = callSpecial(vm, value, '__set_name__', [cls, str(key)]);
    if (result !== null) vm.heap.decref(result);
  }
}

/** `super(cls, cls).__init_subclass__(**kwargs)` (type_new_init_subclass). */
function initSubclass(vm: Runtime, cls: PyClass, args: readonly PyObject[], names: KeywordNames): void {
  for (const base of cls.mro.slice(1)) {
    const found = base.members.get('__init_subclass__');
    if (found === undefined) continue;
    if (base === ObjectType) break;
    const getter = found.type.slots.descriptorGet;
    const method = getter === undefined ? found : getter(vm, found, null, cls);
    if (getter === undefined) method.rc++;
    try {
      vm.heap.decref(vm.call(method, args, names));
    } finally {
      vm.heap.decref(method);
    }
    return;
  }
  if (names.length > 0) vm.raise(TypeErrorType, `${cls.name}.__init_subclass__() takes no keyword arguments`);
}

/** Set or delete an attribute of a class, whose slots and those of its subclasses follow (type_setattro). */
export function setClassMember(vm: Runtime, cls: PyType, name: string, value: PyObject | null): void {
  const old = cls.members.get(name);
  if (value !== null) {
    value.rc++;
    cls.members.set(name, value);
  } else cls.members.delete(name);
  cls.dirty = true;
  if (SLOT_NAMES.has(name))
    for (const o of vm.heap.live) if (o instanceof PyType && o.isSubtype(cls)) updateSlots(o, [name]);
  if (old !== undefined) vm.heap.decref(old);
}
