/** The state of a program as a drawing: names, the objects that they lead to, the slots between them. */
import type { MemoryState, ObjectId, ObjectRecord, Value } from '@/lib/simulator';
import { referent } from '../../facts/timeline';
import type { DrawnObject, MemoryDiagramAnswer, Reference } from './schema';

/** Objects beyond which nobody draws a state. */
const mostObjects = 10;

/** The drawing of these names, or why it cannot be drawn. */
export function drawingOf(memory: MemoryState, names: readonly string[]): MemoryDiagramAnswer | string {
  const drawn = new Map<ObjectId, DrawnObject>();
  const problems: string[] = [];
  const refer = (value: Value): Reference => {
    if (typeof value === 'string') return { value };
    return { object: draw(value).id };
  };
  const draw = (id: ObjectId): DrawnObject => {
    const known = drawn.get(id);
    if (known !== undefined) return known;
    const record = memory.objects.get(id);
    const type = record === undefined ? null : typeOf(record);
    if (type === null) problems.push(`A ${record?.kind ?? 'lost object'} cannot be drawn.`);
    const buffer = record?.kind === 'ndarray' ? `b${record.buffer}` : null;
    const slots: Record<string, Reference> = {};
    const made: DrawnObject = { id: `o${drawn.size + 1}`, type: type ?? 'object', slots, buffer };
    drawn.set(id, made);
    if (drawn.size > mostObjects) problems.push(`There are more than ${mostObjects} objects.`);
    else if (record !== undefined && type !== null) {
      for (const [slot, value] of slotsOf(record)) slots[slot] = refer(value);
    }
    return made;
  };
  const bound = names.map((name) => {
    const value = referent(memory, name);
    return [name, value === undefined ? null : refer(value)] as const;
  });
  if (problems[0] !== undefined) return problems[0];
  return { kind: 'memory-diagram', names: Object.fromEntries(bound), objects: [...drawn.values()] };
}

function typeOf(record: ObjectRecord): DrawnObject['type'] | null {
  if (record.kind === 'ndarray') return record.dtype === 'object' ? null : 'array';
  if (record.kind === 'list' || record.kind === 'tuple' || record.kind === 'dict') return record.kind;
  if (record.kind === 'set') return record.items.every((item) => typeof item === 'string') ? 'set' : null;
  return record.kind === 'object' ? 'object' : null;
}

/** The slots that refer to objects. Numbers and texts in slots are not asked: they have no identity. */
function slotsOf(record: ObjectRecord): (readonly [string, ObjectId])[] {
  const slots: (readonly [string, Value])[] = [];
  if (record.kind === 'ndarray') slots.push(['base', record.base]);
  else if (record.kind === 'list' || record.kind === 'tuple') {
    slots.push(...record.items.map((item, index) => [String(index), item] as const));
  } else if (record.kind === 'dict') {
    slots.push(...record.entries.map(([key, value]) => [String(key), value] as const));
  } else if (record.kind === 'object') slots.push(...Object.entries(record.attrs ?? {}));
  return slots.flatMap(([slot, value]) => (typeof value === 'number' ? [[slot, value] as const] : []));
}
