/** Functions of numpy that give views or rearranged copies (numpy/_core/fromnumeric.py, numeric.py, numpy/lib). */
import { IndexErrorType, TypeErrorType, ValueErrorType } from '../../machine/types/exceptions';
import { int, None } from '../../memory/atoms';
import type { Machine, PyObject } from '../../memory/object';
import { axesOf, type Code, numpyFunction, optionalIndex, orderOf } from '../arguments';
import { copyOf, elementsOf, likeStrides, writeElements } from '../copy';
import { asArray, toArray } from '../creation/from-object';
import { normalAxis } from '../exceptions';
import { CHOICES } from '../indexing/choose';
import { unwrap } from '../indexing/subscript';
import { offsets } from '../iterate';
import { libraryFunction } from '../late-library';
import { NdArray, newArray, newView } from '../ndarray';
import { PyNumpyScalar, PyVoid } from '../scalar';
import { indexOf, makeTuple, shapeOf } from '../tuple';
import { chargePicks } from '../work';
import { diagonal, flip, moveAxes, squeeze, swapAxes, transpose } from './axes';
import { ravel, reshape } from './reshape';

/** Call with the argument as an array, which is given up afterwards: its result may keep it. */
export const withArray =
  (
    code: (vm: Machine, a: NdArray, rest: readonly (PyObject | undefined)[]) => PyObject,
    /** Whether a scalar gives a scalar: it does where NumPy calls the scalar's method. */
    unwraps = true,
  ): Code =>
  (vm, [o, ...rest]) => {
    if (o instanceof PyVoid) vm.refuse('numpy.void', 'a function of a record');
    const a = toArray(vm, o as PyObject, { subok: true });
    try {
      const made = code(vm, a, rest);
      return unwraps && o instanceof PyNumpyScalar && made instanceof NdArray ? unwrap(vm, made) : made;
    } finally {
      vm.heap.decref(a);
    }
  };

const fn = (
  name: string,
  text: string,
  code: (vm: Machine, a: NdArray, rest: readonly (PyObject | undefined)[]) => PyObject,
) => numpyFunction(name, text, withArray(code));

const repeat = CHOICES.find(([name]) => name === 'repeat')?.[2];

/** `np.tile(A, reps)`: repeated and reshaped, so that the result is a view of a nameless array. */
const tile: Code = (vm, [o, reps]) => {
  const times = shapeOf(vm, reps as PyObject);
  let c = toArray(vm, o as PyObject, { ndmin: times.length, copy: null, subok: true });
  if (times.every((n) => n === 1) && o instanceof NdArray) {
    vm.heap.decref(c);
    return toArray(vm, o, { ndmin: times.length, copy: true, subok: true });
  }
  if (times.some((n) => n < 0)) {
    vm.heap.decref(c);
    return vm.raise(ValueErrorType, 'negative dimensions are not allowed');
  }
  while (times.length < c.ndim) times.unshift(1);
  const out = c.shape.map((n, i) => n * (times[i] as number));
  let n = c.size;
  if (n > 0)
    for (const [i, dim] of c.shape.entries()) {
      if (times[i] !== 1) {
        const flat = reshape(vm, c, [-1, n]);
        vm.heap.decref(c);
        c = repeat?.(vm, flat, [int(times[i] as number), int(0)]) as NdArray;
        vm.heap.decref(flat);
      }
      n = Math.floor(n / dim);
    }
  else return vm.refuse('numpy.tile', 'tile of an empty array');
  const made = reshape(vm, c, out);
  vm.heap.decref(c);
  return made;
};

/** `np.roll`: along axes a new array; without, a view of one. */
function roll(vm: Machine, a: NdArray, shift: PyObject, axis: PyObject | undefined): PyObject {
  const axes = axesOf(vm, axis);
  if (axes === null) {
    const flat = ravel(vm, a);
    const turned = rolled(vm, flat, shapeOf(vm, shift), [0]);
    vm.heap.decref(flat);
    const made = reshape(vm, turned, a.shape);
    vm.heap.decref(turned);
    return made;
  }
  return rolled(vm, a, shapeOf(vm, shift), axes);
}

function rolled(vm: Machine, a: NdArray, shifts: readonly number[], axes: readonly number[]): NdArray {
  const n = Math.max(shifts.length, axes.length);
  if ((shifts.length !== n && shifts.length !== 1) || (axes.length !== n && axes.length !== 1))
    vm.raise(ValueErrorType, "'shift' and 'axis' should be scalars or 1D sequences");
  const by = a.shape.map(() => 0);
  for (let k = 0; k < n; k++) {
    const axis = normalAxis(vm, (axes[k] ?? axes[0]) as number, a.ndim);
    by[axis] = (by[axis] as number) + ((shifts[k] ?? shifts[0]) as number);
  }
  const made = newArray(vm, a.dtype, a.shape);
  if (a.size > 0) made.strides = likeStrides(a, 'K', a.dtype.itemsize);
  chargePicks(vm, a.size);
  const values = elementsOf(a);
  const places = offsets(made);
  const index = a.shape.map(() => 0);
  const flat = a.shape.map((_, i) => a.shape.slice(i + 1).reduce((x, y) => x * y, 1));
  const targets = values.map(() => {
    let to = 0;
    index.forEach((i, axis) => {
      const length = a.shape[axis] as number;
      to += ((((i + (by[axis] as number)) % length) + length) % length) * (flat[axis] as number);
    });
    for (let axis = a.ndim - 1; axis >= 0; axis--) {
      const next = (index[axis] as number) + 1;
      if (next < (a.shape[axis] as number)) {
        index[axis] = next;
        break;
      }
      index[axis] = 0;
    }
    return places[to] as number;
  });
  writeElements(vm, made, targets, values);
  return made;
}

/** `np.rot90(m, k)` */
function rot90(vm: Machine, a: NdArray, k: number): NdArray {
  if (a.ndim < 2)
    vm.raise(
      ValueErrorType,
      a.ndim === 1 ? 'Axes must be different.' : 'Axes=(0, 1) out of range for array of ndim=0.',
    );
  const turns = ((k % 4) + 4) % 4;
  if (turns === 0) return newView(vm, a, a.shape, a.strides, a.offset);
  if (turns === 2) return flip(vm, a, [0, 1]);
  const order = a.shape.map((_, i) => (i === 0 ? 1 : i === 1 ? 0 : i));
  const first = turns === 1 ? flip(vm, a, [1]) : transpose(vm, a, order);
  const made = turns === 1 ? transpose(vm, first, order) : flip(vm, first, [1]);
  vm.heap.decref(first);
  return made;
}

/** `np.meshgrid(*xi)` */
export function meshgrid(
  vm: Machine,
  args: readonly PyObject[],
  indexing: string,
  copy: boolean,
  sparse: boolean,
): PyObject {
  if (indexing !== 'xy' && indexing !== 'ij')
    vm.raise(ValueErrorType, "Valid values for `indexing` are 'xy' and 'ij'.");
  const ndim = args.length;
  const shape: number[] = [];
  const parts = args.map((o, i) => {
    const a = toArray(vm, o, { subok: true });
    const lengths = new Array<number>(ndim).fill(1);
    const at = indexing === 'xy' && ndim > 1 && i < 2 ? 1 - i : i;
    lengths[at] = a.size;
    shape[at] = a.size;
    const view = reshape(vm, a, lengths);
    vm.heap.decref(a);
    return view;
  });
  const out = parts.map((p) => {
    if (sparse && !copy) return p;
    const strides = p.strides.map((s, i) => (p.shape[i] === 1 && !sparse ? 0 : s));
    const spread = sparse
      ? newView(vm, p, p.shape, p.strides, p.offset)
      : newView(vm, p, shape, strides, p.offset);
    vm.heap.decref(p);
    if (!copy) return spread;
    const made = copyOf(vm, spread);
    vm.heap.decref(spread);
    return made;
  });
  return makeTuple(vm, out);
}

/** `np.insert(arr, obj, values, axis)` at one place. */
const insert: Code = (vm, [o, obj, values, axis]) => {
  const a = toArray(vm, o as PyObject, { subok: true });
  if (
    a.ndim !== 1 ||
    obj === undefined ||
    obj.kind === 'slice' ||
    obj.kind === 'list' ||
    obj instanceof NdArray
  ) {
    vm.heap.decref(a);
    return vm.call(libraryFunction('insert_along'), [
      o as PyObject,
      obj ?? None,
      values ?? None,
      axis ?? None,
    ]);
  }
  let given: NdArray | null = null;
  try {
    if (axis !== undefined) normalAxis(vm, indexOf(vm, axis), 1);
    given = toArray(vm, values as PyObject, { dtype: a.dtype });
    if (given.ndim > 1) return vm.refuse('numpy.insert', 'insertion of an array with several axes');
    const n = a.size;
    const k = optionalIndex(vm, obj, 0);
    if (k < -n || k > n) vm.raise(IndexErrorType, `index ${k} is out of bounds for axis 0 with size ${n}`);
    const place = k < 0 ? k + n : k;
    const all = elementsOf(a);
    const merged = [...all.slice(0, place), ...elementsOf(given), ...all.slice(place)];
    const made = newArray(vm, a.dtype, [merged.length]);
    writeElements(vm, made, undefined, merged);
    return made;
  } finally {
    if (given !== null) vm.heap.decref(given);
    vm.heap.decref(a);
  }
};

/** `np.resize(a, shape)`: repeated as often as needed. */
const resized: Code = (vm, [o, shape]) => {
  const lengths = shapeOf(vm, shape as PyObject);
  if (lengths.some((n) => n < 0))
    vm.raise(ValueErrorType, 'all elements of `new_shape` must be non-negative');
  const a = asArray(vm, o as PyObject);
  const flat = elementsOf(a);
  const n = lengths.reduce((x, y) => x * y, 1);
  if (n === 0 || flat.length === 0) return vm.refuse('numpy.resize', 'resize to or from an empty array');
  // Whole repetitions, of which the result shows the beginning.
  const whole = Math.ceil(n / flat.length) * flat.length;
  const owner = newArray(vm, a.dtype, [whole]);
  writeElements(
    vm,
    owner,
    offsets(owner),
    Array.from({ length: whole }, (_, i) => flat[i % flat.length] as never),
  );
  vm.heap.decref(a);
  const first = newView(vm, owner, [n], owner.strides, owner.offset);
  vm.heap.decref(owner);
  const made = reshape(vm, first, lengths);
  vm.heap.decref(first);
  return made;
};

export const SHAPES = [
  fn('reshape', 'a, shape=!, order=, *, newshape=, copy=', (vm, a, [shape, order, , copy]) =>
    reshape(
      vm,
      a,
      shapeOf(
        vm,
        shape ?? vm.raise(TypeErrorType, "reshape() missing 1 required positional argument: 'shape'"),
      ),
      orderOf(vm, order, 'C'),
      copy === undefined ? null : vm.truth(copy),
    ),
  ),
  fn('ravel', 'a, order=', (vm, a, [order]) => ravel(vm, a, orderOf(vm, order, 'C'))),
  fn('transpose', 'a, axes=', (vm, a, [axes]) =>
    transpose(vm, a, axes === undefined ? null : shapeOf(vm, axes)),
  ),
  fn('permute_dims', 'a, axes=', (vm, a, [axes]) =>
    transpose(vm, a, axes === undefined ? null : shapeOf(vm, axes)),
  ),
  fn('swapaxes', 'a, axis1, axis2', (vm, a, [i, j]) =>
    swapAxes(vm, a, optionalIndex(vm, i, 0), optionalIndex(vm, j, 0)),
  ),
  fn('moveaxis', 'a, source, destination', (vm, a, [from, to]) =>
    moveAxes(vm, a, shapeOf(vm, from ?? None), shapeOf(vm, to ?? None)),
  ),
  fn('squeeze', 'a, axis=', (vm, a, [axis]) => squeeze(vm, a, axesOf(vm, axis))),
  fn('expand_dims', 'a, axis', (vm, a, [axis]) => {
    const axes = axesOf(vm, axis) ?? [];
    const ndim = a.ndim + axes.length;
    const at = axes.map((i) => normalAxis(vm, i, ndim));
    if (new Set(at).size !== at.length) vm.raise(ValueErrorType, 'repeated axis');
    const rest = [...a.shape];
    const shape = Array.from({ length: ndim }, (_, i) => (at.includes(i) ? 1 : (rest.shift() as number)));
    return reshape(vm, a, shape);
  }),
  fn('diagonal', 'a, offset=, axis1=, axis2=', (vm, a, [k, i, j]) =>
    diagonal(vm, a, optionalIndex(vm, k, 0), optionalIndex(vm, i, 0), optionalIndex(vm, j, 1)),
  ),
  fn('flip', 'm, axis=', (vm, a, [axis]) => {
    const turned = flip(vm, a, axesOf(vm, axis));
    return axis === undefined ? unwrap(vm, turned) : turned;
  }),
  fn('flipud', 'm', (vm, a) => flip(vm, a, [0])),
  fn('fliplr', 'm', (vm, a) => {
    if (a.ndim < 2) vm.raise(ValueErrorType, 'Input must be >= 2-d.');
    return flip(vm, a, [1]);
  }),
  fn('rot90', 'm, k=, axes=', (vm, a, [k, axes]) => {
    if (axes !== undefined) vm.refuse('numpy.rot90', 'axes= of rot90');
    return rot90(vm, a, optionalIndex(vm, k, 1));
  }),
  numpyFunction('tile', 'A, reps', tile),
  numpyFunction(
    'roll',
    'a, shift, axis=',
    withArray((vm, a, [shift, axis]) => roll(vm, a, shift ?? None, axis), false),
  ),
  numpyFunction('insert', 'arr, obj, values, axis=', insert),
  numpyFunction('resize', 'a, new_shape', resized),
];
