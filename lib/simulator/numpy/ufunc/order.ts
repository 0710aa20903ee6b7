/** The order in which the iterator walks the axes (numpy/_core/src/multiarray/nditer_constr.c). */
import { sizeOf } from '../ndarray';

/**
 * Axes from the innermost to the outermost (npyiter_find_best_axis_ordering): by falling strides of all operands,
 * C order where they do not agree. `operands` are strides over `shape`, 0 where an operand is repeated.
 */
export function iterationOrder(shape: readonly number[], operands: readonly (readonly number[])[]): number[] {
  const ndim = shape.length;
  const perm: number[] = [];
  for (let i = ndim - 1; i >= 0; i--) perm.push(i);
  for (let i0 = 1; i0 < ndim; i0++) {
    const axis0 = perm[i0] as number;
    let place = i0;
    for (let i1 = i0 - 1; i1 >= 0; i1--) {
      const axis1 = perm[i1] as number;
      let ambiguous = true;
      let swap = false;
      for (const strides of operands) {
        const s0 = shape[axis0] === 1 ? 0 : Math.abs(strides[axis0] as number);
        const s1 = shape[axis1] === 1 ? 0 : Math.abs(strides[axis1] as number);
        if (s0 !== 0 && s1 !== 0) {
          if (s1 <= s0) swap = false;
          else if (ambiguous) swap = true;
          ambiguous = false;
        }
      }
      if (!ambiguous) {
        if (swap) place = i1;
        else break;
      }
    }
    if (place !== i0) {
      perm.splice(i0, 1);
      perm.splice(place, 0, axis0);
    }
  }
  return perm;
}

/** Strides of an output that the iterator makes for these operands. */
export function outputStrides(
  shape: readonly number[],
  operands: readonly (readonly number[])[],
  itemsize: number,
): number[] {
  const strides = new Array<number>(shape.length).fill(0);
  if (sizeOf(shape) === 0) return strides;
  let step = itemsize;
  for (const axis of iterationOrder(shape, operands)) {
    strides[axis] = step;
    step *= shape[axis] as number;
  }
  return strides;
}
