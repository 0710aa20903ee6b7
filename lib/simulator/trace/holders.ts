/** Who holds each object: every reference, with words for people. Adds up to the object's count. */
import { eachEdge, eachFrameEdge, SLOT } from './edges';
import { kindWord, nameFor, namesOf } from './naming';
import type { FrameRecord, ObjectId, ObjectRecord } from './records';
import type { Holder, MemoryState } from './trace';

/**
 * The holders of every live object, from records alone. The list of an object has as many entries as its count, one
 * for each reference; where one holder has several references it stands there several times.
 */
export function holders(state: MemoryState): ReadonlyMap<ObjectId, readonly Holder[]> {
  const found = new Map<ObjectId, Holder[]>();
  for (const id of state.objects.keys()) found.set(id, []);
  const add = (to: ObjectId, holder: Holder): void => {
    found.get(to)?.push(holder);
  };
  const words = new HolderWords(state);
  for (const frame of state.step.frames)
    eachFrameEdge(frame, (to, kind, slot) => {
      add(to, { kind, label: words.ofFrame(frame, kind, slot), from: { frame: frame.id }, slot });
    });
  for (const record of state.objects.values())
    eachEdge(record, (to, kind, slot) => {
      const exact = kind === 'item' && words.defaults.has(record.id) ? 'default' : kind;
      add(to, { kind: exact, label: words.ofObject(record, kind, slot), from: { object: record.id }, slot });
    });
  const interpreter = { interpreter: true } as const;
  const { returned, handled } = state.step;
  if (typeof returned === 'number')
    add(returned, { kind: 'return', label: 'returned value', from: interpreter, slot: 'return' });
  for (const id of handled)
    add(id, { kind: 'handled', label: 'exception being handled', from: interpreter, slot: 'exception' });
  for (const [id, n] of Object.entries(state.constants))
    for (let i = 0; i < n; i++) {
      const label = state.objects.get(Number(id))?.kind === 'other' ? 'module' : 'constant in the code';
      add(Number(id), { kind: 'const', label, from: interpreter, slot: 'constant' });
    }
  for (const id of state.step.closing ?? [])
    add(id, { kind: 'temp', label: 'being freed', from: interpreter, slot: 'finalizer' });
  if (state.step.calledBack) addHidden(state, found);
  return found;
}

/**
 * While library code runs that was called with objects (`P(x)` calls `__init__`), it holds references of its own to
 * them, which no name and no value stack shows.
 */
function addHidden(state: MemoryState, found: ReadonlyMap<ObjectId, Holder[]>): void {
  for (const record of state.objects.values()) {
    const list = found.get(record.id) ?? [];
    for (let n = (record.count ?? 0) - list.length; n > 0; n--)
      list.push({ kind: 'temp', label: 'call in progress', from: { interpreter: true }, slot: 'call' });
  }
}

/** Puts references into words. */
class HolderWords {
  private readonly names: ReadonlyMap<ObjectId, string>;
  /** Tuples that hold the defaults of functions: the name of the function. */
  readonly defaults = new Map<ObjectId, string>();
  /** Dicts of attributes: what they belong to. */
  private readonly attributes = new Map<ObjectId, ObjectId>();

  constructor(private readonly state: MemoryState) {
    this.names = namesOf(state);
    for (const record of state.objects.values()) {
      if (record.kind === 'function') for (const id of record.defaultsIn) this.defaults.set(id, record.name);
      if (record.dictId !== undefined) this.attributes.set(record.dictId, record.id);
    }
  }

  ofFrame(frame: FrameRecord, kind: Holder['kind'], slot: string): string {
    const whose = frame.id === 0 ? 'the module' : `${frame.fn}'s frame`;
    switch (kind) {
      case 'name':
        return `name ${slot}`;
      case 'local':
      case 'cell':
        return `variable ${slot} of ${whose}`;
      case 'frame':
        return slot === SLOT.func ? `running ${frame.fn}` : `traceback of ${frame.fn}`;
      default:
        return stackWords.get(slot) ?? slot;
    }
  }

  ofObject(record: ObjectRecord, kind: Holder['kind'], slot: string): string {
    const name = this.name(record.id);
    const kindOf = kindWord(record);
    switch (kind) {
      case 'item':
        return this.item(record, name, slot);
      case 'attr':
        if (slot === SLOT.dict) return `attributes of ${name}`;
        return this.names.has(record.id) ? `attribute ${name}.${slot}` : `attribute ${slot} of ${name}`;
      case 'base':
        return `base of ${name}`;
      case 'default':
        return `defaults of ${name}`;
      case 'self':
        return 'self of bound method';
      case 'func':
        return 'function of bound method';
      case 'callback':
        return 'callback of weak reference';
      case 'cell':
        return record.kind === 'cell' ? `closure variable ${slot}` : `closure variable ${slot} of ${name}`;
      case 'local':
      case 'temp':
      case 'frame':
        return this.suspended(record, kind, slot);
      case 'handled':
        return `exception handled in ${name}`;
      case 'exception':
        return `${slot} of ${kindOf === 'exception' ? 'exception' : kindOf}`;
      default:
        return slot === SLOT.class ? `class of ${name}` : `${slot} of ${name}`;
    }
  }

  private item(record: ObjectRecord, name: string, slot: string): string {
    const owner = this.defaults.get(record.id);
    if (owner !== undefined) return `default of ${owner}`;
    const whose = this.attributes.get(record.id);
    if (whose !== undefined) return `attribute ${this.name(whose)}.${slot.replace(/^'|'$/g, '')}`;
    const what = this.names.has(record.id) ? `${kindWord(record)} ${name}` : name;
    if (slot === SLOT.key) return `key of ${what}`;
    if (slot === SLOT.element) return `element of ${what}`;
    return `${what}[${slot}]`;
  }

  private suspended(record: ObjectRecord, kind: Holder['kind'], slot: string): string {
    if (record.kind !== 'generator') return `${slot} of ${kindWord(record)}`;
    if (kind === 'frame') return `frame of generator ${record.name}`;
    if (kind === 'local') return `variable ${slot} of ${record.name}'s frame`;
    return `${stackWords.get(slot) ?? slot} of ${record.name}'s frame`;
  }

  private name(id: ObjectId): string {
    return nameFor(this.state, this.names, id);
  }
}

const stackWords: ReadonlyMap<string, string> = new Map([
  ['for loop', 'for loop'],
  ['with', 'with statement'],
  ['operand', 'operand waiting in the expression'],
  ['handled exception', 'exception put aside'],
  ['comprehension', 'comprehension'],
  ['library', 'library code that runs'],
  ['library call', 'call in progress'],
]);
