/**
 * Hold a trace against a recorded one, event by event, up to the renaming of objects (FORMAT.md, "Comparing").
 *
 * Compared strictly: line, fn, out, ret, frames and their variables, every field of every object but those below,
 * freed (which object, how) and the error. An object's count is compared as rc - hidden - by.const; its holders for
 * the kinds in EXACT, the others only through that sum: they name how the interpreter holds something, not what the
 * program did. Not compared: stmt, cls of kind "other".
 */

export interface RecordedEvent {
  readonly n: number;
  readonly line: number | null;
  readonly frames: readonly { readonly fn: string; readonly [field: string]: unknown }[];
  readonly objs: Readonly<Record<string, RecordedObject>>;
  readonly freed?: readonly (readonly [string, string])[];
  readonly [field: string]: unknown;
}
export interface RecordedObject {
  readonly t: string;
  readonly rc?: number;
  readonly by?: Readonly<Record<string, number>>;
  readonly hidden?: number;
  readonly [field: string]: unknown;
}
export interface RecordedTrace {
  readonly error: { readonly type: string; readonly msg: string; readonly line?: number | null } | null;
  readonly events: readonly RecordedEvent[];
}

const EXACT = ['name', 'local', 'item', 'attr', 'base', 'cell', 'default', 'self', 'func'];
const SKIP = new Set(['by', 'hidden', 'rc']);
const REFERENCE = /^@o\d+$/;

/** Undo the delta form: every event gets all live objects. */
function expand(events: readonly RecordedEvent[]): RecordedEvent[] {
  let live: Record<string, RecordedObject> = {};
  return events.map((event) => {
    live = { ...live, ...event.objs };
    const freed = event.freed ?? [];
    for (const [id] of freed) delete live[id];
    for (const [id] of freed) if (event.objs[id]) live[id] = event.objs[id];
    return { ...event, objs: live };
  });
}

/** A one-to-one pairing of ids. */
class Matching {
  readonly there = new Map<string, string>();
  readonly back = new Map<string, string>();
  /** False where either is already paired with another. */
  pair(a: string, b: string): boolean {
    if (this.there.has(a) || this.back.has(b)) return this.there.get(a) === b && this.back.get(b) === a;
    this.there.set(a, b);
    this.back.set(b, a);
    return true;
  }
}

const text = (value: unknown): string => JSON.stringify(value ?? null);
const isReference = (v: unknown): v is string => typeof v === 'string' && REFERENCE.test(v);
/** The count less what C code in progress and the code object's constants hold. */
const visible = (o: RecordedObject): number | null =>
  o.rc === undefined ? null : o.rc - (o.hidden ?? 0) - (o.by?.const ?? 0);
const byAge = (p: string, q: string): number => Number(p.slice(1)) - Number(q.slice(1));
const errorOf = ({ error }: RecordedTrace): unknown =>
  error ? { type: error.type, msg: error.msg, line: error.line ?? null } : null;

/** Compares two events under a matching of ids that grows. */
class Comparison {
  private readonly queue: (readonly [string, string, string])[] = [];
  readonly done = new Set<string>();

  constructor(
    private readonly a: RecordedEvent,
    private readonly b: RecordedEvent,
    private readonly match: Matching,
  ) {}

  same(x: unknown, y: unknown, where: string): string | null {
    if (isReference(x) && isReference(y)) {
      if (!this.match.pair(x.slice(1), y.slice(1)))
        return `${where}: another object than before or elsewhere`;
      this.queue.push([x.slice(1), y.slice(1), where]);
      return null;
    }
    if (Array.isArray(x) && Array.isArray(y)) {
      if (x.length !== y.length) return `${where}: ${x.length} items but ours ${y.length}`;
      return first(x, (item, k) => this.same(item, y[k], `${where}[${k}]`));
    }
    if (x && y && typeof x === 'object' && typeof y === 'object')
      return this.sameFields(x as Record<string, unknown>, y as Record<string, unknown>, where);
    return x === y ? null : `${where}: ${text(x)} but ours ${text(y)}`;
  }

  private sameFields(x: Record<string, unknown>, y: Record<string, unknown>, where: string): string | null {
    const fields = (o: object): string[] =>
      Object.keys(o)
        .filter((k) => !SKIP.has(k))
        .sort();
    const keys = fields(x);
    const own = fields(y);
    if (keys.join() !== own.join()) return `${where}: has {${keys}} but ours {${own}}`;
    return first(keys, (k) =>
      k === 'cls' && x.t === 'other' ? null : this.same(x[k], y[k], `${where}.${k}`),
    );
  }

  visit(p: string, q: string, where: string): string | null {
    if (this.done.has(p)) return null;
    this.done.add(p);
    const x = this.a.objs[p];
    const y = this.b.objs[q];
    if (!x || !y) return `${where}: object ${x ? 'missing' : 'unexpected'}`;
    const d = this.same(x, y, `${where} (${x.t})`);
    if (d) return d;
    const holders = `held by ${text(x.by)} but ours ${text(y.by)}`;
    if (visible(x) !== visible(y))
      return `${where} (${x.t}): count ${visible(x)} but ours ${visible(y)}, ${holders}`;
    return EXACT.some((k) => (x.by?.[k] ?? 0) !== (y.by?.[k] ?? 0)) ? `${where} (${x.t}): ${holders}` : null;
  }

  drain(): string | null {
    for (let next = this.queue.shift(); next !== undefined; next = this.queue.shift()) {
      const d = this.visit(...next);
      if (d) return d;
    }
    return null;
  }

  /** What no name reaches: paired before, or paired now in order of age. */
  unreached(at: string): string | null {
    const { there, back } = this.match;
    const known = new Set([...this.done].map((id) => there.get(id)));
    const restA = Object.keys(this.a.objs).filter((id) => !this.done.has(id));
    const restB = Object.keys(this.b.objs).filter((id) => !known.has(id));
    if (restA.length !== restB.length)
      return `${at}: ${restA.length} objects that no name reaches but ours ${restB.length}`;
    const freshA = restA.filter((id) => !there.has(id)).sort(byAge);
    const freshB = restB.filter((id) => !back.has(id)).sort(byAge);
    if (freshA.length !== freshB.length)
      return `${at}: ${freshA.length} new objects that no name reaches but ours ${freshB.length}`;
    freshA.forEach((id, k) => {
      this.match.pair(id, freshB[k] as string);
    });
    for (const id of restA) this.queue.push([id, there.get(id) as string, `${at}, unreached ${id}`]);
    return this.drain();
  }
}

function first<T>(items: readonly T[], check: (item: T, index: number) => string | null): string | null {
  for (const [i, item] of items.entries()) {
    const d = check(item, i);
    if (d) return d;
  }
  return null;
}

/** The first difference between two traces, as text, or null. */
export function difference(recorded: RecordedTrace, ours: RecordedTrace): string | null {
  if (text(errorOf(recorded)) !== text(errorOf(ours)))
    return `error: ${text(recorded.error)} but ours ${text(ours.error)}`;
  const left = expand(recorded.events);
  const right = expand(ours.events);
  const match = new Matching();
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const a = left[i];
    const b = right[i];
    if (!a || !b) return `event ${i + 1}: ${a ? 'missing' : 'one too many'} (line ${(a ?? b)?.line})`;
    const d = eventDifference(a, b, match);
    if (d) return d;
  }
  return null;
}

function eventDifference(a: RecordedEvent, b: RecordedEvent, match: Matching): string | null {
  const at = `event ${a.n}, line ${a.line}`;
  for (const key of ['line', 'fn', 'out'])
    if ((a[key] ?? null) !== (b[key] ?? null))
      return `${at}: ${key} ${text(a[key])} but ours ${text(b[key])}`;
  if (a.frames.length !== b.frames.length)
    return `${at}: ${a.frames.length} frames but ours ${b.frames.length}`;
  const both = new Comparison(a, b, match);
  return (
    first(a.frames, (frame, f) => both.same(frame, b.frames[f], `${at}, frame ${frame.fn}`)) ??
    both.same(a.ret ?? null, b.ret ?? null, `${at}, ret`) ??
    both.drain() ??
    both.unreached(at) ??
    freedDifference(a, b, match, at)
  );
}

function freedDifference(a: RecordedEvent, b: RecordedEvent, match: Matching, at: string): string | null {
  const freedA = (a.freed ?? []).map(([id, how]) => `${id}:${how}`).sort();
  const freedB = (b.freed ?? []).map(([id, how]) => `${match.back.get(id) ?? `?${id}`}:${how}`).sort();
  return freedA.join() === freedB.join() ? null : `${at}: freed [${freedA}] but ours [${freedB}]`;
}
