/**
 * A trace: what a program did, step by step. A step is one simple statement that has finished (see
 * docs/trace.md); compound statements have none of their own.
 *
 * Steps are stored as changes; `stateAt` gives the whole memory after a step. A trace is plain data: it can be
 * sent as JSON (bytes as arrays of numbers) and compared.
 */
import type { EdgeKind } from '../memory/object';
import type { BufferId, FrameRecord, ObjectId, ObjectRecord, Value } from './records';

/** A place in the source: lines from 1, columns from 0 in UTF-16 units, end exclusive. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A run of bytes written into a buffer. */
export interface BufferWrite {
  readonly buffer: BufferId;
  /** First byte written. */
  readonly offset: number;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Memory for array elements, made at a step and freed with its owner. */
export interface BufferMade {
  readonly buffer: BufferId;
  /** The object that owns the bytes; null for those of a bytes object, which is never freed. */
  readonly owner: ObjectId | null;
  /** The bytes as they were at the end of the step that made it; shared, never copied at later steps. */
  readonly bytes: Uint8Array;
}

export interface Freed {
  readonly id: ObjectId;
  /** Its reference count reached zero ('rc'), or the cyclic collector found it unreachable ('gc'). */
  readonly by: 'rc' | 'gc';
}

/**
 * What happened in a step, in order: for the narration, the marks of the player and the questions. Not stored:
 * `eventsOf` derives them from the memory before and after.
 */
export type TraceEvent =
  | {
      readonly type: 'bind';
      readonly frame: number;
      readonly name: string;
      readonly value: Value;
      readonly before: Value | null;
    }
  | { readonly type: 'unbind'; readonly frame: number; readonly name: string; readonly before: Value }
  | { readonly type: 'create'; readonly id: ObjectId }
  | { readonly type: 'write'; readonly id: ObjectId; readonly slots: readonly string[] }
  | { readonly type: 'count'; readonly id: ObjectId; readonly before: number; readonly after: number }
  | { readonly type: 'freed'; readonly id: ObjectId; readonly by: 'rc' | 'gc' }
  | { readonly type: 'print'; readonly text: string };

export interface Step {
  /** 1, 2, 3 … */
  readonly n: number;
  /** The statement that has finished; null for the last step, after the end of the program. */
  readonly span: Span | null;
  /** Its class in Python's `ast`: 'Assign', 'Delete', 'Expr' …; 'end' for the last step. */
  readonly stmt: string;
  /** Code name of the frame it ran in. */
  readonly fn: string;
  /** Standard output since the step before. */
  readonly out: string;
  /** Active frames, the module first. Shared with the step before where equal. */
  readonly frames: readonly FrameRecord[];
  /** For `return v`: v, which counts one reference more until the frame ends. */
  readonly returned: Value | null;
  /** Exceptions being handled (innermost last): held by the interpreter. */
  readonly handled: readonly ObjectId[];
  /** Objects that are being freed: their finalizer runs, or their generator closes. */
  readonly closing?: readonly ObjectId[];
  /** Whether library code has called the program back: it may hold references that no frame shows. */
  readonly calledBack?: true;
  /** Whether the cyclic collector runs: the step is one of a finalizer that it called. */
  readonly collecting?: true;
  /** Whether a collection has ended in this step. */
  readonly collected?: true;
  /** Records of the objects that are new or changed. */
  readonly changed: readonly ObjectRecord[];
  readonly freed: readonly Freed[];
  readonly buffers: readonly BufferMade[];
  readonly writes: readonly BufferWrite[];
}

/** Where a run ended for another reason than the end of the program. */
export type Ending =
  | { readonly type: 'finished' }
  /** An exception that nobody caught. */
  | {
      readonly type: 'raised';
      readonly exception: string;
      readonly message: string;
      readonly span: Span;
      readonly traceback: readonly { readonly fn: string; readonly line: number }[];
    }
  /** The source is not Python: no steps. `column` counts from 1, as Python's caret does. */
  | { readonly type: 'syntax'; readonly exception: string; readonly message: string; readonly span: Span }
  /** The simulator does not know this for certain. Steps before it are kept. */
  | { readonly type: 'unsupported'; readonly feature: string; readonly message: string; readonly span: Span }
  /** A limit was reached. Steps before it are kept. */
  | { readonly type: 'limit'; readonly limit: LimitName; readonly message: string; readonly span: Span };

export type LimitName = 'steps' | 'instructions' | 'bytes' | 'output' | 'digits' | 'depth' | 'source';

export interface Trace {
  readonly format: 1;
  readonly source: string;
  readonly steps: readonly Step[];
  readonly ending: Ending;
  /** Ids of tuples and frozensets that the code itself holds as constants, and of what a module of the library holds: one reference more each. */
  readonly constants: Readonly<Record<ObjectId, number>>;
}

/** Bounds of a run. Counts, never time: the server and the browser agree on every result. */
export interface Limits {
  readonly steps: number;
  readonly instructions: number;
  /** Bytes of all live data together, arrays, strings and items counted. */
  readonly bytes: number;
  readonly output: number;
  /** Decimal digits of an int. */
  readonly digits: number;
  /** Python frames; CPython's recursion limit. Exceeding it raises RecursionError, which can be caught. */
  readonly depth: number;
  /** Characters of source. */
  readonly source: number;
}

/** The whole memory after a step. */
export interface MemoryState {
  readonly step: Step;
  /** `Trace.constants` */
  readonly constants: Readonly<Record<ObjectId, number>>;
  readonly objects: ReadonlyMap<ObjectId, ObjectRecord>;
  /** Current bytes of each live buffer. */
  readonly buffers: ReadonlyMap<BufferId, { readonly owner: ObjectId | null; readonly bytes: Uint8Array }>;
}

/** One reference to an object, and who holds it, in words for people: 'name A', 'list x[0]', 'base of v', 'for loop'. */
export interface Holder {
  readonly kind: EdgeKind;
  readonly label: string;
  /** The object that holds it, or the frame. */
  readonly from: { readonly object: ObjectId } | { readonly frame: number } | { readonly interpreter: true };
  /** Which name, index, key or attribute. */
  readonly slot: string;
}
