/** Attributes (Objects/object.c, Objects/typeobject.c). */
import { str } from '../memory/atoms';
import { HeapObject, IMMORTAL, type Machine, type PyObject, PyType, type Slots } from '../memory/object';
import { PyClassMethodDescriptor, PyMethodDescriptor } from './builtin';
import { Raised } from './raised';
import { type Runtime, runtime } from './runtime';
import { PySlotWrapper } from './slot-wrappers';
import { typeName } from './types/convert';
import { AttributeErrorType, PyException } from './types/exceptions';
import { PyFunction } from './types/function';
import { unsupportedNames } from './unsupported-names';

/** Classes above an object's own from which a name costs more to find. */
const DEEP = 16;

/** To look for a name along a long mro is work. */
function chargeLookup(vm: Machine, o: PyObject): void {
  const { length } = o instanceof PyType ? o.mro : o.type.mro;
  if (length > DEEP) vm.charge(0, length >> 1);
}

/** `o.name`: a new reference (PyObject_GetAttr). Errors: AttributeError. */
export function getAttribute(vm: Runtime, o: PyObject, name: string): PyObject {
  chargeLookup(vm, o);
  const slot = o.type.slots.getAttribute;
  try {
    return slot === undefined ? genericGet(vm, o, name) : slot(vm, o, name);
  } catch (raised) {
    if (raised instanceof Raised) addContext(raised.exception, o, name);
    throw raised;
  }
}

/**
 * Tell an AttributeError what was looked for, and where; it then holds that. The first to tell it is the innermost:
 * what a property or `__getattr__` did not find (set_attribute_error_context, Objects/object.c).
 */
export function addContext(exception: PyObject, o: PyObject, name: string) {
  if (!(exception instanceof PyException) || !exception.type.isSubtype(AttributeErrorType)) return;
  if (exception.fields?.has('name') || exception.fields?.has('obj')) return;
  o.rc++;
  exception.setField('name', str(name));
  exception.setField('obj', o);
}

/** PyObject_GenericGetAttr. */
export function genericGet(machine: Machine, o: PyObject, name: string): PyObject {
  const { type } = o;
  const found = type.lookup(name);
  const getter = found?.type.slots.descriptorGet;
  if (found !== undefined && getter !== undefined && found.type.slots.descriptorSet !== undefined)
    return getFrom(machine, getter, found, o);
  if (o instanceof HeapObject && o.attrs !== null) {
    const value = o.attrs.get(name);
    if (value !== undefined) {
      value.rc++;
      return value;
    }
  }
  if (found !== undefined) {
    if (getter !== undefined) return getFrom(machine, getter, found, o);
    found.rc++;
    return found;
  }
  return missing(runtime(machine), o, name);
}

/** A descriptor is held while it computes the attribute. */
function getFrom(
  vm: Machine,
  getter: NonNullable<Slots['descriptorGet']>,
  descriptor: PyObject,
  o: PyObject,
): PyObject {
  descriptor.rc++;
  try {
    return getter(vm, descriptor, o, o.type);
  } finally {
    vm.heap.decref(descriptor);
  }
}

/** AttributeError for a name that is nowhere. */
export function missing(vm: Runtime, o: PyObject, name: string): never {
  unsupportedNames.get().attribute(vm, o, name);
  const what = o instanceof PyType ? `type object '${o.name}'` : `'${typeName(o)}' object`;
  return vm.raise(AttributeErrorType, `${what} has no attribute '${name}'`);
}

/** `o.name = value`, or `del o.name` with null. Borrows the value. */
export function setAttribute(vm: Runtime, o: PyObject, name: string, value: PyObject | null) {
  chargeLookup(vm, o);
  const slot = o.type.slots.setAttribute;
  if (slot === undefined) genericSet(vm, o, name, value);
  else slot(vm, o, name, value);
}

/** Refuses to change an object of the library, which all runs share. */
export function requireOwn(vm: Machine, o: PyObject): void {
  if (o.rc >= IMMORTAL / 2 && !vm.heap.constant)
    vm.refuse('library attribute', 'Changing an object of the library is not supported.');
}

/** PyObject_GenericSetAttr. */
export function genericSet(machine: Machine, o: PyObject, name: string, value: PyObject | null) {
  const { type } = o;
  if (type.hasAttrs) requireOwn(machine, o);
  const found = type.lookup(name);
  const setter = found?.type.slots.descriptorSet;
  if (found !== undefined && setter !== undefined) {
    found.rc++;
    try {
      return setter(machine, found, o, value);
    } finally {
      machine.heap.decref(found);
    }
  }
  const vm: Runtime = runtime(machine);
  if (!(o instanceof HeapObject) || !type.hasAttrs) {
    if (found === undefined) missing(vm, o, name);
    return vm.raise(AttributeErrorType, `'${typeName(o)}' object attribute '${name}' is read-only`);
  }
  if (value === null) {
    const old = o.attrs?.get(name);
    if (old === undefined) return vm.raise(AttributeErrorType, deleteMessage(o, name));
    o.attrs?.delete(name);
    o.dirty = true;
    if (o.dict !== null) o.dict.dirty = true;
    vm.heap.decref(old);
    return;
  }
  storeAttribute(vm, o, name, value);
}

/** The message of `del o.name` for an instance without it. */
const deleteMessage = (o: PyObject, name: string): string =>
  `'${typeName(o)}' object has no attribute '${name}'`;

/** Put a value into an object's own attributes: takes a reference of its own. */
export function storeAttribute(vm: Runtime, o: HeapObject, name: string, value: PyObject): void {
  o.attrs ??= new Map();
  const old = o.attrs.get(name);
  value.rc++;
  o.attrs.set(name, value);
  o.dirty = true;
  if (o.dict !== null) o.dict.dirty = true;
  if (old !== undefined) vm.heap.decref(old);
}

/** A method apart from its object, or a bound callable: a new reference. */
export interface Method {
  readonly unbound: boolean;
  readonly callable: PyObject;
}

/** Whether a descriptor of this kind can be called with the object as first argument instead of being bound. */
export const isMethodDescriptor = (o: PyObject): boolean =>
  o instanceof PyFunction ||
  (o instanceof PyMethodDescriptor && !(o instanceof PyClassMethodDescriptor)) ||
  o instanceof PySlotWrapper;

/** `o.name` for a call (_PyObject_GetMethod): no bound method is made for functions found on the class. */
export function loadMethod(vm: Runtime, o: PyObject, name: string): Method {
  chargeLookup(vm, o);
  const { type } = o;
  const slot = type.slots.getAttribute;
  if (slot !== undefined && slot !== genericGet)
    return { unbound: false, callable: getAttribute(vm, o, name) };
  const found = type.lookup(name);
  if (found !== undefined && isMethodDescriptor(found)) {
    const own = o instanceof HeapObject ? o.attrs?.get(name) : undefined;
    const callable = own ?? found;
    callable.rc++;
    return { unbound: own === undefined, callable };
  }
  return { unbound: false, callable: getAttribute(vm, o, name) };
}

/** A special method looked up on the class and bound, a new reference, or null (_PyObject_LookupSpecial). */
export function lookupSpecial(vm: Machine, o: PyObject, name: string): PyObject | null {
  const found = o.type.lookup(name);
  if (found === undefined) return null;
  const getter = found.type.slots.descriptorGet;
  if (getter !== undefined) return getter(vm, found, o, o.type);
  found.rc++;
  return found;
}

/** Call a special method that is bound for it, so that the object is held (_PyObject_LookupSpecial). */
export function callHolding(vm: Machine, o: PyObject, method: PyObject, args: readonly PyObject[]): PyObject {
  o.rc++;
  try {
    return vm.call(method, args);
  } finally {
    vm.heap.decref(o);
  }
}

/** Call a special method of the class without binding it (vectorcall_method); null when there is none. */
export function callSpecial(
  vm: Machine,
  o: PyObject,
  name: string,
  args: readonly PyObject[],
): PyObject | null {
  chargeLookup(vm, o);
  const found = o.type.lookup(name);
  if (found === undefined) return null;
  if (found instanceof PyFunction) {
    found.rc++;
    try {
      return vm.call(found, [o, ...args]);
    } finally {
      vm.heap.decref(found);
    }
  }
  const bound = lookupSpecial(vm, o, name) as PyObject;
  try {
    return vm.call(bound, args);
  } finally {
    vm.heap.decref(bound);
  }
}
