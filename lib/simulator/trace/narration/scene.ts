/** One step as the narration sees it: the memory before and after, and words for what is in it. */
import { holders } from '../holders';
import { kindWord, namesOf } from '../naming';
import type { FrameRecord, ObjectId, ObjectRecord } from '../records';
import type { MemoryState, Step, TraceEvent } from '../trace';
import { listed, say } from './messages';

type EventOf<T extends TraceEvent['type']> = Extract<TraceEvent, { type: T }>;

export class Scene {
  private readonly namesBefore: ReadonlyMap<ObjectId, string>;
  private readonly namesAfter: ReadonlyMap<ObjectId, string>;

  constructor(
    readonly before: MemoryState,
    readonly after: MemoryState,
    readonly code: string,
    private readonly events: readonly TraceEvent[],
    private readonly source: string,
  ) {
    this.namesBefore = namesOf(before);
    this.namesAfter = namesOf(after);
  }
  get step(): Step {
    return this.after.step;
  }
  all<T extends TraceEvent['type']>(type: T): EventOf<T>[] {
    return this.events.filter((event): event is EventOf<T> => event.type === type);
  }
  record(id: ObjectId): ObjectRecord | undefined {
    return this.after.objects.get(id) ?? this.before.objects.get(id);
  }
  kind(id: ObjectId): string {
    return kindWord(this.record(id));
  }
  isNew(id: ObjectId): boolean {
    return !this.before.objects.has(id);
  }
  wasFreed(id: ObjectId): boolean {
    return this.all('freed').some((event) => event.id === id);
  }
  name(id: ObjectId): string | undefined {
    return this.namesAfter.get(id) ?? this.namesBefore.get(id);
  }
  /** `the array A`, `a list without a name` */
  thing(id: ObjectId): string {
    const name = this.name(id);
    return name === undefined ? `${article(this.kind(id))} without a name` : `the ${this.kind(id)} ${name}`;
  }
  /** `a new array`, `a new list` */
  newThing(id: ObjectId): string {
    return `a new ${this.kind(id)}`;
  }
  /** Whether a frame is that of the body of a class. */
  isClassBody(frame: FrameRecord): boolean {
    const func = frame.func === null ? undefined : this.record(frame.func);
    if (func?.kind !== 'function') return false;
    return (
      /^\s*(class\b|@)/.test(this.source.split('\n')[func.line - 1] ?? '') &&
      func.name === frame.fn &&
      !this.names(func.id).length
    );
  }
  /** Whether the statement itself binds a name; parameters and names of loops are bound around it. */
  binds(name: string): boolean {
    const { stmt } = this.step;
    if (/^(Import|ImportFrom|FunctionDef|ClassDef|AugAssign|AnnAssign)$/.test(stmt))
      return mentions(this.code, name);
    if (stmt === 'Assign') return mentions(this.code.slice(0, this.code.lastIndexOf('=')), name);
    return new RegExp(`\\b${name}\\s*:=`).test(this.code);
  }
  /** The names that refer to an object now, innermost frame last. */
  names(id: ObjectId): string[] {
    const found: string[] = [];
    for (const frame of this.step.frames)
      for (const [name, value] of Object.entries(frame.names))
        if (value === id && !found.includes(name)) found.push(name);
    return found;
  }
  /** `the list x` by another of its names, `a list` where it has none. */
  plainThing(id: ObjectId, name: string): string {
    const other = this.names(id).find((one) => one !== name);
    return other === undefined ? article(this.kind(id)) : `the ${this.kind(id)} ${other}`;
  }
  /** The one object that holds the only reference to an object, or null. */
  soleKeeper(id: ObjectId): ObjectId | null {
    const [holder, ...rest] = holders(this.after).get(id) ?? [];
    return holder !== undefined && rest.length === 0 && 'object' in holder.from ? holder.from.object : null;
  }
  /** Whether the end of an object is worth a sentence: it had a name, or holds data of the program. */
  isTold(id: ObjectId): boolean {
    const record = this.before.objects.get(id);
    return record !== undefined && (this.namesBefore.has(id) || TOLD.has(record.kind));
  }
  /** `B still refers`, `the list x still holds …`: who keeps an object alive now. */
  keepers(id: ObjectId): string {
    const names = this.names(id);
    if (names.length > 0) return say(names.length === 1 ? 'refer' : 'referMany', { names: listed(names) });
    const label = (holders(this.after).get(id) ?? [])[0]?.label ?? 'something';
    return say('holds', { label });
  }
}

const TOLD: ReadonlySet<string> = new Set(['ndarray', 'list', 'dict', 'set', 'object', 'bytearray']);

const mentions = (code: string, name: string): boolean => new RegExp(`\\b${name}\\b`).test(code);

export const article = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;

const NUMERALS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** `a list and two Node objects`: things of some kinds, those of one kind counted together. */
export function counted(kinds: readonly string[]): string {
  const numbers = new Map<string, number>();
  for (const kind of kinds) numbers.set(kind, (numbers.get(kind) ?? 0) + 1);
  return listed(
    [...numbers].map(([kind, n]) => (n === 1 ? article(kind) : `${NUMERALS[n] ?? n} ${plural(kind)}`)),
  );
}

/** `lists`, `Node objects`, `dicts`; `classes Node`. */
const plural = (kind: string): string =>
  kind.startsWith('class ') ? kind.replace('class', 'classes') : `${kind}s`;
