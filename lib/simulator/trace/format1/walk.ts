/** The walk over one memory: which objects a name reaches, in which order, and how each is held. */

import type { EdgeKind } from '../../memory/object';
import { eachEdge } from '../edges';
import { ownValue } from '../own-value';
import type { FrameRecord, ObjectId, ObjectRecord, Value } from '../records';
import type { MemoryState } from '../trace';
import type { FormatRecord, FormatValue, Held } from './event';

/** How the walk of one event sees the memory. `known`: every object that has an id, with its number. */
export class Walk {
  readonly records = new Map<ObjectId, FormatRecord>();
  private readonly held = new Map<ObjectId, Held>();
  private readonly inner = new Set<ObjectId>();
  private readonly pending: (readonly [Value, EdgeKind])[] = [];

  constructor(
    readonly state: MemoryState,
    readonly known: Map<ObjectId, number>,
    private readonly nextNumber: () => number,
    /** The fields of one object; it walks on through this walk. */
    private readonly describe: (walk: Walk, record: ObjectRecord) => FormatRecord,
  ) {}

  seen(id: ObjectId): boolean {
    return this.records.has(id);
  }

  /** A reference held in the way `by`; what it leads to is described if it was not reached before. */
  ref(value: Value, by: EdgeKind | null): string {
    if (typeof value === 'string') return value;
    const record = this.state.objects.get(value);
    const text = record === undefined ? '<freed>' : literalOf(record, this.state);
    if (record === undefined || text !== null) return text ?? '';
    this.hold(value, by);
    if (!this.records.has(value)) {
      let number = this.known.get(value);
      if (number === undefined) {
        number = this.nextNumber();
        this.known.set(value, number);
      }
      const made = {} as FormatRecord;
      this.records.set(value, made);
      Object.assign(made, this.describe(this, record));
    }
    return `@o${this.known.get(value)}`;
  }

  refs(values: readonly Value[], by: EdgeKind | null): string[] {
    return values.map((value) => this.ref(value, by));
  }

  refsByName(
    values: Readonly<Record<string, Value>>,
    by: EdgeKind | null,
    keep: (name: string, value: Value) => boolean = () => true,
  ): Record<string, string> {
    const made: Record<string, string> = {};
    for (const [name, value] of Object.entries(values).sort(byName)) {
      if (keep(name, value)) define(made, name, this.ref(value, by));
    }
    return made;
  }

  /** What the variable in a cell holds; counts the reference to the cell. */
  cell(id: ObjectId): FormatValue {
    this.hold(id, 'cell');
    return this.contents(id);
  }

  /** What a cell holds: it holds it once, however many functions share the cell. */
  contents(id: ObjectId): FormatValue {
    const record = this.state.objects.get(id);
    const by = this.inner.has(id) ? null : 'cell';
    this.inner.add(id);
    if (record?.kind !== 'cell' || record.value === null) return null;
    return this.ref(record.value, by);
  }

  /** The names of a scope, sorted. Those that the body of a class has from around it are not told. */
  variables(frame: FrameRecord): Record<string, FormatValue> {
    const made: Record<string, FormatValue> = {};
    const by = frame.id === 0 ? 'name' : 'local';
    for (const [name, value] of Object.entries(frame.names).sort(byName)) {
      if (name.startsWith('__')) continue;
      const cell = ownValue(frame.cells, name);
      if (frame.isClassBody && cell !== undefined) continue;
      define(made, name, cell !== undefined ? this.cell(cell) : value === null ? null : this.ref(value, by));
    }
    return made;
  }

  /** The references of a frame that no name shows. A frame below library code shows only its names. */
  frameHolds(frame: FrameRecord): void {
    if (frame.func !== null) this.hold(frame.func, 'frame');
    for (const slot of frame.stack)
      if (!frame.opaque || slot.role === 'comprehension') this.later(slot.value, 'temp');
    for (const slot of frame.library?.holds ?? [])
      if (slot.role === 'library') this.later(slot.value, 'temp');
  }

  hold(id: ObjectId, by: EdgeKind | null): void {
    let kinds = this.held.get(id);
    if (kinds === undefined) {
      kinds = new Map();
      this.held.set(id, kinds);
    }
    kinds.set(by, (kinds.get(by) ?? 0) + 1);
  }

  /** A reference of something that has no name: counted when all names have been followed. */
  later(value: Value, by: EdgeKind): void {
    this.pending.push([value, by]);
  }

  /** What an object owns, as held by something of kind `by`. */
  laterReferents(record: ObjectRecord, by: EdgeKind): void {
    eachEdge(record, (to) => {
      this.later(to, by);
    });
  }

  /** Follow what has no name: only objects that have an id already are described. */
  finish(): void {
    for (let next = this.pending.shift(); next !== undefined; next = this.pending.shift())
      this.temporary(...next);
  }

  private temporary(value: Value, by: EdgeKind): void {
    const todo: Value[] = [value];
    for (let o = todo.pop(); o !== undefined; o = todo.pop()) {
      if (typeof o === 'string') continue;
      const record = this.state.objects.get(o);
      if (record === undefined || record.kind === 'class' || literalOf(record, this.state) !== null) continue;
      this.hold(o, by);
      if (this.known.has(o)) {
        if (!this.records.has(o)) this.ref(o, null);
      } else if (!this.inner.has(o)) {
        this.inner.add(o);
        eachEdge(record, (to) => todo.push(to));
      }
    }
  }

  /** Add rc, by and hidden to every record. */
  count(): void {
    for (const [id, record] of this.records) {
      const rc = this.state.objects.get(id)?.count ?? null;
      if (record.t === 'class' || rc === null) continue;
      const by: Record<string, number> = {};
      const kinds = [...(this.held.get(id) ?? [])].filter(([kind]) => kind !== null) as [EdgeKind, number][];
      const constant = this.state.constants[id];
      // What a module holds is no constant of the code; the recorder finds no holder for it.
      if (constant !== undefined && record.t !== 'other') kinds.push(['const', constant]);
      let sum = 0;
      for (const [kind, n] of kinds.sort(([a], [b]) => byCodePoint(a, b))) {
        by[kind] = n;
        sum += n;
      }
      record.rc = rc;
      record.by = by;
      if (rc !== sum) record.hidden = rc - sum;
    }
  }
}

/** Set a key that may be `__proto__`. */
function define<T>(target: Record<string, T>, key: string, value: T): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Text of what has no identity in the format, or null. */
function literalOf(record: ObjectRecord, state: MemoryState): string | null {
  if (record.kind === 'other' && (record.what === 'range' || record.what === 'slice'))
    return record.text ?? null;
  if (record.kind === 'frozenset' && record.items.length === 0) return 'frozenset()';
  if (record.kind === 'function' && record.library) return `<function ${record.name}>`;
  // A class method of a built-in type is told apart from a function of a module by nothing but its self.
  if (record.kind === 'method' && record.func === undefined && isClass(record.self, state))
    return `<built-in ${record.name}>`;
  return null;
}

const isClass = (value: Value, state: MemoryState): boolean =>
  typeof value === 'string' ? value.startsWith('<class ') : state.objects.get(value)?.kind === 'class';

/** Python's order of strings. */
export function byCodePoint(a: string, b: string): number {
  if (a === b) return 0;
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const d = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (d !== 0) return d;
  }
  return left.length - right.length;
}

/** Sorts entries by their names. */
export const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  byCodePoint(a, b);
