import { Op } from '../bytecode/opcodes';
import { peek } from '../machine/instructions/handler';
import type { Runtime } from '../machine/runtime';
import type { PyObject } from '../memory/object';
import { arrayOf, elementsOf, writeElements } from '../numpy/copy';
import { Int64 } from '../numpy/dtype';
import type { Elem } from '../numpy/element';
import { getItem } from '../numpy/indexing/subscript';
import { offsets, offsetsOf } from '../numpy/iterate';
import { NdArray, newView } from '../numpy/ndarray';
import { holding, result, STEPS } from './bending/stack';
import { rebase } from './bending/views';
import type { Misconception } from './misconception';

/** An array that shows elements of another at places without a stride. */
interface Link {
  readonly array: NdArray;
  readonly picked: NdArray;
  readonly places: readonly number[];
  shown: readonly Elem[];
}

/** The bytes of `array` at which the elements of `array[key]` lie, in C order: the same index on an array of places. */
function placesOf(vm: Runtime, array: NdArray, key: PyObject): number[] | null {
  const at = offsets(array);
  const indices = arrayOf(vm, Int64, array.shape, [...at.keys()]);
  const chosen = getItem(vm, indices, key);
  const places = chosen instanceof NdArray ? elementsOf(chosen).map((i) => at[Number(i)] as number) : null;
  vm.heap.decref(chosen);
  vm.heap.decref(indices);
  return places;
}

/** Strides that lead through the places, or null where there are none. */
function stridesThrough(shape: readonly number[], places: readonly number[]): number[] | null {
  const strides: number[] = [];
  let step = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const next = (shape[axis] as number) > 1 ? places[step] : places[0];
    strides.unshift((next ?? 0) - (places[0] ?? 0));
    step *= shape[axis] as number;
  }
  const led = offsetsOf(shape, strides, places[0] ?? 0);
  return led.every((at, i) => at === places[i]) ? strides : null;
}

const same = (a: readonly Elem[], b: readonly Elem[]): boolean => a.every((e, i) => e === b[i]);

function follow(vm: Runtime, link: Link): boolean {
  const { array, picked, places, shown } = link;
  if (picked.place < 0) return false;
  const own = elementsOf(picked);
  const there = elementsOf(array, places);
  if (!same(own, shown)) writeElements(vm, array, places, own);
  else if (!same(there, shown)) writeElements(vm, picked, offsets(picked), there);
  link.shown = elementsOf(picked);
  return true;
}

/** Bends array_subscript: an index of places, or a mask, gives a view. */
export const fancyIndexIsView: Misconception = {
  id: 'FancyIndexIsView',
  title: 'A list of places gives a view',
  belief:
    '`a[[0, 2]]` and `a[a > 1]` show the elements of `a`, as a slice does: what is written shows in `a`.',
  refutation:
    'An index that is a list, an array or a mask copies the chosen elements into a new array with a buffer of its own, because no start and stride describe any places. Only an assignment to `a[[0, 2]]` itself writes into `a`.',
  snippet: 'import numpy as np\na = np.array([1, 2, 3])\nb = a[[0, 2]]\nb[0] = 9\nprint(a)\n',
  bend: (machine) => {
    let links: Link[] = [];
    machine.around([Op.BINARY_SUBSCR], (vm, frame, _operand, truly) => {
      const [array, key] = [peek(frame, 2), peek(frame, 1)];
      if (!(array instanceof NdArray) || array.dtype.letter === 'O') return truly();
      holding(vm, [array, key], () => {
        truly();
        const made = result(frame);
        if (!(made instanceof NdArray) || !made.owns || made.size === 0) return;
        const places = placesOf(vm, array, key);
        if (places === null) return;
        const strides = stridesThrough(made.shape, places);
        if (strides !== null) {
          frame.slots[frame.sp - 1] = newView(vm, array, made.shape, strides, places[0] ?? 0);
          vm.heap.decref(made);
          return;
        }
        made.owns = false;
        rebase(vm, made, array);
        links.push({ array, picked: made, places, shown: elementsOf(made) });
      });
    });
    const followAll = (vm: Runtime): void => {
      links = links.filter((link) => follow(vm, link));
    };
    machine.around(STEPS, (vm, _frame, _operand, truly) => {
      followAll(vm);
      truly();
    });
  },
};
