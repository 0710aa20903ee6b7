/** The loop: one instruction after the other, and where an exception goes (Python/ceval.c). */
import { int } from '../memory/atoms';
import type { PyObject } from '../memory/object';
import { addTraceback, WORK_OF_EXCEPTION } from './exceptions';
import type { Frame } from './frame';
import { raiseInLoop } from './in-loop';
import { limitOfHost, Raised, Reraised } from './raised';
import type { Handler, Runtime } from './runtime';
import { popFrame } from './teardown';
import type { PyException } from './types/exceptions';

/**
 * Run a frame that is innermost already until it returns or yields; gives what it returned, a new reference.
 * Throws `Raised` when an exception leaves it.
 */
export function run(vm: Runtime, entry: Frame): PyObject {
  const below = entry.back;
  const { clearing, handlers } = vm;
  const wasOpaque = below?.opaque ?? false;
  if (below !== null && !clearing) below.opaque = true;
  vm.clearing = false;
  for (;;) {
    try {
      if (vm.pending !== null) {
        const { pending } = vm;
        vm.pending = null;
        throw pending;
      }
      for (let frame = vm.frame; frame !== below && frame !== null; frame = vm.frame) {
        if (--vm.budget < 0) vm.stop('instructions', 'The program runs too many instructions.');
        const { code } = frame;
        const pc = frame.pc++;
        (handlers[code.opcodes[pc] as number] as Handler)(vm, frame, code.operands[pc] as number);
      }
      if (below !== null) below.opaque = wasOpaque;
      vm.clearing = clearing;
      const { result } = vm;
      vm.result = null;
      return result as PyObject;
    } catch (thrown) {
      const limit = limitOfHost(thrown);
      if (limit !== null) throw limit;
      if (!(thrown instanceof Raised)) throw thrown;
      vm.charge(0, WORK_OF_EXCEPTION);
      if (!unwind(vm, below, thrown)) {
        if (below !== null) below.opaque = wasOpaque;
        vm.clearing = clearing;
        // For the frame that called, it is raised by its own instruction.
        throw new Raised(thrown.exception);
      }
    }
  }
}

/** Find the handler of an exception; false when none is found above `below`. */
function unwind(vm: Runtime, below: Frame | null, raised: Raised): boolean {
  const { exception } = raised;
  let fresh = !(raised instanceof Reraised);
  let from = raised instanceof Reraised ? raised.from : -1;
  for (let frame = vm.frame; frame !== below && frame !== null; frame = vm.frame) {
    if (fresh) addTraceback(vm, exception as PyException, frame);
    fresh = true;
    if (toHandler(vm, frame, exception, from)) return true;
    from = -1;
    popFrame(vm, frame);
    if (typeof frame.completion === 'object') raiseInLoop(vm, frame, frame.completion, exception);
  }
  return false;
}

/**
 * Go on at the handler around the instruction that raised; the exception moves to the stack. `from`: where it was
 * raised at first, or -1.
 */
function toHandler(vm: Runtime, frame: Frame, exception: PyObject, from: number): boolean {
  const at = frame.pc - 1;
  let depth = frame.stackBase;
  let target = -1;
  let pushLast = false;
  for (const range of frame.code.handlers)
    if (at >= range.start && at < range.end) {
      ({ depth, target, pushLast } = range);
      break;
    }
  if (from >= 0) frame.pc = from + 1;
  while (frame.sp > depth) {
    const o = frame.slots[--frame.sp];
    if (o) vm.heap.decref(o);
  }
  if (target < 0) return false;
  const { unknown } = exception as PyException;
  if (unknown !== null) vm.refuse(unknown, 'How much an error of this function keeps alive is not known.');
  if (pushLast) frame.slots[frame.sp++] = int(from < 0 ? at : from);
  frame.slots[frame.sp++] = exception;
  frame.pc = target;
  return true;
}
