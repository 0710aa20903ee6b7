/**
 * Operators, items and attributes whose method is a function of the program, run in the loop (`in-loop.ts`). Each gives
 * false where the general way is to be taken: the method is not a function, or the right operand may go first.
 */
import { NotImplemented, str } from '../memory/atoms';
import type { ArithmeticOp, CompareOp, PyObject } from '../memory/object';
import { addContext, genericGet } from './attributes';
import { methodInLoop } from './calls-of-classes';
import { compareLast } from './compare';
import type { Done, Failed } from './continuing';
import type { Frame } from './frame';
import { caught } from './iteration';
import { unsupported } from './operators';
import type { Runtime } from './runtime';
import { PropertyType, PyProperty } from './types/decorators';
import { AttributeErrorType } from './types/exceptions';

/** An instance of a class of the program that has no layout of a built-in type. */
const isInstance = (o: PyObject): boolean => o.type.isHeapType && o.kind === 'object';

const BINARY_METHODS: Partial<Record<ArithmeticOp, string>> = {
  '+': '__add__',
  '-': '__sub__',
  '*': '__mul__',
};

/** `left op right` of two instances of one class (slot_nb_add …). */
export function binaryInLoop(
  vm: Runtime,
  frame: Frame,
  left: PyObject,
  right: PyObject,
  op: ArithmeticOp,
  done: Done,
): boolean {
  if (left.type !== right.type || !isInstance(left)) return false;
  const name = BINARY_METHODS[op];
  if (name === undefined) return false;
  return methodInLoop(vm, frame, left.type.lookup(name), [left, right], (_vm, back, result) => {
    done(vm, back, result === NotImplemented ? unsupported(vm, left, right, op, op) : result);
  });
}

const COMPARE_METHODS: Readonly<Record<CompareOp, string>> = {
  '<': '__lt__',
  '<=': '__le__',
  '==': '__eq__',
  '!=': '__ne__',
  '>': '__gt__',
  '>=': '__ge__',
};

/** `left op right` of two instances of one class (PyObject_RichCompare, slot_tp_richcompare). */
export function compareInLoop(
  vm: Runtime,
  frame: Frame,
  left: PyObject,
  right: PyObject,
  op: CompareOp,
  done: Done,
): boolean {
  if (left.type !== right.type || !isInstance(left)) return false;
  const method = left.type.lookup(COMPARE_METHODS[op]);
  if (method?.kind !== 'function') return false;
  vm.enter(' in comparison');
  const leave = (): void => vm.leave();
  return methodInLoop(
    vm,
    frame,
    method,
    [left, right],
    (_vm, back, result) => {
      let shown = result;
      try {
        if (result === NotImplemented) shown = compareLast(vm, left, right, op);
      } finally {
        leave();
      }
      done(vm, back, shown);
    },
    leave,
  );
}

/** `container[key]` (slot_mp_subscript). */
export const itemInLoop = (
  vm: Runtime,
  frame: Frame,
  container: PyObject,
  key: PyObject,
  done: Done,
): boolean =>
  isInstance(container) &&
  methodInLoop(vm, frame, container.type.lookup('__getitem__'), [container, key], done);

/** `container[key] = value` (slot_mp_ass_subscript). */
export const setItemInLoop = (
  vm: Runtime,
  frame: Frame,
  container: PyObject,
  key: PyObject,
  value: PyObject,
  done: Done,
): boolean =>
  isInstance(container) &&
  methodInLoop(vm, frame, container.type.lookup('__setitem__'), [container, key, value], done);

/** `o.name` by a property or by `__getattr__` (slot_tp_getattr_hook). */
export function attributeInLoop(vm: Runtime, frame: Frame, o: PyObject, name: string, done: Done): boolean {
  if (!isInstance(o)) return false;
  const { type } = o;
  const failed: Failed = (_vm, exception) => {
    if (exception !== null) addContext(exception, o, name);
  };
  const slot = type.slots.getAttribute;
  if (slot === undefined || slot === genericGet) {
    const property = type.lookup(name);
    if (!(property instanceof PyProperty) || property.type !== PropertyType) return false;
    return held(vm, frame, property, property.getter, [o], done, failed);
  }
  const hook = type.lookup('__getattr__');
  if (hook?.kind !== 'function' || type.lookup('__getattribute__')?.kind === 'function') return false;
  let value: PyObject;
  try {
    value = genericGet(vm, o, name);
  } catch (raised) {
    if (!caught(raised, AttributeErrorType)) throw raised;
    vm.heap.decref(raised.exception);
    // By way of a bound method, which holds the object (call_attribute).
    return held(vm, frame, o, hook, [o, str(name)], done, failed);
  }
  done(vm, frame, value);
  return true;
}

/** `o.name = value` by a property or by `__setattr__` (slot_tp_setattro). */
export function setAttributeInLoop(
  vm: Runtime,
  frame: Frame,
  o: PyObject,
  name: string,
  value: PyObject,
  done: Done,
): boolean {
  if (!isInstance(o)) return false;
  const { type } = o;
  if (type.slots.setAttribute !== undefined)
    return methodInLoop(vm, frame, type.lookup('__setattr__'), [o, str(name), value], done);
  const property = type.lookup(name);
  if (!(property instanceof PyProperty) || property.type !== PropertyType) return false;
  return held(vm, frame, property, property.setter, [o, value], done);
}

/** Call a method while `holder` is held too. */
function held(
  vm: Runtime,
  frame: Frame,
  holder: PyObject,
  method: PyObject | null,
  args: PyObject[],
  done: Done,
  failed?: Failed,
): boolean {
  if (method?.kind !== 'function') return false;
  holder.rc++;
  return methodInLoop(
    vm,
    frame,
    method,
    args,
    (_vm, back, result) => {
      vm.heap.decref(holder);
      done(vm, back, result);
    },
    (_vm, exception) => {
      vm.heap.decref(holder);
      failed?.(vm, exception);
    },
  );
}
