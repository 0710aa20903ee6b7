/** What NumPy scalars can do (numpy/_core/src/multiarray/scalartypes.c.src, umath/scalarmath.c.src). */
import { attribute, define, method, type PyMethodDescriptor } from '../machine/builtin';
import { hashBytes, hashComplex, hashFloat, hashInt } from '../machine/format/hash';
import { Raised } from '../machine/raised';
import { IndexErrorType, TypeErrorType, ValueErrorType } from '../machine/types/exceptions';
import { power as exactPower } from '../machine/types/real-functions';
import { PySequenceIterator } from '../machine/types/sequence-iterator';
import {
  bool,
  Ellipsis,
  float,
  int,
  None,
  NotImplemented,
  PyBool,
  PyComplex,
  PyFloat,
  PyInt,
  PyStr,
  str,
} from '../memory/atoms';
import { EMPTY_TUPLE, type PyTuple } from '../memory/containers';
import type { ArithmeticOp, Binary, Machine, PyObject, PyType } from '../memory/object';
import { ComplexType, FloatType, IntType, StrType } from '../memory/types';
import { bindNumpy } from './arguments';
import { computedMethod, computing, STATISTICAL } from './computing';
import { coerce, numberText } from './convert';
import { arrayOf, copyOf } from './copy';
import { asArray, toArray } from './creation/from-object';
import {
  Bool,
  bytesDType,
  type DType,
  Float32,
  Float64,
  NUMERIC,
  ObjectDType,
  read,
  strDType,
} from './dtype';
import { dtypeOf } from './dtype-of';
import { Complex, type Elem } from './element';
import { scalarAt } from './indexing/basic';
import { fieldOf, storeAt, unwrap } from './indexing/subscript';
import { itemOf } from './methods';
import { hiddenView, NdArray } from './ndarray';
import { arrayBinary, compareArrays, unarySlots } from './operators';
import { PyNumpyScalar, PyNumpyText, PyVoid, pythonOf, scalar } from './scalar';
import { makeTuple, spend, typeName } from './tuple';
import { GenericType, NdArrayType, scalarTypes } from './types';
import { chargeCast, chargeScalar } from './work';

const self = (o: PyObject): PyNumpyScalar => o as PyNumpyScalar;

const own = <T extends PyObject>(o: T): T => {
  o.rc++;
  return o;
};

function text(vm: Machine, s: PyNumpyScalar): string {
  return s.dtype.letter === 'S' ? vm.repr(pythonOf(s.dtype, s.value)) : numberText(s.dtype, s.value);
}

function repr(vm: Machine, s: PyNumpyScalar): string {
  if (s.dtype === Bool) return s.value === 0 ? 'np.False_' : 'np.True_';
  const body = text(vm, s);
  if (s.dtype.letter === 'c' && body.startsWith('(')) return `np.${s.type.name}${body}`;
  return `np.${s.type.name}(${body})`;
}

const plain = (s: PyNumpyScalar): PyObject => pythonOf(s.dtype, s.value);

/** Convert by Python's own type: int, float. */
function viaPython(vm: Machine, s: PyNumpyScalar, type: PyType): PyObject {
  if (s.dtype.letter === 'c') vm.refuse('numpy.complex128', 'a complex scalar as a real number');
  if (type === FloatType && typeof s.value === 'number') return float(s.value);
  return vm.call(type, [plain(s)]);
}

const isFloat64 = (o: PyObject): boolean => o instanceof PyNumpyScalar && o.dtype === Float64;
const COMPLEX = new Set<ArithmeticOp>(['+', '-', '*', '/', '**']);

const isComplex = (o: PyObject): boolean =>
  o instanceof PyComplex || ((o instanceof PyNumpyScalar || o instanceof NdArray) && o.dtype.letter === 'c');

/** Whether a complex scalar has no such operator at all: it has none for whole quotients. */
function givesUp(left: PyObject, right: PyObject): boolean {
  if (left instanceof PyNumpyScalar && right instanceof PyNumpyScalar)
    return left.dtype !== Bool && right.dtype !== Bool && [left, right].some((o) => o.dtype.letter === 'c');
  const [s, o] = left instanceof PyNumpyScalar ? [left, right] : [right, left];
  return (
    s instanceof PyNumpyScalar &&
    s.dtype.letter === 'c' &&
    (o instanceof PyInt || o instanceof PyFloat || o instanceof PyComplex)
  );
}

const binary: Partial<Record<ArithmeticOp, Binary>> = {};
for (const [op, slot] of Object.entries(arrayBinary) as [ArithmeticOp, Binary][]) {
  // Only arrays have a matrix product.
  if (op === '@') continue;
  binary[op] = (vm, left, right) => {
    // Repetition of a sequence is left to the sequence.
    if (
      op === '*' &&
      [left, right].some((o) => o.kind === 'list' || o.kind === 'tuple' || o instanceof PyStr)
    )
      return repeated(vm, left, right);
    // Python's complex takes a float64 for the float that it is.
    if (left.type === ComplexType && isFloat64(right) && COMPLEX.has(op))
      return vm.binary(left, plain(self(right)), op);
    if ((op === '//' || op === '%') && givesUp(left, right)) return NotImplemented;
    const other = left instanceof PyNumpyScalar ? right : left;
    if (other.type.isHeapType && other.type.slots.binary?.[op] !== undefined)
      vm.refuse('numpy.generic', 'an operator between a NumPy scalar and an object with its own operators');
    if (op === '**') return floatPower(vm, left, right) ?? slot(vm, left, right);
    return slot(vm, left, right);
  };
}

/** A sequence so many times over: NumPy integers count as ints. */
function repeated(vm: Machine, left: PyObject, right: PyObject): PyObject {
  const [count, sequence] = left instanceof PyNumpyScalar ? [left, right] : [right, left];
  if (!(count instanceof PyNumpyScalar) || !count.dtype.isInteger) return NotImplemented;
  return vm.binary(sequence, plain(count), '*');
}

for (const [name, reflected] of [
  ['__divmod__', false],
  ['__rdivmod__', true],
] as const)
  for (const type of [GenericType, NdArrayType])
    method(type, name, 'value, /', (vm, o, [value]) => {
      const pair = reflected ? [value as PyObject, o] : [o, value as PyObject];
      if (pair.some(isComplex)) return vm.refuse('numpy.divmod', 'divmod of complex numbers');
      // With two outputs, axes of length 1 get other strides.
      if (pair.some((a) => a instanceof NdArray && a.shape.includes(1)))
        return vm.refuse('numpy.divmod', 'divmod of an array with an axis of length 1');
      const quotient = computing().ufunc(vm, 'floor_divide', pair);
      return makeTuple(vm, [quotient, computing().ufunc(vm, 'remainder', pair)]);
    });

/** Powers of float64 scalars are those of the C library. */
function floatPower(vm: Machine, left: PyObject, right: PyObject): PyObject | null {
  const values = [left, right].map((o) =>
    o instanceof PyFloat ||
    (o instanceof PyInt && typeof o.value === 'number') ||
    (o instanceof PyNumpyScalar && o.dtype === Float64)
      ? Number((o as PyFloat).value)
      : null,
  );
  const [x, y] = values as [number | null, number | null];
  if (
    x === null ||
    y === null ||
    !Number.isFinite(x) ||
    !Number.isFinite(y) ||
    x === 0 ||
    (x < 0 && !Number.isInteger(y))
  )
    return null;
  return scalar(Float64, exactPower(vm, x, y));
}

define(GenericType, {
  getItem: (vm, o, key) => {
    if (key === EMPTY_TUPLE) return own(o);
    // An array without axes is made of the scalar, and a view of that taken.
    if (key === Ellipsis) return hiddenView(vm, zeroDim(vm, o), [], []);
    if (!(key instanceof PyInt && !(key instanceof PyBool)) && key.kind !== 'slice')
      return vm.refuse('numpy.generic', 'this index of a scalar');
    return vm.raise(IndexErrorType, 'invalid index to scalar variable.');
  },
  iter: (vm, o) => vm.raise(TypeErrorType, `'${typeName(o)}' object is not iterable`),
  new: (vm, cls) => vm.refuse(`numpy.${cls.name}`, `making a ${cls.name}`),
  repr: (vm, o) => str(repr(vm, self(o))),
  str: (vm, o) => str(text(vm, self(o))),
  hash: (vm, o) => {
    chargeScalar(vm);
    const v = self(o).value;
    if (v instanceof Complex) return hashComplex(hashFloat(v.re), hashFloat(v.im));
    if (v instanceof Uint8Array) return hashBytes(v);
    if (typeof v === 'string') return vm.hash(str(v));
    return self(o).dtype.letter === 'f' ? hashFloat(v as number) : hashInt(v);
  },
  compare: (vm, left, right, op) =>
    (right === None || isApart(right)) && (op === '==' || op === '!=')
      ? bool(op === '!=')
      : left.type === ComplexType && isFloat64(right)
        ? vm.compare(left, plain(self(right)), op)
        : compareArrays(vm, left, right, op),
  bool: (_vm, o) => {
    const v = self(o).value;
    return v instanceof Complex ? v.re !== 0 || v.im !== 0 : v instanceof Uint8Array ? v.length > 0 : v !== 0;
  },
  int: (vm, o) => viaPython(vm, self(o), IntType),
  float: (vm, o) => viaPython(vm, self(o), FloatType),
  binary,
  ...unarySlots,
});
/** What equals no number: then the answer is Python's own bool (the loop of objects). */
const isApart = (o: PyObject): boolean => APART.has(o.type.name);
const APART: ReadonlySet<string> = new Set(
  'type slice ellipsis function builtin_function_or_method dict set frozenset module'.split(' '),
);
for (const t of NUMERIC)
  if (t.isInteger || t === Bool)
    define(t.scalarType, {
      index: (vm, o) =>
        t === Bool
          ? vm.raise(TypeErrorType, "'numpy.bool' object cannot be interpreted as an integer")
          : int(self(o).value as number | bigint),
    });

/** `int(np.str_('5'))`: the message of a failure shows the scalar. */
function textAs(vm: Machine, type: PyType, o: PyStr): PyObject {
  try {
    return vm.call(type, [str(o.value)]);
  } catch (e) {
    if (!(e instanceof Raised)) throw e;
    const plain = vm.repr(str(o.value));
    const message = vm.str(e.exception);
    if (!message.endsWith(plain)) throw e;
    vm.heap.decref(e.exception);
    return vm.raise(ValueErrorType, message.slice(0, -plain.length) + vm.repr(o));
  }
}

/** Call of a scalar type: `np.int64('5')`, `np.float32([1, 2])`. */
function construct(
  t: DType,
): (vm: Machine, cls: PyType, args: readonly PyObject[], names: readonly string[]) => PyObject {
  return (vm, _cls, args, names) => {
    if (names.length > 0 || args.length > 1)
      return vm.refuse(`numpy.${t.scalarType.name}`, 'arguments of a scalar type');
    const [o] = args;
    if (o === undefined)
      return t.letter === 'S'
        ? scalar(t, new Uint8Array(0))
        : scalar(t, t.letter === 'c' ? new Complex(0, 0) : 0);
    if (o.type.name === 'range') return vm.refuse(`numpy.${t.scalarType.name}`, 'a range as an argument');
    if (t.letter === 'S' && !(o instanceof PyStr || o.kind === 'bytes'))
      return vm.refuse('numpy.bytes_', 'bytes made of what is no text');
    if (t === Bool && !(o instanceof NdArray) && o.kind !== 'list' && o.kind !== 'tuple')
      return scalar(t, vm.truth(o) ? 1 : 0);
    if (
      o instanceof PyNumpyScalar ||
      o instanceof PyInt ||
      o instanceof PyFloat ||
      o instanceof PyComplex ||
      o instanceof PyStr
    )
      return scalar(t, coerce(vm, t, o));
    const a = o instanceof NdArray ? asArray(vm, o) : toArray(vm, o, { dtype: t });
    chargeCast(vm, a.dtype, t, a.size);
    return unwrap(
      vm,
      spend(vm, a, () => copyOf(vm, a, 'K', t)),
    );
  };
}
for (const t of NUMERIC) define(t.scalarType, { new: construct(t) });
define(scalarTypes.str_, {
  ...StrType.slots,
  repr: (vm, o) => str(`np.str_(${vm.repr(str((o as PyStr).value))})`),
  int: (vm, o) => textAs(vm, IntType, o as PyStr),
  float: (vm, o) => textAs(vm, FloatType, o as PyStr),
  new: (vm, _cls, args) => new PyNumpyText(args[0] === undefined ? '' : vm.str(args[0])),
});
define(scalarTypes.bytes_, {
  new: (vm, _cls, args) => {
    const o = args[0];
    if (o === undefined || args.length > 1) return vm.refuse('numpy.bytes_', 'arguments of bytes_');
    const found = coerce(vm, bytesDType(1 << 20), o) as Uint8Array;
    return new PyNumpyScalar(bytesDType(found.length), found);
  },
});

const dtypeOfScalar = (o: PyObject): DType =>
  o instanceof PyNumpyScalar ? o.dtype : o instanceof PyVoid ? o.data.dtype : dtypeOfText(o);
const dtypeOfText = (o: PyObject): DType =>
  o instanceof PyStr ? strDType([...o.value].length) : ObjectDType;

/** The scalar as a 0-d array: a new reference. */
function zeroDim(vm: Machine, o: PyObject): NdArray {
  const value: Elem = o instanceof PyStr ? o.value : self(o).value;
  return arrayOf(vm, dtypeOfScalar(o), [], [value]);
}

attribute(GenericType, 'dtype', (_vm, o) => dtypeOfScalar(o));
attribute(GenericType, 'shape', () => EMPTY_TUPLE);
attribute(GenericType, 'strides', () => EMPTY_TUPLE);
attribute(GenericType, 'ndim', () => int(0));
attribute(GenericType, 'size', () => int(1));
attribute(GenericType, 'itemsize', (_vm, o) => int(dtypeOfScalar(o).itemsize));
attribute(GenericType, 'nbytes', (_vm, o) => int(dtypeOfScalar(o).itemsize));
attribute(GenericType, 'base', () => None);
attribute(GenericType, 'T', (_vm, o) => own(o));
attribute(GenericType, 'real', (vm, o) => partOf(vm, o, false));
attribute(GenericType, 'imag', (vm, o) => partOf(vm, o, true));

function partOf(vm: Machine, s: PyObject, imaginary: boolean): PyObject {
  if (!(s instanceof PyNumpyScalar) || !s.dtype.isNumeric)
    return vm.refuse('numpy.generic.real', 'a part of this scalar');
  if (s.value instanceof Complex)
    return scalar(s.dtype.itemsize === 8 ? Float32 : Float64, imaginary ? s.value.im : s.value.re);
  return imaginary ? scalar(s.dtype, 0) : s;
}

for (const name of ['item', 'tolist'])
  method(GenericType, name, '*args', (vm, o, args) => {
    if (args.length > 0) vm.refuse(`numpy.generic.${name}`, `${name} of a scalar with arguments`);
    return o instanceof PyStr ? str(o.value) : plain(self(o));
  });
for (const [name, signature] of [
  ['copy', ''],
  ['__copy__', ''],
  ['__deepcopy__', 'memo, /'],
] as const)
  method(GenericType, name, signature, (_vm, o) => o);
for (const name of ['conj', 'conjugate'])
  method(GenericType, name, '', (vm, o) => {
    if (!(o instanceof PyNumpyScalar) || o.dtype.letter === 'S')
      return vm.refuse('numpy.generic.conj', 'the conjugate of what is no number');
    return o.value instanceof Complex ? scalar(o.dtype, new Complex(o.value.re, -o.value.im)) : o;
  });
method(GenericType, 'astype', 'dtype, /', (vm, o, [dtype]) =>
  scalar(dtypeOf(vm, dtype as PyObject), coerce(vm, dtypeOf(vm, dtype as PyObject), o)),
);
for (const name of STATISTICAL)
  method(GenericType, name, '*args, **kwargs', (vm, o, args, names) => {
    const [signature, op] = computedMethod(name);
    const a = zeroDim(vm, o);
    try {
      return op(vm, a, bindNumpy(vm, name, signature, args as readonly PyObject[], names));
    } finally {
      vm.heap.decref(a);
    }
  });
method(GenericType, '__format__', 'format_spec, /', (vm, o, [spec]) => {
  const value =
    o instanceof PyStr ? str(o.value) : self(o).dtype === Bool ? str(text(vm, self(o))) : plain(self(o));
  const format = vm.getAttribute(value, '__format__');
  const made = vm.call(format, [spec as PyObject]);
  vm.heap.decref(format);
  return made;
});
/** Methods that a scalar has as an array without axes has them. */
for (const name of 'ravel flatten reshape repeat squeeze transpose swapaxes nonzero tobytes'.split(' '))
  method(GenericType, name, '*args, **kwargs', (vm, o, args, names) => {
    const a = zeroDim(vm, o);
    try {
      const made = (NdArrayType.members.get(name) as PyMethodDescriptor).callWith(
        vm,
        a,
        args as readonly PyObject[],
        names,
      );
      return made instanceof NdArray ? unwrap(vm, made) : made;
    } finally {
      vm.heap.decref(a);
    }
  });
for (const t of NUMERIC) {
  if (t.isInteger) {
    attribute(t.scalarType, 'numerator', (_vm, o) => o);
    attribute(t.scalarType, 'denominator', () => int(1));
    method(t.scalarType, 'is_integer', '', () => bool(true));
    method(t.scalarType, 'bit_count', '', (_vm, o) => {
      const n = BigInt(self(o).value as number | bigint);
      return int([...(n < 0n ? -n : n).toString(2)].filter((digit) => digit === '1').length);
    });
  }
  if (t === Float32)
    for (const name of ['is_integer', 'as_integer_ratio'])
      method(t.scalarType, name, '', (vm, o) => {
        const get = vm.getAttribute(plain(self(o)), name);
        return spend(vm, get, () => vm.call(get, []));
      });
}

/** `round(x)`: an int; `round(x, n)`: a scalar. */
method(GenericType, '__round__', 'ndigits=None, /', (vm, o, [ndigits]) => {
  const s = self(o);
  // NumPy's bool has none, and the types of numbers share theirs here.
  if (s.dtype === Bool) return vm.refuse('numpy.bool', 'rounding a NumPy bool');
  if (ndigits === undefined || ndigits === None) {
    const made = plain(s);
    const rounder = vm.getAttribute(made, '__round__');
    try {
      return vm.call(rounder, []);
    } finally {
      vm.heap.decref(rounder);
    }
  }
  const a = zeroDim(vm, o);
  return spend(vm, a, () => computedMethod('round')[1](vm, a, [ndigits]));
});

// --- records

const record = (o: PyObject): PyVoid => o as PyVoid;

function fieldIndex(vm: Machine, v: PyVoid, key: PyObject): { dtype: DType; at: number } {
  const fields = v.data.dtype.fields ?? vm.raise(TypeErrorType, "can't index void scalar without fields");
  if (key instanceof PyInt) {
    const i = Number(key.value);
    const at = i < 0 ? i + fields.length : i;
    const field = fields[at] ?? vm.raise(IndexErrorType, `invalid index (${at})`);
    return { dtype: field.dtype, at: v.data.offset + field.offset };
  }
  if (!(key instanceof PyStr)) return vm.refuse('numpy.void', 'an index of this kind');
  const field = fieldOf(vm, v.data.dtype, key.value);
  return { dtype: field.dtype, at: v.data.offset + field.offset };
}

function recordText(vm: Machine, v: PyVoid): string {
  const made = itemOf(vm, v.data.dtype, read(v.data.dtype, v.data.buffer, v.data.offset));
  const parts = (made as PyTuple).items.map((o) => vm.repr(o));
  vm.heap.decref(made);
  return parts.length === 1 ? `(${parts[0]},)` : `(${parts.join(', ')})`;
}

define(scalarTypes.void, {
  str: (vm, o) => str(recordText(vm, record(o))),
  repr: (vm, o) => str(`np.void(${recordText(vm, record(o))}, dtype=${vm.str(record(o).data.dtype)})`),
  length: (_vm, o) => record(o).data.dtype.fields?.length ?? 0,
  iter: (vm, o) => {
    o.rc++;
    return vm.heap.add(new PySequenceIterator(o));
  },
  hash: (vm) => vm.refuse('numpy.void', 'the hash of a record'),
  compare: (vm) => vm.refuse('numpy.void', 'comparison of records'),
  bool: (vm) => vm.refuse('numpy.void', 'the truth of a record'),
  getItem: (vm, o, key) => {
    const v = record(o);
    const { dtype, at } = fieldIndex(vm, v, key);
    return scalarAt(vm, new NdArray(dtype, [], [], at, v.data.buffer, null, false, true), at);
  },
  setItem: (vm, o, key, value) => {
    const v = record(o);
    if (value === null) return vm.raise(ValueErrorType, 'cannot delete array elements');
    const { dtype, at } = fieldIndex(vm, v, key);
    storeAt(vm, new NdArray(dtype, [], [], at, v.data.buffer, null, false, true), at, value);
  },
});
for (const name of ['item', 'tolist'])
  method(scalarTypes.void, name, '', (vm, o) =>
    itemOf(
      vm,
      record(o).data.dtype,
      read(record(o).data.dtype, record(o).data.buffer, record(o).data.offset),
    ),
  );
/** A copy stands on memory of its own. */
for (const [name, signature] of [
  ['copy', ''],
  ['__copy__', ''],
  ['__deepcopy__', 'memo, /'],
] as const)
  method(scalarTypes.void, name, signature, (vm, o) => {
    const made = copyOf(vm, record(o).data);
    return vm.heap.add(new PyVoid(new NdArray(made.dtype, [], [], 0, made.buffer, null, false, true), made));
  });
