/** NumPy scalars: immutable values with a dtype (numpy/_core/src/multiarray/scalartypes.c.src). */
import type { Key, Keyed } from '../machine/types/key';
import { numberKey } from '../machine/types/key';
import {
  bool,
  float,
  int,
  makeBytes,
  PyBool,
  PyBytes,
  PyComplex,
  PyFloat,
  PyInt,
  PyStr,
  str,
} from '../memory/atoms';
import { Atom, HeapObject, type PyObject, type Visit } from '../memory/object';
import {
  Bool,
  bytesDType,
  Complex128,
  type DType,
  Float64,
  Int64,
  ObjectDType,
  strDType,
  UInt64,
} from './dtype';
import { Complex, type Elem } from './element';
import type { NdArray } from './ndarray';
import { scalarTypes } from './types';

/** `np.int64(5)`: an atom. Its value is never an object or a record. */
export class PyNumpyScalar extends Atom implements Keyed {
  override get kind(): 'numpy-scalar' {
    return 'numpy-scalar';
  }
  constructor(
    readonly dtype: DType,
    readonly value: number | bigint | Complex | string | Uint8Array,
  ) {
    super(dtype.scalarType);
  }
  /** Equal numbers are equal keys, whatever their type. */
  get key(): Key | undefined {
    const v = this.value;
    if (typeof v === 'number') return Number.isNaN(v) ? this : numberKey(v);
    return typeof v === 'string' ? v : undefined;
  }
  /** The parts of a complex scalar, as Python's complex has them. */
  get real(): number {
    return (this.value as Complex).re;
  }
  get imag(): number {
    return (this.value as Complex).im;
  }
}

/** `np.str_('a')`: a str, and the same key in a dict. */
export class PyNumpyText extends PyStr implements Keyed {
  constructor(value: string) {
    super(value, scalarTypes.str_);
  }
  get key(): Key {
    return this.value;
  }
}

export const NumpyTrue = new PyNumpyScalar(Bool, 1);
export const NumpyFalse = new PyNumpyScalar(Bool, 0);

/** A record of a structured array: keeps the array (`base`) and shows its memory. */
export class PyVoid extends HeapObject {
  override get kind(): 'void' {
    return 'void';
  }
  /** `data`: a 0-d view on the record's bytes, not on the heap. Takes over the reference to `base`. */
  constructor(
    readonly data: NdArray,
    public base: NdArray | null,
  ) {
    super(data.dtype.scalarType);
    data.buffer.shownBy ??= [];
    data.buffer.shownBy.push(this);
  }
  override traverse(visit: Visit): void {
    if (this.base !== null) visit(this.base, 'base');
  }
  override drop(): PyObject[] {
    const owned = this.base === null ? [] : [this.base];
    this.base = null;
    const shownBy = this.data.buffer.shownBy ?? [];
    shownBy.splice(shownBy.indexOf(this), 1);
    return owned;
  }
}

/** The scalar for an element of a type other than a record: for objects the object itself, a new reference. */
export function scalar(dtype: DType, value: Elem): PyObject {
  if (dtype.letter === 'O') {
    (value as PyObject).rc++;
    return value as PyObject;
  }
  if (dtype === Bool) return value === 0 ? NumpyFalse : NumpyTrue;
  if (dtype.letter === 'U') return new PyNumpyText(value as string);
  return new PyNumpyScalar(dtype, value as PyNumpyScalar['value']);
}

/** The Python object for an element (`.item()`, `.tolist()`). */
export function pythonOf(dtype: DType, value: Elem): PyObject {
  switch (dtype.letter) {
    case 'b':
      return bool(value !== 0);
    case 'i':
    case 'u':
      return int(value as number | bigint);
    case 'f':
      return float(value as number);
    case 'c':
      return new PyComplex((value as Complex).re, (value as Complex).im);
    case 'U':
      return str(value as string);
    case 'S':
      return makeBytes(value as Uint8Array);
    default:
      return scalar(ObjectDType, value);
  }
}

/** A Python or NumPy scalar as element and type; null for what is no number, str or bytes. */
export function elementOf(o: PyObject): { dtype: DType; value: Elem } | null {
  if (o instanceof PyNumpyScalar) return o;
  if (o instanceof PyBool) return { dtype: Bool, value: o.truth ? 1 : 0 };
  if (o instanceof PyInt) return { dtype: intType(o.value), value: o.value };
  if (o instanceof PyFloat) return { dtype: Float64, value: o.value };
  if (o instanceof PyComplex) return { dtype: Complex128, value: new Complex(o.real, o.imag) };
  if (o instanceof PyStr) return { dtype: strDType([...o.value].length), value: o.value };
  if (o instanceof PyBytes) return { dtype: bytesDType(o.value.length), value: o.value };
  return null;
}

/** The type NumPy gives a Python int: int64, uint64, or object where neither holds it. */
export function intType(value: number | bigint): DType {
  if (typeof value === 'number' || BigInt.asIntN(64, value) === value) return Int64;
  return value >= 0n && value < 1n << 64n ? UInt64 : ObjectDType;
}
