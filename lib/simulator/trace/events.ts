/** What happened in a step, from the memory before and after it. */

import { eachOffset, itemSize } from './layout';
import { ownValue } from './own-value';
import type { ArrayRecord, FrameRecord, ObjectId, ObjectRecord, Value } from './records';
import type { BufferWrite, MemoryState, TraceEvent } from './trace';

/** The events of a step: names first, then objects made, written, counted and freed, then output. */
export function eventsOf(before: MemoryState, after: MemoryState): TraceEvent[] {
  const { step } = after;
  const events: TraceEvent[] = [];
  for (const frame of step.frames) {
    const old = before.step.frames.find((f) => f.id === frame.id);
    if (old !== frame) nameEvents(events, frame, old);
  }
  const writes = new Map<ObjectId, string[]>();
  for (const record of step.changed) {
    const old = before.objects.get(record.id);
    if (old === undefined) events.push({ type: 'create', id: record.id });
    else {
      const slots = changedSlots(old, record);
      if (slots.length > 0) writes.set(record.id, slots);
    }
  }
  for (const [id, slots] of elementWrites(after)) writes.set(id, [...(writes.get(id) ?? []), ...slots]);
  for (const [id, slots] of writes) events.push({ type: 'write', id, slots });
  for (const record of step.changed) {
    const count = before.objects.get(record.id)?.count ?? null;
    if (count !== null && record.count !== null && record.count !== count)
      events.push({ type: 'count', id: record.id, before: count, after: record.count });
  }
  for (const { id, by } of step.freed) events.push({ type: 'freed', id, by });
  if (step.out !== '') events.push({ type: 'print', text: step.out });
  return events;
}

function nameEvents(events: TraceEvent[], frame: FrameRecord, old: FrameRecord | undefined): void {
  const earlier = old?.names ?? {};
  for (const [name, value] of Object.entries(frame.names)) {
    const before = ownValue(earlier, name) ?? null;
    if (value !== null && value !== before)
      events.push({ type: 'bind', frame: frame.id, name, value, before });
  }
  for (const [name, before] of Object.entries(earlier)) {
    if (before !== null && (ownValue(frame.names, name) ?? null) === null)
      events.push({ type: 'unbind', frame: frame.id, name, before });
  }
}

/** Which items, entries or attributes of an object differ. */
function changedSlots(old: ObjectRecord, now: ObjectRecord): string[] {
  const slots: string[] = [];
  if ('items' in old && 'items' in now) slots.push(...changedItems(old.items ?? [], now.items ?? []));
  if (old.kind === 'dict' && now.kind === 'dict') slots.push(...changedEntries(old.entries, now.entries));
  if (old.kind === 'generator' && now.kind === 'generator' && old.frame !== now.frame) slots.push('frame');
  if (old.kind === 'cell' && now.kind === 'cell' && old.value !== now.value) slots.push(now.name);
  if (old.kind === 'ndarray' && now.kind === 'ndarray' && String(old.shape) !== String(now.shape))
    slots.push('shape');
  if (old.attrs !== now.attrs) {
    const [before, after] = [old.attrs ?? {}, now.attrs ?? {}];
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
      if (ownValue(before, name) !== ownValue(after, name)) slots.push(`.${name}`);
  }
  return slots;
}

function changedItems(old: readonly Value[], now: readonly Value[]): string[] {
  const slots: string[] = [];
  for (let i = 0; i < Math.max(old.length, now.length); i++) if (old[i] !== now[i]) slots.push(`[${i}]`);
  return slots;
}

type Entries = readonly (readonly [Value, Value])[];

function changedEntries(old: Entries, now: Entries): string[] {
  const before = new Map(old);
  const after = new Map(now);
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => before.get(key) !== after.get(key)).map((key) => `[${key}]`);
}

/** For each buffer written: the array that owns it and its elements written, by their flat index. */
function elementWrites(after: MemoryState): [ObjectId, string[]][] {
  const found: [ObjectId, string[]][] = [];
  for (const id of new Set(after.step.writes.map((write) => write.buffer))) {
    const owner = after.buffers.get(id)?.owner;
    const record = owner == null ? undefined : after.objects.get(owner);
    if (owner == null || record === undefined) continue;
    const writes = after.step.writes.filter((write) => write.buffer === id && differs(write));
    if (writes.length === 0) continue;
    found.push([owner, record.kind === 'ndarray' ? elementsWritten(record, writes) : ['bytes']]);
  }
  return found;
}

const differs = ({ before, after }: BufferWrite): boolean => before.some((byte, i) => byte !== after[i]);

/** Indices of the elements of an array that a write has changed: `[0]`, `[1, 2]`. */
export function elementsWritten(a: ArrayRecord, writes: readonly BufferWrite[]): string[] {
  const size = itemSize(a.dtype);
  if (size === null) return ['elements'];
  const slots: string[] = [];
  eachOffset(a, (at, index) => {
    for (const { offset, before, after } of writes) {
      const from = at - offset;
      if (from + size <= 0 || from >= before.length) continue;
      let changed = false;
      for (let i = Math.max(0, from); i < Math.min(before.length, from + size); i++)
        changed ||= before[i] !== after[i];
      if (changed) slots.push(`[${indexText(a.shape, index)}]`);
    }
  });
  return slots;
}

function indexText(shape: readonly number[], flat: number): string {
  const parts: number[] = [];
  let rest = flat;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const d = shape[axis] as number;
    parts.unshift(rest % d);
    rest = Math.floor(rest / d);
  }
  return parts.join(', ');
}
