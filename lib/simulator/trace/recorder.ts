/**
 * Writes the trace of a run. After each step it walks the live objects once and makes records of those that changed;
 * everything else is shared with the step before.
 */
import type { StepPoint } from '../bytecode/code';
import type { Frame } from '../machine/frame';
import type { Recorder } from '../machine/recorder';
import type { RecorderDepth } from '../machine/recursion';
import type { Runtime } from '../machine/runtime';
import type { FreedBy } from '../memory/heap';
import type { HeapObject, PyObject } from '../memory/object';
import { auditStep } from './audit';
import { describe } from './describe';
import { emptyRecord } from './describe/common';
import { describeFrame, isBuiltInName, libraryHolds } from './describe/frame';
import { shownAs } from './describe/value';
import type { FrameRecord, ObjectId, ObjectRecord, StackSlot, Value } from './records';
import { sameFrame } from './same-frame';
import { samePlain } from './same-plain';
import type { BufferMade, BufferWrite, Freed, Span, Step } from './trace';

const NONE: readonly never[] = [];

/** Names of a module beyond which a record of them is slow to make. */
const MANY_NAMES = 64;
/** Active frames that cost no more than the step itself; deep recursion pays for being looked at again and again. */
const MANY_FRAMES = 32;
/** Frames that are looked at in one unit of work, as a power of two: a recursion to CPython's limit may run often. */
const FRAMES_A_UNIT = 2;

/** Items and entries in all records of a trace together: a list that grows at each step is copied at each. */
const MOST_VALUES = 1_000_000;

export class TraceRecorder implements Recorder {
  readonly steps: Step[] = [];
  private frames: readonly FrameRecord[] = NONE;
  private freedNow: Freed[] = [];
  private collections = 0;
  /** Values written into records so far. */
  private values = 0;

  /**
   * `audit`: check after each step that records and counts are true (slow; for tests). `recorderDepth`: take as much
   * of the limit on recursion as the recorder of the conformance traces.
   */
  constructor(
    private readonly vm: Runtime,
    private readonly audit = false,
    private readonly recorderDepth: RecorderDepth | null = null,
  ) {}

  step(point: StepPoint, frame: Frame, returned: PyObject | null): void {
    this.recorderDepth?.begin();
    this.add(point.stmt, point.span, frame, returned);
    this.recorderDepth?.end();
  }

  end(): void {
    this.add('end', null, null, null);
  }

  freed(o: HeapObject, by: FreedBy): void {
    if (o.record !== null) this.freedNow.push({ id: o.id, by });
  }

  private add(stmt: string, span: Span | null, frame: Frame | null, returned: PyObject | null): void {
    const { vm } = this;
    if (this.steps.length >= vm.limits.steps && stmt !== 'end')
      vm.stop('steps', `The program runs for more than ${vm.limits.steps.toLocaleString('en-GB')} steps.`);
    // What the recorder asks objects for counts no recursion of the program.
    const { depth } = vm;
    vm.depth = 0;
    // The walk over the live objects is work like any other: long runs over many objects meet a limit.
    vm.charge(0, vm.heap.live.length >> 2);
    this.frames = this.framesNow(frame, span, returned !== null);
    const changed = this.changedNow();
    const buffers = this.buffersNow();
    const step: { -readonly [K in keyof Step]: Step[K] } = {
      n: this.steps.length + 1,
      span,
      stmt,
      fn: frame === null ? '<module>' : frame.code.name,
      out: vm.takeOutput(),
      frames: this.frames,
      returned: returned === null ? null : shownAs(vm, returned),
      handled: handledNow(vm),
      changed,
      freed: this.freedNow.length === 0 ? NONE : this.freedNow,
      buffers,
      writes: this.writesNow(),
    };
    if (vm.closing.length > 0) step.closing = vm.closing.map((o) => o.id);
    if (calledBack(frame)) step.calledBack = true;
    if (vm.heap.collecting) step.collecting = true;
    if (vm.heap.collections > this.collections) step.collected = true;
    this.collections = vm.heap.collections;
    if (this.freedNow.length > 0) this.freedNow = [];
    this.steps.push(step);
    if (this.audit) auditStep(vm, step);
    vm.depth = depth;
  }

  /** Records of the objects that are new or changed. */
  private changedNow(): readonly ObjectRecord[] {
    let changed: ObjectRecord[] | null = null;
    const { vm } = this;
    const { live } = vm.heap;
    const written = vm.memory.written.length > 0;
    for (let i = 0; i < live.length; i++) {
      const o = live[i] as HeapObject;
      const { record } = o;
      const counted = record !== null && (record.count === o.rc || record.count === null);
      // A program can change attributes through `__dict__`, and a record through its array: neither marks the object.
      const silent = o.dict !== null || (written && o.kind === 'void');
      if (!o.dirty && counted && !silent) continue;
      this.values += o.dirty ? sizeOfRecord(o) : 1;
      if (this.values > MOST_VALUES) vm.stop('bytes', 'The trace of the program becomes too large.');
      const made = o.dirty || record === null || silent ? describe(vm, o) : { ...record, count: o.rc };
      if (counted && silent && !o.dirty && samePlain(record, made)) continue;
      o.record = made;
      o.dirty = false;
      changed ??= [];
      changed.push(made);
    }
    return changed === null ? NONE : changed.sort(byId);
  }

  /** The active frames, the module's first. */
  private framesNow(frame: Frame | null, span: Span | null, returns: boolean): readonly FrameRecord[] {
    if (frame === null) return this.lastFrames();
    const before = this.frames;
    let count = 0;
    let names = 0;
    for (let f: Frame | null = frame; f !== null; f = f.back) {
      names += f.names?.size ?? 0;
      if (!f.code.library) count++;
    }
    if (names > MANY_NAMES) this.vm.charge(0, 4 * names);
    if (count > MANY_FRAMES) this.vm.charge(0, count >> FRAMES_A_UNIT);
    let same = count === before.length;
    const now = new Array<FrameRecord>(count);
    let above: { holds: StackSlot[]; opaque: boolean } | null = null;
    for (let f: Frame | null = frame; f !== null; f = f.back) {
      if (f.code.library) {
        above ??= { holds: [], opaque: false };
        above.holds.push(...libraryHolds(f));
        above.opaque ||= f.opaque;
        continue;
      }
      const line = f === frame && span !== null ? span.line : f.line;
      // The value that `return v` gives is the top of the stack: the step shows it apart.
      const plain = describeFrame(this.vm, f, line, returns && f === frame ? f.sp - 1 : f.sp);
      const made: FrameRecord = above === null ? plain : { ...plain, library: above };
      above = null;
      const old = before[--count];
      const kept = old !== undefined && sameFrame(old, made) ? old : made;
      if (kept !== old) same = false;
      now[count] = kept;
    }
    if (now[0] !== undefined && now[0].id !== 0) return [this.asModule(now[0]), ...now.slice(1)];
    return same ? before : now;
  }

  /** The module has ended, and a `__str__` runs for its uncaught exception: its frame stands for the module's. */
  private asModule(frame: FrameRecord): FrameRecord {
    const holds: StackSlot[] = [];
    for (const value of [...Object.values(frame.names), ...Object.values(frame.cells)])
      if (typeof value === 'number') holds.push({ role: 'library call', value });
    const names = this.lastFrames()[0]?.names ?? frame.names;
    return { ...frame, id: 0, names, cells: {}, library: { holds, opaque: true } };
  }

  /** After the end: the names of the module, as its last frame had them or as they are now. */
  private lastFrames(): readonly FrameRecord[] {
    const { vm } = this;
    const names = emptyRecord<Value>();
    vm.globals.forEach((value, name) => {
      if (!isBuiltInName(name, value)) names[name] = shownAs(vm, value);
    });
    const none = { func: null, cells: {}, stack: NONE, object: null, opaque: false } as const;
    return [{ id: 0, fn: '<module>', line: null, names, ...none }];
  }

  private buffersNow(): readonly BufferMade[] {
    const { made } = this.vm.memory;
    if (made.length === 0) return NONE;
    const buffers: BufferMade[] = [];
    for (const buffer of made) {
      const { owner } = buffer;
      // Memory that is gone already has no place in the trace.
      if (owner !== null && owner.place < 0) continue;
      buffer.seen = true;
      buffers.push({ buffer: buffer.id, owner: owner?.id ?? null, bytes: buffer.bytes.slice() });
    }
    made.length = 0;
    return buffers;
  }

  private writesNow(): readonly BufferWrite[] {
    const { written } = this.vm.memory;
    if (written.length === 0) return NONE;
    const writes: BufferWrite[] = [];
    for (const buffer of written)
      for (const write of buffer.takeWrites()) {
        this.vm.charge(write.before.length + write.after.length);
        writes.push(write);
      }
    written.length = 0;
    return writes;
  }
}

/** What the layouts that hold many values have them in. */
interface Sized {
  readonly items?: unknown;
  readonly used?: unknown;
  readonly bytes?: unknown;
  readonly members?: unknown;
  readonly buffer?: { readonly objects: readonly unknown[] | null };
}

/** How many values a record of this object will have, before it is made. */
function sizeOfRecord(o: HeapObject & Sized): number {
  const attributes = 1 + (o.attrs?.size ?? 0);
  if (Array.isArray(o.items)) return attributes + o.items.length;
  if (typeof o.used === 'number') return attributes + 2 * o.used;
  if (o.bytes instanceof Uint8Array) return attributes + (o.bytes.length >> 1);
  if (o.members instanceof Map) return attributes + o.members.size;
  return attributes + (o.buffer?.objects?.length ?? 0);
}

/** Whether host code runs below a frame other than the module's. */
function calledBack(frame: Frame | null): boolean {
  for (let f = frame; f !== null && f.id !== 0; f = f.back) if (f.completion !== 'push') return true;
  return false;
}

const byId = (a: ObjectRecord, b: ObjectRecord): number => a.id - b.id;

function handledNow(vm: Runtime): readonly ObjectId[] {
  if (vm.handling.exception === null && vm.handling.previous === null) return NONE;
  const numbers: ObjectId[] = [];
  for (const exception of vm.handled()) {
    const value = shownAs(vm, exception);
    if (typeof value === 'number') numbers.push(value);
  }
  return numbers;
}
