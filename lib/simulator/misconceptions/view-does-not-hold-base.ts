import { HeapObject } from '../memory/object';
import { onView, rebase } from './bending/views';
import type { Misconception } from './misconception';

/** Bends PyArray_SetBaseObject: a view holds nothing. A base that no statement has shown stays, since nobody asks for it. */
export const viewDoesNotHoldBase: Misconception = {
  id: 'ViewDoesNotHoldBase',
  title: 'A view does not hold its base',
  belief:
    'A view does not count as a reference: when the last name of the array is gone, the array is freed.',
  refutation:
    'A view refers to the array that owns its buffer through `.base`, and that reference counts like any other. The owner with its whole buffer lives as long as any view of it, however small.',
  snippet: 'import numpy as np\na = np.arange(6)\nv = a[:2]\ndel a\n',
  bend: (machine) =>
    onView(machine, (vm, _source, view) =>
      view.base instanceof HeapObject && view.base.record !== null ? rebase(vm, view, null) : view,
    ),
};
