import { copyInstead, onView } from './bending/views';
import type { Misconception } from './misconception';

/** Bends array_subscript: a slice of an array, or a row, has memory of its own. */
export const sliceCopiesArray: Misconception = {
  id: 'SliceCopiesArray',
  title: 'A slice of an array is a copy',
  belief:
    '`a[1:3]` or `a[0]` of an array is a new array with numbers of its own, as a slice of a list is a new list.',
  refutation:
    'A slice or a row of a NumPy array is a view: a new array object on the same buffer, which holds the array that owns it. What is written through either of them shows in both.',
  snippet: 'import numpy as np\na = np.array([1, 2, 3])\nv = a[1:]\nv[0] = 9\nprint(a)\n',
  bend: (machine) =>
    onView(machine, (vm, _source, view, maker) => (maker.by === 'subscript' ? copyInstead(vm, view) : view)),
};
