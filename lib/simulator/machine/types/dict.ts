/**
 * dict: a table of entries in order of insertion (Objects/dictobject.c).
 *
 * As in CPython, entries stand in an array where a deleted one leaves a hole until the table is resized:
 * iterators keep a position in it, so changes during an iteration show as they do there.
 */
import { str } from '../../memory/atoms';
import { HeapObject, type Machine, type PyObject, type PyType, type Visit } from '../../memory/object';
import { DictType } from '../../memory/types';
import { chargeMove } from '../work';
import { comparesByProgram, type Key, keyOf } from './key';

export class PyDict extends HeapObject {
  override get kind(): 'dict' {
    return 'dict';
  }
  /** Entries in order of insertion; a null key is a hole. Owned, each key and value. */
  keys: (PyObject | null)[] = [];
  values: PyObject[] = [];
  /** Number of entries that are not holes (ma_used). */
  used = 0;
  /** Entries that still fit before the table is resized (dk_usable), and log2 of the table's size. */
  usable = 0;
  log2Size = 0;
  /** Place of each entry whose key has a fast key. */
  readonly places: Map<Key, number> = new Map();
  /** Places of the other entries, by hash. */
  others: Map<bigint, number[]> | null = null;
  /** Whether an entry's key compares by code of the program. */
  custom = false;

  /**
   * `shared`: the attributes of an instance or the names of a module, for their `__dict__` as a dict; the map is
   * then the only storage.
   */
  constructor(
    type: PyType = DictType,
    readonly shared: Map<string, PyObject> | null = null,
  ) {
    super(type);
  }
  override traverse(visit: Visit): void {
    for (let place = 0, end = dictEnd(this); place < end; place++) {
      const key = this.keys[place];
      if (key) {
        visit(key, 'item');
        visit(this.values[place] as PyObject, 'item');
      }
    }
    if (this.shared) for (const value of this.shared.values()) visit(value, 'item');
  }
  /** free_keys_object: key, then value, in order of insertion. */
  override drop(): PyObject[] {
    if (this.shared) {
      const owned = [...this.shared.values()];
      this.shared.clear();
      return owned;
    }
    const owned: PyObject[] = [];
    this.keys.forEach((key, place) => {
      if (key) owned.push(key, this.values[place] as PyObject);
    });
    reset(this);
    return owned;
  }
}

function reset(d: PyDict): void {
  d.keys = [];
  d.values = [];
  d.used = d.usable = d.log2Size = 0;
  d.places.clear();
  d.others = null;
  d.custom = false;
}

/** A new empty dict, owned by the caller. */
export const newDict = (vm: Machine): PyDict => vm.heap.add(new PyDict());

/** Number of entries. */
export const dictLength = (d: PyDict): number => (d.shared ? d.shared.size : d.used);

/** One more than the last place that may hold an entry. */
export const dictEnd = (d: PyDict): number => d.keys.length;

/**
 * The value of a key, borrowed, or null. `known`: its hash, where the caller has asked for it already.
 * Errors: unhashable key, whatever the key's `__eq__` raises.
 */
export function dictGet(vm: Machine, d: PyDict, key: PyObject, known?: bigint): PyObject | null {
  const fast = keyOf(key);
  if (d.shared) return sharedGet(vm, d.shared, key, fast);
  if (fast !== undefined && !d.custom) {
    if (typeof fast === 'string') chargeMove(vm, fast.length);
    const place = d.places.get(fast);
    return place === undefined ? null : (d.values[place] as PyObject);
  }
  const place = find(vm, d, key, fast, known ?? hashFor(vm, d, key, fast));
  return place < 0 ? null : (d.values[place] as PyObject);
}

/** The value under a str key, borrowed, or null. */
export function dictGetName(d: PyDict, name: string): PyObject | null {
  if (d.shared) return d.shared.get(name) ?? null;
  const place = d.places.get(name);
  return place === undefined ? null : (d.values[place] as PyObject);
}

/** Store a value: takes a reference of its own to the value, and to a key that is new. */
export function dictSet(vm: Machine, d: PyDict, key: PyObject, value: PyObject, known?: bigint): void {
  const fast = keyOf(key);
  if (d.shared) {
    sharedSet(vm, d, key, fast, value);
    return;
  }
  // Held before the program's `__hash__` and `__eq__` may run.
  key.rc++;
  value.rc++;
  let hash: bigint;
  let place: number;
  try {
    hash = known ?? hashFor(vm, d, key, fast);
    place = find(vm, d, key, fast, hash);
  } catch (error) {
    key.rc--;
    value.rc--;
    throw error;
  }
  if (typeof fast === 'string') chargeMove(vm, fast.length);
  d.dirty = true;
  if (place >= 0) {
    key.rc--;
    const old = d.values[place] as PyObject;
    d.values[place] = value;
    vm.heap.decref(old);
    return;
  }
  vm.charge(32);
  append(d, key, fast, hash, value);
}

/** The value of a key, borrowed, after storing this one if there is none: the key is looked for once. */
export function dictSetDefault(vm: Machine, d: PyDict, key: PyObject, value: PyObject): PyObject {
  const fast = keyOf(key);
  if (d.shared) {
    const known = sharedGet(vm, d.shared, key, fast);
    if (known === null) sharedSet(vm, d, key, fast, value);
    return known ?? value;
  }
  const hash = hashFor(vm, d, key, fast);
  const place = find(vm, d, key, fast, hash);
  if (place >= 0) return d.values[place] as PyObject;
  d.dirty = true;
  key.rc++;
  value.rc++;
  append(d, key, fast, hash, value);
  return value;
}

/** Store under a str key that the simulator itself names. */
export const dictSetName = (vm: Machine, d: PyDict, name: string, value: PyObject): void =>
  dictSet(vm, d, str(name), value);

/** Delete an entry and release its key and value, in this order; false if there is none. */
export function dictDelete(vm: Machine, d: PyDict, key: PyObject, known?: bigint): boolean {
  const value = dictTake(vm, d, key, known);
  if (value === null) return false;
  vm.heap.decref(value);
  return true;
}

/** Remove an entry and return its value (the caller takes over the reference), or null. */
export function dictTake(vm: Machine, d: PyDict, key: PyObject, known?: bigint): PyObject | null {
  const fast = keyOf(key);
  if (d.shared) {
    const value = sharedGet(vm, d.shared, key, fast);
    if (value !== null) d.shared.delete(fast as string);
    d.dirty = true;
    return value;
  }
  const place = find(vm, d, key, fast, known ?? hashFor(vm, d, key, fast));
  return place < 0 ? null : takePlace(vm, d, place);
}

/** Remove the entry at a place: releases its key, returns its value (reference taken over). */
function takePlace(vm: Machine, d: PyDict, place: number): PyObject {
  const key = d.keys[place] as PyObject;
  const value = d.values[place] as PyObject;
  forget(d, key, place);
  d.keys[place] = null;
  d.used--;
  d.dirty = true;
  vm.heap.decref(key);
  return value;
}

function forget(d: PyDict, key: PyObject, place: number): void {
  const fast = keyOf(key);
  if (fast !== undefined && d.places.get(fast) === place) {
    d.places.delete(fast);
    return;
  }
  for (const [hash, places] of d.others ?? []) {
    const at = places.indexOf(place);
    if (at >= 0) {
      places.splice(at, 1);
      if (places.length === 0) d.others?.delete(hash);
      return;
    }
  }
}

/** Remove the last entry: its key and value, references taken over; null if the dict is empty. */
export function dictPopLast(d: PyDict): [PyObject, PyObject] | null {
  d.dirty = true;
  if (d.shared) {
    const last = [...d.shared].at(-1);
    if (last === undefined) return null;
    d.shared.delete(last[0]);
    return [str(last[0]), last[1]];
  }
  for (let place = d.keys.length - 1; place >= 0; place--) {
    const key = d.keys[place];
    if (!key) continue;
    const value = d.values[place] as PyObject;
    forget(d, key, place);
    d.keys.length = d.values.length = place;
    d.used--;
    return [key, value];
  }
  return null;
}

/** Remove all entries, then release them in order. */
export function dictClear(vm: Machine, d: PyDict): void {
  d.dirty = true;
  vm.heap.decrefAll(d.drop());
}

/** The entries as they are now, in order, borrowed. */
export function dictEntries(d: PyDict): [PyObject, PyObject][] {
  if (d.shared) return Array.from(d.shared, ([name, value]) => [str(name), value]);
  const entries: [PyObject, PyObject][] = [];
  d.keys.forEach((key, place) => {
    if (key) entries.push([key, d.values[place] as PyObject]);
  });
  return entries;
}

/**
 * The first place at or after `from` that holds an entry, or -1. A dict that shares a map is walked by the
 * number of the entry.
 */
export function dictNextPlace(d: PyDict, from: number): number {
  if (d.shared) return from < d.shared.size ? from : -1;
  for (let place = from; place < d.keys.length; place++) if (d.keys[place]) return place;
  return -1;
}

/** The last place at or before `from` that holds an entry, or -1. */
export function dictPreviousPlace(d: PyDict, from: number): number {
  if (d.shared) return from;
  for (let place = from; place >= 0; place--) if (d.keys[place]) return place;
  return -1;
}

/** Key and value at a place that holds an entry, borrowed. */
export function dictAt(d: PyDict, place: number): [PyObject, PyObject] {
  if (!d.shared) return [d.keys[place] as PyObject, d.values[place] as PyObject];
  let n = 0;
  for (const [name, value] of d.shared) if (n++ === place) return [str(name), value];
  throw new RangeError('no entry at this place');
}

/** Make room for `count` entries in all, as dict_new_presized and dict_merge do. */
export function dictReserve(d: PyDict, count: number): void {
  if (d.shared || count <= usableOf(d.log2Size)) return;
  if (d.used === 0 && count <= 5) return;
  resize(d, Math.max(3, Math.ceil(Math.log2((count * 3 + 1) >> 1))));
}

/** The hash of a key of this dict, where it was asked of the program. */
export function storedHash(d: PyDict, key: PyObject): bigint | undefined {
  if (d.others === null || keyOf(key) !== undefined) return undefined;
  for (const [hash, places] of d.others) if (places.some((place) => d.keys[place] === key)) return hash;
  return undefined;
}

/** Hash of a key, where the search needs it. */
const hashFor = (vm: Machine, d: PyDict, key: PyObject, fast: Key | undefined): bigint =>
  fast === undefined || d.custom ? vm.hash(key) : 0n;

/** Place of a key, or -1. */
function find(vm: Machine, d: PyDict, key: PyObject, fast: Key | undefined, hash: bigint): number {
  if (fast !== undefined) {
    const place = d.places.get(fast);
    if (place !== undefined) return place;
    if (!d.custom) return -1;
  }
  // From here a comparison may run the program's code, which may change the dict: then search again.
  for (;;) {
    const found = search(vm, d, key, hash, fast === undefined);
    if (found !== CHANGED) return found;
  }
}

const CHANGED = -2;

function search(vm: Machine, d: PyDict, key: PyObject, hash: bigint, amongFast: boolean): number {
  const candidates = d.others?.get(hash)?.slice() ?? [];
  vm.charge(0, candidates.length);
  if (amongFast && comparesByProgram(key)) {
    vm.charge(0, 4 * d.places.size);
    for (const [fast, place] of d.places) {
      if (typeof fast === 'object' && !comparesByProgram(fast)) continue;
      if (vm.hash(d.keys[place] as PyObject) === hash) candidates.push(place);
    }
    candidates.sort((a, b) => a - b);
  }
  for (const place of candidates) {
    const other = d.keys[place];
    if (!other) return CHANGED;
    if (other === key) return place;
    other.rc++;
    let equal: boolean;
    try {
      equal = vm.equal(other, key);
    } finally {
      vm.heap.decref(other);
    }
    if (d.keys[place] !== other) return CHANGED;
    if (equal) return place;
  }
  return -1;
}

/** Add an entry that is not there yet; takes over both references. */
function append(d: PyDict, key: PyObject, fast: Key | undefined, hash: bigint, value: PyObject): void {
  if (d.usable <= 0) resize(d, d.log2Size === 0 ? 3 : Math.max(3, sizeFor(d.used * 3)));
  const place = d.keys.length;
  d.usable--;
  d.used++;
  if (fast !== undefined) d.places.set(fast, place);
  else {
    d.others ??= new Map();
    const same = d.others.get(hash);
    if (same) same.push(place);
    else d.others.set(hash, [place]);
    if (comparesByProgram(key)) d.custom = true;
  }
  d.keys.push(key);
  d.values.push(value);
}

/** USABLE_FRACTION */
const usableOf = (log2Size: number): number => (log2Size === 0 ? 0 : Math.floor((2 ** log2Size * 2) / 3));

/** calculate_log2_keysize */
const sizeFor = (minimum: number): number => Math.ceil(Math.log2(minimum));

/** Move to a table of another size; holes vanish. */
function resize(d: PyDict, log2Size: number): void {
  d.log2Size = log2Size;
  d.usable = usableOf(log2Size) - d.used;
  if (d.used === d.keys.length) return;
  const moved = new Map<number, number>();
  const keys: PyObject[] = [];
  const values: PyObject[] = [];
  d.keys.forEach((key, place) => {
    if (!key) return;
    moved.set(place, keys.length);
    keys.push(key);
    values.push(d.values[place] as PyObject);
  });
  d.keys = keys;
  d.values = values;
  for (const [fast, place] of d.places) d.places.set(fast, moved.get(place) as number);
  for (const [hash, places] of d.others ?? []) {
    d.others?.set(
      hash,
      places.map((place) => moved.get(place) as number),
    );
  }
}

function sharedGet(
  vm: Machine,
  shared: Map<string, PyObject>,
  key: PyObject,
  fast: Key | undefined,
): PyObject | null {
  if (typeof fast === 'string') return shared.get(fast) ?? null;
  vm.hash(key);
  return null;
}

function sharedSet(vm: Machine, d: PyDict, key: PyObject, fast: Key | undefined, value: PyObject): void {
  if (typeof fast !== 'string') {
    vm.hash(key);
    vm.refuse('__dict__ key', 'An attribute dictionary with a key that is not a str is not supported.');
  }
  const old = d.shared?.get(fast);
  value.rc++;
  d.shared?.set(fast, value);
  d.dirty = true;
  if (old !== undefined) vm.heap.decref(old);
}
