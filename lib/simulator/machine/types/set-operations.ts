/** Operations between sets and iterables (Objects/setobject.c). */
import type { Machine, PyObject, PyType } from '../../memory/object';
import { DictType, FrozenSetType, SetType } from '../../memory/types';
import { chargeItems } from '../work';
import { each } from './convert';
import { dictEntries, dictGet, dictLength, type PyDict } from './dict';
import {
  addEntry,
  hasEntry,
  mergeSet,
  newSet,
  PySet,
  resizeSet,
  setEntries,
  sharesEntry,
  takeEntry,
} from './set';

export const setAdd = (vm: Machine, set: PySet, item: PyObject): void =>
  addEntry(vm, set, item, vm.hash(item));

/** The type of a result: set or frozenset, never a class below (make_new_set_basetype). */
export const baseType = (set: PySet): PyType => (set.kind === 'set' ? SetType : FrozenSetType);

/** Make a set and fill it; it is freed if that raises. */
export function building(vm: Machine, type: PyType, fill: (set: PySet) => void): PySet {
  const set = newSet(vm, type);
  try {
    fill(set);
    return set;
  } catch (error) {
    vm.heap.decref(set);
    throw error;
  }
}

/** set_update_internal */
export function setUpdate(vm: Machine, set: PySet, other: PyObject): void {
  if (other instanceof PySet) mergeSet(vm, set, other);
  else if (other.type === DictType) {
    const count = dictLength(other as PyDict);
    if ((set.fill + count) * 5 >= (set.table.length - 1) * 3) resizeSet(set, (set.used + count) * 2);
    chargeItems(vm, count);
    for (const [key] of dictEntries(other as PyDict)) setAdd(vm, set, key);
  } else
    each(vm, other, (item) => {
      setAdd(vm, set, item);
      return true;
    });
}

/** A new set of what an iterable gives. */
export const setFrom = (vm: Machine, iterable: PyObject, type: PyType = SetType): PySet =>
  building(vm, type, (set) => setUpdate(vm, set, iterable));

export const copySet = (vm: Machine, set: PySet, type: PyType = baseType(set)): PySet =>
  setFrom(vm, set, type);

/** set_intersection */
export function setIntersect(vm: Machine, set: PySet, other: PyObject): PySet {
  if (set === other) return copySet(vm, set);
  return building(vm, baseType(set), (made) => {
    if (other instanceof PySet) {
      const [large, small] = other.used > set.used ? [other, set] : [set, other];
      for (const { key, hash } of setEntries(vm, small))
        if (sharesEntry(vm, large, key, hash)) addEntry(vm, made, key, hash);
      return;
    }
    each(vm, other, (item) => {
      const hash = vm.hash(item);
      if (hasEntry(vm, set, item, hash)) addEntry(vm, made, item, hash);
      return true;
    });
  });
}

/** set_difference_update_internal */
export function subtractFrom(vm: Machine, set: PySet, other: PyObject): void {
  if (other === set) {
    clearSet(vm, set);
    return;
  }
  const discard = (item: PyObject, hash: bigint): void => {
    const taken = takeEntry(vm, set, item, hash);
    if (taken !== null) vm.heap.decref(taken);
  };
  if (other instanceof PySet) {
    // A set more than eight times as large is first cut down to what they have in common.
    const common = Math.floor(other.used / 8) > set.used ? setIntersect(vm, set, other) : null;
    for (const { key, hash } of setEntries(vm, common ?? other)) discard(key, hash);
    if (common !== null) vm.heap.decref(common);
  } else
    each(vm, other, (item) => {
      discard(item, vm.hash(item));
      return true;
    });
  if (set.fill - set.used > Math.floor((set.table.length - 1) / 4))
    resizeSet(set, set.used > 50000 ? set.used * 2 : set.used * 4);
}

/** set_difference */
export function setDifference(vm: Machine, set: PySet, other: PyObject): PySet {
  if (set.used === 0) return copySet(vm, set);
  const quick = other instanceof PySet || other.type === DictType;
  if (!quick || set.used >> 2 > vm.length(other))
    return building(vm, baseType(set), (made) => {
      mergeSet(vm, made, set);
      subtractFrom(vm, made, other);
    });
  return building(vm, baseType(set), (made) => {
    for (const { key, hash } of setEntries(vm, set)) {
      const there =
        other instanceof PySet
          ? sharesEntry(vm, other, key, hash)
          : dictGet(vm, other as PyDict, key) !== null;
      if (!there) addEntry(vm, made, key, hash);
    }
  });
}

/** set_symmetric_difference_update */
export function setSymmetricUpdate(vm: Machine, set: PySet, other: PyObject): void {
  if (set === other) {
    clearSet(vm, set);
    return;
  }
  const others = other instanceof PySet ? other : setFrom(vm, other, baseType(set));
  try {
    for (const { key, hash } of setEntries(vm, others)) {
      const taken = takeEntry(vm, set, key, hash);
      if (taken === null) addEntry(vm, set, key, hash);
      else vm.heap.decref(taken);
    }
  } finally {
    if (others !== other) vm.heap.decref(others);
  }
}

/** set_symmetric_difference: starts from the other one. */
export const setSymmetric = (vm: Machine, set: PySet, other: PyObject): PySet =>
  building(vm, baseType(set), (made) => {
    setUpdate(vm, made, other);
    setSymmetricUpdate(vm, made, set);
  });

export function clearSet(vm: Machine, set: PySet): void {
  set.dirty = true;
  set.unordered = false;
  vm.heap.decrefAll(set.drop());
}

/** Give a set the items of another, which is then freed (set_swap_bodies). */
export function become(vm: Machine, set: PySet, other: PySet): void {
  [set.table, other.table] = [other.table, set.table];
  [set.fill, other.fill] = [other.fill, set.fill];
  [set.used, other.used] = [other.used, set.used];
  [set.unordered, other.unordered] = [other.unordered, set.unordered];
  set.dirty = true;
  vm.heap.decref(other);
}

/** set_issubset */
export function isSubset(vm: Machine, set: PySet, other: PySet): boolean {
  if (set.used > other.used) return false;
  return setEntries(vm, set).every(({ key, hash }) => sharesEntry(vm, other, key, hash));
}

/** set_isdisjoint */
export function isDisjoint(vm: Machine, set: PySet, other: PyObject): boolean {
  if (set === other) return set.used === 0;
  if (other instanceof PySet) {
    const [large, small] = other.used > set.used ? [other, set] : [set, other];
    return !setEntries(vm, small).some(({ key, hash }) => sharesEntry(vm, large, key, hash));
  }
  let disjoint = true;
  each(vm, other, (item) => {
    disjoint = !hasEntry(vm, set, item, vm.hash(item));
    return disjoint;
  });
  return disjoint;
}
