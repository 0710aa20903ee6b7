/** Elements from one type to another (numpy/_core/src/multiarray/arraytypes.c.src, @TYPE@_setitem and casts). */

import { latin1 } from '../machine/types/codec';
import { OverflowErrorType, TypeErrorType, ValueErrorType } from '../machine/types/exceptions';
import { PyBool, PyBytes, PyComplex, PyFloat, PyInt, PyStr, str } from '../memory/atoms';
import { PyTuple } from '../memory/containers';
import type { Machine, PyObject } from '../memory/object';
import { ComplexType, FloatType, IntType } from '../memory/types';
import type { Buffer } from './buffer';
import { type DType, type Field, Float64, Int64, read, sameDType, UInt32, UInt64, write } from './dtype';
import { Complex, type Elem, wrap } from './element';
import { NdArray } from './ndarray';
import { complexText, scalarText } from './print/digits';
import { elementOf, PyNumpyScalar, PyVoid, pythonOf, scalar } from './scalar';
import { typeName } from './tuple';

/** What @TYPE@_setitem says of numbers, and of text. */
const SEQUENCE = 'setting an array element with a sequence.';
const SEQUENCE_FOR_TEXT = 'setting an array element with a sequence';

const TWO63 = 2 ** 63;
const TWO63N = 2n ** 63n;

/** Convert one element of type `from` to type `to`, as a C cast does. Objects are borrowed and may be new. */
export function cast(vm: Machine, from: DType, to: DType, e: Elem): Elem {
  if (from === to) return e;
  if (from.letter === 'V' && to.letter !== 'V')
    return vm.refuse('numpy.cast', `conversion of records to ${to.text}`);
  if (to.letter === 'O') return pythonOf(from, e);
  if (from.letter === 'O') return coerce(vm, to, e as PyObject);
  switch (to.letter) {
    case 'b':
      if (typeof e === 'object') return isZero(e) ? 0 : 1;
      if (typeof e === 'string') break;
      return Number(e) === 0 ? 0 : 1;
    case 'i':
    case 'u': {
      if (typeof e === 'string' || e instanceof Uint8Array) return coerce(vm, to, scalar(from, e));
      let n = (e instanceof Complex ? e.re : e) as number | bigint;
      if (from.letter === 'f' || from.letter === 'c') {
        n = Math.trunc(n as number) + 0;
        // What C does with a number out of range depends on the processor.
        const narrow = to.itemsize < 4 ? 2147483648 : to.letter === 'u' ? 2 ** to.bits : 2 ** (to.bits - 1);
        const least = to.letter === 'u' && to.itemsize >= 4 ? 0 : -narrow;
        if (!(n < narrow && n >= least && Math.abs(n) < TWO63 * 2))
          vm.refuse(
            'numpy.cast',
            `conversion of ${scalarText(n, false)} to ${to.text} depends on the processor`,
          );
        if (!Number.isSafeInteger(n)) n = BigInt(n);
      }
      return wrap(n, to.bits, to.letter === 'i');
    }
    case 'f': {
      if (typeof e === 'string' || e instanceof Uint8Array) return coerce(vm, to, scalar(from, e));
      const n = Number(e instanceof Complex ? e.re : e);
      return to.itemsize === 4 ? Math.fround(n) : n;
    }
    case 'c': {
      if (typeof e === 'string' || e instanceof Uint8Array) return coerce(vm, to, scalar(from, e));
      const c = e instanceof Complex ? e : new Complex(Number(e), 0);
      return to.itemsize === 8 ? new Complex(Math.fround(c.re), Math.fround(c.im)) : c;
    }
    case 'U':
      if (from.letter === 'S') return latin1(e as Uint8Array);
      return typeof e === 'string' ? cutText(e, to) : cutText(numberText(from, e), to);
    case 'S':
      if (e instanceof Uint8Array) return e.slice(0, to.itemsize);
      return asciiBytes(vm, typeof e === 'string' ? e : numberText(from, e)).slice(0, to.itemsize);
    default:
      if (sameDType(from, to)) return e;
  }
  return vm.refuse('numpy.cast', `conversion from ${from.text} to ${to.text}`);
}

const cutText = (text: string, to: DType): string => {
  const points = [...text];
  return points.length * 4 > to.itemsize ? points.slice(0, to.itemsize / 4).join('') : text;
};

function asciiBytes(vm: Machine, text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) vm.refuse('numpy.bytes', 'text that is not ASCII in an array of bytes');
    bytes[i] = code;
  }
  return bytes;
}

const isZero = (e: object): boolean =>
  e instanceof Complex ? e.re === 0 && e.im === 0 : e instanceof Uint8Array && e.every((b) => b === 0);

/** str() of a number, as a cast to a string type writes it. */
export function numberText(dtype: DType, e: Elem): string {
  switch (dtype.letter) {
    case 'b':
      return e === 0 ? 'False' : 'True';
    case 'f':
      return scalarText(e as number, dtype.itemsize === 4);
    case 'c':
      return complexText((e as Complex).re, (e as Complex).im, dtype.itemsize === 8);
    default:
      return String(e);
  }
}

/** `Python integer 300 out of bounds for uint8`, or the integer. Raises OverflowError. */
export function fitInteger(vm: Machine, to: DType, value: number | bigint): number | bigint {
  if (wrap(value, to.bits, to.letter === 'i') === value) return value;
  const n = BigInt(value);
  // Only uint32 and uint64 are filled by way of an unsigned C long.
  const unsigned = to === UInt32 || to === UInt64;
  if (n < -TWO63N || n >= (unsigned ? 2n * TWO63N : TWO63N))
    vm.raise(OverflowErrorType, 'Python int too large to convert to C long');
  return vm.raise(OverflowErrorType, `Python integer ${value} out of bounds for ${to.text}`);
}

function viaPython(vm: Machine, type: PyObject, o: PyObject): PyObject {
  return vm.call(type, [o]);
}

/** A Python object as an element of type `to` (PyArray_Pack). Raises TypeError, ValueError, OverflowError. */
export function coerce(vm: Machine, to: DType, o: PyObject): Elem {
  if (to.letter === 'O') return o;
  if (o instanceof PyNumpyScalar && o.dtype.letter !== 'S') return cast(vm, o.dtype, to, o.value);
  if (o instanceof PyNumpyScalar && to.letter !== 'U' && to.letter !== 'S')
    return coerce(vm, to, pythonOf(o.dtype, o.value));
  if (o instanceof PyNumpyScalar) return cast(vm, o.dtype, to, o.value);
  if (o instanceof NdArray) {
    if (o.ndim !== 0 && o.size === 1 && to.letter === 'b') return vm.truth(o) ? 1 : 0;
    if (o.ndim !== 0 && to.letter === 'c')
      vm.raise(TypeErrorType, 'only 0-dimensional arrays can be converted to Python scalars');
    if (o.ndim !== 0)
      vm.raise(ValueErrorType, to.letter === 'U' || to.letter === 'S' ? SEQUENCE_FOR_TEXT : SEQUENCE);
    return cast(vm, o.dtype, to, read(o.dtype, o.buffer, o.offset));
  }
  switch (to.letter) {
    case 'b':
      return vm.truth(o) ? 1 : 0;
    case 'i':
    case 'u': {
      if (o instanceof PyInt) return fitInteger(vm, to, o.value);
      if (o instanceof PyFloat && Number.isFinite(o.value)) {
        const whole = Math.trunc(o.value) + 0;
        return fitInteger(vm, to, Number.isSafeInteger(whole) ? whole : BigInt(whole));
      }
      const made = viaPython(vm, IntType, o) as PyInt;
      const value = made.value;
      vm.heap.decref(made);
      if (wrap(value, 64, true) !== value && to !== Int64)
        vm.refuse('numpy.cast', 'an integer beyond 64 bits made from another type');
      if (wrap(value, to.bits, to.letter === 'i') !== value && to.itemsize === 8) fitInteger(vm, to, value);
      return wrap(value, to.bits, to.letter === 'i');
    }
    case 'f': {
      const n = floatOf(vm, o);
      return to.itemsize === 4 ? Math.fround(n) : n;
    }
    case 'c': {
      let c: PyComplex;
      if (o instanceof PyComplex) c = o;
      else if (o instanceof PyStr) c = viaPython(vm, ComplexType, o) as PyComplex;
      else if (o instanceof PyBytes) c = viaPython(vm, ComplexType, str(latin1(o.value))) as PyComplex;
      else if (o.type.name === 'NoneType') return new Complex(Number.NaN, Number.NaN);
      else if (!(o instanceof PyFloat || o instanceof PyInt) && o.type.slots.float === undefined)
        return vm.raise(TypeErrorType, `must be real number, not ${typeName(o)}`);
      else return cast(vm, Float64, to, floatOf(vm, o));
      return to.itemsize === 8
        ? new Complex(Math.fround(c.real), Math.fround(c.imag))
        : new Complex(c.real, c.imag);
    }
    case 'U':
      if (isSequence(o)) vm.raise(ValueErrorType, SEQUENCE_FOR_TEXT);
      if (o instanceof PyBytes) return latin1(o.value);
      return cutText(o instanceof PyStr ? o.value : vm.str(o), to);
    case 'S':
      if (isSequence(o)) vm.raise(ValueErrorType, SEQUENCE_FOR_TEXT);
      if (o instanceof PyBytes) return o.value.slice(0, to.itemsize);
      return asciiBytes(vm, o instanceof PyStr ? o.value : vm.str(o)).slice(0, to.itemsize);
    default:
      return vm.refuse('numpy.void', 'an element of a structured type from this value');
  }
}

function floatOf(vm: Machine, o: PyObject): number {
  if (o instanceof PyFloat) return o.value;
  if (o instanceof PyBool || (o instanceof PyInt && typeof o.value === 'number')) return Number(o.value);
  if (o.type.name === 'NoneType') return Number.NaN;
  if (isSequence(o)) return vm.raise(ValueErrorType, SEQUENCE);
  const made = viaPython(vm, FloatType, o) as PyFloat;
  return made.value;
}

/** PySequence_Check, without the types NumPy takes as scalars. */
export const isSequence = (o: PyObject): boolean =>
  o.kind === 'list' || o.kind === 'tuple' || o.type.name === 'range';

/**
 * Write a Python object as one element at byte `at`; the range must have been announced. Takes a reference for
 * object elements and releases the old one. Raises as `coerce`.
 */
export function store(vm: Machine, dtype: DType, buffer: Buffer, at: number, o: PyObject): void {
  if (dtype.letter === 'O') {
    o.rc++;
    storeObject(vm, buffer, at, o);
  } else if (dtype.letter === 'V') storeRecord(vm, dtype, buffer, at, o);
  else write(dtype, buffer, at, coerce(vm, dtype, o));
}

/** Put an object into an object array; takes over the reference. */
export function storeObject(vm: Machine, buffer: Buffer, at: number, o: PyObject): void {
  const objects = buffer.objects ?? vm.refuse('object field', 'Fields of type object are not supported.');
  const old = objects[at / 8] as PyObject;
  objects[at / 8] = o;
  vm.heap.decref(old);
}

/** An element that is already of the type, into memory: takes a reference to an object. */
export function put(vm: Machine, dtype: DType, buffer: Buffer, at: number, e: Elem): void {
  if (dtype.letter === 'O') {
    (e as PyObject).rc++;
    storeObject(vm, buffer, at, e as PyObject);
  } else write(dtype, buffer, at, e);
}

function storeRecord(vm: Machine, dtype: DType, buffer: Buffer, at: number, o: PyObject): void {
  const fields = dtype.fields;
  if (fields === null || fields.some((f) => f.dtype.letter === 'O'))
    vm.refuse('numpy.void', 'assignment to a value of type void');
  if (o instanceof PyVoid || (o instanceof NdArray && o.ndim === 0)) {
    const from = o instanceof PyVoid ? o.data : o;
    if (from.dtype.fields?.length !== fields.length)
      vm.refuse('numpy.void', 'assignment between different structured types');
    const bytes = from.buffer.bytes.slice(from.offset, from.offset + from.dtype.itemsize);
    const view = { bytes, view: new DataView(bytes.buffer), objects: null } as unknown as Buffer;
    fields.forEach((f, i) => {
      const g = (from.dtype.fields as readonly Field[])[i] as Field;
      write(f.dtype, buffer, at + f.offset, cast(vm, g.dtype, f.dtype, read(g.dtype, view, g.offset)));
    });
  } else if (o instanceof PyTuple) {
    if (o.items.length !== fields.length)
      vm.raise(
        ValueErrorType,
        `could not assign tuple of length ${o.items.length} to structure with ${fields.length} fields.`,
      );
    fields.forEach((f, i) => {
      store(vm, f.dtype, buffer, at + f.offset, o.items[i] as PyObject);
    });
  } else if (elementOf(o) !== null) for (const f of fields) store(vm, f.dtype, buffer, at + f.offset, o);
  else vm.refuse('numpy.void', `assignment of ${typeName(o)} to a record`);
}
