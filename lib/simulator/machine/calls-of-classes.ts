/** Calls of a program's classes, instances and methods in the loop (`in-loop.ts`). */
import { None } from '../memory/atoms';
import { type KeywordNames, NO_NAMES, type PyObject, PyType } from '../memory/object';
import { ObjectType, TypeType } from '../memory/types';
import type { Done, Failed } from './continuing';
import type { Frame } from './frame';
import { startInLoop } from './in-loop';
import type { Runtime } from './runtime';
import { typeName } from './types/convert';
import { TypeErrorType } from './types/exceptions';
import { PyFunction } from './types/function';

const nothing: Failed = () => undefined;

/**
 * Call a function that a class has, with borrowed arguments, holding it meanwhile (vectorcall_method); false where it is
 * none of the program's.
 */
export function methodInLoop(
  vm: Runtime,
  frame: Frame,
  method: PyObject | undefined,
  args: PyObject[],
  done: Done,
  failed: Failed = nothing,
): boolean {
  if (!(method instanceof PyFunction)) return false;
  method.rc++;
  for (const arg of args) arg.rc++;
  startInLoop(vm, frame, method, args, NO_NAMES, {
    returned(_vm, back, value) {
      vm.heap.decref(method);
      done(vm, back, value);
    },
    raised(_vm, _back, exception) {
      vm.heap.decref(method);
      failed(vm, exception);
    },
  });
  return true;
}

/** `callInLoop` for classes with an `__init__` of their own, and for instances with `__call__`. */
export function objectInLoop(
  vm: Runtime,
  frame: Frame,
  callable: PyObject,
  args: readonly PyObject[],
  names: KeywordNames,
  done: Done,
  failed: (vm: Runtime) => void,
): boolean {
  if (callable.kind === 'object') return instanceInLoop(vm, frame, callable, args, names, done, failed);
  if (!(callable instanceof PyType) || callable.type !== TypeType || !callable.isHeapType) return false;
  const init = callable.lookup('__init__');
  if (!(init instanceof PyFunction) || callable.slots.new !== ObjectType.slots.new) return false;
  construct(vm, frame, callable, init, args, names, done, failed);
  return true;
}

/** Count a call by way of `tp_call` (_PyObject_MakeTpCall). Errors: RecursionError. */
function enterCall(vm: Runtime, failed: (vm: Runtime) => void): void {
  try {
    vm.enter(' while calling a Python object');
  } catch (raised) {
    failed(vm);
    throw raised;
  }
}

/** `o(…)` of an instance whose class has `__call__` (slot_tp_call); not with keywords. */
function instanceInLoop(
  vm: Runtime,
  frame: Frame,
  o: PyObject,
  args: readonly PyObject[],
  names: KeywordNames,
  done: Done,
  failed: (vm: Runtime) => void,
): boolean {
  const method = o.type.isHeapType ? o.type.lookup('__call__') : undefined;
  if (method?.kind !== 'function' || names.length > 0) return false;
  enterCall(vm, failed);
  // A tuple holds the arguments during the call: that of `o(*args)`, or a new one.
  const packed = vm.packed === args ? [] : args;
  for (const arg of packed) arg.rc++;
  const end = (): void => {
    vm.leave();
    vm.heap.decrefAll(packed);
  };
  return methodInLoop(
    vm,
    frame,
    method,
    [o, ...args],
    (_vm, back, result) => {
      end();
      done(vm, back, result);
    },
    () => {
      end();
      failed(vm);
    },
  );
}

/** `C(…)` (type_call, slot_tp_init): make an instance, then run `__init__`. */
function construct(
  vm: Runtime,
  frame: Frame,
  cls: PyType,
  init: PyFunction,
  args: readonly PyObject[],
  names: KeywordNames,
  done: Done,
  failed: (vm: Runtime) => void,
): void {
  const { heap } = vm;
  enterCall(vm, failed);
  // _PyObject_MakeTpCall puts the arguments into a tuple, which holds them during the call.
  const packed = vm.packed === args ? [] : args;
  for (const arg of packed) arg.rc++;
  const end = (): void => {
    vm.leave();
    heap.decrefAll(packed);
  };
  let made: PyObject;
  try {
    made = (cls.slots.new as NonNullable<typeof cls.slots.new>)(vm, cls, args, names);
  } catch (raised) {
    end();
    failed(vm);
    throw raised;
  }
  // Keywords come out of a dict, and all arguments go into a vector that holds them (_PyStack_UnpackDict).
  const vector = names.length > 0 ? [made, ...args] : [];
  const all = [made, ...args];
  for (const arg of [...vector, ...all]) arg.rc++;
  init.rc++;
  const release = (): void => {
    heap.decrefAll(vector);
    heap.decref(init);
  };
  startInLoop(vm, frame, init, all, names, {
    returned(_vm, back, value) {
      release();
      if (value !== None) {
        const wrong = typeName(value);
        heap.decref(value);
        heap.decref(made);
        end();
        failed(vm);
        vm.raise(TypeErrorType, `__init__() should return None, not '${wrong}'`);
      }
      end();
      done(vm, back, made);
    },
    raised() {
      release();
      heap.decref(made);
      end();
      failed(vm);
    },
  });
}
