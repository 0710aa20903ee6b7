/**
 * Calls of a program's functions that CPython makes from C code (`__init__`, a property, `f(*args)`), run in the one
 * loop: recursion through them takes nothing of the host's stack, and ends where CPython's does.
 */
import { type KeywordNames, type PyObject, PyType } from '../memory/object';
import { enterFunction, makeGenerator, pushFrame } from './calls';
import { classes } from './classes';
import type { Done } from './continuing';
import type { Continuation, Frame } from './frame';
import { Raised } from './raised';
import type { Runtime } from './runtime';
import { PyFunction } from './types/function';
import { PyMethod } from './types/method';

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
  if (!callable.type.isHeapType && !(callable instanceof PyType && callable.isHeapType)) return false;
  return classes.get().objectInLoop(vm, frame, callable, args, names, done, failed);
}
