/** Raising, matching and tracing exceptions (Python/errors.c, Python/traceback.c). */
import { None, str } from '../memory/atoms';
import { PyTuple } from '../memory/containers';
import { type PyObject, PyType } from '../memory/object';
import type { Frame, FrameObject } from './frame';
import { Raised } from './raised';
import type { Runtime } from './runtime';
import { typeName } from './types/convert';
import { BaseExceptionType, PyException, TypeErrorType } from './types/exceptions';
import { PyFrame, PyTraceback } from './types/frame';

/** An exception instance with one message argument: a new reference. */
export function makeException(vm: Runtime, type: PyType, message: string): PyException {
  return vm.heap.add(new PyException(type, vm.heap.add(new PyTuple([str(message)]))));
}

/** The exception being handled, generators around it included (_PyErr_GetTopmostException), borrowed, or null. */
export function topmostException(vm: Runtime): PyException | null {
  for (
    let handling: typeof vm.handling | null = vm.handling;
    handling !== null;
    handling = handling.previous
  ) {
    const { exception } = handling;
    if (exception instanceof PyException) return exception;
  }
  return null;
}

/** What an exception costs where it is made and where it is caught: the host's own ways for both are long. */
export const WORK_OF_EXCEPTION = 12;

/** Raise an instance; takes over the reference. Its context becomes the exception being handled (_PyErr_SetObject). */
export function raiseObject(vm: Runtime, exception: PyObject): never {
  if (!(exception instanceof PyException)) throw new TypeError('only exceptions can be raised');
  vm.charge(0, WORK_OF_EXCEPTION);
  chain(vm, exception);
  throw new Raised(exception);
}

/** Make the exception being handled the context of another one, without making a cycle. */
export function chain(vm: Runtime, exception: PyException): void {
  const handled = topmostException(vm);
  if (handled === null || handled === exception) return;
  for (let o: PyException = handled; ; ) {
    const { context } = o;
    if (!(context instanceof PyException)) break;
    if (context === exception) {
      o.context = null;
      o.dirty = true;
      vm.heap.decref(context);
      break;
    }
    o = context;
  }
  setContext(vm, exception, handled);
}

/** Set `__context__`: takes a reference of its own. */
export function setContext(vm: Runtime, exception: PyException, context: PyObject | null): void {
  const old = exception.context;
  if (context !== null) context.rc++;
  exception.context = context;
  exception.dirty = true;
  if (old !== null) vm.heap.decref(old);
}

/** Set `__cause__`: takes a reference of its own; null: `from None`. */
export function setCause(vm: Runtime, exception: PyException, cause: PyObject | null): void {
  const old = exception.cause;
  if (cause !== null) cause.rc++;
  exception.cause = cause;
  exception.suppressContext = true;
  exception.dirty = true;
  if (old !== null) vm.heap.decref(old);
}

/** The frame as an object, borrowed: made when it is first asked for. */
export function frameObject(vm: Runtime, frame: Frame): FrameObject {
  frame.object ??= vm.heap.add(new PyFrame(frame));
  return frame.object;
}

/** Note in an exception's traceback that it passed through a frame (PyTraceBack_Here). */
export function addTraceback(vm: Runtime, exception: PyException, frame: Frame): void {
  const object = frameObject(vm, frame);
  object.rc++;
  const next = exception.traceback;
  exception.traceback = vm.heap.add(
    new PyTraceback(next, object, frame.line ?? frame.code.firstLine, frame.pc - 1),
  );
  exception.dirty = true;
}

/**
 * Whether an exception (or class) is caught by a class or tuple of classes (PyErr_GivenExceptionMatches).
 * Raises TypeError when it is not something that can be caught (CHECK_EXC_MATCH).
 */
export function matches(vm: Runtime, exception: PyObject, target: PyObject): boolean {
  const types = target instanceof PyTuple ? target.items : [target];
  for (const type of types)
    if (!(type instanceof PyType && type.isSubtype(BaseExceptionType)))
      vm.raise(TypeErrorType, 'catching classes that do not inherit from BaseException is not allowed');
  return types.some((type) => exception.type.isSubtype(type as PyType));
}

/** `raise exc from cause` (do_raise): borrows both; `cause` undefined where there is none. */
export function doRaise(vm: Runtime, exc: PyObject, cause: PyObject | undefined): never {
  const value = instantiate(vm, exc, 'exceptions must derive from BaseException');
  if (cause !== undefined) {
    try {
      if (cause === None) setCause(vm, value, null);
      else {
        const made = instantiate(vm, cause, 'exception causes must derive from BaseException');
        setCause(vm, value, made);
        vm.heap.decref(made);
      }
    } catch (raised) {
      vm.heap.decref(value);
      throw raised;
    }
  }
  raiseObject(vm, value);
}

/** The instance itself, or an instance of the class: a new reference. */
function instantiate(vm: Runtime, exc: PyObject, message: string): PyException {
  if (exc instanceof PyException) {
    exc.rc++;
    return exc;
  }
  if (!(exc instanceof PyType && exc.isSubtype(BaseExceptionType))) return vm.raise(TypeErrorType, message);
  const made = vm.call(exc, []);
  if (made instanceof PyException) return made;
  const wrong = typeName(made);
  vm.heap.decref(made);
  return vm.raise(
    TypeErrorType,
    `calling ${vm.repr(exc)} should have returned an instance of BaseException, not ${wrong}`,
  );
}
