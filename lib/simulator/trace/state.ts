/** The memory after each step of a trace, from the changes that its steps store. */
import { type BufferHistory, bufferHistories } from './buffer-history';
import type { BufferId, ObjectId, ObjectRecord } from './records';
import type { BufferMade, MemoryState, Step, Trace } from './trace';

/** Before the first step: an empty memory. */
export const START: Step = {
  n: 0,
  span: null,
  stmt: 'start',
  fn: '<module>',
  out: '',
  frames: [],
  returned: null,
  handled: [],
  changed: [],
  freed: [],
  buffers: [],
  writes: [],
};

/** The bytes of a buffer after a step, computed when they are first asked for. */
class BufferAt {
  private known: Uint8Array | null = null;
  constructor(
    private readonly history: BufferHistory,
    private readonly step: number,
  ) {}
  get owner(): ObjectId | null {
    return this.history.owner;
  }
  get bytes(): Uint8Array {
    this.known ??= this.history.at(this.step);
    return this.known;
  }
}

/** What a step put in place of what, to go back by. */
interface Undo {
  readonly records: readonly (readonly [ObjectId, ObjectRecord | undefined])[];
  readonly dropped: readonly BufferMade[];
}

/** Walks a trace in both directions, a step at a time: each move costs what the step changed. */
class Replay {
  private at = 0;
  private readonly objects = new Map<ObjectId, ObjectRecord>();
  private readonly made = new Map<BufferId, BufferMade>();
  private readonly owned = new Map<ObjectId, BufferId[]>();
  private readonly undo: Undo[] = [];
  private readonly histories: ReadonlyMap<BufferId, BufferHistory>;
  private last: MemoryState | null = null;

  constructor(private readonly trace: Trace) {
    this.histories = bufferHistories(trace);
  }

  state(n: number): MemoryState {
    if (!Number.isInteger(n) || n < 0 || n > this.trace.steps.length)
      throw new RangeError(`a trace of ${this.trace.steps.length} steps has no step ${n}`);
    if (this.last?.step.n === n) return this.last;
    while (this.at < n) this.forward(this.trace.steps[this.at] as Step);
    while (this.at > n) this.back(this.trace.steps[this.at - 1] as Step);
    const buffers = new Map<BufferId, BufferAt>();
    for (const id of this.made.keys()) buffers.set(id, new BufferAt(this.history(id), n));
    const step = n === 0 ? START : (this.trace.steps[n - 1] as Step);
    this.last = { step, constants: this.trace.constants, objects: new Map(this.objects), buffers };
    return this.last;
  }

  private history(id: BufferId): BufferHistory {
    return this.histories.get(id) as BufferHistory;
  }

  private forward(step: Step): void {
    const records: (readonly [ObjectId, ObjectRecord | undefined])[] = [];
    const dropped: BufferMade[] = [];
    for (const record of step.changed) {
      records.push([record.id, this.objects.get(record.id)]);
      this.objects.set(record.id, record);
    }
    for (const made of step.buffers) {
      this.made.set(made.buffer, made);
      if (made.owner !== null)
        this.owned.set(made.owner, [...(this.owned.get(made.owner) ?? []), made.buffer]);
    }
    for (const { id } of step.freed) {
      records.push([id, this.objects.get(id)]);
      this.objects.delete(id);
      for (const buffer of this.owned.get(id) ?? []) {
        dropped.push(this.made.get(buffer) as BufferMade);
        this.made.delete(buffer);
      }
    }
    this.undo[this.at++] = { records, dropped };
  }

  private back(step: Step): void {
    const undo = this.undo[--this.at] as Undo;
    for (const made of undo.dropped) this.made.set(made.buffer, made);
    for (let i = undo.records.length - 1; i >= 0; i--) {
      const [id, before] = undo.records[i] as (typeof undo.records)[number];
      if (before === undefined) this.objects.delete(id);
      else this.objects.set(id, before);
    }
    for (const { buffer, owner } of step.buffers) {
      this.made.delete(buffer);
      if (owner === null) continue;
      this.owned.set(
        owner,
        (this.owned.get(owner) ?? []).filter((id) => id !== buffer),
      );
    }
  }
}

/** The walk over each trace in use. A cache: it holds nothing that the trace does not determine. */
const replays = new WeakMap<Trace, Replay>();

/**
 * The whole memory after step `n` (0: before the first). Neighbouring steps cost what changed between them.
 * Errors: RangeError where the trace has no such step.
 */
export function stateAt(trace: Trace, n: number): MemoryState {
  let replay = replays.get(trace);
  if (replay === undefined) {
    replay = new Replay(trace);
    replays.set(trace, replay);
  }
  return replay.state(n);
}
