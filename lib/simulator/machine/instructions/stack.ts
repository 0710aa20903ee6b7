/** The value stack, constants, and the steps of the trace. */

import type { StepPoint } from '../../bytecode/code';
import { Op } from '../../bytecode/opcodes';
import type { PyObject } from '../../memory/object';
import { on, peek, pop, push } from './handler';

on(Op.POP_TOP, (vm, frame) => vm.heap.decref(pop(frame)));

on(Op.PUSH_NULL, (_vm, frame) => {
  frame.slots[frame.sp++] = null;
});

on(Op.COPY, (_vm, frame, n) => {
  const value = peek(frame, n);
  value.rc++;
  push(frame, value);
});

on(Op.SWAP, (_vm, frame, n) => {
  const { slots, sp } = frame;
  const top = slots[sp - 1] as PyObject | null;
  slots[sp - 1] = slots[sp - n] as PyObject | null;
  slots[sp - n] = top;
});

on(Op.LOAD_CONST, (_vm, frame, index) => {
  const value = frame.code.constants[index] as PyObject;
  value.rc++;
  push(frame, value);
});

on(Op.STEP, (vm, frame, index) => {
  vm.recorder?.step(frame.code.steps[index] as StepPoint, frame, null);
});

on(Op.STEP_RETURN, (vm, frame, index) => {
  vm.recorder?.step(frame.code.steps[index] as StepPoint, frame, peek(frame, 1));
});
