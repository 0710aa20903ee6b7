/** Slots and methods of set and frozenset (Objects/setobject.c). */
import { bool, int, None, NotImplemented, str } from '../../memory/atoms';
import type { ArithmeticOp, Binary, CompareOp, Machine, PyObject, PyType } from '../../memory/object';
import { builtinType, FrozenSetType, SetType } from '../../memory/types';
import { bind, define, method, signature } from '../builtin';
import { hashFrozenSet } from '../format/hash';
import { chargeItems } from '../work';
import { own } from './convert';
import { raiseKey } from './dict-slots';
import { KeyErrorType, RuntimeErrorType } from './exceptions';
import { defineIterator, exhaust, PyHolder } from './list-iterator';
import { reprCopied, reprOf } from './sequence-compare';
import {
  hasEntry,
  itemAt,
  needOrder,
  newSet,
  nextSetPlace,
  PySet,
  popEntry,
  setEntries,
  setItems,
  takeEntry,
} from './set';
import {
  become,
  clearSet,
  copySet,
  isDisjoint,
  isSubset,
  setAdd,
  setDifference,
  setFrom,
  setIntersect,
  setSymmetric,
  setSymmetricUpdate,
  setUpdate,
  subtractFrom,
} from './set-operations';

const self = (o: PyObject): PySet => o as PySet;

function repr(vm: Machine, set: PySet): string {
  const name = set.type.name;
  if (set.used === 0) return `${name}()`;
  return reprOf(vm, set, `${name}(...)`, () => {
    needOrder(vm, set);
    chargeItems(vm, set.table.length);
    const text = `{${reprCopied(vm, setItems(set)).join(', ')}}`;
    return set.type === SetType ? text : `${name}(${text})`;
  });
}

function hash(vm: Machine, set: PySet): bigint {
  set.hash ??= hashFrozenSet(setEntries(vm, set).map((entry) => entry.hash));
  return set.hash;
}

function compare(vm: Machine, a: PyObject, b: PyObject, op: CompareOp): PyObject {
  if (!(a instanceof PySet) || !(b instanceof PySet)) return NotImplemented;
  switch (op) {
    case '==':
      return bool(equal(vm, a, b));
    case '!=':
      return bool(!equal(vm, a, b));
    case '<=':
      return bool(isSubset(vm, a, b));
    case '<':
      return bool(a.used < b.used && isSubset(vm, a, b));
    case '>=':
      return bool(isSubset(vm, b, a));
    default:
      return bool(b.used < a.used && isSubset(vm, b, a));
  }
}

function equal(vm: Machine, a: PySet, b: PySet): boolean {
  if (a.used !== b.used) return false;
  if (a.hash !== null && b.hash !== null && a.hash !== b.hash) return false;
  return isSubset(vm, a, b);
}

const sets =
  (code: (vm: Machine, a: PySet, b: PySet) => PyObject): Binary =>
  (vm, a, b) =>
    a instanceof PySet && b instanceof PySet ? code(vm, a, b) : NotImplemented;

const union = (vm: Machine, a: PySet, others: readonly PyObject[]): PySet => {
  const made = copySet(vm, a);
  try {
    for (const other of others) if (other !== a) setUpdate(vm, made, other);
    return made;
  } catch (error) {
    vm.heap.decref(made);
    throw error;
  }
};

/** A set is looked up in a set by its frozen hash, as if it were a frozenset. */
function has(vm: Machine, set: PySet, item: PyObject): boolean {
  if (item instanceof PySet && item.kind === 'set') return hasEntry(vm, set, item, hash(vm, snapshot(item)));
  return hasEntry(vm, set, item, vm.hash(item));
}
function snapshot(set: PySet): PySet {
  set.hash = null;
  return set;
}

for (const type of [SetType, FrozenSetType])
  define(type, {
    repr: (vm, o) => str(repr(vm, self(o))),
    compare,
    ...(type === FrozenSetType && { hash: (vm: Machine, o: PyObject) => hash(vm, self(o)) }),
    iter: (vm, o) => {
      needOrder(vm, self(o));
      return vm.heap.add(new PySetIterator(own(o) as PySet));
    },
    length: (_vm, o) => self(o).used,
    contains: (vm, o, item) => has(vm, self(o), item),
    binary: {
      '&': sets(setIntersect),
      '|': sets((vm, a, b) => union(vm, a, [b])),
      '-': sets(setDifference),
      '^': sets(setSymmetric),
    },
    new: type === SetType ? (vm, cls) => newSet(vm, cls) : newFrozenSet,
  });

function newFrozenSet(
  vm: Machine,
  cls: PyType,
  args: readonly PyObject[],
  names: readonly string[],
): PyObject {
  const given = cls === FrozenSetType ? args : args.slice(0, args.length - names.length);
  const keywords = cls === FrozenSetType ? names : [];
  const [iterable] = bind(vm, signature('iterable=(), /'), 'frozenset', 'frozenset', given, keywords);
  if (cls === FrozenSetType && iterable?.type === FrozenSetType) return own(iterable);
  return iterable === undefined ? newSet(vm, cls) : setFrom(vm, iterable, cls);
}

const INPLACE: Partial<Record<ArithmeticOp, (vm: Machine, a: PySet, b: PySet) => void>> = {
  '&': (vm, a, b) => become(vm, a, setIntersect(vm, a, b)),
  '|': setUpdate,
  '-': subtractFrom,
  '^': setSymmetricUpdate,
};
define(SetType, {
  inplace: Object.fromEntries(
    Object.entries(INPLACE).map(([op, code]) => [
      op,
      (vm: Machine, a: PyObject, b: PyObject): PyObject => {
        if (!(b instanceof PySet)) return NotImplemented;
        code(vm, self(a), b);
        return own(a);
      },
    ]),
  ),
  init: (vm, o, args, names) => {
    const [iterable] = bind(vm, signature('iterable=(), /'), 'set', 'set', args, names);
    if (self(o).used > 0) clearSet(vm, self(o));
    if (iterable !== undefined) setUpdate(vm, self(o), iterable);
  },
});

const rest = (args: readonly (PyObject | undefined)[]): readonly PyObject[] => args as readonly PyObject[];

for (const type of [SetType, FrozenSetType]) {
  method<PySet>(type, 'copy', '', (vm, set) =>
    set.type === FrozenSetType ? own(set) : copySet(vm, set, set.type),
  );
  method<PySet>(type, 'union', '*others', (vm, set, others) => union(vm, set, rest(others)));
  method<PySet>(type, 'intersection', '*others', (vm, set, others) =>
    fold(vm, set, rest(others), setIntersect),
  );
  method<PySet>(type, 'difference', '*others', (vm, set, others) => {
    if (others.length === 0) return copySet(vm, set);
    const made = setDifference(vm, set, rest(others)[0] as PyObject);
    for (const other of rest(others).slice(1)) subtractFrom(vm, made, other);
    return made;
  });
  method<PySet>(type, 'symmetric_difference', 'other, /', (vm, set, [other]) =>
    setSymmetric(vm, set, other as PyObject),
  );
  method<PySet>(type, 'isdisjoint', 'other, /', (vm, set, [other]) =>
    bool(isDisjoint(vm, set, other as PyObject)),
  );
  method<PySet>(type, 'issubset', 'other, /', (vm, set, [other]) =>
    withSet(vm, other as PyObject, (b) => bool(isSubset(vm, set, b))),
  );
  method<PySet>(type, 'issuperset', 'other, /', (vm, set, [other]) =>
    withSet(vm, other as PyObject, (b) => bool(isSubset(vm, b, set))),
  );
}

function fold(
  vm: Machine,
  set: PySet,
  others: readonly PyObject[],
  step: (vm: Machine, a: PySet, b: PyObject) => PySet,
): PySet {
  let made = others.length === 0 ? copySet(vm, set) : own(set);
  for (const other of others) {
    const before = made;
    try {
      made = step(vm, before, other);
    } finally {
      vm.heap.decref(before);
    }
  }
  return made;
}

function withSet(vm: Machine, other: PyObject, code: (set: PySet) => PyObject): PyObject {
  if (other instanceof PySet) return code(other);
  const made = setFrom(vm, other);
  try {
    return code(made);
  } finally {
    vm.heap.decref(made);
  }
}

method<PySet>(SetType, 'add', 'object, /', (vm, set, [item]) => {
  setAdd(vm, set, item as PyObject);
  return None;
});

/** Remove an item; false if it is not there. A set is looked for as if it were frozen. */
function discard(vm: Machine, set: PySet, item: PyObject): boolean {
  const wanted = item instanceof PySet && item.kind === 'set' ? hash(vm, snapshot(item)) : vm.hash(item);
  const taken = takeEntry(vm, set, item, wanted);
  if (taken !== null) vm.heap.decref(taken);
  return taken !== null;
}
method<PySet>(SetType, 'remove', 'object, /', (vm, set, [item]) => {
  if (!discard(vm, set, item as PyObject)) raiseKey(vm, item as PyObject);
  return None;
});
method<PySet>(SetType, 'discard', 'object, /', (vm, set, [item]) => {
  discard(vm, set, item as PyObject);
  return None;
});
method<PySet>(SetType, 'pop', '', (vm, set) => {
  needOrder(vm, set);
  return popEntry(set) ?? vm.raise(KeyErrorType, 'pop from an empty set');
});
method<PySet>(SetType, 'clear', '', (vm, set) => {
  clearSet(vm, set);
  return None;
});
method<PySet>(SetType, 'update', '*others', (vm, set, others) => {
  for (const other of rest(others)) setUpdate(vm, set, other);
  return None;
});
method<PySet>(SetType, 'intersection_update', '*others', (vm, set, others) => {
  become(vm, set, fold(vm, set, rest(others), setIntersect));
  return None;
});
method<PySet>(SetType, 'difference_update', '*others', (vm, set, others) => {
  for (const other of rest(others)) subtractFrom(vm, set, other);
  return None;
});
method<PySet>(SetType, 'symmetric_difference_update', 'other, /', (vm, set, [other]) => {
  setSymmetricUpdate(vm, set, other as PyObject);
  return None;
});

export const SetIteratorType = builtinType('set_iterator');

class PySetIterator extends PyHolder {
  used: number;
  left: number;
  at = 0;
  constructor(held: PySet) {
    super(SetIteratorType, held);
    this.used = this.left = held.used;
  }
}

defineIterator(SetIteratorType, (vm, o) => {
  const iterator = o as PySetIterator;
  const set = iterator.held as PySet | null;
  if (set === null) return null;
  if (iterator.used !== set.used) {
    iterator.used = -1;
    vm.raise(RuntimeErrorType, 'Set changed size during iteration');
  }
  const place = nextSetPlace(set, iterator.at);
  vm.charge(0, ((place < 0 ? set.table.length : place) - iterator.at) >> 2);
  if (place < 0) return exhaust(vm, iterator);
  iterator.at = place + 1;
  iterator.left--;
  return own(itemAt(set, place));
});
method<PySetIterator>(SetIteratorType, '__length_hint__', '', (_vm, o) =>
  int(o.held !== null && o.used === (o.held as PySet).used ? o.left : 0),
);
