/** `np.ogrid[0:2, 0:3]`, `np.mgrid[…]`, `np.s_[…]` (numpy/lib/_index_tricks_impl.py). */
import { define } from '../../machine/builtin';
import { int, None, PyComplex } from '../../memory/atoms';
import type { PyTuple } from '../../memory/containers';
import { Atom, type Machine, type PyObject, PyType } from '../../memory/object';
import { ObjectType, TypeType } from '../../memory/types';
import { arrayOf, elementsOf } from '../copy';
import { type DType, Float64 } from '../dtype';
import type { SliceObject } from '../indexing/parse';
import { hiddenView, type NdArray } from '../ndarray';
import { promote } from '../promotion';
import { makeTuple } from '../tuple';
import { chargePicks, requireBytes } from '../work';
import { arange } from './ranges';

const GridType = new PyType('nd_grid', { bases: [ObjectType], metatype: TypeType, module: 'numpy' });

class Grid extends Atom {
  override get kind(): 'grid' {
    return 'grid';
  }
  constructor(readonly name: string) {
    super(GridType);
  }
}

/** The values of one slice; refuses a number of points written as a complex step. */
function range(vm: Machine, part: PyObject): NdArray {
  if (part.kind !== 'slice') return vm.refuse('numpy.mgrid', 'an index that is no slice');
  const { start, stop, step } = part as unknown as SliceObject;
  if (step instanceof PyComplex || stop === None) return vm.refuse('numpy.mgrid', 'this kind of slice');
  return arange(vm, [start === None ? int(0) : start, stop, step === None ? undefined : step]);
}

define(GridType, {
  repr: (vm) => vm.refuse('numpy.mgrid', 'the text of a grid'),
  getItem: (vm, o, key) => {
    const { name } = o as Grid;
    if (name === 's_') {
      key.rc++;
      return key;
    }
    const single = key.kind !== 'tuple';
    const ranges = (single ? [key] : (key as PyTuple).items).map((part) => range(vm, part));
    if (single) return ranges[0] as NdArray;
    if (name === 'ogrid')
      return makeTuple(
        vm,
        ranges.map((r, i) => {
          const shape = ranges.map((_, k) => (k === i ? r.size : 1));
          return hiddenView(
            vm,
            r,
            shape,
            shape.map((_, k) => (k === i ? (r.strides[0] as number) : 0)),
          );
        }),
      );
    const shape = ranges.map((r) => r.size);
    const type = ranges.reduce((t: DType, r) => promote(t, r.dtype) ?? Float64, (ranges[0] as NdArray).dtype);
    const n = shape.reduce((x, y) => x * y, 1);
    requireBytes(vm, 8 * n * ranges.length);
    chargePicks(vm, n * ranges.length);
    const columns = ranges.map((r) => elementsOf(r) as number[]);
    const values: number[] = [];
    ranges.forEach((_, axis) => {
      const inner = shape.slice(axis + 1).reduce((x, y) => x * y, 1);
      for (let i = 0; i < n; i++)
        values.push((columns[axis] as number[])[Math.floor(i / inner) % (shape[axis] as number)] as number);
    });
    vm.heap.decrefAll(ranges);
    return arrayOf(vm, type, [ranges.length, ...shape], values);
  },
});

export const GRIDS = [new Grid('ogrid'), new Grid('mgrid'), new Grid('s_')];
