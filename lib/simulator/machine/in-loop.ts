/**
 * Calls of a program's functions that CPython makes from C code (`__init__`, a property, `f(*args)`), run in the one
 * loop: recursion through them takes nothing of the host's stack, and ends where CPython's does.
 */
import { None } from '../memory/atoms';
import { type KeywordNames, NO_NAMES, type PyObject, PyType } from '../memory/object';
import { ObjectType, TypeType } from '../memory/types';
import { enterFunction, makeGenerator, pushFrame } from './calls';
import type { Continuation, Frame } from './frame';
import { Raised } from './raised';
import type { Runtime } from './runtime';
import { typeName } from './types/convert';
import { TypeErrorType } from './types/exceptions';
import { PyFunction } from './types/function';
import { PyMethod } from './types/method';

/** What is done with the result of a call, a new reference; the frame that called is innermost again. */
export type Done = (vm: Runtime, frame: Frame, result: PyObject) => void;

/**
 * Start a function on top of `caller`, whose stack is not to be seen meanwhile; `then` goes on when it has ended, also
 * where it cannot begin. Borrows `func`, takes over the arguments.
 */
export function startInLoop(
  vm: Runtime,
  caller: Frame,
  func: PyFunction,
  args: PyObject[],
  names: KeywordNames,
  then: Continuation,
): void {
  const wasOpaque = caller.opaque;
  caller.opaque = true;
  let result: PyObject;
  try {
    func.rc++;
    const frame = enterFunction(vm, func, args, names);
    if (!func.code.isGenerator) {
      frame.completion = then;
      frame.belowWasOpaque = wasOpaque;
      pushFrame(vm, frame);
      return;
    }
    result = makeGenerator(vm, frame);
  } catch (raised) {
    caller.opaque = wasOpaque;
    then.raised(vm, caller, raised instanceof Raised ? raised.exception : null);
    throw raised;
  }
  caller.opaque = wasOpaque;
  then.returned(vm, caller, result);
}

/** After a function ended with `value`, whose frame is gone. */
export function returnInLoop(vm: Runtime, frame: Frame, then: Continuation, value: PyObject): void {
  const back = frame.back as Frame;
  back.opaque = frame.belowWasOpaque;
  then.returned(vm, back, value);
}

/** After an exception left a function, whose frame is gone. */
export function raiseInLoop(vm: Runtime, frame: Frame, then: Continuation, exception: PyObject): void {
  const back = frame.back as Frame;
  back.opaque = frame.belowWasOpaque;
  then.raised(vm, back, exception);
}

/** Told of an exception that leaves a call: null where it cannot be caught. */
export type Failed = (vm: Runtime, exception: PyObject | null) => void;

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

/**
 * Call what is a function of the program behind a bound method or behind a class, in the loop; false where the callable
 * is nothing like it. Borrows the callable and the arguments. `failed` releases what the caller holds for the call.
 */
export function callInLoop(
  vm: Runtime,
  frame: Frame,
  callable: PyObject,
  args: readonly PyObject[],
  names: KeywordNames,
  done: Done,
  failed: (vm: Runtime) => void,
): boolean {
  if (callable instanceof PyFunction || callable instanceof PyMethod) {
    const func = callable instanceof PyMethod ? callable.func : callable;
    if (!(func instanceof PyFunction)) return false;
    const all = callable instanceof PyMethod ? [callable.self as PyObject, ...args] : args.slice();
    for (const arg of all) arg.rc++;
    startInLoop(vm, frame, func, all, names, { returned: done, raised: failed });
    return true;
  }
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
  // A tuple holds the arguments during the call.
  for (const arg of args) arg.rc++;
  const end = (): void => {
    vm.leave();
    vm.heap.decrefAll(args);
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
