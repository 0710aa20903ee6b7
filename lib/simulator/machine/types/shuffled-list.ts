/**
 * What `sorted(items, key=id)` gives, or `gc.get_referrers`: a list in an order which nobody knows beforehand. Its length
 * is certain, what is in it, and an empty slice of it; whatever would show the order is refused.
 */
import { int } from '../../memory/atoms';
import { PyList } from '../../memory/containers';
import type { Machine, PyObject, Slots, Visit } from '../../memory/object';
import { builtinType, ListType } from '../../memory/types';
import { define, method } from '../builtin';
import { Refused } from '../raised';
import { makeList } from './convert';
import './list';
import './list-methods';
import { PySlice, placesOf } from './slice';

/** Its class reads `list`, and it is a list to `isinstance`. */
const ShuffledListType = builtinType('list', ListType);

/** Why the order is unknown. */
interface Reason {
  readonly feature: string;
  readonly message: string;
}
const ADDRESSES: Reason = {
  feature: 'order of id()',
  message: 'The order of addresses differs from run to run.',
};

function refuse({ feature, message }: Reason): never {
  throw new Refused(feature, message);
}

class PyShuffledList extends PyList {
  constructor(
    items: PyObject[],
    readonly reason: Reason,
  ) {
    super(items, ShuffledListType);
  }
  /** Asked for by the collector, which would see the items in some order. */
  override traverse(_visit: Visit): void {
    refuse(this.reason);
  }
}

/** Refuses where the order of these items is unknown: before a record shows them. */
export function checkOrder(o: PyObject): void {
  if (o instanceof PyShuffledList) refuse(o.reason);
}

const unknown = (_vm: Machine, o: PyObject): never =>
  refuse(o instanceof PyShuffledList ? o.reason : ADDRESSES);

/** Takes over the references in `items`. Refuses where releasing them in this order or that could be told apart. */
export function shuffledList(vm: Machine, items: PyObject[], reason: Reason = ADDRESSES): PyList {
  if (items.some((item) => item.type.slots.finalize !== undefined)) refuse(reason);
  return vm.heap.add(new PyShuffledList(items, reason));
}

const SHOWING = ['repr', 'compare', 'iter', 'setItem'] as const satisfies readonly (keyof Slots)[];

define(ShuffledListType, {
  ...Object.fromEntries(SHOWING.map((slot) => [slot, unknown])),
  getItem: (vm, o, key) => {
    const { length } = (o as PyList).items;
    return key instanceof PySlice && placesOf(vm, key, length).count === 0
      ? makeList(vm, [])
      : unknown(vm, o);
  },
  binary: { '+': unknown, '*': unknown },
  inplace: { '+': unknown, '*': unknown },
});
for (const name of ListType.members.keys())
  if (!name.startsWith('__') || name === '__reversed__')
    method(ShuffledListType, name, '*args, **kwargs', unknown);
method<PyList>(ShuffledListType, '__len__', '', (_vm, o) => int(o.items.length));
