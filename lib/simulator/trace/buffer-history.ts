/** The bytes of one buffer at each step: what it was made with, and the writes since. */
import type { BufferId, ObjectId } from './records';
import type { BufferMade, BufferWrite, Trace } from './trace';

interface WriteAt {
  readonly step: number;
  readonly write: BufferWrite;
}

/**
 * Keeps one working copy of the bytes and moves it forward with the bytes `after` a write and back with those
 * `before` it, so that neighbouring steps cost what was written between them. What it gives out is never changed.
 */
export class BufferHistory {
  private readonly writes: WriteAt[] = [];
  private applied = 0;
  private bytes: Uint8Array;
  /** Whether `bytes` has been given out, or is the trace's own: then it is copied before it is changed. */
  private shared = true;

  constructor(
    readonly owner: ObjectId | null,
    made: BufferMade,
  ) {
    this.bytes = made.bytes;
  }
  add(step: number, write: BufferWrite): void {
    this.writes.push({ step, write });
  }
  /** The bytes after step `n`. */
  at(n: number): Uint8Array {
    while (this.applied < this.writes.length && (this.writes[this.applied] as WriteAt).step <= n) {
      const { write } = this.writes[this.applied++] as WriteAt;
      this.own().set(write.after, write.offset);
    }
    while (this.applied > 0 && (this.writes[this.applied - 1] as WriteAt).step > n) {
      const { write } = this.writes[--this.applied] as WriteAt;
      this.own().set(write.before, write.offset);
    }
    this.shared = true;
    return this.bytes;
  }
  private own(): Uint8Array {
    if (this.shared) this.bytes = this.bytes.slice();
    this.shared = false;
    return this.bytes;
  }
}

/** The history of every buffer of a trace. */
export function bufferHistories(trace: Trace): ReadonlyMap<BufferId, BufferHistory> {
  const histories = new Map<BufferId, BufferHistory>();
  for (const step of trace.steps) {
    for (const made of step.buffers) histories.set(made.buffer, new BufferHistory(made.owner, made));
    for (const write of step.writes) histories.get(write.buffer)?.add(step.n, write);
  }
  return histories;
}
