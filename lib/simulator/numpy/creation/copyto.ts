import { TypeErrorType } from '../../machine/types/exceptions';
import { None } from '../../memory/atoms';
import type { PyObject } from '../../memory/object';
import { castingOf, numpyFunction } from '../arguments';
import { assignArray, elementsOf, writeElements } from '../copy';
import { Bool, type DType } from '../dtype';
import { assign, requireWriteable } from '../indexing/subscript';
import { offsets } from '../iterate';
import { NdArray, newArray } from '../ndarray';
import { canCast } from '../promotion';
import { elementOf } from '../scalar';
import { toArray } from './from-object';

const KINDS = 'buifcSUO';

/** Whether a Python scalar is of a kind that the array's type holds. */
const weaklyFits = (from: DType, to: DType): boolean =>
  (from.letter === 'i' && to.letter === 'u') || KINDS.indexOf(from.letter) <= KINDS.indexOf(to.letter);

/** `np.copyto(dst, src, casting, where)` */
export const copyto = numpyFunction(
  'copyto',
  'dst, src, casting=, where=',
  (vm, [dst, src, casting, where]) => {
    if (!(dst instanceof NdArray))
      return vm.raise(
        TypeErrorType,
        `copyto() argument 1 must be a numpy.ndarray, not ${(dst as PyObject).type.name}`,
      );
    // An array onto itself is nothing to do, even if it may not be written (PyArray_AssignArray).
    if (src === dst && where === undefined) return None;
    requireWriteable(vm, dst);
    const how = castingOf(vm, casting, 'same_kind');
    const source = toArray(vm, src as PyObject);
    try {
      // Python numbers are weak: they only need to fit.
      const weak = elementOf(src as PyObject) !== null && !(src instanceof NdArray);
      if (weak && !(how === 'unsafe' || weaklyFits(source.dtype, dst.dtype)))
        vm.raise(
          TypeErrorType,
          `Cannot cast scalar from ${vm.repr(source.dtype)} to ${vm.repr(dst.dtype)} according to the rule '${how}'`,
        );
      if (!weak && !canCast(source.dtype, dst.dtype, how))
        vm.raise(
          TypeErrorType,
          `Cannot cast array data from ${vm.repr(source.dtype)} to ${vm.repr(dst.dtype)} according to the rule '${how}'`,
        );
      if (where === undefined) {
        if (weak) assign(vm, dst, src as PyObject);
        else assignArray(vm, dst, source);
        return None;
      }
      const mask = toArray(vm, where, { dtype: Bool });
      const full = newArray(vm, dst.dtype, dst.shape);
      const chosen = newArray(vm, Bool, dst.shape);
      assignArray(vm, full, source);
      assignArray(vm, chosen, mask);
      const picks = elementsOf(chosen);
      const values = elementsOf(full).filter((_, i) => picks[i] !== 0);
      writeElements(
        vm,
        dst,
        offsets(dst).filter((_, i) => picks[i] !== 0),
        values,
      );
      vm.heap.decrefAll([mask, full, chosen]);
      return None;
    } finally {
      vm.heap.decref(source);
    }
  },
);
