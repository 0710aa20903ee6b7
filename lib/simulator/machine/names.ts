/** Names: binding, looking up and deleting them, wherever they live. */

import { str } from '../memory/atoms';
import type { PyObject } from '../memory/object';
import type { Frame, Namespace } from './frame';
import type { Runtime } from './runtime';
import { NameErrorType, UnboundLocalErrorType } from './types/exceptions';
import type { PyCell } from './types/function';
import { unsupportedNames } from './unsupported-names';

/** Bind a name to an object; takes over the reference. The old value is released once the new one is there. */
export function storeName(vm: Runtime, names: Namespace, name: string, value: PyObject): void {
  const old = names.get(name);
  names.set(name, value);
  if (old !== undefined) vm.heap.decref(old);
}

/** Unbind a name. Errors: NameError. */
export function deleteName(vm: Runtime, names: Namespace, name: string): void {
  const old = names.get(name);
  if (old === undefined) undefinedName(vm, name);
  names.delete(name);
  vm.heap.decref(old);
}

/** The value of a global or built-in name: a new reference. Errors: NameError. */
export function loadGlobal(vm: Runtime, globals: Namespace, name: string): PyObject {
  const value = globals.get(name) ?? vm.builtins.get(name);
  if (value === undefined) undefinedName(vm, name);
  value.rc++;
  return value;
}

export function undefinedName(vm: Runtime, name: string): never {
  unsupportedNames.get().builtin(vm, name);
  return vm.raiseWith(NameErrorType, `name '${name}' is not defined`, { name: str(name) });
}

/** Bind a fast local; takes over the reference. */
export function storeLocal(vm: Runtime, frame: Frame, slot: number, value: PyObject): void {
  const old = frame.slots[slot];
  frame.slots[slot] = value;
  if (old) vm.heap.decref(old);
}

/** Unbind a fast local. Errors: UnboundLocalError. */
export function deleteLocal(vm: Runtime, frame: Frame, slot: number) {
  const old = frame.slots[slot];
  if (!old) return unboundLocal(vm, frame, slot);
  frame.slots[slot] = null;
  vm.heap.decref(old);
}

export function unboundLocal(vm: Runtime, frame: Frame, slot: number): never {
  const name = frame.code.slotNames[slot] as string;
  return vm.raiseWith(
    UnboundLocalErrorType,
    `cannot access local variable '${name}' where it is not associated with a value`,
    { name: str(name) },
  );
}

/** Bind the variable in a cell, or unbind it with null; takes over the reference. */
export function storeCell(vm: Runtime, cell: PyCell, value: PyObject | null): void {
  const old = cell.value;
  cell.value = value;
  cell.dirty = true;
  if (old !== null) vm.heap.decref(old);
}

/** Errors of a cell without a value: UnboundLocalError for the scope's own, NameError for one from around. */
export function unboundCell(vm: Runtime, frame: Frame, slot: number): never {
  const { code } = frame;
  if (slot < code.slotNames.length - code.freeNames.length) return unboundLocal(vm, frame, slot);
  const name = code.slotNames[slot] as string;
  return vm.raiseWith(
    NameErrorType,
    `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
    { name: str(name) },
  );
}
