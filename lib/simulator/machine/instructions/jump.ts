/** Jumps and loops. */
import { Op } from '../../bytecode/opcodes';
import { False, None, True } from '../../memory/atoms';
import type { Frame } from '../frame';
import { iterate, next } from '../iteration';
import type { Runtime } from '../runtime';
import { on, peek, pop, push, replaceTop } from './handler';

/** The truth of the value on top, which stays. */
function topIsTrue(vm: Runtime, frame: Frame): boolean {
  const value = peek(frame, 1);
  return value === True || (value !== False && value !== None && vm.truth(value));
}

on(Op.JUMP, (_vm, frame, target) => {
  frame.pc = target;
});
on(Op.POP_JUMP_IF_TRUE, (vm, frame, target) => {
  if (topIsTrue(vm, frame)) frame.pc = target;
  vm.heap.decref(pop(frame));
});
on(Op.POP_JUMP_IF_FALSE, (vm, frame, target) => {
  if (!topIsTrue(vm, frame)) frame.pc = target;
  vm.heap.decref(pop(frame));
});
on(Op.POP_JUMP_IF_NONE, (vm, frame, target) => {
  const value = pop(frame);
  if (value === None) frame.pc = target;
  vm.heap.decref(value);
});
on(Op.POP_JUMP_IF_NOT_NONE, (vm, frame, target) => {
  const value = pop(frame);
  if (value !== None) frame.pc = target;
  vm.heap.decref(value);
});
on(Op.JUMP_IF_TRUE_OR_POP, (vm, frame, target) => {
  if (topIsTrue(vm, frame)) frame.pc = target;
  else vm.heap.decref(pop(frame));
});
on(Op.JUMP_IF_FALSE_OR_POP, (vm, frame, target) => {
  if (topIsTrue(vm, frame)) vm.heap.decref(pop(frame));
  else frame.pc = target;
});

on(Op.GET_ITER, (vm, frame) => replaceTop(vm, frame, iterate(vm, peek(frame, 1))));
on(Op.FOR_ITER, (vm, frame, end) => {
  const value = next(vm, peek(frame, 1));
  if (value !== null) return push(frame, value);
  vm.heap.decref(pop(frame));
  frame.pc = end;
});
