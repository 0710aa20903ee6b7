/**
 * A trace in format 1, the format of traces recorded from CPython (tests/conformance/FORMAT.md): only what a name
 * reached at some step is shown, under ids in the order of first reach, with the count of each kind of holder.
 */
import type { ObjectId, Value } from '../records';
import { stateAt } from '../state';
import type { Freed, MemoryState, Step, Trace } from '../trace';
import { describe } from './describe';
import type { FormatEvent, FormatRecord, FormatTrace } from './event';
import { Walk } from './walk';

export type { FormatEvent, FormatRecord, FormatTrace } from './event';

/** Objects without weak references that the collector does not track: gone when nothing that is known reaches them. */
const UNTRACKED_KINDS: ReadonlySet<string> = new Set(['bytearray', 'void']);
const UNTRACKED_CLASSES: ReadonlySet<string> = new Set(['flatiter', 'flagsobj']);

class Writer {
  private readonly known = new Map<ObjectId, number>();
  private numbers = 0;
  private last = new Map<ObjectId, FormatRecord>();
  /** Freed inside of a collection: told at the first event after it. */
  private delayed: Freed[] = [];

  constructor(private readonly trace: Trace) {}

  event(step: Step): FormatEvent {
    const state = stateAt(this.trace, step.n);
    const collecting = step.collecting === true;
    const walk = new Walk(state, this.known, () => ++this.numbers, describe);
    const innermost = step.handled.at(-1);
    if (innermost !== undefined) walk.later(innermost, 'handled');
    const frames = step.frames.map((frame) => {
      const vars = walk.variables(frame);
      walk.frameHolds(frame);
      return { fn: frame.fn, line: frame.line, vars };
    });
    const ret = step.returned === null ? undefined : walk.ref(step.returned, 'return');
    const freed = this.freedAt(step, collecting);
    const limbo = step.collected ? this.untracked(walk) : new Set<ObjectId>();
    if (!collecting) this.unreached(walk, limbo);
    walk.finish();
    if (!collecting) this.unreachable(walk, limbo, freed);
    walk.count();
    const records = new Map(walk.records);
    if (collecting)
      for (const [id, record] of this.last)
        if (this.known.has(id) && !records.has(id)) records.set(id, record);
    this.last = records;
    return {
      n: step.n,
      line: step.span?.line ?? null,
      stmt: step.stmt,
      fn: step.fn,
      ...(step.out === '' ? {} : { out: step.out }),
      frames,
      ...(ret === undefined ? {} : { ret }),
      objs: this.objects(records),
      ...(freed.length === 0 ? {} : { freed: this.inOrder(freed) }),
    };
  }

  /** The known objects that this event reports as freed, with their numbers; they are known no more. */
  private freedAt(step: Step, collecting: boolean): (readonly [number, 'rc' | 'gc'])[] {
    const freed: (readonly [number, 'rc' | 'gc'])[] = [];
    const tell = ({ id, by }: Freed): void => {
      const number = this.known.get(id);
      if (number === undefined) return;
      this.known.delete(id);
      freed.push([number, by]);
    };
    for (const one of step.freed) {
      const isArray = this.last.get(one.id)?.t === 'ndarray';
      if (collecting && !isArray) this.delayed.push(one);
      else tell(one);
    }
    if (collecting) return freed;
    this.delayed.forEach(tell);
    this.delayed = [];
    // A generator that is closed because nothing refers to it counts as freed when its close begins.
    for (const id of step.closing ?? []) if (this.last.get(id)?.t === 'generator') tell({ id, by: 'rc' });
    return freed;
  }

  /** Known objects that no name reaches: arrays first, then the others, each in the order of their ids. */
  private unreached(walk: Walk, limbo: ReadonlySet<ObjectId>): void {
    const live = (id: ObjectId): boolean => walk.state.objects.has(id) && !limbo.has(id);
    const rest = [...this.known.keys()].filter((id) => !walk.seen(id) && live(id));
    const isArray = (id: ObjectId): boolean => walk.state.objects.get(id)?.kind === 'ndarray';
    for (const id of rest) if (isArray(id) && !walk.seen(id)) walk.ref(id, null);
    for (const id of rest) if (!isArray(id) && !isUntracked(walk, id) && !walk.seen(id)) walk.ref(id, null);
  }

  /**
   * A collection stops tracking the tuples and dicts that can be in no cycle. Where no name reaches such an object
   * either, the recorder cannot tell it from a freed one.
   */
  private untracked(walk: Walk): ReadonlySet<ObjectId> {
    return new Set([...this.known.keys()].filter((id) => losesTracking(walk.state, id)));
  }

  private unreachable(
    walk: Walk,
    limbo: ReadonlySet<ObjectId>,
    freed: (readonly [number, 'rc' | 'gc'])[],
  ): void {
    for (const [id, number] of [...this.known]) {
      if (walk.seen(id) || !(limbo.has(id) || isUntracked(walk, id))) continue;
      this.known.delete(id);
      freed.push([number, limbo.has(id) ? 'gc' : 'rc']);
    }
  }

  private objects(records: ReadonlyMap<ObjectId, FormatRecord>): Record<string, FormatRecord> {
    const numbered = [...records].map(([id, record]): [number, FormatRecord] => [
      this.known.get(id) ?? 0,
      record,
    ]);
    return Object.fromEntries(numbered.sort(([a], [b]) => a - b).map(([n, record]) => [`o${n}`, record]));
  }

  private inOrder(freed: readonly (readonly [number, 'rc' | 'gc'])[]): (readonly [string, 'rc' | 'gc'])[] {
    return [...freed].sort(([a], [b]) => a - b).map(([n, by]) => [`o${n}`, by] as const);
  }
}

/** Whether a collection untracks an object: a tuple or dict of what the collector does not track (MaybeUntrack). */
function losesTracking(state: MemoryState, id: ObjectId): boolean {
  const record = state.objects.get(id);
  if (record?.cls !== undefined) return false;
  const plain = (value: Value): boolean => {
    if (typeof value === 'string') return !/^<(built-in|function|module|method)|^frozenset/.test(value);
    const kind = state.objects.get(value)?.kind;
    if (kind === 'tuple') return losesTracking(state, value);
    return kind === 'ndarray' || kind === 'void' || kind === 'bytearray';
  };
  if (record?.kind === 'tuple') return record.items.every(plain);
  return record?.kind === 'dict' && record.entries.every((pair) => pair.every(plain));
}

function isUntracked(walk: Walk, id: ObjectId): boolean {
  const record = walk.state.objects.get(id);
  if (record === undefined) return false;
  return UNTRACKED_KINDS.has(record.kind) || (record.kind === 'other' && UNTRACKED_CLASSES.has(record.what));
}

/** Write a trace in format 1. A run that was refused or met a limit has the events up to there and no error. */
export function format1(trace: Trace): FormatTrace {
  const { ending } = trace;
  const error =
    ending.type === 'raised' || ending.type === 'syntax'
      ? {
          type: ending.exception,
          msg: ending.message,
          line: (ending.type === 'raised' ? ending.traceback.at(-1)?.line : undefined) ?? ending.span.line,
        }
      : null;
  if (ending.type === 'syntax') return { format: 1, error, events: [] };
  const writer = new Writer(trace);
  return { format: 1, error, events: trace.steps.map((step) => writer.event(step)) };
}
