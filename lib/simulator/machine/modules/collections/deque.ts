/** collections.deque (Modules/_collectionsmodule.c): layout and slots. */
import { None, NotImplemented, PyInt, str } from '../../../memory/atoms';
import { HeapObject, type Machine, type PyObject, type PyType, type Visit } from '../../../memory/object';
import { builtinType, ObjectType } from '../../../memory/types';
import { bind, define, signature } from '../../builtin';
import { each, own, ownAll, sizeOperand, typeName } from '../../types/convert';
import { IndexErrorType, RuntimeErrorType, TypeErrorType, ValueErrorType } from '../../types/exceptions';
import { placeAt, repeated, repetition } from '../../types/list';
import { compareSequences, reprCopied, reprOf } from '../../types/sequence-compare';
import { PySlice } from '../../types/slice';
import { chargeItems, chargeShift } from '../../work';
import { PyHolding } from '../holding';

export const DequeType = builtinType('deque', ObjectType, 'collections');
DequeType.hasWeakrefs = true;
const IteratorType = builtinType('_deque_iterator', ObjectType, '_collections');
const ReverseIteratorType = builtinType('_deque_reverse_iterator', ObjectType, '_collections');

export class PyDeque extends HeapObject {
  override get kind(): 'deque' {
    return 'deque';
  }
  items: PyObject[] = [];
  /** Its greatest length, or null. */
  limit: number | null = null;
  /** Counts the changes that an iterator does not survive. */
  state = 0;
  constructor(type: PyType = DequeType) {
    super(type);
  }
  override traverse(visit: Visit): void {
    for (const item of this.items) visit(item, 'other');
  }
  /** deque_clear pops from the left. */
  override drop(): PyObject[] {
    const owned = this.items;
    this.items = [];
    return owned;
  }
  changed(): void {
    this.state++;
    this.dirty = true;
  }
}

export const isDeque = (o: PyObject): o is PyDeque => o instanceof PyDeque;

/** Add at the right; takes over the reference. Where it is full, the leftmost goes. */
export function append(vm: Machine, deque: PyDeque, item: PyObject): void {
  deque.items.push(item);
  deque.changed();
  vm.charge(8);
  if (deque.limit !== null && deque.items.length > deque.limit)
    vm.heap.decref(deque.items.shift() as PyObject);
}

export function appendLeft(vm: Machine, deque: PyDeque, item: PyObject): void {
  chargeShift(vm, deque.items.length);
  deque.items.unshift(item);
  deque.changed();
  vm.charge(8);
  if (deque.limit !== null && deque.items.length > deque.limit) vm.heap.decref(deque.items.pop() as PyObject);
}

export function extend(vm: Machine, deque: PyDeque, iterable: PyObject, add = append): void {
  if (iterable === deque) {
    chargeItems(vm, deque.items.length);
    for (const item of ownAll(deque.items)) add(vm, deque, item);
    return;
  }
  each(vm, iterable, (item) => {
    add(vm, deque, own(item));
    return true;
  });
}

/** deque_clear */
export function clear(vm: Machine, deque: PyDeque): void {
  if (deque.items.length === 0) return;
  deque.changed();
  vm.heap.decrefAll(deque.drop());
}

export function copy(vm: Machine, deque: PyDeque): PyDeque {
  if (deque.type !== DequeType)
    vm.refuse('subclass of deque', 'Copying an instance of a class derived from deque is not supported.');
  const made = vm.heap.add(new PyDeque());
  made.limit = deque.limit;
  chargeItems(vm, deque.items.length);
  made.items = ownAll(deque.items);
  return made;
}

/** The place that an index means; raises IndexError. */
function place(vm: Machine, deque: PyDeque, key: PyObject): number {
  if (key instanceof PySlice || (!(key instanceof PyInt) && key.type.slots.index === undefined))
    vm.raise(TypeErrorType, `sequence index must be integer, not '${typeName(key)}'`);
  const at = placeAt(vm, key, deque.items.length, 'deque');
  if (at < 0 || at >= deque.items.length) vm.raise(IndexErrorType, 'deque index out of range');
  return at;
}

const items = (o: PyObject): PyObject[] => (o as PyDeque).items;

/** Forget what is over the limit, from the left. */
function trim(vm: Machine, deque: PyDeque): void {
  if (deque.limit === null || deque.items.length <= deque.limit) return;
  vm.heap.decrefAll(deque.items.splice(0, deque.items.length - deque.limit));
}

define(DequeType, {
  new: (vm, cls) => vm.heap.add(new PyDeque(cls)),
  init(vm, self, args, names) {
    const [iterable, maxlen] = bind(vm, signature('iterable=(), maxlen=None'), 'deque', 'deque', args, names);
    const deque = self as PyDeque;
    let limit: number | null = null;
    if (maxlen !== undefined && maxlen !== None) {
      if (!(maxlen instanceof PyInt)) vm.raise(TypeErrorType, 'an integer is required');
      limit = sizeOperand(vm, maxlen);
      if (limit < 0) vm.raise(ValueErrorType, 'maxlen must be non-negative');
    }
    deque.limit = limit;
    clear(vm, deque);
    if (iterable !== undefined) extend(vm, deque, iterable);
  },
  repr: (vm, o) =>
    str(
      reprOf(vm, o, '[...]', () => {
        const { limit } = o as PyDeque;
        const text = `[${reprCopied(vm, items(o)).join(', ')}]`;
        return `${o.type.name}(${text}${limit === null ? '' : `, maxlen=${limit}`})`;
      }),
    ),
  compare: (vm, a, b, op) =>
    isDeque(a) && isDeque(b) ? compareSequences(vm, a, b, op, true) : NotImplemented,
  iter: (vm, o) => vm.heap.add(new PyHolding(IteratorType, [own(o)], [0, (o as PyDeque).state])),
  length: (_vm, o) => items(o).length,
  contains(vm, o, wanted) {
    const deque = o as PyDeque;
    const { state } = deque;
    chargeItems(vm, deque.items.length);
    for (const item of deque.items.slice()) {
      vm.charge(0, 1);
      own(item);
      let same: boolean;
      try {
        same = vm.equal(item, wanted);
      } finally {
        vm.heap.decref(item);
      }
      if (same) return true;
      if (state !== deque.state) vm.raise(RuntimeErrorType, 'deque mutated during iteration');
    }
    return false;
  },
  getItem: (vm, o, key) => own(items(o)[place(vm, o as PyDeque, key)] as PyObject),
  setItem(vm, o, key, value) {
    const deque = o as PyDeque;
    const at = place(vm, deque, key);
    const old = deque.items[at] as PyObject;
    if (value === null) {
      chargeShift(vm, deque.items.length);
      deque.items.splice(at, 1);
      deque.changed();
    } else {
      deque.items[at] = own(value);
      deque.dirty = true;
    }
    vm.heap.decref(old);
  },
  binary: {
    '+': (vm, a, b) => {
      if (!isDeque(a)) return NotImplemented;
      if (!isDeque(b))
        return vm.raise(TypeErrorType, `can only concatenate deque (not "${typeName(b)}") to deque`);
      const made = copy(vm, a);
      extend(vm, made, b);
      return made;
    },
    '*': (vm, a, b) => {
      const found = repetition(vm, a, b, isDeque);
      if (found === null) return NotImplemented;
      const made = copy(vm, found[0] as PyDeque);
      vm.heap.decrefAll(made.drop());
      made.items = repeated(vm, items(found[0]), found[1]);
      trim(vm, made);
      return made;
    },
  },
  inplace: {
    '+': (vm, a, b) => {
      extend(vm, a as PyDeque, b);
      return own(a);
    },
    '*': (vm, a, b) => {
      const deque = a as PyDeque;
      const found = repetition(vm, a, b, isDeque) as [PyObject, number];
      if (found[1] <= 0) clear(vm, deque);
      else {
        for (const item of repeated(vm, deque.items, found[1] - 1)) deque.items.push(item);
        deque.changed();
        trim(vm, deque);
      }
      return own(a);
    },
  },
});

/** Held: the deque. Counters: how many it has given, the state it started from. */
for (const [type, reversed] of [
  [IteratorType, false],
  [ReverseIteratorType, true],
] as const)
  define(type, {
    iter: (_vm, it) => own(it),
    next(vm, o) {
      const it = o as PyHolding;
      const deque = it.at(0) as PyDeque;
      const [at, state] = it.counters as [number, number];
      if (state !== deque.state) {
        it.counters[0] = deque.items.length;
        it.counters[1] = deque.state;
        vm.raise(RuntimeErrorType, 'deque mutated during iteration');
      }
      const item = deque.items[reversed ? deque.items.length - 1 - at : at];
      if (item === undefined) return null;
      it.counters[0] = at + 1;
      return own(item);
    },
  });

/** `reversed(deque)` */
export const reversedOver = (vm: Machine, deque: PyDeque): PyObject =>
  vm.heap.add(new PyHolding(ReverseIteratorType, [own(deque)], [0, deque.state]));
