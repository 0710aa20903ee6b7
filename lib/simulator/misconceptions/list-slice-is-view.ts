import { Op } from '../bytecode/opcodes';
import { peek } from '../machine/instructions/handler';
import type { Runtime } from '../machine/runtime';
import { PySlice, placesOf } from '../machine/types/slice';
import { PyList } from '../memory/containers';
import type { PyObject } from '../memory/object';
import { result, STEPS } from './bending/stack';
import type { Misconception } from './misconception';

/** A slice that shows the items of a list: `shown` is what both had there when it was last looked at. */
interface Link {
  readonly list: PyList;
  readonly slice: PyList;
  readonly places: readonly number[];
  shown: readonly PyObject[];
}

const same = (a: readonly PyObject[], b: readonly PyObject[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

function write(vm: Runtime, list: PyList, places: readonly number[], items: readonly PyObject[]): void {
  items.forEach((item, i) => {
    const at = places[i] as number;
    const old = list.items[at] as PyObject;
    if (old === item) return;
    item.rc++;
    list.items[at] = item;
    list.dirty = true;
    vm.heap.decref(old);
  });
}

/** Bring both to what was written into either; false where one was freed or has another length now. */
function follow(vm: Runtime, link: Link): boolean {
  const { list, slice, places, shown } = link;
  if (list.place < 0 || slice.place < 0 || slice.items.length !== places.length) return false;
  if (places.some((at) => at >= list.items.length)) return false;
  const there = places.map((at) => list.items[at] as PyObject);
  if (!same(slice.items, shown)) write(vm, list, places, slice.items);
  else if (!same(there, shown)) write(vm, slice, [...places.keys()], there);
  link.shown = slice.items.slice();
  return true;
}

/** Bends list_subscript: a slice shows the items of its list, and is written through. */
export const listSliceIsView: Misconception = {
  id: 'ListSliceIsView',
  title: 'A slice of a list is a view',
  belief:
    '`b = a[1:]` of a list shows the items of `a`, as for an array: what is written into `b` shows in `a`.',
  refutation:
    'A slice of a list is a new list, filled with references to the same items. Storing into either list leaves the other alone; only slices of NumPy arrays are views.',
  snippet: 'a = [1, 2, 3]\nb = a[1:]\nb[0] = 9\nprint(a)\n',
  bend: (machine) => {
    let links: Link[] = [];
    machine.around([Op.BINARY_SUBSCR], (vm, frame, _operand, truly) => {
      const [list, key] = [peek(frame, 2), peek(frame, 1)];
      truly();
      const slice = result(frame);
      if (!(list instanceof PyList && slice instanceof PyList && key instanceof PySlice)) return;
      const { start, step } = placesOf(vm, key, list.items.length);
      const places = slice.items.map((_, i) => start + i * step);
      links.push({ list, slice, places, shown: slice.items.slice() });
    });
    const followAll = (vm: Runtime): void => {
      links = links.filter((link) => follow(vm, link));
    };
    machine.around(STEPS, (vm, _frame, _operand, truly) => {
      followAll(vm);
      truly();
    });
    machine.around([Op.STORE_SUBSCR], (vm, _frame, _operand, truly) => {
      truly();
      followAll(vm);
    });
  },
};
