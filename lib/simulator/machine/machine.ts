/** The machine: the state of one run, and what slots and library functions may ask of it. */

import { HOST_DEPTH, MOST_FRAMES } from '../limits';
import { PyStr } from '../memory/atoms';
import type { PyTuple } from '../memory/containers';
import { type FreedBy, Heap, type HeapHooks } from '../memory/heap';
import type {
  ArithmeticOp,
  ArrayMemory,
  CompareOp,
  HeapObject,
  KeywordNames,
  MemoryLog,
  PyObject,
  PyType,
} from '../memory/object';
import { clearWeakrefs } from '../memory/weakrefs';
import type { LimitName, Limits } from '../trace/trace';
import { getAttribute, setAttribute } from './attributes';
import { callObject, runFunction } from './calls';
import { compareObjects, equal, hash, truth } from './compare';
import { makeException, raiseObject } from './exceptions';
import type { Frame, Namespace } from './frame';
import { HANDLERS } from './instructions';
import { iterate, next } from './iteration';
import { run } from './loop';
import { binary, getItem, length, setItem } from './operators';
import { LimitReached, type Raised, Refused } from './raised';
import type { Recorder } from './recorder';
import { retire } from './retire';
import type { Handler, Runtime } from './runtime';
import { typeName } from './types/convert';
import type { PyDict } from './types/dict';
import { PyException, RecursionErrorType } from './types/exceptions';
import type { PyFunction } from './types/function';
import type { Handling } from './types/generator';

class Log implements MemoryLog {
  constructor(private readonly vm: Vm) {}
  readonly made: ArrayMemory[] = [];
  readonly written: ArrayMemory[] = [];
  private last = 0;
  nextBuffer(): number {
    return ++this.last;
  }
  charge(work: number): void {
    this.vm.charge(0, work);
  }
}

function textOf(text: PyObject): string {
  if (text instanceof PyStr) return text.value;
  throw new TypeError('a repr that is not a str');
}

/** Texts longer than this count as memory and work, each time that they are made or shown. */
const LONG_TEXT = 4096;

export class Vm implements Runtime, HeapHooks {
  readonly heap: Heap;
  readonly handlers: readonly Handler[] = HANDLERS;
  frame: Frame | null = null;
  result: PyObject | null = null;
  pending: Raised | null = null;
  clearing = false;
  packed: readonly PyObject[] | null = null;
  packedTuple: PyTuple | null = null;
  handling: Handling = { exception: null, previous: null };
  depth = 0;
  recursionLimit: number;
  budget: number;
  recorder: Recorder | null = null;
  readonly globals: Namespace = new Map();
  globalsDict: PyDict | null = null;
  collectorEnabled = true;
  readonly interned = new Map<string, PyObject>();
  readonly closing: HeapObject[] = [];
  readonly constants: HeapObject[] = [];
  readonly representing: Set<PyObject> = new Set();
  readonly memory: MemoryLog = new Log(this);
  weaklyTraced = false;
  private nested = 0;
  private frames = 0;
  private output = '';
  private written = 0;
  private bytes = 0;

  constructor(
    readonly limits: Limits,
    readonly builtins: ReadonlyMap<string, PyObject>,
  ) {
    this.budget = limits.instructions;
    this.recursionLimit = limits.depth;
    this.heap = new Heap(this);
  }

  made(): void {
    this.charge(64);
  }
  retire(o: HeapObject): boolean {
    return retire(this, o);
  }
  forget(o: HeapObject): void {
    clearWeakrefs(this, o);
  }
  freed(o: HeapObject, by: FreedBy): void {
    this.recorder?.freed(o, by);
  }

  nextFrameId(): number {
    return this.frames++;
  }
  run(frame: Frame): PyObject {
    if (++this.nested > HOST_DEPTH)
      this.stop('depth', 'The program nests too many calls of library functions.');
    try {
      return run(this, frame);
    } finally {
      this.nested--;
    }
  }
  enter(where: string): void {
    if (this.depth >= this.recursionLimit) this.tooDeep(where);
    this.depth++;
  }
  private tooDeep(where: string): never {
    if (this.depth >= MOST_FRAMES) this.stop('depth', 'The program nests too many calls.');
    return this.raise(RecursionErrorType, `maximum recursion depth exceeded${where}`);
  }
  leave(): void {
    this.depth--;
  }
  call(callable: PyObject, args: readonly PyObject[], names?: KeywordNames): PyObject {
    return callObject(this, callable, args, names);
  }
  callFunction(func: PyFunction, args: PyObject[], names: KeywordNames): PyObject {
    return runFunction(this, func, args, names);
  }

  write(text: string): void {
    this.written += text.length;
    if (this.written > this.limits.output) this.stop('output', 'The program prints too much.');
    this.output += text;
  }
  takeOutput(): string {
    const { output } = this;
    this.output = '';
    return output;
  }

  raise(type: PyType, message: string): never {
    return raiseObject(this, makeException(this, type, message));
  }
  raiseNothing(type: PyType): never {
    return raiseObject(this, this.heap.add(new PyException(type)));
  }
  raiseWith(type: PyType, message: string, fields: Readonly<Record<string, PyObject>>): never {
    const made = makeException(this, type, message);
    for (const [name, value] of Object.entries(fields)) {
      value.rc++;
      made.setField(name, value);
    }
    return raiseObject(this, made);
  }
  raiseObject(exception: PyObject): never {
    return raiseObject(this, exception);
  }
  makeException(type: PyType, message: string): PyException {
    return makeException(this, type, message);
  }
  refuse(feature: string, message: string): never {
    throw new Refused(feature, message);
  }
  stop(limit: LimitName, message: string): never {
    throw new LimitReached(limit, message);
  }
  charge(bytes: number, work = 0): void {
    this.bytes += bytes;
    this.budget -= work;
    if (this.bytes > this.limits.bytes) this.stop('bytes', 'The program uses too much memory.');
    if (this.budget < 0) this.stop('instructions', 'The program runs too many instructions.');
  }
  handled(): PyObject[] {
    const found: PyObject[] = [];
    for (let handling: Handling | null = this.handling; handling !== null; handling = handling.previous)
      if (handling.exception !== null) found.unshift(handling.exception);
    return found;
  }

  repr(o: PyObject): string {
    return this.text(o, 'repr');
  }
  str(o: PyObject): string {
    return this.text(o, 'str');
  }
  private text(o: PyObject, key: 'repr' | 'str'): string {
    const slot = o.type.slots[key];
    if (slot === undefined) return o instanceof PyStr ? o.value : `<${typeName(o)} object>`;
    this.enter(
      key === 'repr' ? ' while getting the repr of an object' : ' while getting the str of an object',
    );
    try {
      const made = textOf(slot(this, o));
      if (made.length > LONG_TEXT) this.charge(made.length, made.length >> 6);
      return made;
    } finally {
      this.leave();
    }
  }
  truth(o: PyObject): boolean {
    return truth(this, o);
  }
  equal(left: PyObject, right: PyObject): boolean {
    return equal(this, left, right);
  }
  hash(o: PyObject): bigint {
    return hash(this, o);
  }
  compare(left: PyObject, right: PyObject, op: CompareOp): PyObject {
    return compareObjects(this, left, right, op);
  }
  binary(left: PyObject, right: PyObject, op: ArithmeticOp): PyObject {
    return binary(this, left, right, op);
  }
  getAttribute(o: PyObject, name: string): PyObject {
    return getAttribute(this, o, name);
  }
  setAttribute(o: PyObject, name: string, value: PyObject | null): void {
    setAttribute(this, o, name, value);
  }
  getItem(o: PyObject, key: PyObject): PyObject {
    return getItem(this, o, key);
  }
  setItem(o: PyObject, key: PyObject, value: PyObject | null): void {
    setItem(this, o, key, value);
  }
  length(o: PyObject): number {
    return length(this, o);
  }
  iterate(o: PyObject): PyObject {
    return iterate(this, o);
  }
  next(iterator: PyObject): PyObject | null {
    return next(this, iterator);
  }
}
