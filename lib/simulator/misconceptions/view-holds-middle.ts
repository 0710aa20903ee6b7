import { onView, rebase } from './bending/views';
import type { Misconception } from './misconception';

/** Bends PyArray_SetBaseObject: the base of a view is the array that it was taken from, be it a view itself. */
export const viewHoldsMiddle: Misconception = {
  id: 'ViewHoldsMiddle',
  title: 'A view of a view holds the view between',
  belief: 'A view of a view has that view as its base, and keeps it alive.',
  refutation:
    'The base of a view is the array that owns the buffer: when a view is made from a view, NumPy follows the bases to the owner. The view in the middle is held by nobody and is freed as soon as its own references are gone.',
  snippet: 'import numpy as np\na = np.arange(6)\nv = a[1:]\nw = v[1:]\ndel v\n',
  bend: (machine) =>
    onView(machine, (vm, source, view) =>
      source.owns || source.base === null || view.base === source ? view : rebase(vm, view, source),
    ),
};
