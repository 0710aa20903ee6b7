import type { Runtime } from '../machine/runtime';
import { ownAll } from '../machine/types/convert';
import { dictClear, PyDict } from '../machine/types/dict';
import { mergeInto } from '../machine/types/dict-slots';
import { PyList } from '../memory/containers';
import type { PyObject } from '../memory/object';
import { assignArray } from '../numpy/copy';
import { sameDType } from '../numpy/dtype';
import { NdArray } from '../numpy/ndarray';
import { isAssignment, result, STORES } from './bending/stack';
import { variableNow } from './bending/variables';
import type { Misconception } from './misconception';

/** Write the contents of one object over those of another; false where that cannot be. */
function overwrite(vm: Runtime, old: PyObject, value: PyObject): boolean {
  if (old === value) return true;
  if (old instanceof PyList && value instanceof PyList) {
    const before = old.items;
    old.items = ownAll(value.items);
    old.dirty = true;
    vm.heap.decrefAll(before);
    return true;
  }
  if (old instanceof PyDict && value instanceof PyDict && old.shared === null) {
    dictClear(vm, old);
    mergeInto(vm, old, value);
    return true;
  }
  if (!(old instanceof NdArray && value instanceof NdArray) || !old.writeable) return false;
  if (!sameDType(old.dtype, value.dtype) || String(old.shape) !== String(value.shape)) return false;
  assignArray(vm, old, value);
  return true;
}

/** Bends STORE_NAME: where the name has an object of that kind already, the value is written into it. */
export const assignmentWritesInPlace: Misconception = {
  id: 'AssignmentWritesInPlace',
  title: 'Assignment writes into the object',
  belief:
    '`a = x` puts the new value into the object of `a`, so that every other name of that object shows it.',
  refutation:
    'An assignment to a name binds the name to another object and writes into none: the old object stays as it is, and other names still refer to it. Only `a[:] = x`, a method or an in-place operator changes the object itself.',
  snippet: 'a = [1]\nb = a\na = [2]\nprint(b)\n',
  bend: (machine) =>
    machine.around(STORES, (vm, frame, operand, truly) => {
      const old = variableNow(frame, operand)?.value ?? null;
      const value = result(frame);
      if (old === null || !isAssignment(frame) || !overwrite(vm, old, value)) return truly();
      frame.sp -= 1;
      vm.heap.decref(value);
    }),
};
