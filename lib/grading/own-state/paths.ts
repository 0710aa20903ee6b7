/** How a program gets to its objects: every reference as an expression, shortest first. */

import { moduleNames } from '@/lib/exercises/facts/names';
import { referent } from '@/lib/exercises/facts/timeline';
import type { FrameRecord, MemoryState, ObjectId, ObjectRecord, Value } from '@/lib/simulator';

export interface Path {
  readonly to: ObjectId;
  /** `A`, `box[0]`, `node.next`; `v.base`. */
  readonly expression: string;
  readonly via: 'name' | 'slot' | 'tuple' | 'base';
  /** The object that has the slot, and the expression that leads there; null for a name. */
  readonly owner: { readonly id: ObjectId; readonly expression: string } | null;
}

/** Begins the names that stand for references of holders that no row tells. */
export const heldName = '_held';

/** Every reference that leads from the names of the module to objects; names that `frame` hides are left out. */
export function pathsIn(memory: MemoryState, frame: FrameRecord | null): Path[] {
  const paths: Path[] = [];
  const seen = new Set<ObjectId>();
  const queue: Path[] = [];
  const go = (path: Path): void => {
    paths.push(path);
    if (seen.has(path.to)) return;
    seen.add(path.to);
    queue.push(path);
  };
  for (const name of moduleNames(memory)) {
    const value = referent(memory, name);
    const hidden = frame !== null && Object.hasOwn(frame.names, name);
    if (typeof value === 'number' && !hidden) go({ to: value, expression: name, via: 'name', owner: null });
  }
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const record = memory.objects.get(path.to);
    if (record === undefined) continue;
    for (const [suffix, value, via] of slotsOf(record)) {
      if (typeof value !== 'number') continue;
      const owner = { id: path.to, expression: path.expression };
      go({ to: value, expression: `${path.expression}${suffix}`, via, owner });
    }
  }
  return paths;
}

/** The slots of an object, and what is written behind the object's own expression to get there. */
export function slotsOf(record: ObjectRecord): (readonly [string, Value, Path['via']])[] {
  const slots: (readonly [string, Value, Path['via']])[] = [];
  if (record.kind === 'list' || record.kind === 'tuple') {
    const via = record.kind === 'list' ? 'slot' : 'tuple';
    record.items.forEach((item, index) => {
      slots.push([`[${index}]`, item, via]);
    });
  }
  if (record.kind === 'dict') {
    for (const [key, value] of record.entries) {
      if (typeof key === 'string') slots.push([`[${key}]`, value, 'slot']);
    }
  }
  if (record.kind === 'ndarray') slots.push(['.base', record.base, 'base']);
  if (record.kind === 'object') {
    for (const [name, value] of Object.entries(record.attrs ?? {})) slots.push([`.${name}`, value, 'slot']);
  }
  return slots;
}

/** Statements that give a place an object of its own with the same content; null for what cannot be copied so. */
export function ownCopy(expression: string, record: ObjectRecord | undefined): string[] | null {
  switch (record?.kind) {
    case 'ndarray':
      return [`${expression} = ${expression}.copy()`];
    case 'list':
      return [`${expression} = list(${expression})`];
    case 'dict':
      return [`${expression} = dict(${expression})`];
    case 'set':
      return [`${expression} = set(${expression})`];
    case 'tuple':
      return record.items.length === 0 ? null : [`${expression} = (*${expression},)`];
    case 'object': {
      const fields = Object.keys(record.attrs ?? {});
      if (record.dictId !== undefined) return null;
      return [
        `_copy = object.__new__(type(${expression}))`,
        ...fields.map((name) => `_copy.${name} = ${expression}.${name}`),
        `${expression} = _copy`,
        'del _copy',
      ];
    }
    default:
      return null;
  }
}
