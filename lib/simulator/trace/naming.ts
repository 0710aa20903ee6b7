/** What an object is called for people: by a name that refers to it, else by its kind and number. */

import type { ObjectId, ObjectRecord } from './records';
import type { MemoryState } from './trace';

/** Kinds as people say them. */
export function kindWord(record: ObjectRecord | undefined): string {
  if (record === undefined) return 'object';
  switch (record.kind) {
    case 'ndarray':
      return 'array';
    case 'object':
      return `${record.cls} object`;
    case 'weakref':
      return 'weak reference';
    case 'other':
      return record.what;
    case 'void':
      return 'record';
    default:
      return record.kind;
  }
}

/** For each object that a name of an active frame refers to: the first such name, the innermost frame last. */
export function namesOf(state: MemoryState): ReadonlyMap<ObjectId, string> {
  const names = new Map<ObjectId, string>();
  for (const frame of state.step.frames)
    for (const [name, value] of Object.entries(frame.names)) {
      if (typeof value === 'number' && !names.has(value)) names.set(value, name);
    }
  return names;
}

/** `x` for the list named x, `list #7` for one without a name. */
export function nameFor(state: MemoryState, names: ReadonlyMap<ObjectId, string>, id: ObjectId): string {
  const record = state.objects.get(id);
  const own = record !== undefined && 'name' in record && record.kind !== 'cell' ? record.name : undefined;
  return names.get(id) ?? own ?? `${kindWord(record)} #${id}`;
}
