import { copyInstead, onView } from './bending/views';
import type { Misconception } from './misconception';

const NAMES: ReadonlySet<string> = new Set(['reshape', 'ravel']);

/** Bends array_reshape: another shape is another array, with memory of its own. */
export const reshapeCopies: Misconception = {
  id: 'ReshapeCopies',
  title: 'reshape copies',
  belief: '`a.reshape(2, 3)` makes a new array with numbers of its own.',
  refutation:
    'Where the elements lie in memory in the right order, `reshape` gives a view: another shape and other strides on the same buffer. Only where no strides describe the new shape does it copy.',
  snippet: 'import numpy as np\na = np.array([1, 2, 3, 4])\nm = a.reshape(2, 2)\nm[0, 0] = 9\nprint(a)\n',
  bend: (machine) =>
    onView(machine, (vm, _source, view, maker) =>
      maker.by === 'name' && NAMES.has(maker.name) ? copyInstead(vm, view) : view,
    ),
};
