/** One step as the narration sees it: the memory before and after, and words for what is in it. */
import { holders } from '../holders';
import { kindWord, namesOf } from '../naming';
import type { ObjectId, ObjectRecord } from '../records';
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
  /** The names that refer to an object now, innermost frame last. */
  names(id: ObjectId): string[] {
    const found: string[] = [];
    for (const frame of this.step.frames)
      for (const [name, value] of Object.entries(frame.names))
        if (value === id && !found.includes(name)) found.push(name);
    return found;
  }
  /** `B still refers`, `the list x still holds …`: who keeps an object alive now. */
  keepers(id: ObjectId): string {
    const names = this.names(id);
    if (names.length > 0) return say(names.length === 1 ? 'refer' : 'referMany', { names: listed(names) });
    const label = (holders(this.after).get(id) ?? [])[0]?.label ?? 'something';
    return say('holds', { label });
  }
}

export const article = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
