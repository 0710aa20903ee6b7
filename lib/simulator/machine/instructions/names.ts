/** Names. */
import { Op } from '../../bytecode/opcodes';
import type { PyObject } from '../../memory/object';
import type { Frame, Namespace } from '../frame';
import {
  deleteLocal,
  deleteName,
  loadGlobal,
  storeCell,
  storeLocal,
  storeName,
  unboundCell,
  unboundLocal,
} from '../names';
import { newDict } from '../types/dict';
import type { PyCell } from '../types/function';
import { on, pop, push } from './handler';

const nameAt = (frame: Frame, index: number): string => frame.code.names[index] as string;
const namesOf = (frame: Frame): Namespace => frame.names ?? frame.globals;
const cellAt = (frame: Frame, slot: number): PyCell => frame.slots[slot] as PyCell;

on(Op.LOAD_FAST, (vm, frame, slot) => {
  const value = frame.slots[slot];
  if (!value) return unboundLocal(vm, frame, slot);
  value.rc++;
  push(frame, value);
});
on(Op.STORE_FAST, (vm, frame, slot) => storeLocal(vm, frame, slot, pop(frame)));
on(Op.DELETE_FAST, deleteLocal);

on(Op.LOAD_NAME, (vm, frame, index) => {
  const name = nameAt(frame, index);
  const value = namesOf(frame).get(name);
  if (value === undefined) return push(frame, loadGlobal(vm, frame.globals, name));
  value.rc++;
  push(frame, value);
});
on(Op.STORE_NAME, (vm, frame, index) => storeName(vm, namesOf(frame), nameAt(frame, index), pop(frame)));
on(Op.DELETE_NAME, (vm, frame, index) => deleteName(vm, namesOf(frame), nameAt(frame, index)));

on(Op.LOAD_GLOBAL, (vm, frame, index) => push(frame, loadGlobal(vm, frame.globals, nameAt(frame, index))));
on(Op.STORE_GLOBAL, (vm, frame, index) => storeName(vm, frame.globals, nameAt(frame, index), pop(frame)));
on(Op.DELETE_GLOBAL, (vm, frame, index) => deleteName(vm, frame.globals, nameAt(frame, index)));

on(Op.LOAD_DEREF, (vm, frame, slot) => {
  const { value } = cellAt(frame, slot);
  if (value === null) return unboundCell(vm, frame, slot);
  value.rc++;
  push(frame, value);
});
on(Op.STORE_DEREF, (vm, frame, slot) => storeCell(vm, cellAt(frame, slot), pop(frame)));
on(Op.DELETE_DEREF, (vm, frame, slot) => {
  const cell = cellAt(frame, slot);
  if (cell.value === null) return unboundCell(vm, frame, slot);
  storeCell(vm, cell, null);
});
on(Op.LOAD_CLASSDEREF, (vm, frame, slot) => {
  const own = frame.names?.get(frame.code.slotNames[slot] as string);
  const value = own ?? cellAt(frame, slot).value;
  if (value === null) return unboundCell(vm, frame, slot);
  value.rc++;
  push(frame, value);
});
on(Op.LOAD_CLOSURE, (_vm, frame, slot) => {
  const cell = frame.slots[slot] as PyObject;
  cell.rc++;
  push(frame, cell);
});

on(Op.SETUP_ANNOTATIONS, (vm, frame) => {
  const names = namesOf(frame);
  if (!names.has('__annotations__')) names.set('__annotations__', newDict(vm));
});
