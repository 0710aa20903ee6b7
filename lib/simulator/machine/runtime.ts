/** The state of a run, for the parts of the machine: what `Machine` does not show to slots and library functions. */
import type { PyTuple } from '../memory/containers';
import type { Heap } from '../memory/heap';
import type { HeapObject, KeywordNames, Machine, PyObject, PyType } from '../memory/object';
import type { LimitName, Limits } from '../trace/trace';
import type { Frame, Namespace } from './frame';
import type { Raised } from './raised';
import type { Recorder } from './recorder';
import type { PyDict } from './types/dict';
import type { PyException } from './types/exceptions';
import type { PyFunction } from './types/function';
import type { Handling } from './types/generator';

/** Carry out an instruction. A reference popped from the stack is the handler's own. */
export type Handler = (vm: Runtime, frame: Frame, operand: number) => void;

export interface Runtime extends Machine {
  /** How each instruction is carried out, by opcode. */
  readonly handlers: readonly Handler[];
  readonly heap: Heap;
  readonly limits: Limits;
  /** The innermost frame, or null before and after the run. */
  frame: Frame | null;
  /** What a frame that host code called has returned. */
  result: PyObject | null;
  /** To be raised in the frame that is run next (`generator.throw`). */
  pending: Raised | null;
  /** Set while a frame that has ended releases what it held. */
  clearing: boolean;
  /** The arguments of the call that begins, where they are in a tuple already (`C(*args)`), and that tuple. */
  packed: readonly PyObject[] | null;
  packedTuple: PyTuple | null;
  /** The exception being handled, innermost (tstate->exc_info). */
  handling: Handling;
  /** Frames and calls that count against the recursion limit. */
  depth: number;
  /** `sys.getrecursionlimit()` */
  recursionLimit: number;
  /** Instructions still allowed. */
  budget: number;
  readonly globals: Namespace;
  /** `globals()`: the module's names as a dict, once a program asked for it. */
  globalsDict: PyDict | null;
  readonly builtins: ReadonlyMap<string, PyObject>;
  recorder: Recorder | null;
  /** `gc.isenabled()` */
  collectorEnabled: boolean;
  /** What `sys.intern` has given, by text. */
  readonly interned: Map<string, PyObject>;
  /** Objects whose finalizers run now, outermost first (`memory/retire.ts`). */
  readonly closing: HeapObject[];
  /** The tuples and frozensets that code objects of the run hold as constants: one entry a reference. */
  readonly constants: HeapObject[];
  /** A new number for a frame. */
  nextFrameId(): number;
  /** Run a frame, which is innermost already, until it returns, yields or raises. */
  run(frame: Frame): PyObject;
  /** Count one level of recursion (_Py_EnterRecursiveCall); raises RecursionError with `where` behind its message. */
  enter(where: string): void;
  leave(): void;
  /** Stop: a limit is reached. */
  stop(limit: LimitName, message: string): never;
  /** Call a function of Python with arguments that it takes over. */
  callFunction(func: PyFunction, args: PyObject[], names: KeywordNames): PyObject;
  /** Make an exception with one message argument: a new reference. */
  makeException(type: PyType, message: string): PyException;
  /** Raise with fields of the class set (`name`, `obj`). */
  raiseWith(type: PyType, message: string, fields: Readonly<Record<string, PyObject>>): never;
  /** The exceptions being handled, outermost first, borrowed. */
  handled(): PyObject[];
  /** Output since it was last taken. */
  takeOutput(): string;
}

/** The machine behind what a slot was given. There is only one kind. */
export const runtime = (vm: Machine): Runtime => vm as Runtime;
