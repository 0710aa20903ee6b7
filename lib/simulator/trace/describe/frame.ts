/** Records of frames: their names, cells and value stack. */
import type { Frame } from '../../machine/frame';
import { PyCell } from '../../machine/types/function';
import { Atom, HeapObject, type Machine, type PyObject } from '../../memory/object';
import type { FrameRecord, ObjectId, StackSlot, Value } from '../records';
import { emptyRecord, numberOf } from './common';
import { shownAs } from './value';

/** What does not show among the names of a scope, but waits in one of its slots: the iterable of a comprehension. */
const HIDDEN_SLOT = '.0';

/** Names that a module or class has from the start: shown only where the program gives them another value. */
const BUILT_IN_NAMES: ReadonlySet<string> = new Set([
  '__name__',
  '__doc__',
  '__builtins__',
  '__module__',
  '__qualname__',
]);

export const isBuiltInName = (name: string, value: PyObject): boolean =>
  value instanceof Atom && name.startsWith('__') && BUILT_IN_NAMES.has(name);

/** Of frames without cells, and with an empty stack. Never changed. */
const NO_CELLS: Readonly<Record<string, ObjectId>> = Object.freeze(emptyRecord<ObjectId>());
const NO_STACK: readonly StackSlot[] = [];

/** The record of a frame at a line; `top` is one more than the last place of its value stack that counts. */
export function describeFrame(vm: Machine, frame: Frame, line: number | null, top = frame.sp): FrameRecord {
  const names = emptyRecord<Value | null>();
  let cells: Record<string, ObjectId> | null = null;
  let stack: StackSlot[] | null = null;
  const { slotNames } = frame.code;
  frame.names?.forEach((value, name) => {
    if (!isBuiltInName(name, value)) names[name] = shownAs(vm, value);
  });
  for (let i = 0; i < slotNames.length; i++) {
    const held = frame.slots[i] as PyObject | null | undefined;
    if (!held) continue;
    const name = slotNames[i] as string;
    if (name === HIDDEN_SLOT) {
      stack ??= [];
      stack.push({ role: 'comprehension', value: shownAs(vm, held) });
    } else if (held instanceof PyCell && isCellSlot(frame, i)) {
      names[name] = held.value === null ? null : shownAs(vm, held.value);
      cells ??= emptyRecord<ObjectId>();
      cells[name] = held.id;
    } else names[name] = shownAs(vm, held);
  }
  const { roles } = frame.place;
  const base = frame.stackBase;
  for (let i = base; i < top; i++) {
    const held = frame.slots[i];
    if (held instanceof HeapObject && held.id !== 0) {
      stack ??= [];
      stack.push({ role: roles[i - base] ?? 'operand', value: held.id });
    }
  }
  return {
    id: frame.id,
    fn: frame.code.name,
    line,
    func: numberOf(frame.func),
    names,
    cells: cells ?? NO_CELLS,
    stack: stack ?? NO_STACK,
    object: numberOf(frame.object),
    opaque: frame.opaque,
    ...(frame.names !== null && frame.func !== null ? { isClassBody: true } : {}),
  };
}

/**
 * What a frame of library code holds: its names, and its stack, which CPython does not show while host code runs on
 * top of it.
 */
export function libraryHolds(frame: Frame): StackSlot[] {
  const held: StackSlot[] = [];
  const add = (o: PyObject | null | undefined, role: StackSlot['role']): void => {
    if (o instanceof HeapObject && o.id !== 0) held.push({ role, value: o.id });
  };
  for (let i = 0; i < frame.sp; i++)
    add(frame.slots[i], i >= frame.stackBase && frame.opaque ? 'library call' : 'library');
  for (const value of frame.names?.values() ?? []) add(value, 'library');
  add(frame.func, 'library');
  add(frame.object, 'library');
  return held;
}

/** Whether a slot is that of a cell variable or a free variable. */
function isCellSlot(frame: Frame, slot: number): boolean {
  const { code } = frame;
  return slot >= code.localCount || code.cellSlots.includes(slot);
}
