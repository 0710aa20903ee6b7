/**
 * Data types: how one element lies in memory (numpy/_core/src/multiarray/descriptor.c, arraytypes.c.src).
 * Native byte order only; half, long double and time types are refused where they are named.
 */
import { None } from '../memory/atoms';
import { Atom, type PyType } from '../memory/object';
import type { Buffer } from './buffer';
import { Complex, type Elem, normal } from './element';
import { dtypeClass, scalarTypes } from './types';

/** `dtype.kind` */
export type Letter = 'b' | 'i' | 'u' | 'f' | 'c' | 'O' | 'S' | 'U' | 'V';

export interface Field {
  readonly name: string;
  readonly dtype: DType;
  readonly offset: number;
}

const classes = new Map<string, PyType>();
/** `Int64DType` … : one class for each kind of type. */
function classOf(text: string): PyType {
  const flexible = text.startsWith('<')
    ? 'Str'
    : text.startsWith('|S')
      ? 'Bytes'
      : text === '' || text.startsWith('|')
        ? 'Void'
        : undefined;
  const plain = text.replace(/^uint/, 'UInt');
  const name = flexible ?? plain.charAt(0).toUpperCase() + plain.slice(1);
  let made = classes.get(name);
  if (made === undefined) {
    made = dtypeClass(name);
    classes.set(name, made);
  }
  return made;
}

export class DType extends Atom {
  override get kind(): 'dtype' {
    return 'dtype';
  }
  /** Fields of a structured type, else null. */
  fields: readonly Field[] | null = null;
  /** Whether it is the dtype of a record array (its scalar type is `np.record`). */
  record = false;
  constructor(
    /** NPY_TYPES number: the order of promotion. */
    readonly num: number,
    readonly letter: Letter,
    /** `dtype.char` */
    readonly char: string,
    /** `str(dtype)` for all but structured types. */
    readonly text: string,
    readonly itemsize: number,
    readonly scalarType: PyType,
    readonly alignment: number = itemsize,
  ) {
    super(classOf(text));
  }
  get bits(): number {
    return this.itemsize * 8;
  }
  get isInteger(): boolean {
    return this.letter === 'i' || this.letter === 'u';
  }
  /** bool, integer, float or complex */
  get isNumeric(): boolean {
    return this.num <= 15;
  }
}

export const Bool = new DType(0, 'b', '?', 'bool', 1, scalarTypes.bool);
export const Int8 = new DType(1, 'i', 'b', 'int8', 1, scalarTypes.int8);
export const UInt8 = new DType(2, 'u', 'B', 'uint8', 1, scalarTypes.uint8);
export const Int16 = new DType(3, 'i', 'h', 'int16', 2, scalarTypes.int16);
export const UInt16 = new DType(4, 'u', 'H', 'uint16', 2, scalarTypes.uint16);
export const Int32 = new DType(5, 'i', 'i', 'int32', 4, scalarTypes.int32);
export const UInt32 = new DType(6, 'u', 'I', 'uint32', 4, scalarTypes.uint32);
export const Int64 = new DType(7, 'i', 'l', 'int64', 8, scalarTypes.int64);
export const UInt64 = new DType(8, 'u', 'L', 'uint64', 8, scalarTypes.uint64);
export const Float32 = new DType(11, 'f', 'f', 'float32', 4, scalarTypes.float32);
export const Float64 = new DType(12, 'f', 'd', 'float64', 8, scalarTypes.float64);
export const Complex64 = new DType(14, 'c', 'F', 'complex64', 8, scalarTypes.complex64, 4);
export const Complex128 = new DType(15, 'c', 'D', 'complex128', 16, scalarTypes.complex128, 8);
export const ObjectDType = new DType(17, 'O', 'O', 'object', 8, scalarTypes.object_);

export const NUMERIC: readonly DType[] = [
  Bool,
  Int8,
  UInt8,
  Int16,
  UInt16,
  Int32,
  UInt32,
  Int64,
  UInt64,
  Float32,
  Float64,
  Complex64,
  Complex128,
];

const strings = new Map<number, DType>();
/** `<Un`: n code points of four bytes. */
export function strDType(length: number): DType {
  let made = strings.get(length);
  if (made === undefined) {
    made = new DType(19, 'U', 'U', `<U${length}`, 4 * length, scalarTypes.str_, 4);
    if (length < 64) strings.set(length, made);
  }
  return made;
}
/** `|Sn`: n bytes. */
export const bytesDType = (length: number): DType =>
  new DType(18, 'S', 'S', `|S${length}`, length, scalarTypes.bytes_, 1);

/** A structured type with fields one behind the other, or at given places. */
export function structDType(fields: readonly Field[], itemsize: number): DType {
  const made = new DType(20, 'V', 'V', '', itemsize, scalarTypes.void, 1);
  made.fields = fields;
  return made;
}
/** `|Vn` */
export const voidDType = (length: number): DType =>
  new DType(20, 'V', 'V', `|V${length}`, length, scalarTypes.void, 1);

/** Whether two types have the same layout and meaning (PyArray_EquivTypes). */
export function sameDType(a: DType, b: DType): boolean {
  if (a === b) return true;
  if (a.num !== b.num || a.itemsize !== b.itemsize) return false;
  if (a.fields === null || b.fields === null) return a.fields === b.fields;
  return (
    a.fields.length === b.fields.length &&
    a.fields.every((f, i) => {
      const g = (b.fields as readonly Field[])[i] as Field;
      return f.name === g.name && f.offset === g.offset && sameDType(f.dtype, g.dtype);
    })
  );
}

const TWO32 = 4294967296;

/** Read the element at byte `at`. Object elements are borrowed. */
export function read(dtype: DType, b: Buffer, at: number): Elem {
  const v = b.view;
  switch (dtype.num) {
    case 0:
      return v.getUint8(at) === 0 ? 0 : 1;
    case 1:
      return v.getInt8(at);
    case 2:
      return v.getUint8(at);
    case 3:
      return v.getInt16(at, true);
    case 4:
      return v.getUint16(at, true);
    case 5:
      return v.getInt32(at, true);
    case 6:
      return v.getUint32(at, true);
    case 7: {
      const high = v.getInt32(at + 4, true);
      // From 2**53 on a number is not exact.
      if (high < 2097152 && high >= -2097151) return high * TWO32 + v.getUint32(at, true);
      return normal(v.getBigInt64(at, true));
    }
    case 8: {
      const high = v.getUint32(at + 4, true);
      if (high < 2097152) return high * TWO32 + v.getUint32(at, true);
      return v.getBigUint64(at, true);
    }
    case 11:
      return v.getFloat32(at, true);
    case 12:
      return v.getFloat64(at, true);
    case 14:
      return new Complex(v.getFloat32(at, true), v.getFloat32(at + 4, true));
    case 15:
      return new Complex(v.getFloat64(at, true), v.getFloat64(at + 8, true));
    case 17:
      return b.objects?.[at / 8] ?? None;
    case 18: {
      let n = dtype.itemsize;
      while (n > 0 && b.bytes[at + n - 1] === 0) n--;
      return b.bytes.slice(at, at + n);
    }
    case 19: {
      let text = '';
      let zeros = '';
      for (let i = 0; i < dtype.itemsize; i += 4) {
        const code = v.getUint32(at + i, true);
        if (code === 0) zeros += '\0';
        else {
          text += zeros + String.fromCodePoint(code);
          zeros = '';
        }
      }
      return text;
    }
    default:
      return b.bytes.slice(at, at + dtype.itemsize);
  }
}

/** Write an element of any type but object. The range must have been announced with `touch`. */
export function write(dtype: DType, b: Buffer, at: number, value: Elem): void {
  const v = b.view;
  switch (dtype.num) {
    case 0:
    case 2:
      v.setUint8(at, value as number);
      break;
    case 1:
      v.setInt8(at, value as number);
      break;
    case 3:
      v.setInt16(at, value as number, true);
      break;
    case 4:
      v.setUint16(at, value as number, true);
      break;
    case 5:
      v.setInt32(at, value as number, true);
      break;
    case 6:
      v.setUint32(at, value as number, true);
      break;
    case 7:
      if (typeof value === 'number') {
        v.setInt32(at, value | 0, true);
        v.setInt32(at + 4, Math.floor(value / TWO32), true);
      } else v.setBigInt64(at, value as bigint, true);
      break;
    case 8:
      if (typeof value === 'number') {
        v.setUint32(at, value >>> 0, true);
        v.setUint32(at + 4, Math.floor(value / TWO32), true);
      } else v.setBigUint64(at, value as bigint, true);
      break;
    case 11:
      v.setFloat32(at, value as number, true);
      break;
    case 12:
      v.setFloat64(at, value as number, true);
      break;
    case 14:
      v.setFloat32(at, (value as Complex).re, true);
      v.setFloat32(at + 4, (value as Complex).im, true);
      break;
    case 15:
      v.setFloat64(at, (value as Complex).re, true);
      v.setFloat64(at + 8, (value as Complex).im, true);
      break;
    case 19: {
      let i = at;
      const end = at + dtype.itemsize;
      for (const c of value as string) {
        if (i >= end) break;
        v.setUint32(i, c.codePointAt(0) as number, true);
        i += 4;
      }
      b.bytes.fill(0, i, end);
      break;
    }
    default: {
      const bytes = value as Uint8Array;
      b.bytes.fill(0, at, at + dtype.itemsize);
      b.bytes.set(bytes.subarray(0, dtype.itemsize), at);
    }
  }
}
