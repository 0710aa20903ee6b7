/** What all records share, and how attributes and references become values. */
import { HeapObject, type Machine, type PyObject } from '../../memory/object';
import type { Held, ObjectId, Value } from '../records';
import { shownAs } from './value';

/** Fields that every record has. */
export interface Common {
  readonly id: ObjectId;
  readonly count: number | null;
  readonly cls?: string;
  readonly clsId?: ObjectId;
  readonly attrs?: Readonly<Record<string, Value>>;
  readonly dictId?: ObjectId;
}

export function common(vm: Machine, o: HeapObject): Common {
  const made: { -readonly [K in keyof Common]: Common[K] } = { id: o.id, count: o.rc };
  if (o.type.isHeapType && o.type.id !== 0) {
    made.clsId = o.type.id;
    if (o.type.module === '__main__') made.cls = o.type.name;
  }
  if (o.attrs !== null && o.attrs.size > 0) made.attrs = valuesByName(vm, o.attrs);
  if (o.dict !== null) made.dictId = o.dict.id;
  return made;
}

/** What it makes inherits nothing, and is made faster than by `Object.create(null)`. */
class Bare {}
Reflect.deleteProperty(Bare.prototype, 'constructor');
Object.freeze(Object.setPrototypeOf(Bare.prototype, null));

/** Names of a program as keys: the object inherits none, so that `__proto__` is a key like any other. */
export function emptyRecord<T>(): Record<string, T> {
  return new Bare() as Record<string, T>;
}

export function valuesByName(vm: Machine, names: ReadonlyMap<string, PyObject>): Record<string, Value> {
  const made = emptyRecord<Value>();
  names.forEach((value, name) => {
    made[name] = shownAs(vm, value);
  });
  return made;
}

/** The references that an object owns, as its `traverse` gives them, atoms left out. */
export function heldBy(vm: Machine, o: HeapObject): Held[] {
  const held: Held[] = [];
  o.traverse((child, kind) => {
    if (child instanceof HeapObject && child.id !== 0)
      held.push({ label: kind, kind, value: shownAs(vm, child) });
  });
  return held;
}

export const numberOf = (o: HeapObject | null): ObjectId | null => (o === null || o.id === 0 ? null : o.id);
