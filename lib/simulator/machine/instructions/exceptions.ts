/** Exceptions and `with`. */
import { Op } from '../../bytecode/opcodes';
import { bool, None, PyInt } from '../../memory/atoms';
import type { PyObject } from '../../memory/object';
import { lookupSpecial } from '../attributes';
import { doRaise, matches, topmostException } from '../exceptions';
import { Reraised } from '../raised';
import { typeName } from '../types/convert';
import { AssertionErrorType, type PyException, RuntimeErrorType, TypeErrorType } from '../types/exceptions';
import { on, peek, pop, push } from './handler';

on(Op.PUSH_EXC_INFO, (vm, frame) => {
  const value = pop(frame);
  const { handling } = vm;
  push(frame, handling.exception ?? None);
  value.rc++;
  push(frame, value);
  handling.exception = value;
});
on(Op.POP_EXCEPT, (vm, frame) => {
  const { handling } = vm;
  const value = handling.exception;
  const previous = pop(frame);
  handling.exception = previous === None ? null : previous;
  if (value !== null) vm.heap.decref(value);
});
on(Op.RERAISE, (_vm, frame, above) => {
  const exception = pop(frame);
  const from = above > 0 ? peek(frame, above) : null;
  throw new Reraised(exception, from instanceof PyInt ? Number(from.value) : -1);
});
on(Op.CHECK_EXC_MATCH, (vm, frame) => {
  const result = bool(matches(vm, peek(frame, 2), peek(frame, 1)));
  vm.heap.decref(pop(frame));
  push(frame, result);
});
on(Op.RAISE_VARARGS, (vm, frame, n) => {
  if (n === 0) {
    const handled = topmostException(vm);
    if (handled === null) return vm.raise(RuntimeErrorType, 'No active exception to reraise');
    handled.rc++;
    throw new Reraised(handled);
  }
  const cause = n === 2 ? pop(frame) : undefined;
  const exc = pop(frame);
  try {
    doRaise(vm, exc, cause);
  } finally {
    vm.heap.decref(exc);
    if (cause !== undefined) vm.heap.decref(cause);
  }
});
on(Op.LOAD_ASSERTION_ERROR, (_vm, frame) => push(frame, AssertionErrorType));

on(Op.BEFORE_WITH, (vm, frame) => {
  const manager = peek(frame, 1);
  const find = (name: string, more: string): PyObject => {
    const found = lookupSpecial(vm, manager, name);
    if (found !== null) return found;
    return vm.raise(
      TypeErrorType,
      `'${typeName(manager)}' object does not support the context manager protocol${more}`,
    );
  };
  const enter = find('__enter__', '');
  let exit: PyObject;
  try {
    exit = find('__exit__', ' (missed __exit__ method)');
  } catch (raised) {
    vm.heap.decref(enter);
    throw raised;
  }
  frame.slots[frame.sp - 1] = exit;
  vm.heap.decref(manager);
  let result: PyObject;
  try {
    result = vm.call(enter, []);
  } finally {
    vm.heap.decref(enter);
  }
  push(frame, result);
});
on(Op.WITH_EXCEPT_START, (vm, frame) => {
  const value = peek(frame, 1) as PyException;
  const traceback = value.traceback ?? None;
  push(frame, vm.call(peek(frame, 4), [value.type, value, traceback]));
});
