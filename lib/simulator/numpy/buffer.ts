/**
 * Memory for array elements.
 *
 * Every write announces its byte range first (`touch`); the buffer then keeps the bytes as they were when the trace
 * last looked, once for each byte of a step. A step's record costs what the step wrote, not what the buffer holds.
 */
import type { ArrayMemory, HeapObject, MemoryLog, MemoryWrite, PyObject } from '../memory/object';

interface Chunk {
  start: number;
  end: number;
  before: Uint8Array;
}

/** No write since the trace looked; never changed. */
const NONE: Chunk[] = [];

/** More runs than this, or longer ones that grow, are kept as marks, a byte each: to go through them takes too long. */
const MOST_CHUNKS = 32;
const LONG_CHUNK = 4096;

/** The bytes of a buffer before scattered writes, and 1 for each that was written. */
interface Marks {
  readonly before: Uint8Array;
  readonly written: Uint8Array;
}

/** Small buffers lie side by side in one block of memory, which costs a sixth of a block for each. */
const BLOCK = 16_384;
const SMALL = 512;
let block = new ArrayBuffer(BLOCK);
let taken = 0;

/** Fresh bytes, all zero. A part of a block is given out once: nothing passes from one run to another. */
export function zeroedBytes(length: number): Uint8Array {
  if (length === 0 || length > SMALL) return new Uint8Array(length);
  if (taken + length > BLOCK) {
    block = new ArrayBuffer(BLOCK);
    taken = 0;
  }
  const bytes = new Uint8Array(block, taken, length);
  taken += (length + 7) & ~7;
  return bytes;
}

export class Buffer implements ArrayMemory {
  readonly id: number;
  readonly view: DataView;
  /** The array that owns the bytes; for memory of bytes, bytearray or a string, that object. */
  owner: HeapObject | null = null;
  /** Elements of object arrays, one for each eight bytes; the owner holds the references. */
  objects: PyObject[] | null = null;
  /** Whether the trace has seen the bytes, so that later writes are told. */
  seen = false;
  /** Records of structured arrays that show these bytes. */
  shownBy: HeapObject[] | null = null;
  private chunks: Chunk[] = NONE;
  private marks: Marks | null = null;

  constructor(
    private readonly log: MemoryLog,
    readonly bytes: Uint8Array,
  ) {
    this.id = log.nextBuffer();
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    log.made.push(this);
  }

  /** Whoever walks over the elements pays for it. */
  charge(work: number): void {
    this.log.charge(work);
  }

  /** Announce that bytes from `start` to `end` (exclusive) will be written. */
  touch(start: number, end: number): void {
    if (this.owner !== null && (this.objects !== null || this.owner.kind === 'bytearray'))
      this.owner.dirty = true;
    if (this.shownBy !== null) for (const record of this.shownBy) record.dirty = true;
    if (!this.seen || end <= start) return;
    if (this.marks !== null) {
      this.marks.written.fill(1, start, end);
      return;
    }
    const chunks = this.chunks;
    if (chunks.length === 0) {
      this.log.written.push(this);
      this.chunks = [{ start, end, before: this.bytes.slice(start, end) }];
      return;
    }
    for (const c of chunks) if (start >= c.start && end <= c.end) return;
    let from = start;
    let to = end;
    const apart = chunks.filter((c) => {
      if (c.end < start || c.start > end) return true;
      from = Math.min(from, c.start);
      to = Math.max(to, c.end);
      return false;
    });
    const before = this.bytes.slice(from, to);
    for (const c of chunks) if (c.start >= from && c.end <= to) before.set(c.before, c.start - from);
    apart.push({ start: from, end: to, before });
    this.chunks = apart;
    if (apart.length > MOST_CHUNKS || to - from > LONG_CHUNK) this.mark();
  }

  private mark(): void {
    const before = this.bytes.slice();
    const written = new Uint8Array(before.length);
    for (const c of this.chunks) {
      before.set(c.before, c.start);
      written.fill(1, c.start, c.end);
    }
    this.marks = { before, written };
  }

  private takeMarked({ before, written }: Marks): MemoryWrite[] {
    const writes: MemoryWrite[] = [];
    for (let start = written.indexOf(1); start >= 0; ) {
      const gap = written.indexOf(0, start);
      const end = gap < 0 ? written.length : gap;
      writes.push({
        buffer: this.id,
        offset: start,
        before: before.slice(start, end),
        after: this.bytes.slice(start, end),
      });
      start = written.indexOf(1, end);
    }
    return writes;
  }

  /** The runs of bytes written since the last call, and their bytes before and now. */
  takeWrites(): MemoryWrite[] {
    const { chunks, marks } = this;
    if (marks !== null) {
      this.chunks = NONE;
      this.marks = null;
      return this.takeMarked(marks);
    }
    if (chunks.length > 1) chunks.sort((a, b) => a.start - b.start);
    const writes = chunks.map((c) => ({
      buffer: this.id,
      offset: c.start,
      before: c.before,
      after: this.bytes.slice(c.start, c.end),
    }));
    this.chunks = NONE;
    return writes;
  }
}
