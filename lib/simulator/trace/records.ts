/**
 * What the trace says of one object at one step. Records are immutable and shared between steps: an object
 * that did not change has the same record (`===`) in both.
 *
 * The references that a record shows are exactly those its object owns; `holders.ts` turns them into the
 * list of holders of each object, which adds up to its `count`.
 */
import type { EdgeKind } from '../memory/edge';

/** Number of an object in order of creation; never reused within a trace. */
export type ObjectId = number;
/** Number of a buffer of array data; never reused within a trace. */
export type BufferId = number;

/**
 * A reference as a program sees it: an object id, or the text of an atom (its repr: `10`, `'a'`, `None`,
 * `np.int64(5)`, `<module numpy>`, `<class int>`, `<built-in len>`).
 */
export type Value = ObjectId | string;

interface RecordBase {
  readonly id: ObjectId;
  /** Its reference count (ob_refcnt), as `sys.getrefcount` less the one that its own argument adds. Null for classes. */
  readonly count: number | null;
  /** Name of its class, where the program made that class. */
  readonly cls?: string;
  /** The id of that class, which the object holds. */
  readonly clsId?: ObjectId;
  /** Attributes, in insertion order. The object owns them, unless `dictId` says that a dict does. */
  readonly attrs?: Readonly<Record<string, Value>>;
  /** Its `__dict__`, once a program has asked for that: the object owns the dict, and the dict the attributes. */
  readonly dictId?: ObjectId;
}

export interface ArrayRecord extends RecordBase {
  readonly kind: 'ndarray';
  /** NumPy's name: 'int64', 'float64', 'bool', 'object', '<U3', … */
  readonly dtype: string;
  readonly shape: readonly number[];
  /** In bytes, as NumPy's. */
  readonly strides: readonly number[];
  /** Bytes from the start of the buffer to the first element. */
  readonly offset: number;
  readonly buffer: BufferId;
  /** What keeps the memory alive (`.base`), or 'None' for an owner. */
  readonly base: Value;
  readonly flags: {
    readonly c: boolean;
    readonly f: boolean;
    readonly owns: boolean;
    readonly writeable: boolean;
  };
  /** The references in an object array that owns its elements, in the order of memory; absent otherwise. */
  readonly items?: readonly Value[];
}
export interface SequenceRecord extends RecordBase {
  readonly kind: 'list' | 'tuple' | 'set' | 'frozenset';
  readonly items: readonly Value[];
}
export interface DictRecord extends RecordBase {
  readonly kind: 'dict';
  readonly entries: readonly (readonly [Value, Value])[];
  /** Of a defaultdict: what makes the values that are missing. */
  readonly factory?: Value;
}
export interface InstanceRecord extends RecordBase {
  readonly kind: 'object';
  readonly cls: string;
}
export interface ClassRecord extends RecordBase {
  readonly kind: 'class';
  readonly name: string;
  readonly bases: readonly Value[];
}
export interface FunctionRecord extends RecordBase {
  readonly kind: 'function';
  readonly name: string;
  readonly line: number;
  /** Values of the defaults, those of keyword-only parameters last. */
  readonly defaults: readonly Value[];
  /** The tuple, and the dict of the keyword-only ones, that hold the defaults: the function owns these. */
  readonly defaultsIn: readonly ObjectId[];
  /** What it holds besides: docstring, annotations. */
  readonly holds?: readonly Held[];
  /** Whether the library made it, and a program sees it only as text. */
  readonly library?: true;
  /** Free variables: the cells it holds, by name. */
  readonly closure: Readonly<Record<string, ObjectId>>;
}
export interface CellRecord extends RecordBase {
  readonly kind: 'cell';
  readonly name: string;
  /** null: unbound. */
  readonly value: Value | null;
}
export interface MethodRecord extends RecordBase {
  readonly kind: 'method';
  readonly name: string;
  readonly self: Value;
  /** Absent for methods of built-in types. */
  readonly func?: Value;
}
export interface GeneratorRecord extends RecordBase {
  readonly kind: 'generator';
  readonly name: string;
  readonly state: 'created' | 'suspended' | 'running' | 'finished';
  /** The frame it holds while it is suspended. */
  readonly frame: FrameRecord | null;
  /** The exception that its frame handles while it is suspended. */
  readonly handled?: Value;
}
export interface WeakrefRecord extends RecordBase {
  readonly kind: 'weakref';
  /** What it points to without holding it; 'None' once that is freed. */
  readonly to: Value;
  readonly callback: Value;
  /** What it owns besides its callback: the key under which a weak dictionary has it. */
  readonly holds?: readonly Held[];
}
export interface ExceptionRecord extends RecordBase {
  readonly kind: 'exception';
  readonly cls: string;
  readonly args: readonly Value[];
  /** What it owns: the tuple of its arguments, traceback, context, cause, .obj … */
  readonly holds: readonly Held[];
}
/** A reference that an object owns, and what it is there for: 'next', 'frame', 'base' … */
export interface Held {
  readonly label: string;
  readonly kind: EdgeKind;
  readonly value: Value;
}
/** Whatever else holds something: iterators, slices of records, dict views, partials, memoryviews, void scalars … */
export interface OtherRecord extends RecordBase {
  readonly kind: 'other' | 'void' | 'bytearray';
  /** For people: 'list_iterator', 'enumerate', 'frame' … */
  readonly what: string;
  readonly holds: readonly Held[];
  /** Its module and class, as `numpy.flatiter`. */
  readonly qualified: string;
  /** bytearray: its bytes; void: its repr. */
  readonly text?: string;
}

export type ObjectRecord =
  | ArrayRecord
  | SequenceRecord
  | DictRecord
  | InstanceRecord
  | ClassRecord
  | FunctionRecord
  | CellRecord
  | MethodRecord
  | GeneratorRecord
  | WeakrefRecord
  | ExceptionRecord
  | OtherRecord;

/** One reference on a frame's value stack, and what it is there for. */
export interface StackSlot {
  readonly role:
    | 'for loop'
    | 'with'
    | 'operand'
    | 'handled exception'
    | 'comprehension'
    | 'library'
    | 'library call';
  readonly value: Value;
}

/** A frame: the module (always first), a running function, a class body, a suspended generator. */
export interface FrameRecord {
  /** Number of the activation in the order of calls; never reused. The module is 0. */
  readonly id: number;
  /** Code name: '<module>', a function's or class's name, '<lambda>', '<listcomp>' … */
  readonly fn: string;
  /** The line it is at; null once the module has ended. */
  readonly line: number | null;
  /** The function it runs, which it holds; null for the module. */
  readonly func: ObjectId | null;
  /** True for the frame that runs the body of a class. */
  readonly isClassBody?: true;
  /** Names bound in this scope, in order of first binding; null: unbound cell variable. */
  readonly names: Readonly<Record<string, Value | null>>;
  /** Of these names, those that live in a cell: the cell's id. */
  readonly cells: Readonly<Record<string, ObjectId>>;
  readonly stack: readonly StackSlot[];
  /** What frames of the library's own code, running on top of this one, hold: those are not shown themselves. */
  readonly library?: { readonly holds: readonly StackSlot[]; readonly opaque: boolean };
  /** Its frame object, which a traceback made, and which it holds. */
  readonly object: ObjectId | null;
  /** Whether code of the library runs on top of it: what it then holds for a call cannot be seen from outside. */
  readonly opaque: boolean;
}
