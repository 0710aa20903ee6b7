import { Op } from '../bytecode/opcodes';
import type { Runtime } from '../machine/runtime';
import { PyTuple } from '../memory/containers';
import type { PyObject } from '../memory/object';
import { NdArray } from '../numpy/ndarray';
import { copied, isData, isHeldElsewhere } from './bending/copying';
import { replaceAt, result } from './bending/stack';
import type { Misconception } from './misconception';

/** Whether a loop gets at something that is there already: an object that is held, or a row of an array. */
const isExisting = (o: PyObject): boolean =>
  isData(o) && (isHeldElsewhere(o) || (o instanceof NdArray && !o.owns));

/** What is in a tuple, such as the pair that `enumerate` or `zip` gives, is an item as well. */
function copyInside(vm: Runtime, pair: PyTuple): void {
  pair.items = pair.items.map((item) => {
    if (!isData(item)) return item;
    const copy = copied(vm, item);
    vm.heap.decref(item);
    return copy;
  });
}

/** Bends FOR_ITER: the loop variable is bound to a copy of the item. */
export const loopVariableIsCopy: Misconception = {
  id: 'LoopVariableIsCopy',
  title: 'The loop variable is a copy',
  belief: '`for row in rows` gives a copy of each item: what is done to `row` does not show in `rows`.',
  refutation:
    'A loop binds its variable to each item itself, as an assignment does. Changing the item through the variable changes the object in the list; binding the variable to something else changes nothing in it.',
  snippet: 'rows = [[1], [2]]\nfor row in rows:\n    row.append(0)\nprint(rows)\n',
  bend: (machine) =>
    machine.around([Op.FOR_ITER], (vm, frame, end, truly) => {
      truly();
      if (frame.pc === end) return;
      const item = result(frame);
      if (isExisting(item)) replaceAt(vm, frame, 1, copied(vm, item));
      const given = result(frame);
      if (given instanceof PyTuple) copyInside(vm, given);
    }),
};
