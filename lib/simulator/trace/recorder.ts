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
import { ActiveFrames } from './active-frames';
import { describe } from './describe';
import { emptyRecord } from './describe/common';
import { isBuiltInName } from './describe/frame';
import { shownAs } from './describe/value';
import { auditor } from './late-audit';
import type { FrameRecord, ObjectId, ObjectRecord, StackSlot, Value } from './records';
import { samePlain } from './same-plain';
import type { BufferMade, BufferWrite, Freed, Span, Step } from './trace';

const NONE: readonly never[] = [];

/** Names of modules and class bodies beyond which a record of them is slow to make, and what each costs then. */
const MANY_NAMES = 64;
const WORK_A_NAME = 4;
/** Active frames that cost no more than the step itself; beyond, a new record of one costs this much. */
const MANY_FRAMES = 32;
const WORK_A_FRAME = 4;
/** Frames that are found to be the same in one unit of work, as a power of two. */
const SAME_A_UNIT = 4;

/** What a run of written bytes costs besides them. */
const WRITE_BYTES = 128;
const WRITE_WORK = 4;

/** Items and entries in all records of a trace together: a list that grows at each step is copied at each. */
const MOST_VALUES = 1_000_000;
/** What the record of an array counts for: its shape, strides, offset and base are made anew each time. */
const ARRAY_VALUES = 8;

export class TraceRecorder implements Recorder {
  readonly steps: Step[] = [];
  private readonly active = new ActiveFrames();
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
    const line = span === null ? (frame?.line ?? null) : span.line;
    // The value that `return v` gives is the top of the stack: the step shows it apart.
    const stackTop = returned === null ? (frame?.sp ?? 0) : (frame?.sp ?? 0) - 1;
    this.frames = frame === null ? this.lastFrames() : this.framesNow(frame, line, stackTop);
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
    if (this.audit) {
      auditor()?.step(vm, step);
      if (frame !== null)
        auditor()?.frames(step, this.withModule(new ActiveFrames().at(vm, frame, line, stackTop)));
    }
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

  /** The active frames, the module's first; what `ActiveFrames.at` has looked at for them is work. */
  private framesNow(frame: Frame, line: number | null, stackTop: number): readonly FrameRecord[] {
    const { active, frames: before, vm } = this;
    const now = active.at(vm, frame, line, stackTop);
    if (active.names > MANY_NAMES) vm.charge(0, WORK_A_NAME * active.names);
    if (now.length > MANY_FRAMES)
      vm.charge(
        now === before ? 0 : 8 * now.length,
        WORK_A_FRAME * active.described + (now.length >> SAME_A_UNIT),
      );
    return this.withModule(now);
  }

  private withModule(frames: readonly FrameRecord[]): readonly FrameRecord[] {
    const [outermost] = frames;
    if (outermost === undefined || outermost.id === 0) return frames;
    return [this.asModule(outermost), ...frames.slice(1)];
  }

  /** The module has ended, and a `__str__` runs for its uncaught exception: its frame stands for the module's. */
  private asModule(frame: FrameRecord): FrameRecord {
    const holds: StackSlot[] = [];
    for (const value of [...Object.values(frame.names), ...Object.values(frame.cells)])
      if (typeof value === 'number') holds.push({ role: 'library call', value });
    const names = this.lastFrames()[0]?.names ?? frame.names;
    return { ...frame, id: 0, names, cells: emptyRecord(), library: { holds, opaque: true } };
  }

  /** After the end: the names of the module, as its last frame had them or as they are now. */
  private lastFrames(): readonly FrameRecord[] {
    const { vm } = this;
    const names = emptyRecord<Value>();
    vm.globals.forEach((value, name) => {
      if (!isBuiltInName(name, value)) names[name] = shownAs(vm, value);
    });
    const none = {
      func: null,
      cells: emptyRecord<ObjectId>(),
      stack: NONE,
      object: null,
      opaque: false,
    } as const;
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
        this.vm.charge(WRITE_BYTES + write.before.length + write.after.length, WRITE_WORK);
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
  const attributes = (o.kind === 'ndarray' ? ARRAY_VALUES : 1) + (o.attrs?.size ?? 0);
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
