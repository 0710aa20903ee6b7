import type { ArrayRecord, BufferId, MemoryState, ObjectRecord, Step } from '@/lib/simulator';
import * as words from '../../../_words';
import { elementBytes, placesOf, textAt, tupleText } from './elements';
import type { BufferRole, BufferState, LaneState, Stride, Window } from './film';

/** Bytes written between two scenes, by buffer. */
export type Written = ReadonlyMap<
  BufferId,
  readonly { offset: number; before: Uint8Array; after: Uint8Array }[]
>;

/** Elements of a view that are looked at; more than this are never drawn. */
const MOST_ELEMENTS = 512;
/** Pixels of a strip on the wide stage, and of a cell with the padding of its text. */
const STRIP = 432;
const CELL = 36;

export function writtenIn(steps: readonly Step[]): Written {
  const written = new Map<BufferId, { offset: number; before: Uint8Array; after: Uint8Array }[]>();
  for (const step of steps) {
    for (const write of step.writes) {
      const list = written.get(write.buffer) ?? [];
      list.push({ offset: write.offset, before: write.before, after: write.after });
      written.set(write.buffer, list);
    }
  }
  return written;
}

export function isWritten(written: Written, buffer: BufferId, offset: number, size: number): boolean {
  return (written.get(buffer) ?? []).some(
    (w) => offset < w.offset + w.after.length && w.offset < offset + size,
  );
}

/** The memory as it was, in one buffer, before the writes of a step. */
function stateBefore(state: MemoryState, written: Written, buffer: BufferId): MemoryState {
  const now = state.buffers.get(buffer);
  if (!now) return state;
  const bytes = now.bytes.slice();
  for (const write of [...(written.get(buffer) ?? [])].reverse()) bytes.set(write.before, write.offset);
  return { ...state, buffers: new Map([...state.buffers, [buffer, { owner: now.owner, bytes }]]) };
}

/** Whether a record is an array whose elements are bytes that can be drawn as cells. */
export function isDrawable(record: ObjectRecord): record is ArrayRecord {
  return (
    record.kind === 'ndarray' &&
    !record.items &&
    record.dtype !== 'object' &&
    elementBytes(record.dtype) !== null
  );
}

export interface BufferCast {
  readonly id: BufferId;
  readonly owner: number;
  readonly cellBytes: number;
  readonly cells: number;
  readonly from: number;
  /** Cells written in any scene. */
  readonly written: ReadonlySet<number>;
  /** Cells that a view begins with. */
  readonly viewed: ReadonlySet<number>;
  readonly chars: number;
}

/** Which cells of a buffer are shown: all, or the first and last, those written, and those that views begin with. */
export function roleOf(cast: BufferCast): BufferRole {
  const room = Math.max(3, Math.floor(STRIP / Math.max(CELL, cast.chars * 7.8 + 10)));
  const all = Array.from({ length: Math.min(cast.cells, 4096) }, (_, i) => i);
  let shown = all;
  if (cast.cells > room) {
    const places = Math.max(3, room - 2);
    const ordered = (cells: ReadonlySet<number>) => [...cells].sort((a, b) => a - b);
    const wanted = [0, 1, cast.cells - 1, ...ordered(cast.written), ...ordered(cast.viewed), ...all];
    shown = [...new Set(wanted)].slice(0, places).sort((a, b) => a - b);
  }
  const { id, owner, cellBytes, cells, chars, from } = cast;
  return { id, owner, cellBytes, cells, shown, chars, from };
}

export function bufferState(role: BufferRole, state: MemoryState, written: Written): BufferState {
  const buffer = state.buffers.get(role.id);
  const record = state.objects.get(role.owner);
  if (!buffer || record?.kind !== 'ndarray')
    return { id: role.id, live: false, cells: role.shown.map(() => ''), written: [] };
  const text = (from: MemoryState, cell: number) => textAt(from, record, cell * role.cellBytes);
  const before = written.has(role.id) ? stateBefore(state, written, role.id) : null;
  const changed = before
    ? role.shown.flatMap((cell, place) =>
        isWritten(written, role.id, cell * role.cellBytes, role.cellBytes)
          ? [{ place, was: text(before, cell) }]
          : [],
      )
    : [];
  return { id: role.id, live: true, cells: role.shown.map((cell) => text(state, cell)), written: changed };
}

/** What a view sees of the shown cells: windows over neighbours, and the strides between them. */
export function laneState(
  record: ArrayRecord,
  role: BufferRole,
  written: Written,
  focus: boolean,
): LaneState {
  const places = new Map(role.shown.map((cell, place) => [cell, place]));
  const seen = placesOf(record, MOST_ELEMENTS).flatMap((element) => {
    const place = places.get(Math.floor(element.offset / role.cellBytes));
    if (place === undefined) return [];
    const size = elementBytes(record.dtype) ?? 1;
    return [{ ...element, place, now: isWritten(written, role.id, element.offset, size) }];
  });
  const unique = [...new Map(seen.map((e) => [e.place, e])).values()].sort((a, b) => a.place - b.place);
  const windows: { start: number; labels: string[]; now: boolean[]; row: string; cell: number }[] = [];
  for (const element of unique) {
    const row = element.index.slice(0, -1).join(',');
    const cell = role.shown[element.place] ?? 0;
    const last = windows.at(-1);
    const joins =
      last && last.row === row && last.start + last.labels.length === element.place && last.cell + 1 === cell;
    if (joins) {
      last.labels.push(element.index.join(','));
      last.now.push(element.now);
      last.cell = cell;
    } else
      windows.push({
        start: element.place,
        labels: [element.index.join(',')],
        now: [element.now],
        row,
        cell,
      });
  }
  const plain = windows.map(({ start, labels, now }): Window => ({ start, labels, now }));
  const caption = words.stage.lane(tupleText(record.shape), tupleText(record.strides), record.offset);
  return {
    object: record.id,
    buffer: role.id,
    windows: plain,
    strides: stridesOf(record, role),
    caption,
    focus,
  };
}

/** One arc for the step along the last axis, and one for each step along the first. */
function stridesOf(record: ArrayRecord, role: BufferRole): Stride[] {
  const placeAt = (offset: number) => role.shown.indexOf(Math.floor(offset / role.cellBytes));
  const arcs: Stride[] = [];
  const axes = record.shape.length;
  const arc = (from: number, to: number, label: string, above: boolean) => {
    const [a, b] = [placeAt(from), placeAt(to)];
    if (a >= 0 && b >= 0 && a !== b) arcs.push({ from: a, to: b, label, above });
  };
  const inner = record.strides[axes - 1] ?? 0;
  if (axes > 0 && (record.shape[axes - 1] ?? 0) > 1) {
    arc(
      record.offset,
      record.offset + inner,
      `${signed(inner)} bytes: next ${axes > 1 ? 'column' : 'element'}`,
      true,
    );
  }
  const outer = record.strides[0] ?? 0;
  if (axes === 2) {
    for (let row = 0; row + 1 < (record.shape[0] ?? 0); row += 1) {
      const from = record.offset + row * outer;
      arc(from, from + outer, row === 0 ? `${signed(outer)} bytes: next row` : signed(outer), false);
    }
  }
  return arcs;
}

function signed(bytes: number): string {
  return bytes < 0 ? `−${-bytes}` : `+${bytes}`;
}
