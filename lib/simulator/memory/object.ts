/**
 * What every Python object is to the machine: a type and a reference count.
 *
 * Two families share the base. An *atom* (int, str, None, a library function …) has no identity that a
 * program can lose and is never freed; its count starts so high that it never reaches zero. A *heap object*
 * is counted, recorded in the trace, and freed at the instant its count reaches zero.
 *
 * Ownership: every slot (value stack, local, cell, container item, attribute, iterator, exception, code
 * constant) owns one reference. Functions of this simulator borrow their arguments and return a new
 * reference unless their docstring says otherwise (CPython, Doc/c-api/intro.rst, "Reference Count Details").
 */
import type { ObjectRecord } from '../trace/records';
import type { EdgeKind } from './edge';

/** The count an atom starts with: no run is long enough to bring it to zero. */
export const IMMORTAL = 1 << 29;

export abstract class PyObject {
  /** ob_refcnt */
  rc: number;
  /** ob_type */
  type: PyType;
  constructor(type: PyType, rc: number) {
    this.type = type;
    this.rc = rc;
  }
  /** Which layout the object has; the trace and the collector dispatch on it. */
  abstract get kind(): string;
}

/** An object without identity for the program: never freed, shown as text. */
export abstract class Atom extends PyObject {
  /** Its text in the trace, kept once it was asked for: atoms never change. */
  shown: string | undefined = undefined;
  constructor(type: PyType) {
    super(type, IMMORTAL);
  }
}

export type { EdgeKind } from './edge';

/** Called once for each reference that an object owns. */
export type Visit = (child: PyObject, kind: EdgeKind) => void;

/** A counted object with an identity of its own. */
export abstract class HeapObject extends PyObject {
  /** Number in the order of creation, never reused; 0 until the heap has taken it. */
  id = 0;
  /** Place in the heap's list of live objects; -1 when it is not there. */
  place = -1;
  /** Whether something other than the count changed since the last record was made. */
  dirty = true;
  /** The last record made of it. */
  record: ObjectRecord | null = null;
  /** Scratch count of the cyclic collector (gc_refs). */
  scratch = 0;
  /** Place in the collector's list among what has survived a collection; 0 before the first one. */
  collectorOrder = 0;
  /** Whether a collection has found that it can be in no cycle and looks at it no more (_PyTuple_MaybeUntrack). */
  untracked = false;
  /** Whether its finalizer has run (PyGC_FINALIZED). */
  finalized = false;
  /** Weak references to it, newest first as in CPython (wr_prev/wr_next), or null. */
  weakrefs: HeapObject[] | null = null;
  /** Instance attributes (__members_) in insertion order, for the types that have them. */
  attrs: Map<string, PyObject> | null = null;
  /** The real dict object once a program asked for `__members_`; it then shares `attrs` and is owned here. */
  dict: HeapObject | null = null;

  /** Takes a reference to its class, where the program made that. */
  constructor(type: PyType) {
    super(type, 1);
    if (type?.isHeapType) type.rc++;
  }
  /** Visit every reference this object owns, once each (tp_traverse), except its type and its attributes. */
  abstract traverse(visit: Visit): void;
  /**
   * Give up all references it owns, in the order in which CPython's tp_dealloc releases them, except its
   * type and its attributes. The caller (the heap) decrements them. Also used by the collector as tp_clear.
   */
  abstract drop(): PyObject[];
}

/** Name of a keyword argument vector: the last `names.length` of the arguments are keyword arguments. */
export type KeywordNames = readonly string[];
export const NO_NAMES: KeywordNames = [];

export type Unary = (vm: Machine, self: PyObject) => PyObject;
export type Binary = (vm: Machine, left: PyObject, right: PyObject) => PyObject;
export type CompareOp = '<' | '<=' | '==' | '!=' | '>' | '>=';
/** Operators with a slot for `a op b`, its reflection, and `a op= b`. */
export type ArithmeticOp = '+' | '-' | '*' | '@' | '/' | '//' | '%' | '**' | '<<' | '>>' | '&' | '^' | '|';

/**
 * What a type can do, after CPython's PyTypeObject (Include/cpython/object.h). Absent means: inherited from
 * the base, else not supported. A binary slot is tried for both operands, as in CPython's nb_* slots, and
 * answers NotImplemented when it does not know the pair.
 */
export interface Slots {
  repr?: Unary;
  str?: Unary;
  /** Hash as CPython computes it, as a bigint in the range of Py_hash_t; throws TypeError if unhashable. */
  hash?: (vm: Machine, self: PyObject) => bigint;
  compare?: (vm: Machine, left: PyObject, right: PyObject, op: CompareOp) => PyObject;
  /** Call with `args`, the last `names.length` of them by keyword; borrows them all. */
  call?: (vm: Machine, self: PyObject, args: readonly PyObject[], names: KeywordNames) => PyObject;
  /** tp_getattro: a new reference; throws AttributeError. */
  getAttribute?: (vm: Machine, self: PyObject, name: string) => PyObject;
  /** tp_setattro: borrows the value; null deletes. */
  setAttribute?: (vm: Machine, self: PyObject, name: string, value: PyObject | null) => void;
  /** tp_descr_get: `instance` null for access through the class. */
  descriptorGet?: (vm: Machine, self: PyObject, instance: PyObject | null, owner: PyType) => PyObject;
  /** tp_descr_set: null deletes. Its presence makes a data descriptor. */
  descriptorSet?: (vm: Machine, self: PyObject, instance: PyObject, value: PyObject | null) => void;
  iter?: Unary;
  /** tp_iternext: a new reference, or null at the end. */
  next?: (vm: Machine, self: PyObject) => PyObject | null;
  length?: (vm: Machine, self: PyObject) => number;
  getItem?: Binary;
  /** Borrows key and value; value null deletes. */
  setItem?: (vm: Machine, self: PyObject, key: PyObject, value: PyObject | null) => void;
  contains?: (vm: Machine, self: PyObject, item: PyObject) => boolean;
  bool?: (vm: Machine, self: PyObject) => boolean;
  negative?: Unary;
  positive?: Unary;
  invert?: Unary;
  absolute?: Unary;
  /** nb_int / nb_index / nb_float */
  int?: Unary;
  index?: Unary;
  float?: Unary;
  binary?: Partial<Record<ArithmeticOp, Binary>>;
  /** `a op= b`: returns the result, a new reference (often `a` itself). */
  inplace?: Partial<Record<ArithmeticOp, Binary>>;
  new?: (vm: Machine, cls: PyType, args: readonly PyObject[], names: KeywordNames) => PyObject;
  init?: (vm: Machine, self: PyObject, args: readonly PyObject[], names: KeywordNames) => void;
  /** tp_finalize: run once before the object is freed; may resurrect it by taking a reference. */
  finalize?: (vm: Machine, self: HeapObject) => void;
}

/** A class: built in (an atom by its count) or made by the program (a heap object that the trace shows). */
export class PyType extends HeapObject {
  override get kind(): 'type' {
    return 'type';
  }
  readonly name: string;
  /** `__module__`; '__main__' for the classes of a snippet. */
  readonly module: string;
  readonly bases: readonly PyType[];
  /** Method resolution order, itself first. */
  mro: readonly PyType[];
  /** The class's own attributes: methods, descriptors, class variables. It owns them. */
  readonly members: Map<string, PyObject>;
  /** Its slots, own or inherited. */
  slots: Slots;
  /** Whether instances have attributes of their own, and can be weakly referenced. */
  hasAttrs = false;
  hasWeakrefs = false;
  /** Whether it was made by the program. */
  readonly isHeapType: boolean;
  /** The built-in classes directly below it, by which behaviour is inherited while the simulator loads. */
  readonly builtinSubtypes: PyType[] = [];

  constructor(name: string, options: TypeOptions = {}) {
    super(options.metatype ?? (undefined as unknown as PyType));
    this.type ??= this;
    this.name = name;
    this.module = options.module ?? 'builtins';
    this.members = options.members ?? new Map();
    this.bases = options.bases ?? [];
    this.mro = options.mro ?? [this, ...(this.bases[0]?.mro ?? [])];
    this.isHeapType = options.isHeapType ?? false;
    this.slots = { ...this.bases[0]?.slots };
    this.hasAttrs = this.bases.some((base) => base.hasAttrs);
    this.hasWeakrefs = this.bases.some((base) => base.hasWeakrefs);
    // __mro__ and the descriptors of a class hold the class itself: only the collector frees it.
    if (this.isHeapType) this.rc++;
    else {
      this.rc = IMMORTAL;
      for (const base of this.bases) base.builtinSubtypes.push(this);
    }
  }
  /** `issubclass(this, other)` for real classes. */
  isSubtype(other: PyType): boolean {
    return this === other || this.mro.includes(other);
  }
  /** The attribute found along the mro (`_PyType_Lookup`), borrowed, or undefined. */
  lookup(name: string): PyObject | undefined {
    for (const cls of this.mro) {
      const found = cls.members.get(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  override traverse(visit: Visit): void {
    for (const value of this.members.values()) visit(value, 'attr');
    for (const base of this.bases) visit(base, 'other');
    if (this.isHeapType) visit(this, 'other'); // __mro__ and the getset descriptors hold the class itself
  }
  override drop(): PyObject[] {
    const owned: PyObject[] = [...this.members.values(), ...this.bases];
    this.members.clear();
    return owned;
  }
}

export interface TypeOptions {
  module?: string;
  bases?: readonly PyType[];
  mro?: readonly PyType[];
  metatype?: PyType;
  isHeapType?: boolean;
  members?: Map<string, PyObject>;
}

/** What everyone may ask of the heap (`heap.ts`). */
export interface HeapAccess {
  /** Whether it makes constants that all runs share. */
  readonly constant: boolean;
  /** Every live heap object, in no particular order. */
  readonly live: readonly HeapObject[];
  /** Take a new object (count 1, owned by the caller) and return it. */
  add<T extends HeapObject>(o: T): T;
  /** Give up one reference; at zero the object is freed at once. */
  decref(o: PyObject): void;
  /** Give up one reference to each, in this order. */
  decrefAll(objects: readonly PyObject[]): void;
}

/** A run of bytes written into array memory, with the bytes before and after. */
export interface MemoryWrite {
  readonly buffer: number;
  readonly offset: number;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Memory for array elements, as the trace sees it (`numpy/buffer.ts`). */
export interface ArrayMemory {
  readonly id: number;
  readonly bytes: Uint8Array;
  /** The object that owns the bytes. */
  owner: HeapObject | null;
  /** Set by the trace once it has copied the bytes: from then on writes are told. */
  seen: boolean;
  /** Announce that bytes from `start` to `end` (exclusive) will be written. */
  touch(start: number, end: number): void;
  /** The runs of bytes written since the last call. */
  takeWrites(): MemoryWrite[];
}

/** Buffers made and written since the trace last looked; the trace empties both lists at each step. */
export interface MemoryLog {
  /** The number of the next buffer: 1, 2, 3 … */
  nextBuffer(): number;
  readonly made: ArrayMemory[];
  readonly written: ArrayMemory[];
  /** Units of work, as `Machine.charge` counts them. */
  charge(work: number): void;
}

/** What slots and built-in functions may ask of the machine that runs them. */
export interface Machine {
  readonly heap: HeapAccess;
  /** The containers whose repr is being made (Py_ReprEnter), so that one inside itself shows as `[...]`. */
  readonly representing: Set<PyObject>;
  readonly memory: MemoryLog;
  /** Whether each array that a step has shown counts as weakly referred to (`SimulateOptions.recorded`). */
  readonly weaklyTraced: boolean;
  /** Call any callable; borrows `args`; runs a Python function to its end before it returns. */
  call(callable: PyObject, args: readonly PyObject[], names?: KeywordNames): PyObject;
  /** Append to standard output. */
  write(text: string): void;
  /** Raise a Python exception of this class with one message argument. */
  raise(type: PyType, message: string): never;
  /** Raise a Python exception of this class without arguments. */
  raiseNothing(type: PyType): never;
  /** Raise this exception instance; takes over the caller's reference to it. */
  raiseObject(exception: PyObject): never;
  /** Refuse: the program uses something whose result is not known for certain. */
  refuse(feature: string, message: string): never;
  /** Stop the program if making `bytes` more, or doing `work` more elementary operations, breaks a limit. */
  charge(bytes: number, work?: number): void;
  /** `repr(o)` and `str(o)` as JavaScript strings. */
  repr(o: PyObject): string;
  str(o: PyObject): string;
  /** Truth, equality (identity first, as containers compare), hash. */
  truth(o: PyObject): boolean;
  equal(left: PyObject, right: PyObject): boolean;
  hash(o: PyObject): bigint;
  compare(left: PyObject, right: PyObject, op: CompareOp): PyObject;
  binary(left: PyObject, right: PyObject, op: ArithmeticOp): PyObject;
  getAttribute(o: PyObject, name: string): PyObject;
  setAttribute(o: PyObject, name: string, value: PyObject | null): void;
  getItem(o: PyObject, key: PyObject): PyObject;
  setItem(o: PyObject, key: PyObject, value: PyObject | null): void;
  length(o: PyObject): number;
  /** A new iterator over o; `next` gives a new reference or null at the end. */
  iterate(o: PyObject): PyObject;
  next(iterator: PyObject): PyObject | null;
}
