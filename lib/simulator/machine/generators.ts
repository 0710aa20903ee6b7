/** Running generators (Objects/genobject.c). */
import { None } from '../memory/atoms';
import type { PyObject } from '../memory/object';
import { pushFrame } from './calls';
import { chain, doRaise, makeException, raiseObject, setCause } from './exceptions';
import type { Frame, GeneratorObject } from './frame';
import { caught } from './iteration';
import { Raised, Reraised } from './raised';
import type { Runtime } from './runtime';
import {
  GeneratorExitType,
  type PyException,
  RuntimeErrorType,
  StopIterationType,
  TypeErrorType,
  ValueErrorType,
} from './types/exceptions';
import { PyGenerator } from './types/generator';

/** What a generator did when it was resumed. */
export type Resumed =
  | { readonly done: false; readonly value: PyObject }
  /** It returned this value. */
  | { readonly done: true; readonly value: PyObject };

const DONE: Resumed = { done: true, value: None };

/**
 * Resume a generator: with a value it takes over, or by raising in it. Gives what it yields or returns, a new
 * reference; an exception that leaves it is thrown (gen_send_ex2).
 */
export function resume(vm: Runtime, generator: PyGenerator, value: PyObject, thrown: Raised | null): Resumed {
  const { frame } = generator;
  if (generator.state === 'running') {
    if (thrown !== null) vm.heap.decref(thrown.exception);
    vm.heap.decref(value);
    vm.raise(ValueErrorType, 'generator already executing');
  }
  if (generator.state === 'created' && value !== None && thrown === null) {
    vm.heap.decref(value);
    vm.raise(TypeErrorType, "can't send non-None value to a just-started generator");
  }
  if (frame === null || generator.state === 'finished') {
    if (thrown !== null) throw new Reraised(thrown.exception);
    vm.heap.decref(value);
    return DONE;
  }
  const created = generator.state === 'created';
  generator.state = 'running';
  generator.dirty = true;
  frame.back = vm.frame;
  frame.shown = 0;
  generator.handling.previous = vm.handling;
  vm.handling = generator.handling;
  try {
    pushFrame(vm, frame);
  } catch (raised) {
    vm.handling = generator.handling.previous;
    generator.handling.previous = null;
    generator.state = 'finished';
    generator.frame = null;
    throw raised;
  }
  if (!created) frame.slots[frame.sp++] = value;
  if (thrown !== null) {
    if (generator.handling.exception !== null) chain(vm, thrown.exception as PyException);
    vm.pending = thrown;
  }
  generator.rc++;
  try {
    const result = vm.run(frame);
    return { done: generator.frame === null, value: result };
  } catch (raised) {
    if (caught(raised, StopIterationType)) throw stopInside(vm, raised);
    throw raised;
  } finally {
    vm.heap.decref(generator);
  }
}

/** A StopIteration that leaves a generator becomes a RuntimeError (PEP 479). */
function stopInside(vm: Runtime, raised: Raised): Raised {
  const stop = raised.exception as PyException;
  const made = makeException(vm, RuntimeErrorType, 'generator raised StopIteration');
  setCause(vm, made, stop);
  made.context = stop;
  try {
    raiseObject(vm, made);
  } catch (again) {
    return again as Raised;
  }
}

/** The frame of a generator pauses: it keeps everything it holds. */
export function suspend(vm: Runtime, generator: GeneratorObject): void {
  const { frame } = generator;
  generator.state = 'suspended';
  generator.dirty = true;
  vm.leave();
  vm.handling = generator.handling.previous ?? vm.handling;
  generator.handling.previous = null;
  if (frame === null) return;
  vm.frame = frame.back;
  frame.back = null;
}

/** StopIteration(value): raised when a generator that is sent to or thrown into returns. Takes over the value. */
export function stopWith(vm: Runtime, value: PyObject): never {
  if (value === None) return vm.raiseNothing(StopIterationType);
  const made = vm.call(StopIterationType, [value]);
  vm.heap.decref(value);
  return raiseObject(vm, made);
}

/** `generator.send(value)`: borrows the value. */
export function send(vm: Runtime, generator: PyGenerator, value: PyObject): PyObject {
  value.rc++;
  const resumed = resume(vm, generator, value, null);
  return resumed.done ? stopWith(vm, resumed.value) : resumed.value;
}

/** The iterator that `yield from` waits for, borrowed, or null. */
function delegate(generator: PyGenerator): PyObject | null {
  const { frame } = generator;
  if (frame === null || generator.state !== 'suspended' || !frame.delegates) return null;
  return frame.slots[frame.sp - 1] ?? null;
}

/** `generator.throw(exception)`: borrows it. */
export function throwInto(vm: Runtime, generator: PyGenerator, exc: PyObject): PyObject {
  const inner = delegate(generator);
  if (inner !== null) {
    const resumed = throwIntoDelegate(vm, generator, inner, exc);
    if (resumed !== null) return resumed;
  }
  const resumed = resume(vm, generator, None, asRaised(vm, exc));
  return resumed.done ? stopWith(vm, resumed.value) : resumed.value;
}

function asRaised(vm: Runtime, exc: PyObject): Raised {
  try {
    return doRaise(vm, exc, undefined);
  } catch (raised) {
    if (raised instanceof Raised) return raised;
    throw raised;
  }
}

/** Throw into what `yield from` waits for; null when the generator itself shall get the exception. */
function throwIntoDelegate(
  vm: Runtime,
  generator: PyGenerator,
  inner: PyObject,
  exc: PyObject,
): PyObject | null {
  const isExit = exc === GeneratorExitType || exc.type.isSubtype(GeneratorExitType);
  inner.rc++;
  const { frame } = generator;
  try {
    generator.state = 'running';
    generator.dirty = true;
    if (isExit) {
      closeIterator(vm, inner);
      return null;
    }
    if (inner instanceof PyGenerator) return throwBehind(vm, frame as Frame, inner, exc);
    if (inner.type.lookup('throw') === undefined) return null;
    const method = vm.getAttribute(inner, 'throw');
    try {
      return vm.call(method, [exc]);
    } finally {
      vm.heap.decref(method);
    }
  } catch (raised) {
    if (!(raised instanceof Raised) || frame === null) throw raised;
    generator.state = 'suspended';
    return endDelegation(vm, generator, raised);
  } finally {
    if (generator.state === 'running') generator.state = 'suspended';
    generator.dirty = true;
    vm.heap.decref(inner);
  }
}

/** While an exception is thrown into a generator, the frame of the one that waits for it stands below (_gen_throw). */
function throwBehind(vm: Runtime, frame: Frame, inner: PyGenerator, exc: PyObject): PyObject {
  const below = vm.frame as Frame;
  const { opaque } = below;
  below.opaque = true;
  frame.back = below;
  frame.shown = 0;
  vm.frame = frame;
  try {
    return throwInto(vm, inner, exc);
  } finally {
    vm.frame = below;
    frame.back = null;
    below.opaque = opaque;
  }
}

/** The iterator has ended or raised: the generator goes on behind its `yield from`. */
function endDelegation(vm: Runtime, generator: PyGenerator, raised: Raised): PyObject {
  const { frame } = generator;
  if (frame === null) throw raised;
  const held = frame.slots[--frame.sp] as PyObject;
  vm.heap.decref(held);
  frame.delegates = false;
  frame.pc++;
  let resumed: Resumed;
  const stop = raised.exception as PyException;
  if (stop.type.isSubtype(StopIterationType)) {
    const value = stop.fields?.get('value') ?? None;
    value.rc++;
    vm.heap.decref(stop);
    resumed = resume(vm, generator, value, null);
  } else resumed = resume(vm, generator, None, new Raised(stop));
  return resumed.done ? stopWith(vm, resumed.value) : resumed.value;
}

function closeIterator(vm: Runtime, iterator: PyObject) {
  if (iterator instanceof PyGenerator) return close(vm, iterator);
  if (iterator.type.lookup('close') === undefined) return;
  const method = vm.getAttribute(iterator, 'close');
  try {
    vm.heap.decref(vm.call(method, []));
  } finally {
    vm.heap.decref(method);
  }
}

/** `generator.close()` (gen_close): GeneratorExit is raised in it. Errors: RuntimeError if it yields. */
export function close(vm: Runtime, generator: PyGenerator): void {
  if (generator.state === 'finished') return;
  const inner = delegate(generator);
  let thrown: Raised | null = null;
  if (inner !== null) {
    inner.rc++;
    generator.state = 'running';
    generator.dirty = true;
    try {
      closeIterator(vm, inner);
    } catch (raised) {
      if (!(raised instanceof Raised)) throw raised;
      thrown = raised;
    } finally {
      generator.state = 'suspended';
      generator.dirty = true;
      vm.heap.decref(inner);
    }
  }
  if (thrown === null) {
    const exit = vm.call(GeneratorExitType, []);
    thrown = asRaised(vm, exit);
    vm.heap.decref(exit);
  }
  let resumed: Resumed;
  try {
    resumed = resume(vm, generator, None, thrown);
  } catch (raised) {
    if (!(raised instanceof Raised)) throw raised;
    const { type } = raised.exception;
    if (!type.isSubtype(StopIterationType) && !type.isSubtype(GeneratorExitType)) throw raised;
    vm.heap.decref(raised.exception);
    return;
  }
  vm.heap.decref(resumed.value);
  if (!resumed.done) vm.raise(RuntimeErrorType, 'generator ignored GeneratorExit');
}
