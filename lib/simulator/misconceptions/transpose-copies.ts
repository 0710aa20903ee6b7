import { copyInstead, onView } from './bending/views';
import type { Misconception } from './misconception';

const NAMES: ReadonlySet<string> = new Set(['T', 'mT', 'transpose', 'swapaxes', 'moveaxis']);

/** Bends array_transpose_get: the transposed array has memory of its own. */
export const transposeCopies: Misconception = {
  id: 'TransposeCopies',
  title: 'Transposing copies',
  belief: '`a.T` makes a new array with the numbers in another order.',
  refutation:
    '`a.T` is a view: it has the shape and the strides in reverse order and the same buffer. No number is moved or copied, and what is written through either of them shows in both.',
  snippet: 'import numpy as np\na = np.array([[1, 2], [3, 4]])\nt = a.T\nt[0, 1] = 9\nprint(a)\n',
  bend: (machine) =>
    onView(machine, (vm, _source, view, maker) =>
      maker.by === 'name' && NAMES.has(maker.name) ? copyInstead(vm, view) : view,
    ),
};
