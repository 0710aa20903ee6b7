/** What an ndarray can do: its slots and attributes (numpy/_core/src/multiarray/getset.c, sequence.c, number.c). */
import { genericGet } from '../machine/attributes';
import { attribute, define } from '../machine/builtin';
import { TypeErrorType, ValueErrorType } from '../machine/types/exceptions';
import { makeMemoryview } from '../machine/types/memoryview';
import { PySequenceIterator } from '../machine/types/sequence-iterator';
import { PySlice } from '../machine/types/slice';
import { int, None, PyComplex, PyFloat, PyInt, str } from '../memory/atoms';
import type { Machine, PyObject } from '../memory/object';
import { FloatType, IntType } from '../memory/types';
import { computing } from './computing';
import { assignArray, elementsOf, newLike } from './copy';
import { asArray } from './creation/from-object';
import { Complex64, Float32, Float64, read, sameDType } from './dtype';
import { dtypeOf } from './dtype-of';
import { PyFlags } from './flags';
import { PyFlatIter } from './flat';
import { assign, getItem, requireWriteable, setItem } from './indexing/subscript';
import { isC, isF, NdArray, newView } from './ndarray';
import { arrayBinary, arrayInplace, compareArrays, unarySlots } from './operators';
import { pythonOf } from './scalar';
import { transpose } from './shape/axes';
import { setShape } from './shape/reshape';
import { isTruthy } from './truth';
import { intTuple, shapeOf, spend } from './tuple';
import { FlagsType, FlatIterType, NdArrayType, RecArrayType, UfuncType } from './types';

const self = (o: PyObject): NdArray => o as NdArray;

function onlyElement(vm: Machine, a: NdArray): PyObject {
  if (a.ndim !== 0) vm.raise(TypeErrorType, 'only 0-dimensional arrays can be converted to Python scalars');
  return pythonOf(a.dtype, read(a.dtype, a.buffer, a.offset));
}

function truth(vm: Machine, o: PyObject): boolean {
  const a = self(o);
  const n = a.size;
  if (n === 1) return isTruthy(vm, a.dtype, elementsOf(a)[0] as number);
  return vm.raise(
    ValueErrorType,
    n === 0
      ? 'The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.'
      : 'The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()',
  );
}

for (const type of [NdArrayType, FlagsType, FlatIterType, UfuncType])
  define(type, { new: (vm, cls) => vm.refuse(`numpy.${cls.name}`, `making a ${cls.name} by its class`) });

define(NdArrayType, {
  repr: (vm, o) => str(computing().repr(vm, self(o))),
  str: (vm, o) => str(computing().str(vm, self(o))),
  compare: compareArrays,
  hash: (vm) => vm.raise(TypeErrorType, "unhashable type: 'numpy.ndarray'"),
  length: (vm, o) => self(o).shape[0] ?? vm.raise(TypeErrorType, 'len() of unsized object'),
  getItem: (vm, o, key) => getItem(vm, self(o), key),
  setItem: (vm, o, key, value) => setItem(vm, self(o), key, value),
  iter: (vm, o) => {
    if (self(o).ndim === 0) vm.raise(TypeErrorType, 'iteration over a 0-d array');
    o.rc++;
    return vm.heap.add(new PySequenceIterator(o));
  },
  contains: (vm, o, item) => {
    const equal = compareArrays(vm, o, item, '==');
    const found =
      equal instanceof NdArray
        ? elementsOf(equal).some((e) => isTruthy(vm, equal.dtype, e))
        : vm.truth(equal);
    vm.heap.decref(equal);
    return found;
  },
  bool: truth,
  int: (vm, o) => convert(vm, o, IntType),
  float: (vm, o) => convert(vm, o, FloatType),
  index: (vm, o) => {
    const a = self(o);
    if (!a.dtype.isInteger || a.ndim !== 0)
      vm.raise(TypeErrorType, 'only integer scalar arrays can be converted to a scalar index');
    return onlyElement(vm, a);
  },
  binary: arrayBinary,
  inplace: arrayInplace,
  ...unarySlots,
});

function convert(vm: Machine, o: PyObject, type: PyObject): PyObject {
  const element = onlyElement(vm, self(o));
  if (type === IntType && element instanceof PyInt && element.type === IntType) return element;
  if (type === FloatType && element instanceof PyFloat) return element;
  if (element instanceof PyComplex) vm.refuse('numpy.ndarray', 'a complex array as a real number');
  const made = vm.call(type, [element]);
  vm.heap.decref(element);
  return made;
}

const own = <T extends PyObject>(o: T): T => {
  o.rc++;
  return o;
};

/** The real or imaginary part: a view for complex arrays. */
function part(vm: Machine, a: NdArray, imaginary: boolean): NdArray {
  if (a.dtype.letter === 'c') {
    const type = a.dtype === Complex64 ? Float32 : Float64;
    return newView(vm, a, a.shape, a.strides, a.offset + (imaginary ? type.itemsize : 0), type);
  }
  if (!imaginary) return own(a);
  const made = newLike(vm, a, a.dtype, isF(a) && !isC(a) ? 'F' : 'C', a.type);
  // A new array of objects is full of zeros, too.
  if (a.dtype.letter === 'O') assign(vm, made, int(0));
  made.writeable = false;
  return made;
}

const number = (name: string, get: (a: NdArray) => number): void =>
  attribute<NdArray>(NdArrayType, name, (_vm, a) => int(get(a)));

number('ndim', (a) => a.ndim);
number('size', (a) => a.size);
number('itemsize', (a) => a.dtype.itemsize);
number('nbytes', (a) => a.size * a.dtype.itemsize);
attribute<NdArray>(
  NdArrayType,
  'shape',
  (vm, a) => intTuple(vm, a.shape),
  (vm, a, value) => {
    if (value === null) return vm.refuse('numpy.ndarray.shape', 'deleting the shape');
    setShape(vm, a, shapeOf(vm, value));
  },
);
attribute<NdArray>(
  NdArrayType,
  'strides',
  (vm, a) => intTuple(vm, a.strides),
  (vm) => vm.refuse('numpy.ndarray.strides', 'setting the strides'),
);
attribute<NdArray>(
  NdArrayType,
  'dtype',
  (_vm, a) => a.dtype,
  (vm, a, value) => {
    const type = dtypeOf(vm, value as PyObject);
    if (type.itemsize !== a.dtype.itemsize || type.letter === 'O' || a.dtype.letter === 'O')
      vm.refuse('numpy.ndarray.dtype', 'setting a dtype of another size');
    if (!sameDType(type, a.dtype)) a.dirty = true;
    a.dtype = type;
  },
);
attribute<NdArray>(NdArrayType, 'base', (_vm, a) => (a.base === null ? None : own(a.base)));
attribute<NdArray>(NdArrayType, 'data', (vm, a) => makeMemoryview(vm, a));
attribute<NdArray>(NdArrayType, 'T', (vm, a) => transpose(vm, a));
attribute<NdArray>(NdArrayType, 'flags', (vm, a) => vm.heap.add(new PyFlags(own(a))));
attribute<NdArray>(
  NdArrayType,
  'flat',
  (vm, a) => vm.heap.add(new PyFlatIter(own(a))),
  (vm, a, value) => {
    requireWriteable(vm, a, 'array');
    const flat = vm.heap.add(new PyFlatIter(own(a)));
    try {
      vm.setItem(flat, WHOLE, value as PyObject);
    } finally {
      vm.heap.decref(flat);
    }
  },
);
for (const [name, imaginary] of [
  ['real', false],
  ['imag', true],
] as const)
  attribute<NdArray>(
    NdArrayType,
    name,
    (vm, a) => part(vm, a, imaginary),
    (vm, a, value) => {
      if (imaginary && a.dtype.letter !== 'c')
        vm.raise(TypeErrorType, 'array does not have imaginary part to set');
      const view = part(vm, a, imaginary);
      try {
        requireWriteable(vm, view);
        // The value becomes an array first: a number is cast, not checked.
        const source = asArray(vm, value as PyObject);
        spend(vm, source, () => assignArray(vm, view, source));
      } finally {
        vm.heap.decref(view);
      }
    },
  );

const WHOLE = new PySlice(None, None, None);

/** Fields are attributes of a record array; one without fields of its own is a plain array (numpy/rec). */
define(RecArrayType, {
  getAttribute: (vm, o, name) => {
    const a = self(o);
    const field =
      a.type.lookup(name) === undefined ? a.dtype.fields?.find((f) => f.name === name) : undefined;
    if (field === undefined) return genericGet(vm, o, name);
    const view = newView(vm, a, a.shape, a.strides, a.offset + field.offset, field.dtype, RecArrayType);
    if (field.dtype.fields !== null) return view;
    const plain = newView(vm, view, view.shape, view.strides, view.offset, view.dtype, NdArrayType);
    vm.heap.decref(view);
    return plain;
  },
});
