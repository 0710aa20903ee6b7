/** The table of instructions: each is one function. */
import type { Opcode } from '../../bytecode/opcodes';
import type { PyObject } from '../../memory/object';
import type { Frame } from '../frame';
import type { Handler, Runtime } from '../runtime';

/** By opcode. */
export const HANDLERS: Handler[] = [];

export function on(op: Opcode, handler: Handler): void {
  HANDLERS[op] = handler;
}

/** Take the value on top of the stack. */
export function pop(frame: Frame): PyObject {
  return frame.slots[--frame.sp] as PyObject;
}

/** Push a new reference. */
export function push(frame: Frame, value: PyObject): void {
  frame.slots[frame.sp++] = value;
}

/** The n-th value from the top, 1 is the top: borrowed. */
export function peek(frame: Frame, n: number): PyObject {
  return frame.slots[frame.sp - n] as PyObject;
}

/** Put a new reference in place of the top one, which is released. */
export function replaceTop(vm: Runtime, frame: Frame, value: PyObject): void {
  const at = frame.sp - 1;
  const old = frame.slots[at] as PyObject;
  frame.slots[at] = value;
  vm.heap.decref(old);
}
