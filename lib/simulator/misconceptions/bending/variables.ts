/** The variable that a store or a deletion names, wherever it lives. */
import { Op } from '../../bytecode/opcodes';
import type { Frame, Namespace } from '../../machine/frame';
import type { PyCell } from '../../machine/types/function';
import type { PyObject } from '../../memory/object';

export interface Variable {
  /** What it lives in: a namespace, a frame, a cell. */
  readonly home: object;
  readonly name: string;
  readonly value: PyObject | null;
  /** Bind it to a new reference, or unbind it with null; gives what it referred to. */
  set(value: PyObject | null): PyObject | null;
}

const inNames = (names: Namespace, name: string): Variable => ({
  home: names,
  name,
  value: names.get(name) ?? null,
  set: (value) => {
    const old = names.get(name) ?? null;
    if (value === null) names.delete(name);
    else names.set(name, value);
    return old;
  },
});

const inFrame = (frame: Frame, slot: number): Variable => ({
  home: frame,
  name: frame.code.slotNames[slot] as string,
  value: frame.slots[slot] ?? null,
  set: (value) => {
    const old = frame.slots[slot] ?? null;
    frame.slots[slot] = value;
    return old;
  },
});

const inCell = (cell: PyCell): Variable => ({
  home: cell,
  name: cell.name,
  value: cell.value,
  set: (value) => {
    const old = cell.value;
    cell.value = value;
    cell.dirty = true;
    return old;
  },
});

/** The variable of an instruction that loads, binds or unbinds one; null for other instructions. */
export function variableOf(frame: Frame, op: number, operand: number): Variable | null {
  const { names } = frame.code;
  switch (op) {
    case Op.LOAD_NAME:
    case Op.STORE_NAME:
    case Op.DELETE_NAME:
      return inNames(frame.names ?? frame.globals, names[operand] as string);
    case Op.LOAD_GLOBAL:
    case Op.STORE_GLOBAL:
    case Op.DELETE_GLOBAL:
      return inNames(frame.globals, names[operand] as string);
    case Op.LOAD_FAST:
    case Op.STORE_FAST:
    case Op.DELETE_FAST:
      return inFrame(frame, operand);
    case Op.LOAD_DEREF:
    case Op.STORE_DEREF:
    case Op.DELETE_DEREF:
      return inCell(frame.slots[operand] as PyCell);
    default:
      return null;
  }
}

/** The variable of the instruction that runs now. */
export const variableNow = (frame: Frame, operand: number): Variable | null =>
  variableOf(frame, frame.code.opcodes[frame.pc - 1] as number, operand);
