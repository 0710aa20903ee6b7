/** Methods of ndarray (numpy/_core/src/multiarray/methods.c). */
import { method } from '../machine/builtin';
import { findModule } from '../machine/modules/index';
import { IndexErrorType, TypeErrorType, ValueErrorType } from '../machine/types/exceptions';
import { None, PyBytes, PyInt, PyStr, str } from '../memory/atoms';
import { PyList, type PyTuple } from '../memory/containers';
import { type KeywordNames, type Machine, type PyObject, PyType } from '../memory/object';
import { axesOf, bindNumpy, castingOf, isTrue, optionalIndex, orderOf, shapeArgument } from './arguments';
import { COMPUTED, computedMethod, type MethodOp } from './computing';
import { store } from './convert';
import { copyOf, elementsOf } from './copy';
import { type DType, read, strDType } from './dtype';
import { dtypeOf } from './dtype-of';
import { fieldValue } from './field-value';
import { setWriteable } from './flags';
import { checkIndex } from './indexing/parse';
import { assign, requireWriteable, storeAt } from './indexing/subscript';
import { offsetAt, offsets } from './iterate';
import { leaveMethod } from './library-frames';
import { NdArray, newView } from './ndarray';
import { canCast, promote } from './promotion';
import { resize } from './resize';
import { pythonOf } from './scalar';
import { diagonal, squeeze, swapAxes, transpose, viewAs } from './shape/axes';
import { flatten, ravel, reshape } from './shape/reshape';
import { indexOf, makeTuple } from './tuple';
import { NdArrayType, RecArrayType } from './types';

/** Python objects of the elements, nested as the array's axes. */
export function toList(vm: Machine, a: NdArray): PyObject {
  vm.charge(8 * a.size, a.size);
  const values = elementsOf(a);
  let at = 0;
  const build = (axis: number): PyObject => {
    if (axis === a.ndim) return itemOf(vm, a.dtype, values[at++] as never);
    const items: PyObject[] = [];
    for (let i = 0; i < (a.shape[axis] as number); i++) items.push(build(axis + 1));
    return vm.heap.add(new PyList(items));
  };
  return build(0);
}

/** `.item()` of one element: records become tuples. */
export function itemOf(vm: Machine, t: DType, e: Parameters<typeof pythonOf>[1]): PyObject {
  if (t.fields === null) return t.letter === 'V' ? new PyBytes(e as Uint8Array) : pythonOf(t, e);
  return makeTuple(
    vm,
    t.fields.map((f) => itemOf(vm, f.dtype, fieldValue(f.dtype, e as Uint8Array, f.offset))),
  );
}

function item(vm: Machine, a: NdArray, args: readonly PyObject[]): PyObject {
  const flat = args.length === 1 && args[0]?.kind === 'tuple' ? (args[0] as PyTuple).items : args;
  let at: number;
  if (flat.length === 0) {
    if (a.size !== 1) vm.raise(ValueErrorType, 'can only convert an array of size 1 to a Python scalar');
    at = offsetAt(a, 0);
  } else if (flat.length === 1 && (a.ndim !== 1 || !(flat[0] instanceof PyInt))) {
    const i = indexOf(vm, flat[0] as PyObject);
    if (i < -a.size || i >= a.size)
      vm.raise(IndexErrorType, `index ${i} is out of bounds for size ${a.size}`);
    at = offsetAt(a, i < 0 ? i + a.size : i);
  } else {
    if (flat.length !== a.ndim) vm.raise(ValueErrorType, 'incorrect number of indices for array');
    at = a.offset;
    flat.forEach((o, axis) => {
      at += checkIndex(vm, indexOf(vm, o), a.shape[axis] as number, axis) * (a.strides[axis] as number);
    });
  }
  return itemOf(vm, a.dtype, read(a.dtype, a.buffer, at) as never);
}

/** `a.astype(dtype, order, casting, subok, copy)` */
const astype: MethodOp = (vm, a, [dtype, order, casting, , copy]) => {
  let to = dtypeOf(vm, dtype ?? None);
  // A text type without a length takes what the elements need.
  if (to.itemsize === 0 && to.letter === 'U')
    to =
      a.dtype.letter === 'O'
        ? strDType(elementsOf(a).reduce<number>((n, o) => Math.max(n, [...vm.str(o as PyObject)].length), 1))
        : a.dtype.letter === 'U'
          ? a.dtype
          : (promote(a.dtype, to) ?? to);
  const how = castingOf(vm, casting, 'unsafe');
  if (to.itemsize === 0 && to.letter === 'S') vm.refuse('numpy.ndarray.astype', 'bytes without a length');
  if (!canCast(a.dtype, to, how))
    vm.raise(
      TypeErrorType,
      `Cannot cast array data from ${vm.repr(a.dtype)} to ${vm.repr(to)} according to the rule '${how}'`,
    );
  if (!isTrue(vm, copy, true) && to === a.dtype && order === undefined) {
    a.rc++;
    return a;
  }
  return copyOf(vm, a, orderOf(vm, order, 'K'), to);
};

const view: MethodOp = (vm, a, [dtype, type]) => {
  const given = dtype ?? type;
  if (given === undefined) return newView(vm, a, a.shape, a.strides, a.offset);
  if (given === RecArrayType) return recordView(vm, a);
  if (given === NdArrayType) return newView(vm, a, a.shape, a.strides, a.offset, a.dtype, NdArrayType);
  if (given instanceof PyType && given.isSubtype(NdArrayType))
    return vm.refuse('numpy.ndarray.view', 'a subclass of ndarray');
  return viewAs(vm, a, dtypeOf(vm, given));
};

/** `a.view(np.recarray)`: fields become attributes. */
function recordView(vm: Machine, a: NdArray): NdArray {
  let { dtype } = a;
  if (dtype.fields !== null && !dtype.record) {
    const copy = Object.create(Object.getPrototypeOf(dtype)) as DType;
    Object.assign(copy, dtype, { record: true });
    dtype = copy;
  }
  return newView(vm, a, a.shape, a.strides, a.offset, dtype, RecArrayType);
}

const fill: MethodOp = (vm, a, [value]) => {
  requireWriteable(vm, a);
  const o = value ?? None;
  if (a.dtype.letter === 'O') for (const at of offsets(a)) storeAt(vm, a, at, o);
  else if (
    o.kind === 'list' ||
    (o.kind === 'tuple' && a.dtype.letter !== 'V') ||
    (o instanceof NdArray && o.ndim > 0)
  )
    vm.refuse('numpy.ndarray.fill', 'fill with a sequence');
  else assign(vm, a, o);
  return None;
};

const bytesOf: MethodOp = (vm, a, [order]) => {
  if (a.dtype.letter === 'O') vm.refuse('numpy.ndarray.tobytes', 'the bytes of objects, which are addresses');
  const flat = flatten(vm, a, orderOf(vm, order, 'C'));
  const made = new PyBytes(flat.buffer.bytes.slice());
  vm.heap.decref(flat);
  return made;
};

const integers = (vm: Machine, args: readonly PyObject[]): number[] | null =>
  args.length === 0 || (args.length === 1 && args[0] === None) ? null : shapeArgument(vm, args);

/** Methods whose arguments come one by one or as a tuple. */
const RAW: Readonly<
  Record<string, (vm: Machine, a: NdArray, args: readonly PyObject[], names: KeywordNames) => PyObject>
> = {
  resize,
  item: (vm, a, args) => item(vm, a, args),
  transpose: (vm, a, args) => transpose(vm, a, integers(vm, args)),
  reshape: (vm, a, args, names) => {
    const given = args.slice(0, args.length - names.length);
    const [order, copy, shape] = bindNumpy(
      vm,
      'reshape',
      'order=, copy=, shape=',
      args.slice(given.length),
      names,
    );
    if (shape === undefined && given.length === 0)
      vm.raise(TypeErrorType, 'reshape() takes exactly 1 argument (0 given)');
    const lengths = shape !== undefined ? shapeArgument(vm, [shape]) : shapeArgument(vm, given);
    return reshape(vm, a, lengths, orderOf(vm, order, 'C'), copy === undefined ? null : vm.truth(copy));
  },
};

const METHODS: readonly (readonly [string, string, MethodOp])[] = [
  ['copy', 'order=', (vm, a, [order]) => copyOf(vm, a, orderOf(vm, order, 'C'))],
  ['__copy__', '', (vm, a) => copyOf(vm, a, 'K')],
  [
    '__array__',
    '',
    (_vm, a) => {
      a.rc++;
      return a;
    },
  ],
  ['astype', 'dtype, order=, casting=, subok=, copy=', astype],
  ['view', 'dtype=, type=', view],
  ['ravel', 'order=', (vm, a, [order]) => ravel(vm, a, orderOf(vm, order, 'C'))],
  ['flatten', 'order=', (vm, a, [order]) => flatten(vm, a, orderOf(vm, order, 'C'))],
  ['squeeze', 'axis=', (vm, a, [axis]) => squeeze(vm, a, axesOf(vm, axis))],
  [
    'swapaxes',
    'axis1, axis2',
    (vm, a, [i, j]) => swapAxes(vm, a, indexOf(vm, i ?? None), indexOf(vm, j ?? None)),
  ],
  [
    'diagonal',
    'offset=, axis1=, axis2=',
    (vm, a, [k, i, j]) =>
      diagonal(vm, a, optionalIndex(vm, k, 0), optionalIndex(vm, i, 0), optionalIndex(vm, j, 1)),
  ],
  ['tolist', '', (vm, a) => toList(vm, a)],
  ['fill', 'value', fill],
  ['tobytes', 'order=', bytesOf],
  ['conj', '', (vm, a) => conjugate(vm, a)],
  ['conjugate', '', (vm, a) => conjugate(vm, a)],
  [
    'setflags',
    'write=, align=, uic=',
    (vm, a, [write, align, uic]) => {
      if (align !== undefined || uic !== undefined)
        return vm.refuse('numpy.ndarray.setflags', 'align= and uic= of setflags');
      if (write !== undefined) setWriteable(vm, a, vm.truth(write));
      return None;
    },
  ],
  ['__deepcopy__', 'memo', (vm, a, [memo]) => deepCopy(vm, a, memo ?? None)],
  [
    '__format__',
    'format_spec',
    (vm, a, [spec]) => {
      if (a.ndim === 0) {
        const o = itemOf(vm, a.dtype, read(a.dtype, a.buffer, a.offset) as never);
        return vm.call(vm.getAttribute(o, '__format__'), [spec ?? None]);
      }
      if (!(spec instanceof PyStr)) return vm.refuse('numpy.ndarray.__format__', 'a format that is no text');
      if (spec.value !== '')
        vm.raise(TypeErrorType, 'unsupported format string passed to numpy.ndarray.__format__');
      return str(vm.str(a));
    },
  ],
];

const conjugate = (vm: Machine, a: NdArray): PyObject => {
  if (a.dtype.letter === 'c') return vm.refuse('numpy.ndarray.conj', 'conj of complex numbers');
  if (!a.dtype.isNumeric && a.dtype.letter !== 'O')
    return vm.raise(TypeErrorType, 'cannot conjugate non-numeric dtype');
  a.rc++;
  return a;
};

/** array_deepcopy: a copy, and deep copies of objects. */
function deepCopy(vm: Machine, a: NdArray, memo: PyObject): NdArray {
  const made = copyOf(vm, a, 'K');
  if (a.dtype.letter !== 'O') return made;
  const deepcopy = deepCopier(vm);
  for (const at of offsets(made)) {
    const o = read(made.dtype, made.buffer, at) as PyObject;
    const copied = vm.call(deepcopy, [o, memo]);
    made.buffer.touch(at, at + 8);
    store(vm, made.dtype, made.buffer, at, copied);
    vm.heap.decref(copied);
  }
  return made;
}

const deepCopier = (vm: Machine): PyObject =>
  findModule('copy')?.attributes.get('deepcopy') ??
  vm.refuse('copy.deepcopy', 'deep copies of objects in arrays');

/** A method whose code is looked up when it is called. */
function late(name: string, find: (name: string) => readonly [signature: string, op: MethodOp]): void {
  method<NdArray>(NdArrayType, name, '*args, **kwargs', (vm, a, args, names) => {
    const [text, op] = find(name);
    try {
      return op(vm, a, bindNumpy(vm, `ndarray.${name}`, text, args as readonly PyObject[], names));
    } catch (e) {
      leaveMethod(vm, name, a, args as readonly PyObject[], e);
      throw e;
    }
  });
}

for (const [name, text, op] of METHODS) late(name, () => [text, op]);
for (const name of COMPUTED) late(name, computedMethod);
for (const [name, op] of Object.entries(RAW))
  method<NdArray>(NdArrayType, name, '*args, **kwargs', (vm, a, args, names) =>
    op(vm, a, args as readonly PyObject[], names),
  );
