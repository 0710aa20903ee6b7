/**
 * What `sorted(items, key=id)` gives: a list in the order of addresses, which nobody knows beforehand. Its length is
 * certain and so is an empty slice of it; whatever would show the order is refused.
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

const unknown = (): never => {
  throw new Refused('order of id()', 'The order of addresses differs from run to run.');
};

class PyShuffledList extends PyList {
  /** Asked for by records and by the collector: both would show the items in some order. */
  override traverse(_visit: Visit): void {
    unknown();
  }
}

/** Takes over the references in `items`. Refuses where releasing them in this order or that could be told apart. */
export function shuffledList(vm: Machine, items: PyObject[]): PyList {
  if (items.some((item) => item.type.slots.finalize !== undefined)) unknown();
  return vm.heap.add(new PyShuffledList(items, ShuffledListType));
}

const SHOWING = [
  'repr',
  'compare',
  'iter',
  'setItem',
  'contains',
] as const satisfies readonly (keyof Slots)[];

define(ShuffledListType, {
  ...Object.fromEntries(SHOWING.map((slot) => [slot, unknown])),
  getItem: (vm, o, key) => {
    const { length } = (o as PyList).items;
    return key instanceof PySlice && placesOf(vm, key, length).count === 0 ? makeList(vm, []) : unknown();
  },
  binary: { '+': unknown, '*': unknown },
  inplace: { '+': unknown, '*': unknown },
});
for (const name of ListType.members.keys())
  if (!name.startsWith('__') || name === '__reversed__')
    method(ShuffledListType, name, '*args, **kwargs', unknown);
method<PyList>(ShuffledListType, '__len__', '', (_vm, o) => int(o.items.length));
