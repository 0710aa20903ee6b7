/** Views with repeated or chosen strides (numpy/lib/_stride_tricks_impl.py). */
import { ValueErrorType } from '../../machine/types/exceptions';
import { HeapObject, type Machine, type PyObject, PyType, type Visit } from '../../memory/object';
import { ObjectType, TypeType } from '../../memory/types';
import { axesOf, isTrue, numpyFunction } from '../arguments';
import { broadcastShapes, broadcastStrides } from '../copy';
import { toArray } from '../creation/from-object';
import { normalAxis } from '../exceptions';
import { extent } from '../iterate';
import { NdArray, newView } from '../ndarray';
import { makeTuple, shapeOf, shapeText } from '../tuple';

export const DummyArrayType = new PyType('DummyArray', {
  bases: [ObjectType],
  metatype: TypeType,
  module: 'numpy.lib._stride_tricks_impl',
});

/** The object between an `as_strided` array and the array whose memory it shows. */
export class DummyArray extends HeapObject {
  override get kind(): 'dummy-array' {
    return 'dummy-array';
  }
  /** Takes over the reference. */
  constructor(private base: PyObject | null) {
    super(DummyArrayType);
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

/** A view repeated over `shape`; null where it does not fit. */
function spread(vm: Machine, a: NdArray, shape: readonly number[], writeable: boolean): NdArray | null {
  const strides = broadcastStrides(
    a.shape,
    a.strides.map((s, i) => (a.shape[i] === 1 ? 0 : s)),
    shape,
  );
  if (strides === null) return null;
  const view = newView(vm, a, shape, strides, a.offset);
  if (!writeable) view.writeable = false;
  return view;
}

/** `as_strided`: raises nothing about memory in NumPy; refused where it would leave the buffer. */
function strided(
  vm: Machine,
  a: NdArray,
  shape: readonly number[],
  strides: readonly number[],
  writeable: boolean,
): NdArray {
  a.rc++;
  const dummy = vm.heap.add(new DummyArray(a));
  const made = vm.heap.add(
    new NdArray(a.dtype, shape, strides, a.offset, a.buffer, dummy, false, a.writeable && writeable),
  );
  const [low, high] = extent(made);
  if (made.size > 0 && (low < 0 || high > a.buffer.bytes.length)) {
    vm.heap.decref(made);
    vm.refuse('numpy.lib.stride_tricks.as_strided', 'a view that leaves the memory of its array');
  }
  return made;
}

const asStrided = numpyFunction(
  'as_strided',
  'x, shape=, strides=, subok=, writeable=',
  (vm, [x, shape, strides, , writeable]) => {
    const a = toArray(vm, x as PyObject);
    try {
      const lengths = shape === undefined ? a.shape : shapeOf(vm, shape);
      const steps = strides === undefined ? a.strides : shapeOf(vm, strides);
      if (lengths.length !== steps.length)
        vm.raise(ValueErrorType, 'mismatch in length of strides and shape');
      return strided(vm, a, lengths, steps, isTrue(vm, writeable, true));
    } finally {
      vm.heap.decref(a);
    }
  },
);

const slidingWindow = numpyFunction(
  'sliding_window_view',
  'x, window_shape, axis=, *, subok=, writeable=',
  (vm, [x, window, axis, , writeable]) => {
    const a = toArray(vm, x as PyObject);
    try {
      const lengths = shapeOf(vm, window as PyObject);
      const axes = axesOf(vm, axis)?.map((i) => normalAxis(vm, i, a.ndim)) ?? a.shape.map((_, i) => i);
      if (lengths.some((n) => n < 0))
        vm.raise(ValueErrorType, '`window_shape` cannot contain negative values');
      if (lengths.length !== axes.length)
        vm.raise(
          ValueErrorType,
          axis === undefined
            ? `Since axis is \`None\`, must provide window_shape for all dimensions of \`x\`; got ${lengths.length} window_shape elements and \`x.ndim\` is ${a.ndim}.`
            : `Must provide matching length window_shape and axis; got ${lengths.length} window_shape elements and ${axes.length} axes elements.`,
        );
      const shape = [...a.shape];
      axes.forEach((axis, k) => {
        if ((shape[axis] as number) < (lengths[k] as number))
          vm.raise(ValueErrorType, 'window shape cannot be larger than input array shape');
        shape[axis] = (shape[axis] as number) - (lengths[k] as number) + 1;
      });
      return strided(
        vm,
        a,
        [...shape, ...lengths],
        [...a.strides, ...axes.map((i) => a.strides[i] as number)],
        isTrue(vm, writeable),
      );
    } finally {
      vm.heap.decref(a);
    }
  },
);

export const STRIDE_TRICKS = [asStrided, slidingWindow];

export const broadcastTo = numpyFunction('broadcast_to', 'array, shape, subok=', (vm, [o, shape]) => {
  const lengths = shapeOf(vm, shape as PyObject);
  const a = toArray(vm, o as PyObject);
  try {
    if (lengths.length === 0 && a.ndim > 0)
      vm.raise(ValueErrorType, 'cannot broadcast a non-scalar to a scalar array');
    if (lengths.some((n) => n < 0))
      vm.raise(ValueErrorType, 'all elements of broadcast shape must be non-negative');
    return (
      spread(vm, a, lengths, false) ??
      vm.raise(
        ValueErrorType,
        a.ndim > lengths.length
          ? `input operand has more dimensions than allowed by the axis remapping`
          : `operands could not be broadcast together with remapped shapes [original->remapped]: ${shapeText(a.shape)}  and requested shape ${shapeText(lengths)}`,
      )
    );
  } finally {
    vm.heap.decref(a);
  }
});

/** `np.broadcast_arrays(*args)`: the arrays themselves where they have one shape. */
export function broadcastArrays(vm: Machine, args: readonly PyObject[]): PyObject {
  const arrays = args.map((o) => toArray(vm, o));
  const shape = broadcastShapes(arrays.map((a) => a.shape));
  if (shape === null) {
    const shapes = arrays.map((a) => a.shape);
    vm.heap.decrefAll(arrays);
    const asTuple = (s: readonly number[]): string => `(${s.join(', ')}${s.length === 1 ? ',' : ''})`;
    const clash = shapes.findIndex((_, k) => broadcastShapes(shapes.slice(0, k + 1)) === null);
    return vm.raise(
      ValueErrorType,
      `shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg ${clash - 1} with shape ${asTuple(shapes[clash - 1] ?? [])} and arg ${clash} with shape ${asTuple(shapes[clash] ?? [])}.`,
    );
  }
  if (arrays.every((a) => shapeText(a.shape) === shapeText(shape))) return makeTuple(vm, arrays);
  const views = arrays.map((a) => {
    if (shapeText(a.shape) === shapeText(shape)) return a;
    const view = spread(vm, a, shape, true) as NdArray;
    vm.heap.decref(a);
    return view;
  });
  return makeTuple(vm, views);
}
