/**
 * set and frozenset: the table (Objects/setobject.c).
 *
 * Programs see the order of the table, so it is CPython's own: open addressing with runs of ten places, then a jump.
 * Where a hash depends on an address (instances, functions, None) that order is not known: showing it is refused.
 */

import { PyFloat } from '../../memory/atoms';
import type { PyTuple } from '../../memory/containers';
import { HeapObject, type Machine, type PyObject, type PyType, type Visit } from '../../memory/object';
import { FrozenSetType, ObjectType, SetType, TupleType } from '../../memory/types';
import { chargeItems } from '../work';
import { type Key, keyOf } from './key';

const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5n;
const SMALLEST = 8;

interface Entry {
  readonly key: PyObject;
  readonly hash: bigint;
}

/** A place whose item was removed. */
const DUMMY: Entry = { key: null as unknown as PyObject, hash: -1n };

export class PySet extends HeapObject {
  override get kind(): 'set' | 'frozenset' {
    return this.type.isSubtype(FrozenSetType) ? 'frozenset' : 'set';
  }
  table: (Entry | null)[] = new Array(SMALLEST).fill(null);
  /** Places in use, with the removed ones (fill), and without (used). */
  fill = 0;
  used = 0;
  /** Where `pop` looks next. */
  finger = 0;
  /** Whether the place of an item depends on an address. */
  unordered = false;
  /** hash(frozenset), once it was asked for. */
  hash: bigint | null = null;

  constructor(type: PyType = SetType) {
    super(type);
  }
  override traverse(visit: Visit): void {
    for (const entry of this.table) if (entry !== null && entry !== DUMMY) visit(entry.key, 'item');
  }
  override drop(): PyObject[] {
    const owned: PyObject[] = [];
    for (const entry of this.table) if (entry !== null && entry !== DUMMY) owned.push(entry.key);
    this.table = new Array(SMALLEST).fill(null);
    this.fill = this.used = 0;
    return owned;
  }
}

for (const type of [SetType, FrozenSetType]) type.hasWeakrefs = true;

export const newSet = (vm: Machine, type: PyType = SetType): PySet => vm.heap.add(new PySet(type));

/** The items in the order of the table, borrowed. For code whose result does not show the order. */
export function setItems(set: PySet): PyObject[] {
  const items: PyObject[] = [];
  for (const entry of set.table) if (entry !== null && entry !== DUMMY) items.push(entry.key);
  return items;
}

/** Items with their hashes in the order of the table, which is walked over. */
export function setEntries(vm: Machine, set: PySet): { readonly key: PyObject; readonly hash: bigint }[] {
  chargeItems(vm, set.table.length);
  return set.table.filter((entry): entry is Entry => entry !== null && entry !== DUMMY);
}

/** Refuse if the order of the items would show and depends on addresses. */
export function needOrder(vm: Machine, set: PySet): void {
  if (set.unordered && set.used > 1)
    vm.refuse(
      'order of a set',
      'The order of a set whose items hash by address is not the same in each run.',
    );
}

/** Whether a hash is the same in each run. */
function hashIsKnown(o: PyObject): boolean {
  if (o.type === TupleType) return (o as PyTuple).items.every(hashIsKnown);
  if (o instanceof PySet) return !o.unordered;
  if (o.kind === 'address') return false;
  if (o instanceof PyFloat) return !Number.isNaN(o.value);
  return o.type.slots.hash !== ObjectType.slots.hash;
}

/** Whether two items with one hash are equal; `null`: the table changed meanwhile. */
function same(
  vm: Machine,
  set: PySet,
  at: number,
  entry: Entry,
  item: PyObject,
  key: Key | undefined,
): boolean | null {
  if (entry.key === item) return true;
  vm.charge(0, 1);
  const other = keyOf(entry.key);
  if (key !== undefined && other !== undefined && typeof key !== 'object') return key === other;
  const { table } = set;
  entry.key.rc++;
  let equal: boolean;
  try {
    equal = vm.equal(entry.key, item);
  } finally {
    vm.heap.decref(entry.key);
  }
  if (equal) return true;
  return table === set.table && table[at] === entry ? false : null;
}

/**
 * The place of an item (`found`), or the free place where it goes (set_lookkey, set_add_entry).
 */
function look(vm: Machine, set: PySet, item: PyObject, hash: bigint): { at: number; found: boolean } {
  const key = keyOf(item);
  restart: for (;;) {
    // The last removed place on the way is used again.
    let free = -1;
    const mask = set.table.length - 1;
    let perturb = BigInt.asUintN(64, hash);
    let start = Number(perturb & BigInt(mask));
    for (;;) {
      vm.charge(0, 1);
      const probes = start + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
      for (let at = start; at <= start + probes; at++) {
        const entry = set.table[at] as Entry | null;
        if (entry === null) return { at: free < 0 ? at : free, found: false };
        if (entry === DUMMY) free = at;
        else if (entry.hash === hash) {
          const equal = same(vm, set, at, entry, item, key);
          if (equal === null) continue restart;
          if (equal) return { at, found: true };
        }
      }
      perturb >>= PERTURB_SHIFT;
      start = Number((BigInt(start) * 5n + 1n + perturb) & BigInt(mask));
    }
  }
}

/** set_insert_clean */
function insertClean(table: (Entry | null)[], entry: Entry): void {
  const mask = table.length - 1;
  let perturb = BigInt.asUintN(64, entry.hash);
  let start = Number(perturb & BigInt(mask));
  for (;;) {
    const probes = start + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
    for (let at = start; at <= start + probes; at++)
      if (table[at] === null) {
        table[at] = entry;
        return;
      }
    perturb >>= PERTURB_SHIFT;
    start = Number((BigInt(start) * 5n + 1n + perturb) & BigInt(mask));
  }
}

/** set_table_resize */
export function resizeSet(set: PySet, least: number): void {
  let size = SMALLEST;
  while (size <= least) size *= 2;
  if (size === SMALLEST && set.table.length === SMALLEST && set.fill === set.used) return;
  const table: (Entry | null)[] = new Array(size).fill(null);
  for (const entry of set.table) if (entry !== null && entry !== DUMMY) insertClean(table, entry);
  set.table = table;
  set.fill = set.used;
}

/** Add an item with its hash; takes a reference of its own if it is new (set_add_entry). */
export function addEntry(vm: Machine, set: PySet, item: PyObject, hash: bigint): void {
  // Held before the program's `__eq__` may run.
  item.rc++;
  let place: ReturnType<typeof look> | null = null;
  try {
    place = look(vm, set, item, hash);
  } finally {
    if (place?.found !== false) item.rc--;
  }
  const { at, found } = place;
  if (found) return;
  const again = set.table[at] === DUMMY;
  set.table[at] = { key: item, hash };
  set.used++;
  vm.charge(32);
  set.dirty = true;
  noteHash(vm, set, item);
  if (again) return;
  set.fill++;
  if (set.fill * 5 < (set.table.length - 1) * 3) return;
  resizeSet(set, set.used > 50000 ? set.used * 2 : set.used * 4);
}

function noteHash(vm: Machine, set: PySet, item: PyObject): void {
  if (hashIsKnown(item)) return;
  set.unordered = true;
  if (item.type.slots.finalize !== undefined && set.used > 1)
    vm.refuse(
      'set of objects with __del__',
      'The order in which this set releases its items depends on addresses.',
    );
}

export function hasEntry(vm: Machine, set: PySet, item: PyObject, hash: bigint): boolean {
  return set.used > 0 ? look(vm, set, item, hash).found : false;
}

/** As `hasEntry` for an item of another set, which is held meanwhile. */
export function sharesEntry(vm: Machine, set: PySet, item: PyObject, hash: bigint): boolean {
  item.rc++;
  try {
    return hasEntry(vm, set, item, hash);
  } finally {
    vm.heap.decref(item);
  }
}

/** Remove an item and return it (the caller takes over the reference), or null. */
export function takeEntry(vm: Machine, set: PySet, item: PyObject, hash: bigint): PyObject | null {
  const { at, found } = look(vm, set, item, hash);
  if (!found) return null;
  const entry = set.table[at] as Entry;
  set.table[at] = DUMMY;
  set.used--;
  set.dirty = true;
  return entry.key;
}

/** Remove some item and return it, or null if there is none (set_pop). */
export function popEntry(set: PySet): PyObject | null {
  if (set.used === 0) return null;
  const mask = set.table.length - 1;
  let at = set.finger & mask;
  while (set.table[at] === null || set.table[at] === DUMMY) at = at >= mask ? 0 : at + 1;
  const entry = set.table[at] as Entry;
  set.table[at] = DUMMY;
  set.used--;
  set.finger = at + 1;
  set.dirty = true;
  return entry.key;
}

/** Take over all items of another set (set_merge). */
export function mergeSet(vm: Machine, set: PySet, other: PySet): void {
  if (other === set || other.used === 0) return;
  chargeItems(vm, other.table.length);
  if ((set.fill + other.used) * 5 >= (set.table.length - 1) * 3) resizeSet(set, (set.used + other.used) * 2);
  set.dirty = true;
  if (set.fill === 0) {
    const entries = other.table.filter((entry): entry is Entry => entry !== null && entry !== DUMMY);
    for (const entry of entries) entry.key.rc++;
    set.unordered ||= other.unordered;
    set.fill = set.used = entries.length;
    if (set.table.length === other.table.length && other.fill === other.used) {
      set.table = other.table.slice();
      return;
    }
    for (const entry of entries) insertClean(set.table, entry);
    return;
  }
  for (const entry of other.table.slice())
    if (entry !== null && entry !== DUMMY) addEntry(vm, set, entry.key, entry.hash);
}

/** The next place at or after this one that holds an item, or -1. */
export function nextSetPlace(set: PySet, from: number): number {
  for (let at = from; at < set.table.length; at++)
    if (set.table[at] !== null && set.table[at] !== DUMMY) return at;
  return -1;
}

export const itemAt = (set: PySet, place: number): PyObject => (set.table[place] as Entry).key;
