/** A frame: one activation of a code object (Include/internal/pycore_frame.h, `_PyInterpreterFrame`). */
import type { CodeFields, CodePosition } from '../bytecode/code';
import type { HeapObject, Machine, PyObject } from '../memory/object';
import type { Namespace } from './namespace';
import type { PyFunction } from './types/function';

export type { Namespace } from './namespace';

/** A frame as an object (`types/frame.ts`). */
export interface FrameObject extends HeapObject {
  readonly frame: Frame;
  owns: boolean;
  back: FrameObject | null;
}

/** An exception being handled, and the handling around it (_PyErr_StackItem). */
export interface Handling {
  /** Owned. */
  exception: PyObject | null;
  previous: Handling | null;
}

export type GeneratorState = 'created' | 'suspended' | 'running' | 'finished';

/** A generator (`types/generator.ts`). */
export interface GeneratorObject extends HeapObject {
  state: GeneratorState;
  frame: Frame | null;
  readonly handling: Handling;
}

/** How the frame below goes on after a function that it called in the way of C code (`in-loop.ts`). */
export interface Continuation {
  /** The function has returned; takes over the value. */
  returned(vm: Machine, frame: Frame, value: PyObject): void;
  /** An exception leaves the function: gives up what the call held. Null: it cannot be caught. */
  raised(vm: Machine, frame: Frame, exception: PyObject | null): void;
}

/** What happens with the value that a frame returns. */
export type Completion =
  /** Pushed on the stack of the frame that called. */
  | 'push'
  /** Handed to the host code that called (`vm.call`). */
  | 'host'
  /** Handed to the rest of the instruction that called. */
  | Continuation;

export class Frame {
  /**
   * Locals, cells, free variables, then the value stack (f_localsplus). Owned. On the stack null is the NULL that
   * PUSH_NULL pushes; a number is the place that PUSH_EXC's `lasti` keeps.
   */
  readonly slots: (PyObject | null)[];
  /** Index after the top of the value stack. */
  sp: number;
  /** Next instruction. */
  pc = 0;
  /** The frame that called, or null. */
  back: Frame | null = null;
  /** The frame object that a traceback made of it, or null. Owned. */
  object: FrameObject | null = null;
  /** The generator whose frame it is. Borrowed. */
  generator: GeneratorObject | null = null;
  completion: Completion = 'push';
  /** Set while code of the host runs on top of it: CPython's stack then cannot be read from outside. */
  opaque = false;
  /** With a continuation: whether the frame below was opaque before. */
  belowWasOpaque = false;
  /** Whether it waits in a `yield from`: the iterator is on top of its stack. */
  delegates = false;
  /** Whether its object, kept by a traceback, owns the names of the class body. */
  keepsNames = false;
  /** Its place among the frames that the last step showed, if it has been active ever since; else 0, the module's place. */
  shown = 0;
  /** Keyword names of the call in preparation (KW_NAMES). */
  keywordNames: readonly string[] | null = null;

  constructor(
    /** Number in the order of calls; the module is 0. */
    readonly id: number,
    readonly code: CodeFields,
    /** The function it runs; null for the module. Owned. */
    public func: PyFunction | null,
    readonly globals: Namespace,
    /** Names of a module or class body; null for functions. */
    readonly names: Namespace | null,
  ) {
    const count = code.slotNames.length;
    this.slots = new Array(count + 8).fill(null);
    this.sp = count;
  }

  /** Index of the lowest place of the value stack. */
  get stackBase(): number {
    return this.code.slotNames.length;
  }
  /** Where the instruction that runs (or ran last) comes from. */
  get place(): CodePosition {
    return this.code.places[this.code.positions[this.pc > 0 ? this.pc - 1 : 0] as number] as CodePosition;
  }
  /** Its line; null at an instruction that stands for nothing in the source. */
  get line(): number | null {
    return this.place.line || null;
  }
}
