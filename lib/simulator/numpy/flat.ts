/** `a.flat`: an iterator over all elements in C order, which holds the array (numpy/_core/src/multiarray/iterators.c). */
import { attribute, define, method } from '../machine/builtin';
import { IndexErrorType } from '../machine/types/exceptions';
import { int, PyInt } from '../memory/atoms';
import { HeapObject, type Machine, type PyObject, type Visit } from '../memory/object';
import { arrayOf, castAll, elementsOf, writeElements } from './copy';
import { toArray } from './creation/from-object';
import type { Elem } from './element';
import { scalarAt } from './indexing/basic';
import { resolveSlice, type SliceObject } from './indexing/parse';
import { requireWriteable, storeAt } from './indexing/subscript';
import { offsets } from './iterate';
import type { NdArray } from './ndarray';
import { compareArrays } from './operators';
import { intTuple, spend } from './tuple';
import { FlatIterType } from './types';

export class PyFlatIter extends HeapObject {
  override get kind(): 'flatiter' {
    return 'flatiter';
  }
  index = 0;
  private places: number[] | null = null;
  /** Takes over the reference. */
  constructor(public base: NdArray | null) {
    super(FlatIterType);
  }
  get array(): NdArray {
    return this.base as NdArray;
  }
  /** Byte offsets of the elements in C order. */
  get at(): number[] {
    this.places ??= offsets(this.array);
    return this.places;
  }
  override traverse(visit: Visit): void {
    if (this.base !== null) visit(this.base, 'other');
  }
  override drop(): PyObject[] {
    const owned = this.base === null ? [] : [this.base];
    this.base = null;
    return owned;
  }
}

const self = (o: PyObject): PyFlatIter => o as PyFlatIter;

/** The places that a key selects, and whether it is a single one. */
function placesOf(
  vm: Machine,
  f: PyFlatIter,
  key: PyObject,
): { at: number[]; single: boolean; shape: readonly number[] } {
  const n = f.at.length;
  const check = (i: number): number => {
    if (i < -n || i >= n) vm.raise(IndexErrorType, `index ${i} is out of bounds for size ${n}`);
    return f.at[i < 0 ? i + n : i] as number;
  };
  if (key instanceof PyInt) return { at: [check(Number(key.value))], single: true, shape: [] };
  if (key.kind === 'slice') {
    const [start, step, count] = resolveSlice(vm, key as unknown as SliceObject, n);
    return {
      at: Array.from({ length: count }, (_, k) => f.at[start + k * step] as number),
      single: false,
      shape: [count],
    };
  }
  const index = toArray(vm, key);
  try {
    const values = elementsOf(index);
    if (index.dtype.letter === 'b' && index.ndim === 1 && values.length === n) {
      const at = f.at.filter((_, i) => values[i] !== 0);
      return { at, single: false, shape: [at.length] };
    }
    if (!index.dtype.isInteger) return vm.refuse('numpy.flatiter', 'an index of this kind');
    return { at: values.map((i) => check(Number(i))), single: index.ndim === 0, shape: index.shape };
  } finally {
    vm.heap.decref(index);
  }
}

define(FlatIterType, {
  iter: (_vm, o) => {
    o.rc++;
    return o;
  },
  next: (vm, o) => {
    const f = self(o);
    if (f.index >= f.at.length) return null;
    return scalarAt(vm, f.array, f.at[f.index++] as number);
  },
  length: (_vm, o) => self(o).at.length,
  compare: (vm, left, right, op) => {
    const { array, at } = self(left);
    const flat = arrayOf(vm, array.dtype, [at.length], elementsOf(array, at));
    return spend(vm, flat, () => compareArrays(vm, flat, right, op));
  },
  getItem: (vm, o, key) => {
    const f = self(o);
    const { at, single, shape } = placesOf(vm, f, key);
    return single
      ? scalarAt(vm, f.array, at[0] as number)
      : arrayOf(vm, f.array.dtype, shape, elementsOf(f.array, at));
  },
  setItem: (vm, o, key, value) => {
    const f = self(o);
    if (value === null) return vm.refuse('numpy.flatiter', 'deletion from a flat iterator');
    requireWriteable(vm, f.array, 'underlying array');
    const { at, single } = placesOf(vm, f, key);
    if (single) return storeAt(vm, f.array, at[0] as number, value);
    const source = toArray(vm, value, { dtype: f.array.dtype });
    try {
      const values = castAll(vm, source.dtype, f.array.dtype, elementsOf(source));
      if (values.length > 0)
        writeElements(
          vm,
          f.array,
          at,
          at.map((_, i) => values[i % values.length] as Elem),
        );
    } finally {
      vm.heap.decref(source);
    }
  },
});

attribute<PyFlatIter>(FlatIterType, 'base', (_vm, f) => {
  f.array.rc++;
  return f.array;
});
attribute<PyFlatIter>(FlatIterType, 'index', (_vm, f) => int(f.index));
attribute<PyFlatIter>(FlatIterType, 'coords', (vm, f) => {
  let rest = f.index;
  if (rest >= f.at.length) return vm.refuse('numpy.flatiter', 'the coordinates behind the last element');
  const place = f.array.shape.map(() => 0);
  for (let axis = place.length - 1; axis >= 0; axis--) {
    const n = f.array.shape[axis] as number;
    place[axis] = rest % n;
    rest = Math.floor(rest / n);
  }
  return intTuple(vm, place);
});
method<PyFlatIter>(FlatIterType, 'copy', '', (vm, f) =>
  arrayOf(vm, f.array.dtype, [f.at.length], elementsOf(f.array, f.at)),
);
