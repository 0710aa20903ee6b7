/** What the bends of several beliefs ask of an instruction: its value on the stack, its statement, who is called. */
import { Op, type Opcode } from '../../bytecode/opcodes';
import { PyBuiltinMethod } from '../../machine/builtin';
import type { Frame } from '../../machine/frame';
import { peek } from '../../machine/instructions/handler';
import type { Runtime } from '../../machine/runtime';
import type { PyObject } from '../../memory/object';

/** Put a new reference in the n-th place from the top; what was there is released. */
export function replaceAt(vm: Runtime, frame: Frame, n: number, value: PyObject): void {
  const at = frame.sp - n;
  const old = frame.slots[at] as PyObject;
  frame.slots[at] = value;
  vm.heap.decref(old);
}

export const STORES: readonly Opcode[] = [Op.STORE_NAME, Op.STORE_FAST, Op.STORE_GLOBAL, Op.STORE_DEREF];
export const DELETES: readonly Opcode[] = [Op.DELETE_NAME, Op.DELETE_FAST, Op.DELETE_GLOBAL, Op.DELETE_DEREF];
export const STEPS: readonly Opcode[] = [Op.STEP, Op.STEP_RETURN];

const ON_THE_WAY: ReadonlySet<number> = new Set([...STORES, Op.UNPACK_SEQUENCE, Op.UNPACK_EX]);
/** What gives the value that a name is bound to in statements other than `name = value`. */
const OTHER_BINDINGS: ReadonlySet<number> = new Set([
  Op.FOR_ITER,
  Op.INPLACE_OP,
  Op.BEFORE_WITH,
  Op.IMPORT_NAME,
  Op.IMPORT_FROM,
  Op.PUSH_EXC_INFO,
  Op.MAKE_FUNCTION,
]);

/** Whether the store that runs now is one of an assignment `name = value`. */
export function isAssignment(frame: Frame): boolean {
  const { opcodes } = frame.code;
  let at = frame.pc - 2;
  while (at >= 0 && ON_THE_WAY.has(opcodes[at] as number)) at--;
  return at >= 0 && !OTHER_BINDINGS.has(opcodes[at] as number);
}

/** A call that is about to be made. */
export interface Callee {
  readonly callable: PyObject;
  /** Its name, '' where it has none. */
  readonly name: string;
  /** The arguments, borrowed; the object of a method comes first. */
  readonly args: readonly PyObject[];
  /** Place on the stack of the first argument that is written between the parentheses. */
  readonly first: number;
}

/** What CALL with `n` arguments calls. */
export function calleeOf(frame: Frame, n: number): Callee {
  const { slots } = frame;
  const base = frame.sp - n - 2;
  const isMethod = slots[base] !== null;
  const callable = slots[isMethod ? base : base + 1] as PyObject;
  const args = slots.slice(isMethod ? base + 1 : base + 2, frame.sp) as PyObject[];
  const method = callable instanceof PyBuiltinMethod ? callable.descriptor : callable;
  if (callable instanceof PyBuiltinMethod && callable.self !== null) args.unshift(callable.self);
  const { name } = method as { readonly name?: unknown };
  return { callable, name: typeof name === 'string' ? name : '', args, first: base + 2 };
}

/** Carry out an instruction while these objects are held. */
export function holding<T extends PyObject>(vm: Runtime, held: readonly T[], run: () => void): void {
  for (const o of held) o.rc++;
  try {
    run();
  } finally {
    vm.heap.decrefAll(held);
  }
}

/** The value that an instruction has left on the stack. */
export const result = (frame: Frame): PyObject => peek(frame, 1);
