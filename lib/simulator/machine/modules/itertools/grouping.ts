/** groupby and tee. */
import { None } from '../../../memory/atoms';
import { HeapObject, type Machine, type PyObject, type Visit } from '../../../memory/object';
import { builtinType, ObjectType } from '../../../memory/types';
import { builtinFunction, define, method } from '../../builtin';
import { makeTuple, own, sizeArgument } from '../../types/convert';
import { ValueErrorType } from '../../types/exceptions';
import { PyHolding } from '../holding';
import { add, toolType } from './iterator';

/** Places of what a groupby holds, in the order of groupby_dealloc. */
const IT = 0;
const KEY_FUNCTION = 1;
const TARGET_KEY = 2;
const CURRENT_KEY = 3;
const CURRENT_VALUE = 4;

/** The group that a groupby gave last: only that one goes on. Borrowed. */
const lastGroup = new WeakMap<PyHolding, PyHolding>();

/** groupby_step: false at the end. */
function step(vm: Machine, it: PyHolding): boolean {
  const value = vm.next(it.at(IT));
  if (value === null) return false;
  const func = it.at(KEY_FUNCTION);
  let key: PyObject;
  try {
    key = func === None ? own(value) : vm.call(func, [value]);
  } catch (raised) {
    vm.heap.decref(value);
    throw raised;
  }
  const old = it.held[CURRENT_VALUE];
  it.held[CURRENT_VALUE] = value;
  it.put(vm, CURRENT_KEY, key);
  if (old) vm.heap.decref(old);
  return true;
}

const GrouperType = toolType({
  name: '_grouper',
  signature: 'parent, tgtkey, /',
  make: (vm) => vm.refuse('itertools._grouper', 'itertools._grouper is not supported.'),
  next(vm, group) {
    const it = group.at(0) as PyHolding;
    if (lastGroup.get(it) !== group) return null;
    if (it.held[CURRENT_VALUE] === null && !step(vm, it)) return null;
    if (!vm.equal(group.at(1), it.at(CURRENT_KEY))) return null;
    const value = it.at(CURRENT_VALUE);
    it.held[CURRENT_VALUE] = null;
    it.put(vm, CURRENT_KEY, null);
    return value;
  },
});

export const GroupByType = toolType({
  name: 'groupby',
  signature: 'iterable, key=None',
  make(vm, [iterable, key = None], type) {
    const it = vm.iterate(iterable as PyObject);
    return add(vm, new PyHolding(type, [it, own(key), null, null, null]));
  },
  next(vm, it) {
    lastGroup.delete(it);
    for (;;) {
      const current = it.held[CURRENT_KEY];
      const target = it.held[TARGET_KEY];
      if (current && (!target || !vm.equal(target, current))) break;
      if (!step(vm, it)) return null;
    }
    it.put(vm, TARGET_KEY, own(it.at(CURRENT_KEY)));
    const group = add(vm, new PyHolding(GrouperType, [own(it), own(it.at(TARGET_KEY))]));
    lastGroup.set(it, group);
    return makeTuple(vm, [own(it.at(CURRENT_KEY)), group]);
  },
});

const DataType = builtinType('_tee_dataobject', ObjectType, 'itertools');
const TeeType = builtinType('_tee', ObjectType, 'itertools');
TeeType.hasWeakrefs = true;

/** LINKCELLS: values of one link of the chain that the copies share. */
const CELLS = 57;

/** A link: values already taken from the iterator, the iterator, and the next link. Owned. */
class TeeData extends HeapObject {
  override get kind(): 'tee-data' {
    return 'tee-data';
  }
  values: PyObject[] = [];
  next: TeeData | null = null;
  constructor(public iterator: PyObject | null) {
    super(DataType);
  }
  override traverse(visit: Visit): void {
    if (this.iterator !== null) visit(this.iterator, 'other');
    for (const value of this.values) visit(value, 'other');
    if (this.next !== null) visit(this.next, 'other');
  }
  /** teedataobject_clear: iterator, values, next link. */
  override drop(): PyObject[] {
    const owned: PyObject[] = [this.iterator, ...this.values, this.next].filter((o) => o !== null);
    this.values = [];
    this.iterator = this.next = null;
    return owned;
  }
}

class Tee extends HeapObject {
  override get kind(): 'tee' {
    return 'tee';
  }
  index = 0;
  /** Takes over the reference. */
  constructor(public data: TeeData | null) {
    super(TeeType);
  }
  override traverse(visit: Visit): void {
    if (this.data !== null) visit(this.data, 'other');
  }
  override drop(): PyObject[] {
    const owned = this.data === null ? [] : [this.data];
    this.data = null;
    return owned;
  }
}

function nextOf(vm: Machine, o: PyObject): PyObject | null {
  const tee = o as Tee;
  let data = tee.data as TeeData;
  if (tee.index >= CELLS) {
    data.next ??= vm.heap.add(new TeeData(own(data.iterator as PyObject)));
    data.dirty = true;
    const link = own(data.next);
    const old = data;
    tee.data = data = link;
    tee.index = 0;
    tee.dirty = true;
    vm.heap.decref(old);
  }
  let value = data.values[tee.index];
  if (value === undefined) {
    const item = vm.next(data.iterator as PyObject);
    if (item === null) return null;
    data.values.push(item);
    data.dirty = true;
    value = item;
  }
  tee.index++;
  return own(value);
}

define(TeeType, { iter: (_vm, it) => own(it), next: nextOf });

const copyOf = (vm: Machine, tee: Tee): Tee => {
  const made = vm.heap.add(new Tee(own(tee.data as TeeData)));
  made.index = tee.index;
  return made;
};
method<Tee>(TeeType, '__copy__', '', copyOf);

export const tee = builtinFunction(
  'tee',
  'iterable, n=2, /',
  (vm, [iterable, n]) => {
    const count = n === undefined ? 2 : sizeArgument(vm, n);
    if (count < 0) vm.raise(ValueErrorType, 'n must be >= 0');
    vm.charge(8 * count, count);
    if (count === 0) return makeTuple(vm, []);
    const it = vm.iterate(iterable as PyObject);
    const first = it instanceof Tee ? it : vm.heap.add(new Tee(vm.heap.add(new TeeData(it))));
    const all: PyObject[] = [first];
    for (let i = 1; i < count; i++) all.push(copyOf(vm, first));
    return makeTuple(vm, all);
  },
  'itertools',
);
