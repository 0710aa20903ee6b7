import type { ArrayRecord, Holder, MemoryState, ObjectId, ObjectRecord, Trace } from '@/lib/simulator';
import { holders as holdersOf, stateAt } from '@/lib/simulator/browser';
import * as words from '../../../_words';
import { bodyOf, changedSlots, factsOf, kindOf } from './body';
import { elementBytes, placesOf, textAt } from './elements';
import type {
  BodyShape,
  BufferRole,
  Cast,
  FrameRole,
  LaneRole,
  LinkRole,
  NameRole,
  ObjectRole,
} from './film';
import { type BufferCast, isDrawable, roleOf, writtenIn } from './memory';
import { bindingsOf, frameLabel } from './names';

const HUES = 6;
/** Elements of a view that stay in sight where a buffer is too long to be shown whole. */
const VIEW_CELLS = 3;
/** Cells whose texts decide how wide the cells of a buffer are, and its last one. */
const SAMPLE = 64;
const NONE: ReadonlySet<string> = new Set();

/** The line, below any decorators, on which a statement says what it makes. */
const DEFINES = /^\s*(?:async\s+)?(class|def)\s+(\w+)/;

interface Growing {
  record: ObjectRecord;
  from: number;
  to: number;
  /** Whether it is ever held by what a program can see: see `isSeen`. */
  held: boolean;
  /** Labels of slots that some step changes. */
  touched: Set<string>;
  /** Freed by the collector. */
  collected: boolean;
  columns: number;
  rows: number;
  slots: number;
  chars: number;
  type: BodyShape['type'];
}

export interface Casting {
  readonly cast: Cast;
  /** Objects that hold another one in any scene. */
  readonly holding: ReadonlySet<ObjectId>;
  /** Labels of the slots of each object that some step changes, the earliest first. */
  readonly touched: ReadonlyMap<ObjectId, ReadonlySet<string>>;
  /** Scenes (from 0) and the trace steps they show. */
  readonly steps: readonly number[];
}

/** Reads the run once and notes who appears, from when to when, and how large each gets. */
export function castingOf(trace: Trace, steps: readonly number[]): Casting {
  const director = new Director(trace.source.split('\n'));
  steps.forEach((step, n) => {
    const since = n === 0 ? 0 : (steps[n - 1] ?? 0);
    director.see(n, stateAt(trace, step), trace.steps.slice(since, step));
  });
  return { ...director.result(steps.length), steps };
}

class Director {
  constructor(private readonly lines: readonly string[]) {}

  private readonly objects = new Map<ObjectId, Growing>();
  private readonly holding = new Set<ObjectId>();
  private readonly names = new Map<string, { role: NameRole; targets: Set<number> }>();
  private readonly frames = new Map<number, FrameRole>();
  private readonly links = new Map<string, Omit<LinkRole, 'to'> & { to: number }>();
  private readonly buffers = new Map<number, BufferCast & { written: Set<number>; viewed: Set<number> }>();
  private readonly lanes = new Map<ObjectId, LaneRole>();

  see(n: number, state: MemoryState, steps: Trace['steps']): void {
    for (const [id, record] of state.objects) this.seeHolding(id, record);
    const held = holdersOf(state);
    for (const [id, list] of held) this.seeLinks(n, id, list, state);
    for (const record of state.objects.values()) {
      const pointer = weakPointer(record);
      if (pointer) this.seeLink(n, { ...pointer, label: words.stage.weak, weak: true });
    }
    for (const record of state.objects.values()) {
      this.seeObject(
        n,
        record,
        state,
        this.objects.get(record.id)?.held || this.isSeen(record, held.get(record.id) ?? []),
      );
    }
    for (const binding of bindingsOf(state)) {
      const known = this.names.get(binding.key) ?? {
        role: { key: binding.key, name: binding.name, frame: binding.frame, first: null, targets: [] },
        targets: new Set<number>(),
      };
      if (binding.target !== null) known.targets.add(binding.target);
      this.names.set(binding.key, known);
    }
    for (const frame of state.step.frames) {
      const known = this.frames.get(frame.id);
      this.frames.set(frame.id, { id: frame.id, label: frameLabel(frame), from: known?.from ?? n, to: n });
    }
    for (const { id, by } of steps.flatMap((step) => step.freed)) {
      const seen = this.objects.get(id);
      if (seen) seen.collected = by === 'gc';
    }
    this.seeBuffers(n, state, steps);
  }

  /**
   * Whether an object is the program's own: constants are held by its code alone, and the function that runs the
   * body of a class is Python's.
   */
  private isSeen(record: ObjectRecord, held: readonly Holder[]): boolean {
    if (record.kind === 'function') {
      const definition = this.lines.slice(record.line - 1).find((line) => DEFINES.test(line));
      const [, statement, name] = DEFINES.exec(definition ?? '') ?? [];
      if (statement === 'class' && name === record.name) return false;
    }
    return held.some(({ kind }) => kind !== 'const');
  }

  private seeHolding(id: ObjectId, record: ObjectRecord): void {
    if (
      record.kind === 'dict'
        ? record.entries.length > 0
        : 'items' in record && record.items?.some((item) => typeof item === 'number')
    )
      this.holding.add(id);
  }

  private seeLinks(
    n: number,
    target: ObjectId,
    list: ReturnType<ReturnType<typeof holdersOf>['get']>,
    state: MemoryState,
  ): void {
    if (state.objects.get(target)?.count === null) return;
    const seen = new Map<string, number>();
    for (const holder of list ?? []) {
      if (!('object' in holder.from)) continue;
      const key = linkKey(holder.from.object, target, holder.kind, holder.slot, seen);
      this.seeLink(n, { key, source: holder.from.object, target, label: holder.slot, weak: false });
    }
  }

  private seeLink(n: number, link: Omit<LinkRole, 'from' | 'to'>): void {
    const known = this.links.get(link.key);
    if (known) known.to = n;
    else this.links.set(link.key, { ...link, from: n, to: n });
  }

  private seeObject(n: number, record: ObjectRecord, state: MemoryState, seen: boolean): void {
    const context = {
      label: (id: ObjectId) => ({ text: `#${id}`, hue: 1 }),
      text: (array: ArrayRecord, offset: number) => textAt(state, array, offset),
      isWritten: () => false,
      before: null,
      holdsObjects: this.holding.has(record.id),
      touched: NONE,
    };
    const body = bodyOf(record, context);
    const known = this.objects.get(record.id);
    const touched = known?.touched ?? new Set<string>();
    if (known && known.record !== record)
      for (const label of changedSlots(known.record, record)) touched.add(label);
    const columns = body.type === 'grid' ? body.columns : 0;
    const texts = body.type === 'grid' ? body.cells.map((cell) => cell.text.length) : [];
    this.objects.set(record.id, {
      record,
      touched,
      collected: false,
      from: known?.from ?? n,
      to: n,
      held: known?.held || seen,
      columns: Math.max(known?.columns ?? 0, columns),
      rows: Math.max(
        known?.rows ?? 0,
        columns > 0 ? Math.ceil((body.type === 'grid' ? body.cells.length : 0) / columns) : 1,
      ),
      slots: Math.max(known?.slots ?? 0, body.type === 'slots' ? Math.max(1, body.slots.length) : 1),
      chars: Math.max(known?.chars ?? 1, ...texts),
      type: wider(known?.type ?? body.type, body.type),
    });
    if (isDrawable(record) && !record.flags.owns && state.buffers.has(record.buffer))
      this.lanes.set(record.id, {
        object: record.id,
        buffer: record.buffer,
        dimensions: record.shape.length,
      });
  }

  private seeBuffers(n: number, state: MemoryState, steps: Trace['steps']): void {
    for (const [id, { owner, bytes }] of state.buffers) {
      const record = owner === null ? undefined : state.objects.get(owner);
      if (owner === null || !record || !isDrawable(record)) continue;
      const cellBytes = elementBytes(record.dtype) ?? 1;
      const known = this.buffers.get(id);
      const cells = Math.floor(bytes.length / cellBytes);
      const sample = [
        ...Array.from({ length: Math.min(cells, SAMPLE) }, (_, i) => i),
        Math.max(0, cells - 1),
      ];
      const widths = sample.map((cell) =>
        cell < cells ? textAt(state, record, cell * cellBytes).length : 1,
      );
      const chars = Math.max(known?.chars ?? 1, ...widths);
      this.buffers.set(id, {
        id,
        owner,
        cellBytes,
        cells,
        from: known?.from ?? n,
        written: known?.written ?? new Set(),
        viewed: known?.viewed ?? new Set(),
        chars,
      });
    }
    for (const record of state.objects.values()) {
      const buffer = isDrawable(record) && !record.flags.owns ? this.buffers.get(record.buffer) : undefined;
      if (!buffer || !isDrawable(record)) continue;
      for (const { offset } of placesOf(record, VIEW_CELLS))
        buffer.viewed.add(Math.floor(offset / buffer.cellBytes));
    }
    for (const [id, writes] of writtenIn(steps)) {
      const buffer = this.buffers.get(id);
      for (const write of buffer ? writes : []) {
        if (!buffer) break;
        const last = Math.ceil((write.offset + write.after.length) / buffer.cellBytes);
        for (let cell = Math.floor(write.offset / buffer.cellBytes); cell < last; cell += 1)
          buffer.written.add(cell);
      }
    }
  }

  result(scenes: number): Omit<Casting, 'steps'> {
    const drawn = [...this.objects.values()]
      .filter((seen) => seen.held)
      .sort((a, b) => a.record.id - b.record.id);
    const buffers = [...this.buffers.values()].sort((a, b) => a.id - b.id).map(roleOf);
    const inMemory = new Set([...buffers.map((b) => b.owner), ...this.lanes.keys()]);
    const objects = drawn.map((seen, i) => objectRole(seen, i, scenes, inMemory));
    const names = [...this.names.values()].map(({ role, targets }) => ({
      ...role,
      first: [...targets][0] ?? null,
      targets: [...targets],
    }));
    const shown = new Set(objects.map((role) => role.id));
    const lanes = [...this.lanes.values()].filter((lane) =>
      buffers.some((b: BufferRole) => b.id === lane.buffer),
    );
    const links = [...this.links.values()].filter((link) => shown.has(link.source) && shown.has(link.target));
    const cast: Cast = { frames: [...this.frames.values()], names, objects, buffers, links, lanes };
    const touched = new Map([...this.objects].map(([id, seen]) => [id, seen.touched]));
    return { cast, holding: this.holding, touched };
  }
}

function objectRole(seen: Growing, index: number, scenes: number, inMemory: ReadonlySet<number>): ObjectRole {
  const { record } = seen;
  const body: BodyShape =
    seen.type === 'grid'
      ? { type: 'grid', columns: seen.columns, rows: seen.rows }
      : seen.type === 'slots'
        ? { type: 'slots', rows: seen.slots }
        : { type: 'text', lines: 1 };
  return {
    id: record.id,
    number: index + 1,
    hue: (index % HUES) + 1,
    kind: kindOf(record),
    body,
    charsWide: seen.chars,
    inMemory: inMemory.has(record.id),
    facts: factsOf(record, { label: () => ({ text: '', hue: 0 }) }).length,
    from: seen.from,
    freed: seen.to === scenes - 1 ? null : seen.to + 1,
    collected: seen.collected,
  };
}

/** A body that is drawn in several ways over the run needs the room of the largest. */
function wider(a: BodyShape['type'], b: BodyShape['type']): BodyShape['type'] {
  const order: BodyShape['type'][] = ['text', 'grid', 'slots'];
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}

/** What a weak reference points to without holding it; null for everything else, and once that is freed. */
export function weakPointer(record: ObjectRecord): Pick<LinkRole, 'key' | 'source' | 'target'> | null {
  if (record.kind !== 'weakref' || typeof record.to !== 'number') return null;
  return { key: `${record.id}>${record.to}:weak`, source: record.id, target: record.to };
}

/** One key for each reference between two objects; `seen` tells apart equal ones of the same holder. */
export function linkKey(
  source: ObjectId,
  target: ObjectId,
  kind: string,
  slot: string,
  seen: Map<string, number>,
): string {
  const key = `${source}>${target}:${kind}:${slot}`;
  const times = seen.get(key) ?? 0;
  seen.set(key, times + 1);
  return times === 0 ? key : `${key}:${times}`;
}
