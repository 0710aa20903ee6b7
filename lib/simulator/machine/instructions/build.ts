/** Building and unpacking collections, slices and text. */
import { Op } from '../../bytecode/opcodes';
import { None, PyStr, str } from '../../memory/atoms';
import { EMPTY_TUPLE, PyList, PyTuple } from '../../memory/containers';
import type { PyObject } from '../../memory/object';
import { addToSet, formatValue } from '../containers';
import type { Frame } from '../frame';
import { extendList, mergeKeywords, updateDict } from '../spread';
import { dictSet, newDict, type PyDict } from '../types/dict';
import { newSet, type PySet } from '../types/set';
import { setUpdate } from '../types/set-operations';
import { makeSlice } from '../types/slice';
import { unpackSequence, unpackStarred } from '../unpack';
import { on, peek, pop, push } from './handler';

/** Take the n values on top, the lowest first. */
function take(frame: Frame, n: number): PyObject[] {
  frame.sp -= n;
  return frame.slots.slice(frame.sp, frame.sp + n) as PyObject[];
}

on(Op.BUILD_TUPLE, (vm, frame, n) =>
  push(frame, n === 0 ? EMPTY_TUPLE : vm.heap.add(new PyTuple(take(frame, n)))),
);
on(Op.BUILD_LIST, (vm, frame, n) => {
  vm.charge(56 + 8 * n);
  push(frame, vm.heap.add(new PyList(take(frame, n))));
});
on(Op.BUILD_SET, (vm, frame, n) => {
  // Each item is given up as soon as it is in, and after an error the others too.
  const set = newSet(vm);
  let failed: { readonly thrown: unknown } | null = null;
  for (let at = frame.sp - n; at < frame.sp; at++) {
    const item = frame.slots[at] as PyObject;
    try {
      if (failed === null) addToSet(vm, set, item);
    } catch (thrown) {
      failed = { thrown };
    }
    frame.slots[at] = null;
    vm.heap.decref(item);
  }
  frame.sp -= n;
  push(frame, set);
  if (failed !== null) throw failed.thrown;
});
on(Op.BUILD_MAP, (vm, frame, n) => {
  const dict = newDict(vm);
  try {
    for (let i = n; i > 0; i--) dictSet(vm, dict, peek(frame, 2 * i), peek(frame, 2 * i - 1));
  } catch (raised) {
    vm.heap.decref(dict);
    throw raised;
  }
  const items = take(frame, 2 * n);
  push(frame, dict);
  vm.heap.decrefAll(items);
});
on(Op.BUILD_SLICE, (vm, frame, n) => {
  const [start, stop, step] = take(frame, n);
  push(frame, makeSlice(vm, start as PyObject, stop as PyObject, step ?? None));
});
on(Op.BUILD_STRING, (vm, frame, n) => {
  const parts = take(frame, n);
  let length = 0;
  for (const part of parts) length += (part as PyStr).value.length;
  vm.charge(length);
  let text = '';
  for (const part of parts) text += (part as PyStr).value;
  push(frame, str(text));
});
on(Op.FORMAT_VALUE, (vm, frame, flags) => {
  const spec = (flags & 4) === 0 ? null : peek(frame, 1);
  const value = peek(frame, spec === null ? 1 : 2);
  const text = formatValue(vm, value, flags & 3, spec instanceof PyStr ? spec.value : '');
  if (spec !== null) pop(frame);
  pop(frame);
  push(frame, text);
  vm.heap.decref(value);
});

on(Op.LIST_APPEND, (vm, frame, n) => {
  const value = pop(frame);
  const list = peek(frame, n) as PyList;
  vm.charge(8);
  list.items.push(value);
  list.dirty = true;
});
on(Op.LIST_EXTEND, (vm, frame, n) => {
  extendList(vm, peek(frame, n + 1) as PyList, peek(frame, 1));
  vm.heap.decref(pop(frame));
});
on(Op.LIST_TO_TUPLE, (vm, frame) => {
  const list = pop(frame) as PyList;
  const { items } = list;
  list.items = [];
  push(frame, items.length === 0 ? EMPTY_TUPLE : vm.heap.add(new PyTuple(items)));
  vm.heap.decref(list);
});
on(Op.SET_ADD, (vm, frame, n) => {
  addToSet(vm, peek(frame, n + 1), peek(frame, 1));
  vm.heap.decref(pop(frame));
});
on(Op.SET_UPDATE, (vm, frame, n) => {
  const source = peek(frame, 1);
  const set = peek(frame, n + 1) as PySet;
  setUpdate(vm, set, source);
  vm.heap.decref(pop(frame));
});
on(Op.MAP_ADD, (vm, frame, n) => {
  dictSet(vm, peek(frame, n + 2) as PyDict, peek(frame, 2), peek(frame, 1));
  const value = pop(frame);
  const key = pop(frame);
  vm.heap.decref(key);
  vm.heap.decref(value);
});
on(Op.DICT_UPDATE, (vm, frame, n) => {
  updateDict(vm, peek(frame, n + 1) as PyDict, peek(frame, 1));
  vm.heap.decref(pop(frame));
});
on(Op.DICT_MERGE, (vm, frame, n) => {
  mergeKeywords(vm, peek(frame, n + 1) as PyDict, peek(frame, 1), peek(frame, n + 3));
  vm.heap.decref(pop(frame));
});

on(Op.UNPACK_SEQUENCE, (vm, frame, n) => {
  const sequence = peek(frame, 1);
  const items = unpackSequence(vm, sequence, n);
  pop(frame);
  for (let i = n - 1; i >= 0; i--) push(frame, items[i] as PyObject);
  vm.heap.decref(sequence);
});
on(Op.UNPACK_EX, (vm, frame, counts) => {
  const sequence = peek(frame, 1);
  const items = unpackStarred(vm, sequence, counts & 255, counts >> 8);
  pop(frame);
  for (let i = items.length - 1; i >= 0; i--) push(frame, items[i] as PyObject);
  vm.heap.decref(sequence);
});
