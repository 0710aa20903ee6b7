/** The references that a record says its object owns, one by one. */

import type { EdgeKind } from '../memory/object';
import { ownValue } from './own-value';
import type { FrameRecord, ObjectId, ObjectRecord, Value } from './records';

/** Told of each owned reference to an object: its kind, and which index, key, name or attribute it is. */
export type VisitEdge = (to: ObjectId, kind: EdgeKind, slot: string) => void;

/** What a slot is called that is no index, key or name. */
export const SLOT = {
  key: 'key',
  element: 'element',
  class: 'class',
  dict: '__dict__',
  func: 'function',
  frameObject: 'frame object',
  selfCycle: '__mro__',
  base: 'base class',
  factory: 'default_factory',
} as const;

/** Every reference that an object owns. */
export function eachEdge(record: ObjectRecord, visit: VisitEdge): void {
  const see = (value: Value | null | undefined, kind: EdgeKind, slot: string): void => {
    if (typeof value === 'number') visit(value, kind, slot);
  };
  switch (record.kind) {
    case 'ndarray':
      see(record.base, 'base', 'base');
      record.items?.forEach((item, i) => {
        see(item, 'item', String(i));
      });
      break;
    case 'list':
    case 'tuple':
      record.items.forEach((item, i) => {
        see(item, 'item', String(i));
      });
      break;
    case 'set':
    case 'frozenset':
      for (const item of record.items) see(item, 'item', SLOT.element);
      break;
    case 'dict':
      for (const [key, value] of record.entries) {
        see(key, 'item', SLOT.key);
        see(value, 'item', typeof key === 'string' ? key : `#${key}`);
      }
      see(record.factory, 'other', SLOT.factory);
      break;
    case 'class':
      for (const base of record.bases) see(base, 'other', SLOT.base);
      visit(record.id, 'other', SLOT.selfCycle);
      break;
    case 'function':
      for (const id of record.defaultsIn) visit(id, 'default', 'defaults');
      for (const held of record.holds ?? []) see(held.value, held.kind, held.label);
      for (const [name, cell] of Object.entries(record.closure)) visit(cell, 'cell', name);
      break;
    case 'cell':
      see(record.value, 'cell', record.name);
      break;
    case 'method':
      see(record.self, 'self', 'self');
      see(record.func, 'func', SLOT.func);
      break;
    case 'generator':
      if (record.frame !== null && record.state !== 'running') eachFrameEdge(record.frame, visit);
      see(record.handled, 'handled', 'exception');
      break;
    case 'weakref':
      see(record.callback, 'callback', 'callback');
      for (const held of record.holds ?? []) see(held.value, held.kind, held.label);
      break;
    case 'exception':
    case 'other':
    case 'void':
    case 'bytearray':
      for (const held of record.holds) see(held.value, held.kind, held.label);
      break;
    case 'object':
      break;
  }
  if (record.clsId !== undefined) visit(record.clsId, 'other', SLOT.class);
  if (record.dictId !== undefined) visit(record.dictId, 'attr', SLOT.dict);
  else if (record.attrs !== undefined)
    for (const [name, value] of Object.entries(record.attrs)) see(value, 'attr', name);
}

/** Every reference that a frame owns: its function, its names or their cells, its value stack. */
export function eachFrameEdge(frame: FrameRecord, visit: VisitEdge): void {
  if (frame.func !== null) visit(frame.func, 'frame', SLOT.func);
  const kind = frame.id === 0 ? 'name' : 'local';
  for (const [name, value] of Object.entries(frame.names)) {
    const cell = ownValue(frame.cells, name);
    if (cell !== undefined) visit(cell, 'cell', name);
    else if (typeof value === 'number') visit(value, kind, name);
  }
  for (const slot of frame.stack) if (typeof slot.value === 'number') visit(slot.value, 'temp', slot.role);
  for (const slot of frame.library?.holds ?? [])
    if (typeof slot.value === 'number') visit(slot.value, 'temp', slot.role);
  if (frame.object !== null) visit(frame.object, 'frame', SLOT.frameObject);
}
