/**
 * Arrays from Python objects (numpy/_core/src/multiarray/array_coercion.c, ctors.c): the shape and type are
 * discovered first, then each element is stored.
 */
import { ValueErrorType } from '../../machine/types/exceptions';
import { int, PyBytes, type PyInt } from '../../memory/atoms';
import type { PyList } from '../../memory/containers';
import type { Machine, PyObject, PyType } from '../../memory/object';
import { IntType } from '../../memory/types';
import { store } from '../convert';
import { assignArray, copyOf, elementsOf, type Order } from '../copy';
import { bytesDType, type DType, Float64, Int64, ObjectDType, sameDType, strDType, write } from '../dtype';
import { offsets, touch } from '../iterate';
import { fromMemory } from '../memory-export';
import { isC, isF, NdArray, newArray, newView } from '../ndarray';
import { promote } from '../promotion';
import { elementOf, PyVoid } from '../scalar';
import { shapeText } from '../tuple';
import { NdArrayType } from '../types';
import { chargeStored } from '../work';

/** Items of what NumPy takes as a sequence, else null. They are borrowed, or (for a range) atoms. */
function itemsOf(vm: Machine, o: PyObject): readonly PyObject[] | null {
  if (o.kind === 'list' || o.kind === 'tuple') return (o as PyList).items;
  if (o.type.name === 'range') {
    const items: PyObject[] = [];
    const n = vm.length(o);
    vm.charge(8 * n, n);
    for (let i = 0; i < n; i++) items.push(vm.getItem(o, int(i)));
    return items;
  }
  return null;
}

/** Kinds that never are sequences or buffers for NumPy. */
const OPAQUE = new Set([
  'dict',
  'set',
  'frozenset',
  'function',
  'generator',
  'type',
  'module',
  'builtin',
  'weakref',
  'exception',
  'cell',
  'method',
  'builtin-method',
  'singleton',
  'iterator',
  'dtype',
  'slice',
]);

interface Discovery {
  shape: number[];
  /** Number of axes, -1 while no element was met. */
  ndim: number;
  ragged: boolean;
  dtype: DType | null;
  readonly most: number;
  /** Whether the length of the elements' text is asked for (`dtype=str`). */
  readonly asText: boolean;
  /** Whether there was a sequence below the last axis that is allowed. */
  deep: boolean;
}

function typeOfLeaf(vm: Machine, o: PyObject): DType {
  if (o instanceof PyVoid) return o.data.dtype;
  const found = elementOf(o);
  if (found !== null) return found.dtype;
  if (!OPAQUE.has(o.kind)) {
    const { getItem, length } = o.type.slots;
    if ((getItem !== undefined && length !== undefined) || o.type.lookup('__array__') !== undefined)
      vm.refuse('numpy.array', `an array made from an object of type ${o.type.name}`);
  }
  return ObjectDType;
}

function join(vm: Machine, d: Discovery, t: DType): void {
  if (d.dtype === t) return;
  d.dtype = d.dtype === null ? t : promote(d.dtype, t);
  if (d.dtype === null) vm.refuse('numpy.array', 'an array of values without a common type');
}

function visit(vm: Machine, d: Discovery, o: PyObject, depth: number, wantType: boolean): void {
  const inner = o instanceof NdArray ? o : null;
  const items = inner === null ? itemsOf(vm, o) : null;
  if (items === null && (inner === null || inner.ndim === 0)) {
    if (wantType)
      join(
        vm,
        d,
        inner !== null
          ? inner.dtype
          : d.asText && !(o instanceof PyBytes)
            ? strDType([...vm.str(o)].length)
            : typeOfLeaf(vm, o),
      );
    if (d.ndim < 0 && d.shape.length <= depth) d.ndim = depth;
    else if (d.ndim < 0 || d.ndim > depth) {
      d.ragged = true;
      d.ndim = depth;
    }
    return;
  }
  if (inner !== null && depth + inner.ndim > d.most) d.deep = true;
  if (depth >= d.most) {
    d.deep = true;
    if (d.ndim < 0) d.ndim = depth;
    return;
  }
  if (d.ndim >= 0 && depth >= d.ndim) {
    d.ragged = true;
    return;
  }
  const lengths = inner !== null ? inner.shape : [(items as readonly PyObject[]).length];
  for (let k = 0; k < lengths.length; k++) {
    const length = lengths[k] as number;
    if (d.ndim >= 0 && depth + k >= d.ndim) {
      d.ragged = true;
      return;
    }
    if (d.shape.length === depth + k) d.shape.push(length);
    else if (d.shape[depth + k] !== length) {
      d.ragged = true;
      d.ndim = depth + k;
      return;
    }
  }
  if (inner !== null) {
    if (wantType) join(vm, d, inner.dtype);
    const end = depth + inner.ndim;
    if (d.ndim < 0 && d.shape.length <= end) d.ndim = end;
    else if (d.ndim < 0 || d.ndim > end) {
      d.ragged = true;
      d.ndim = end;
    }
  } else {
    chargeStored(vm, (items as readonly PyObject[]).length);
    for (const item of items as readonly PyObject[]) visit(vm, d, item, depth + 1, wantType);
  }
}

/** Store the elements below `o` from byte `at` on; returns where the next one goes. */
function fill(
  vm: Machine,
  a: NdArray,
  places: readonly number[],
  from: number,
  o: PyObject,
  depth: number,
): number {
  if (depth === a.ndim) {
    store(vm, a.dtype, a.buffer, places[from] as number, o);
    return from + 1;
  }
  if (o instanceof NdArray) {
    const values = elementsOf(o);
    if (sameDType(o.dtype, a.dtype) && o.dtype.letter !== 'O' && o.dtype.letter !== 'V')
      for (const e of values) write(a.dtype, a.buffer, places[from++] as number, e);
    else {
      const copy = copyOf(vm, o, 'C', a.dtype, NdArrayType);
      for (const e of elementsOf(copy)) {
        if (a.dtype.letter === 'O') store(vm, a.dtype, a.buffer, places[from++] as number, e as PyObject);
        else write(a.dtype, a.buffer, places[from++] as number, e);
      }
      vm.heap.decref(copy);
    }
    return from;
  }
  for (const item of itemsOf(vm, o) ?? []) from = fill(vm, a, places, from, item, depth + 1);
  return from;
}

/** Text without a length holds one character. */
const withLength = (t: DType): DType =>
  t.itemsize > 0 ? t : t.letter === 'U' ? strDType(1) : t.letter === 'S' ? bytesDType(1) : t;

function adapt(dtype: DType | null, found: DType | null): DType {
  if (dtype === null) return found ?? Float64;
  // `dtype=str` and `dtype=bytes` take their length from the elements.
  if (dtype.itemsize > 0 || dtype.fields !== null || found === null) return dtype;
  if (dtype.letter === 'U')
    return strDType(
      found.letter === 'U' ? found.itemsize / 4 : (promote(found, strDType(1)) as DType).itemsize / 4,
    );
  if (dtype.letter === 'S')
    return bytesDType(
      found.letter === 'U' ? found.itemsize / 4 : (promote(found, bytesDType(1)) as DType).itemsize,
    );
  return dtype;
}

/** A new array with the elements of a Python object. Raises ValueError, TypeError, OverflowError. */
export function arrayFrom(
  vm: Machine,
  o: PyObject,
  dtype: DType | null,
  order: Order = 'K',
  /** Where an element of an assignment is expected: deeper sequences are elements of object arrays, else an error. */
  most = 64,
): NdArray {
  if (o.kind === 'list' && (dtype === null || dtype === Int64)) {
    const quick = intList(vm, (o as PyList).items);
    if (quick !== null) return quick;
  }
  if (dtype !== null && dtype.letter === 'V') return recordsFrom(vm, o, dtype);
  const { shape, to } = discover(vm, o, dtype, most);
  const made = newArray(vm, to, shape, order === 'F');
  try {
    if (made.size > 0) fill(vm, made, offsets(made), 0, o, 0);
  } catch (e) {
    vm.heap.decref(made);
    throw e;
  }
  return made;
}

/**
 * `view[...] = o` for a sequence (PyArray_CopyObject). Where the shapes are equal its items are written one after the
 * other: those before an error stay, and an item that shows the view's own memory shows what was written by then.
 */
export function assignSequence(vm: Machine, view: NdArray, o: PyObject): void {
  if (view.dtype.letter !== 'V') {
    const { shape, to } = discover(vm, o, view.dtype, view.ndim);
    if (
      sameDType(to, view.dtype) &&
      shape.length === view.ndim &&
      shape.every((n, i) => n === view.shape[i])
    ) {
      const places = offsets(view);
      touch(view, places);
      if (places.length > 0) fill(vm, view, places, 0, o, 0);
      return;
    }
  }
  const source = arrayFrom(vm, o, view.dtype, 'K', view.ndim);
  try {
    assignArray(vm, view, source);
  } finally {
    vm.heap.decref(source);
  }
}

/** The shape and the type that an object has as an array of this type (PyArray_DiscoverDTypeAndShape). */
function discover(
  vm: Machine,
  o: PyObject,
  dtype: DType | null,
  most: number,
): { readonly shape: number[]; readonly to: DType } {
  const d: Discovery = {
    shape: [],
    ndim: -1,
    ragged: false,
    dtype: null,
    most,
    deep: false,
    asText: dtype?.letter === 'U' || dtype?.letter === 'S',
  };
  visit(vm, d, o, 0, dtype === null || dtype.itemsize === 0);
  const shape = d.shape.slice(0, d.ndim < 0 ? d.shape.length : d.ndim);
  const to = withLength(adapt(dtype, d.dtype));
  if (d.deep && to.letter !== 'O')
    vm.raise(
      ValueErrorType,
      `setting an array element with a sequence. The requested array would exceed the maximum number of dimension of ${most}.`,
    );
  if (d.ragged && to.letter !== 'O')
    vm.raise(
      ValueErrorType,
      `setting an array element with a sequence. The requested array has an inhomogeneous shape after ${shape.length} dimensions. The detected shape was ${shapeText(shape).replaceAll(',', ', ').replace(', )', ',)')} + inhomogeneous part.`,
    );
  return { shape, to };
}

/** Lists of tuples for a structured type: tuples are elements, lists are axes. */
function recordsFrom(vm: Machine, o: PyObject, dtype: DType): NdArray {
  const shape: number[] = [];
  let level: readonly PyObject[] = [o];
  while (level[0]?.kind === 'list') {
    const n = (level[0] as PyList).items.length;
    if (level.some((l) => l.kind !== 'list' || (l as PyList).items.length !== n))
      vm.refuse('numpy.array', 'a structured array from nested lists of different lengths');
    shape.push(n);
    level = level.flatMap((l) => (l as PyList).items);
  }
  const made = newArray(vm, dtype, shape);
  try {
    level.forEach((item, i) => {
      store(vm, dtype, made.buffer, i * dtype.itemsize, item);
    });
  } catch (e) {
    vm.heap.decref(made);
    throw e;
  }
  return made;
}

/** The quick way for a list of plain ints. */
function intList(vm: Machine, items: readonly PyObject[]): NdArray | null {
  const n = items.length;
  if (n === 0) return null;
  for (let i = 0; i < n; i++) {
    const item = items[i] as PyObject;
    if (item.type !== IntType || typeof (item as PyInt).value !== 'number') return null;
  }
  chargeStored(vm, n);
  const made = newArray(vm, Int64, [n]);
  const buffer = made.buffer;
  for (let i = 0; i < n; i++) write(Int64, buffer, i * 8, (items[i] as PyInt).value);
  return made;
}

export interface ArrayOptions {
  dtype?: DType | null;
  /** true: always copy; null: if needed; false: never. */
  copy?: boolean | null;
  order?: Order;
  subok?: boolean;
  ndmin?: number;
}

export const NO_COPY =
  'Unable to avoid copy while creating an array as requested.\nIf using `np.array(obj, copy=False)` replace it with `np.asarray(obj)` to allow a copy when needed (no behavior change in NumPy 1.x).\nFor more details, see https://numpy.org/devdocs/numpy_2_0_migration_guide.html#adapting-to-changes-in-the-copy-keyword.';

/** `np.array(o, …)`: a new reference, to `o` itself where no copy is made (_array_fromobject_generic). */
export function toArray(vm: Machine, o: PyObject, options: ArrayOptions = {}): NdArray {
  const { dtype = null, copy = null, order = 'K', ndmin = 0 } = options;
  let made: NdArray;
  if (o instanceof NdArray) {
    const type: PyType = options.subok ? o.type : NdArrayType;
    const to = dtype === null ? o.dtype : adapt(dtype, o.dtype);
    const fits =
      sameDType(to, o.dtype) &&
      (order === 'K' || order === 'A' || (order === 'C' ? isC(o) : isF(o)) || (order as string) === '');
    if (copy !== true && fits) {
      if (o.type === type) {
        o.rc++;
        made = o;
      } else made = newView(vm, o, o.shape, o.strides, o.offset, o.dtype, type);
    } else {
      if (copy === false) vm.raise(ValueErrorType, NO_COPY);
      made = copyOf(vm, o, order, to, type);
    }
  } else {
    const shown = fromMemory(vm, o);
    if (shown !== null) {
      try {
        return toArray(vm, shown, options);
      } finally {
        vm.heap.decref(shown);
      }
    }
    if (copy === false) vm.raise(ValueErrorType, NO_COPY);
    made = arrayFrom(vm, o, dtype, order);
  }
  if (made.ndim < ndmin) {
    const lead = ndmin - made.ndim;
    const shape = [...new Array<number>(lead).fill(1), ...made.shape];
    // The strides of the new axes are those of a contiguous array (_prepend_ones).
    const step =
      made.ndim > 0 ? (made.shape[0] as number) * (made.strides[0] as number) : made.dtype.itemsize;
    const strides = [...new Array<number>(lead).fill(step), ...made.strides];
    const view = newView(
      vm,
      made,
      shape,
      isC(made) ? strides : strides.map((s, i) => (i < lead ? made.dtype.itemsize : s)),
      made.offset,
    );
    vm.heap.decref(made);
    return view;
  }
  return made;
}

export const asArray = (vm: Machine, o: PyObject): NdArray => {
  if (o instanceof NdArray && o.type === NdArrayType) {
    o.rc++;
    return o;
  }
  return toArray(vm, o);
};
