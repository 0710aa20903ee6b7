/** Slots that call a dunder method of a class by name (slot_tp_* and slot_nb_*, Objects/typeobject.c). */
import { None, NotImplemented, PyBool, PyInt, PyStr, str } from '../memory/atoms';
import type { ArithmeticOp, Binary, CompareOp, Machine, PyObject, PyType, Slots } from '../memory/object';
import { callSpecial } from './attributes';
import { caught } from './iteration';
import { runtime } from './runtime';
import { COMPARISONS } from './slot-wrappers';
import { typeName } from './types/convert';
import { AttributeErrorType, TypeErrorType, ValueErrorType } from './types/exceptions';

function required(vm: Machine, o: PyObject, name: string, args: readonly PyObject[]): PyObject {
  const result = callSpecial(vm, o, name, args);
  if (result !== null) return result;
  const error = `'${typeName(o)}' object has no attribute '${name}'`;
  return vm.raise(AttributeErrorType, error);
}

/** The result of a method that must return a str. */
function text(vm: Machine, o: PyObject, name: string): PyObject {
  const result = required(vm, o, name, []);
  if (result instanceof PyStr) return result;
  const wrong = typeName(result);
  vm.heap.decref(result);
  return vm.raise(TypeErrorType, `${name} returned non-string (type ${wrong})`);
}

function discard(vm: Machine, result: PyObject): void {
  vm.heap.decref(result);
}

function lengthOf(vm: Machine, o: PyObject): number {
  const result = required(vm, o, '__len__', []);
  try {
    const { index } = result.type.slots;
    const value = result instanceof PyInt ? result : index?.(vm, result);
    if (!(value instanceof PyInt))
      return vm.raise(TypeErrorType, `'${typeName(result)}' object cannot be interpreted as an integer`);
    if (value.value < 0) return vm.raise(ValueErrorType, '__len__() should return >= 0');
    return Number(value.value);
  } finally {
    vm.heap.decref(result);
  }
}

function truthOf(vm: Machine, o: PyObject): boolean {
  const name = o.type.lookup('__bool__') === undefined ? '__len__' : '__bool__';
  if (name === '__len__') return lengthOf(vm, o) > 0;
  const result = required(vm, o, '__bool__', []);
  if (result instanceof PyBool) return result.truth;
  const wrong = typeName(result);
  vm.heap.decref(result);
  return vm.raise(TypeErrorType, `__bool__ should return bool, returned ${wrong}`);
}

const BITS = 1n << 61n;
/** Python's hash of an int, from what `__hash__` returned. */
export function hashCaller(vm: Machine, o: PyObject): bigint {
  const result = required(vm, o, '__hash__', []);
  if (!(result instanceof PyInt)) {
    vm.heap.decref(result);
    return vm.raise(TypeErrorType, '__hash__ method should return an integer');
  }
  const value = BigInt(result.value);
  const modulus = BITS - 1n;
  const small = value >= -(1n << 63n) && value < 1n << 63n ? value : value % modulus;
  return small === -1n ? -2n : small;
}

function iterOf(vm: Machine, o: PyObject): PyObject {
  if (o.type.lookup('__iter__') === None)
    return vm.raise(TypeErrorType, `'${typeName(o)}' object is not iterable`);
  return required(vm, o, '__iter__', []);
}

function containsIn(vm: Machine, o: PyObject, item: PyObject): boolean {
  if (o.type.lookup('__contains__') === None)
    return vm.raise(TypeErrorType, `'${typeName(o)}' object is not a container`);
  const result = required(vm, o, '__contains__', [item]);
  try {
    return vm.truth(result);
  } finally {
    vm.heap.decref(result);
  }
}

const unary = (name: string) => (vm: Machine, o: PyObject) => required(vm, o, name, []);

interface Caller {
  readonly names: readonly string[];
  readonly caller: unknown;
}
/** For each slot: the dunder methods that decide it, and the function that calls them. */
export const CALLERS = {
  repr: { names: ['__repr__'], caller: (vm: Machine, o: PyObject) => text(vm, o, '__repr__') },
  str: { names: ['__str__'], caller: (vm: Machine, o: PyObject) => text(vm, o, '__str__') },
  iter: { names: ['__iter__'], caller: iterOf },
  next: { names: ['__next__'], caller: unary('__next__') },
  length: { names: ['__len__'], caller: lengthOf },
  bool: { names: ['__bool__'], caller: truthOf },
  contains: { names: ['__contains__'], caller: containsIn },
  getItem: {
    names: ['__getitem__'],
    caller: (vm: Machine, o: PyObject, key: PyObject) => required(vm, o, '__getitem__', [key]),
  },
  setItem: {
    names: ['__setitem__', '__delitem__'],
    caller(vm: Machine, o: PyObject, key: PyObject, value: PyObject | null) {
      const name = value === null ? '__delitem__' : '__setitem__';
      if (o.type.lookup(name) === undefined) {
        const what = value === null ? "doesn't support item deletion" : 'does not support item assignment';
        vm.raise(TypeErrorType, `'${typeName(o)}' object ${what}`);
      }
      discard(vm, required(vm, o, name, value === null ? [key] : [key, value]));
    },
  },
  negative: { names: ['__neg__'], caller: unary('__neg__') },
  positive: { names: ['__pos__'], caller: unary('__pos__') },
  invert: { names: ['__invert__'], caller: unary('__invert__') },
  absolute: { names: ['__abs__'], caller: unary('__abs__') },
  int: { names: ['__int__'], caller: unary('__int__') },
  index: { names: ['__index__'], caller: unary('__index__') },
  float: { names: ['__float__'], caller: unary('__float__') },
  setAttribute: {
    names: ['__setattr__', '__delattr__'],
    caller(vm: Machine, o: PyObject, name: string, value: PyObject | null) {
      const method = value === null ? '__delattr__' : '__setattr__';
      discard(vm, required(vm, o, method, value === null ? [str(name)] : [str(name), value]));
    },
  },
  descriptorGet: {
    names: ['__get__'],
    caller: (vm: Machine, o: PyObject, instance: PyObject | null, owner: PyType) =>
      required(vm, o, '__get__', [instance ?? None, owner]),
  },
  descriptorSet: {
    names: ['__set__', '__delete__'],
    caller(vm: Machine, o: PyObject, instance: PyObject, value: PyObject | null) {
      const name = value === null ? '__delete__' : '__set__';
      discard(vm, required(vm, o, name, value === null ? [instance] : [instance, value]));
    },
  },
  call: {
    names: ['__call__'],
    caller(vm: Machine, o: PyObject, args: readonly PyObject[], names: readonly string[]) {
      const method = o.type.lookup('__call__') as PyObject;
      const rt = runtime(vm);
      rt.enter(' while calling a Python object');
      for (const arg of args) arg.rc++;
      try {
        return callBound(vm, o, method, args, names);
      } finally {
        rt.leave();
        vm.heap.decrefAll(args);
      }
    },
  },
  init: {
    names: ['__init__'],
    caller(vm: Machine, o: PyObject, args: readonly PyObject[], names: readonly string[]) {
      const method = o.type.lookup('__init__') as PyObject;
      const result = callBound(vm, o, method, args, names);
      if (result === None) return;
      const wrong = typeName(result);
      vm.heap.decref(result);
      vm.raise(TypeErrorType, `__init__() should return None, not '${wrong}'`);
    },
  },
  finalize: {
    names: ['__del__'],
    caller: (vm: Machine, o: PyObject) => discard(vm, required(vm, o, '__del__', [])),
  },
} satisfies Partial<Record<keyof Slots, Caller>>;

/** Call a method found on the class with the object in front (_PyObject_Call_Prepend). */
function callBound(
  vm: Machine,
  o: PyObject,
  method: PyObject,
  args: readonly PyObject[],
  names: readonly string[],
): PyObject {
  if (method.kind === 'function') {
    method.rc++;
    if (names.length > 0) {
      // Keywords come out of a dict, and all arguments go into a vector that holds them (_PyStack_UnpackDict).
      for (const arg of args) arg.rc++;
      o.rc++;
      try {
        return vm.call(method, [o, ...args], names);
      } finally {
        vm.heap.decref(o);
        vm.heap.decrefAll(args);
        vm.heap.decref(method);
      }
    }
    try {
      return vm.call(method, [o, ...args], names);
    } finally {
      vm.heap.decref(method);
    }
  }
  const getter = method.type.slots.descriptorGet;
  if (getter === undefined) return vm.call(method, args, names);
  const bound = getter(vm, method, o, o.type);
  try {
    return vm.call(bound, args, names);
  } finally {
    vm.heap.decref(bound);
  }
}

/** Call by way of a bound method, which holds the object (call_attribute). */
function bound(vm: Machine, o: PyObject, method: string, name: string): PyObject {
  o.rc++;
  try {
    return required(vm, o, method, [str(name)]);
  } finally {
    vm.heap.decref(o);
  }
}

/** `__getattribute__`, then `__getattr__` when that raises AttributeError (slot_tp_getattr_hook). */
export function callAttributeHook(
  plain: NonNullable<Slots['getAttribute']> | null,
): NonNullable<Slots['getAttribute']> {
  return (vm, o, name) => {
    try {
      if (plain !== null) return plain(vm, o, name);
      return bound(vm, o, '__getattribute__', name);
    } catch (raised) {
      if (!caught(raised, AttributeErrorType) || o.type.lookup('__getattr__') === undefined) throw raised;
      vm.heap.decref(raised.exception);
      return bound(vm, o, '__getattr__', name);
    }
  };
}

export function compareCaller(vm: Machine, left: PyObject, right: PyObject, op: CompareOp): PyObject {
  const name = COMPARISONS.find(([known]) => known === op)?.[1] as string;
  return callSpecial(vm, left, name, [right]) ?? NotImplemented;
}

const callers = new Map<string, Binary>();

/** SLOT1BIN: `__add__` of the left, `__radd__` of the right; that of a subclass on the right goes first. */
export function binaryCaller(op: ArithmeticOp, method: string): Binary {
  const known = callers.get(op);
  if (known !== undefined) return known;
  const name = `__${method}__`;
  const reflected = `__r${method}__`;
  const caller: Binary = (vm, left, right) => {
    let other = left.type !== right.type && right.type.slots.binary?.[op] === caller;
    if (left.type.slots.binary?.[op] === caller) {
      if (other && right.type.isSubtype(left.type) && overloads(left, right, reflected)) {
        const result = callSpecial(vm, right, reflected, [left]) ?? NotImplemented;
        if (result !== NotImplemented) return result;
        other = false;
      }
      const result = callSpecial(vm, left, name, [right]) ?? NotImplemented;
      if (result !== NotImplemented || right.type === left.type) return result;
    }
    return other ? (callSpecial(vm, right, reflected, [left]) ?? NotImplemented) : NotImplemented;
  };
  callers.set(op, caller);
  return caller;
}

/** method_is_overloaded */
function overloads(left: PyObject, right: PyObject, name: string): boolean {
  const own = right.type.lookup(name);
  return own !== undefined && own !== left.type.lookup(name);
}

const inplaceCallers = new Map<string, Binary>();
export function inplaceCaller(name: string): Binary {
  let caller = inplaceCallers.get(name);
  if (caller === undefined) {
    caller = (vm, left, right) => required(vm, left, name, [right]);
    inplaceCallers.set(name, caller);
  }
  return caller;
}
