/**
 * A code object: what the compiler makes of a module, a function, a class body or a comprehension
 * (Objects/codeobject.c). Instructions are three parallel arrays: opcode, argument, position.
 */
import { Atom, type PyObject } from '../memory/object';
import { CodeType } from '../memory/types';
import type { Position } from '../syntax/ast';
import type { StackSlot } from '../trace/records';

/** What a place on the value stack that outlives a statement is for. */
export type StackRole = StackSlot['role'];

/** Where an instruction comes from, and what waits on the value stack around its statement, lowest first. */
export interface CodePosition extends Position {
  readonly roles: readonly StackRole[];
}

/** A simple statement: what a step of the trace is. */
export interface StepPoint {
  /** Its class in Python's `ast`. */
  readonly stmt: string;
  readonly span: Position;
}

/** One row of the exception table: instructions from `start` (included) to `end` (excluded). */
export interface HandlerRange {
  readonly start: number;
  readonly end: number;
  readonly target: number;
  /** Height of the value stack to unwind to. */
  readonly depth: number;
  /** Whether the place of the instruction that raised is pushed below the exception. */
  readonly pushLast: boolean;
}

export interface CodeFields {
  readonly name: string;
  readonly qualifiedName: string;
  readonly firstLine: number;
  readonly opcodes: readonly number[];
  readonly operands: readonly number[];
  /** Index into `places` of each instruction. */
  readonly positions: readonly number[];
  readonly places: readonly CodePosition[];
  readonly steps: readonly StepPoint[];
  /** Owned: tuples and frozensets among them count one reference more. */
  readonly constants: PyObject[];
  readonly names: readonly string[];
  /** Names of the keyword arguments of a call (KW_NAMES). */
  readonly keywordNames: readonly (readonly string[])[];
  readonly handlers: readonly HandlerRange[];
  /** co_varnames, co_cellvars (those that are no arguments), co_freevars: the slots of a frame in this order. */
  readonly slotNames: readonly string[];
  readonly localCount: number;
  /** For each cell variable: its slot; it may be that of an argument. */
  readonly cellSlots: readonly number[];
  readonly freeNames: readonly string[];
  readonly argCount: number;
  readonly positionalOnlyCount: number;
  readonly keywordOnlyCount: number;
  readonly hasStarArgs: boolean;
  readonly hasStarKeywords: boolean;
  readonly isGenerator: boolean;
  /** Functions and comprehensions keep their names in slots (CO_OPTIMIZED); modules and classes in a namespace. */
  readonly isFunction: boolean;
  readonly docstring: string | null;
  /** Whether it is code of the library: its frames are not shown, and it has no steps. */
  readonly library: boolean;
}

export class PyCode extends Atom {
  override get kind(): 'code' {
    return 'code';
  }
  constructor(readonly fields: CodeFields) {
    super(CodeType);
  }
}
