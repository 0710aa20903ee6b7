/** Operators, comparisons, attributes and items. */
import { BINARY_CODE, COMPARE_CODE } from '../../bytecode/expressions/operator';
import { Op } from '../../bytecode/opcodes';
import { bool } from '../../memory/atoms';
import type { ArithmeticOp, CompareOp, PyObject } from '../../memory/object';
import { loadMethod } from '../attributes';
import { classes } from '../classes';
import { compareObjects } from '../compare';
import type { Done } from '../continuing';
import type { Frame } from '../frame';
import { augment, binary, contains, unary } from '../operators';
import type { Runtime } from '../runtime';
import { on, peek, pop, push, replaceTop } from './handler';

const nameAt = (frame: Frame, index: number): string => frame.code.names[index] as string;

/** Put a result in place of the two operands on top, which are released: left, then right. */
function replaceTwo(vm: Runtime, frame: Frame, value: PyObject): void {
  const right = pop(frame);
  const left = pop(frame);
  push(frame, value);
  vm.heap.decref(left);
  vm.heap.decref(right);
}

on(Op.BINARY_OP, (vm, frame, code) => {
  const left = peek(frame, 2);
  const right = peek(frame, 1);
  const op = BINARY_CODE[code] as ArithmeticOp;
  if (!left.type.isHeapType || !classes.get().binaryInLoop(vm, frame, left, right, op, replaceTwo))
    replaceTwo(vm, frame, binary(vm, left, right, op));
});
on(Op.INPLACE_OP, (vm, frame, op) =>
  replaceTwo(vm, frame, augment(vm, peek(frame, 2), peek(frame, 1), BINARY_CODE[op] as ArithmeticOp)),
);
on(Op.COMPARE_OP, (vm, frame, code) => {
  const left = peek(frame, 2);
  const right = peek(frame, 1);
  const op = COMPARE_CODE[code] as CompareOp;
  if (!left.type.isHeapType || !classes.get().compareInLoop(vm, frame, left, right, op, replaceTwo))
    replaceTwo(vm, frame, compareObjects(vm, left, right, op));
});
on(Op.IS_OP, (vm, frame, invert) => {
  replaceTwo(vm, frame, bool((peek(frame, 2) === peek(frame, 1)) !== (invert === 1)));
});
on(Op.CONTAINS_OP, (vm, frame, invert) => {
  replaceTwo(vm, frame, bool(contains(vm, peek(frame, 1), peek(frame, 2)) !== (invert === 1)));
});

on(Op.UNARY_NOT, (vm, frame) => replaceTop(vm, frame, bool(!vm.truth(peek(frame, 1)))));
on(Op.UNARY_NEGATIVE, (vm, frame) => replaceTop(vm, frame, unary(vm, peek(frame, 1), 'negative')));
on(Op.UNARY_POSITIVE, (vm, frame) => replaceTop(vm, frame, unary(vm, peek(frame, 1), 'positive')));
on(Op.UNARY_INVERT, (vm, frame) => replaceTop(vm, frame, unary(vm, peek(frame, 1), 'invert')));

on(Op.BINARY_SUBSCR, (vm, frame) => {
  const container = peek(frame, 2);
  const key = peek(frame, 1);
  if (!container.type.isHeapType || !classes.get().itemInLoop(vm, frame, container, key, replaceTwo))
    replaceTwo(vm, frame, vm.getItem(container, key));
});
/** Release the operands of STORE_SUBSCR: the value, the container, then the key. */
function endStoreItem(vm: Runtime, frame: Frame): void {
  const key = pop(frame);
  const container = pop(frame);
  const value = pop(frame);
  vm.heap.decref(value);
  vm.heap.decref(container);
  vm.heap.decref(key);
}
const endStoreItemCall: Done = (vm, frame, result) => {
  vm.heap.decref(result);
  endStoreItem(vm, frame);
};
on(Op.STORE_SUBSCR, (vm, frame) => {
  const key = peek(frame, 1);
  const container = peek(frame, 2);
  const value = peek(frame, 3);
  const { isHeapType } = container.type;
  if (isHeapType && classes.get().setItemInLoop(vm, frame, container, key, value, endStoreItemCall)) return;
  vm.setItem(container, key, value);
  endStoreItem(vm, frame);
});
on(Op.DELETE_SUBSCR, (vm, frame) => {
  vm.setItem(peek(frame, 2), peek(frame, 1), null);
  const key = pop(frame);
  const container = pop(frame);
  vm.heap.decref(container);
  vm.heap.decref(key);
});

on(Op.LOAD_ATTR, (vm, frame, index) => {
  const owner = peek(frame, 1);
  const name = nameAt(frame, index);
  if (!owner.type.isHeapType || !classes.get().attributeInLoop(vm, frame, owner, name, replaceTop))
    replaceTop(vm, frame, vm.getAttribute(owner, name));
});

/** Release the operands of STORE_ATTR: the value, then the owner. */
function endStore(vm: Runtime, frame: Frame): void {
  const owner = pop(frame);
  const value = pop(frame);
  vm.heap.decref(value);
  vm.heap.decref(owner);
}
const endStoreCall: Done = (vm, frame, result) => {
  vm.heap.decref(result);
  endStore(vm, frame);
};
on(Op.STORE_ATTR, (vm, frame, index) => {
  const owner = peek(frame, 1);
  const name = nameAt(frame, index);
  const value = peek(frame, 2);
  const { isHeapType } = owner.type;
  if (isHeapType && classes.get().setAttributeInLoop(vm, frame, owner, name, value, endStoreCall)) return;
  vm.setAttribute(owner, name, value);
  endStore(vm, frame);
});
on(Op.DELETE_ATTR, (vm, frame, index) => {
  vm.setAttribute(peek(frame, 1), nameAt(frame, index), null);
  vm.heap.decref(pop(frame));
});

/** Leaves the method and its object, or NULL and a callable. */
on(Op.LOAD_METHOD, (vm, frame, index) => {
  const object = peek(frame, 1);
  const method = loadMethod(vm, object, nameAt(frame, index));
  const at = frame.sp - 1;
  if (method.unbound) {
    frame.slots[at] = method.callable;
    push(frame, object);
    return;
  }
  frame.slots[at] = null;
  push(frame, method.callable);
  vm.heap.decref(object);
});
