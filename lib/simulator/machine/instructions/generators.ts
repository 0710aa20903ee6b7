/** Generators. */
import { Op } from '../../bytecode/opcodes';
import { None } from '../../memory/atoms';
import type { PyObject } from '../../memory/object';
import { resume, suspend } from '../generators';
import { caught, iterate, next } from '../iteration';
import type { Runtime } from '../runtime';
import type { PyException } from '../types/exceptions';
import { StopIterationType } from '../types/exceptions';
import { PyGenerator } from '../types/generator';
import { on, peek, pop, push, replaceTop } from './handler';

on(Op.YIELD_VALUE, (vm, frame) => {
  const value = pop(frame);
  frame.delegates = frame.code.opcodes[frame.pc - 2] === Op.SEND && frame.code.opcodes[frame.pc] === Op.JUMP;
  if (frame.generator !== null) suspend(vm, frame.generator);
  vm.result = value;
});

on(Op.GET_YIELD_FROM_ITER, (vm, frame) => {
  if (!(peek(frame, 1) instanceof PyGenerator)) replaceTop(vm, frame, iterate(vm, peek(frame, 1)));
});

/** Sends the value on top to the iterator below: pushes what it yields, or jumps with what it returned. */
on(Op.SEND, (vm, frame, end) => {
  const value = pop(frame);
  const iterator = peek(frame, 1);
  const { done, value: got } = sendTo(vm, iterator, value);
  if (!done) return push(frame, got);
  replaceTop(vm, frame, got);
  frame.pc = end;
});

function sendTo(
  vm: Runtime,
  iterator: PyObject,
  value: PyObject,
): { readonly done: boolean; readonly value: PyObject } {
  if (iterator instanceof PyGenerator) return resume(vm, iterator, value, null);
  if (value === None) {
    const slot = iterator.type.slots.next;
    try {
      const got = slot === undefined ? next(vm, iterator) : slot(vm, iterator);
      return got === null ? { done: true, value: None } : { done: false, value: got };
    } catch (raised) {
      return { done: true, value: stopValue(vm, raised) };
    }
  }
  const method = vm.getAttribute(iterator, 'send');
  try {
    return { done: false, value: vm.call(method, [value]) };
  } catch (raised) {
    return { done: true, value: stopValue(vm, raised) };
  } finally {
    vm.heap.decref(method);
    vm.heap.decref(value);
  }
}

/** The value of a StopIteration (_PyGen_FetchStopIterationValue); anything else goes on. */
function stopValue(vm: Runtime, raised: unknown): PyObject {
  if (!caught(raised, StopIterationType)) throw raised;
  const stop = raised.exception as PyException;
  const value = stop.fields?.get('value') ?? None;
  value.rc++;
  vm.heap.decref(stop);
  return value;
}
