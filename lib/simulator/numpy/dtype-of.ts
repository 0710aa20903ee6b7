/** What programs write for a dtype (numpy/_core/src/multiarray/descriptor.c, PyArray_DescrConverter). */
import { TypeErrorType } from '../machine/types/exceptions';
import { None, PyStr } from '../memory/atoms';
import type { PyTuple } from '../memory/containers';
import { type Machine, type PyObject, PyType } from '../memory/object';
import { BoolType, BytesType, ComplexType, FloatType, IntType, ObjectType, StrType } from '../memory/types';
import {
  Bool,
  bytesDType,
  Complex64,
  Complex128,
  DType,
  type Field,
  Float32,
  Float64,
  Int8,
  Int16,
  Int32,
  Int64,
  NUMERIC,
  ObjectDType,
  strDType,
  structDType,
  UInt8,
  UInt16,
  UInt32,
  UInt64,
  voidDType,
} from './dtype';
import { scalarTypes } from './types';

const NAMES = new Map<string, DType>([
  ['int', Int64],
  ['float', Float64],
  ['complex', Complex128],
  ['bool', Bool],
  ['object', ObjectDType],
  ['O', ObjectDType],
  ['?', Bool],
  ['b1', Bool],
  ['b', Int8],
  ['B', UInt8],
  ['h', Int16],
  ['H', UInt16],
  ['i', Int32],
  ['I', UInt32],
  ['l', Int64],
  ['L', UInt64],
  ['p', Int64],
  ['P', UInt64],
  ['f', Float32],
  ['d', Float64],
  ['F', Complex64],
  ['D', Complex128],
  ['i1', Int8],
  ['i2', Int16],
  ['i4', Int32],
  ['i8', Int64],
  ['u1', UInt8],
  ['u2', UInt16],
  ['u4', UInt32],
  ['u8', UInt64],
  ['f4', Float32],
  ['f8', Float64],
  ['c8', Complex64],
  ['c16', Complex128],
  ['uint', UInt64],
  ['intp', Int64],
  ['uintp', UInt64],
  ['single', Float32],
  ['double', Float64],
  ['long', Int64],
  ['ulong', UInt64],
  ['short', Int16],
  ['ushort', UInt16],
  ['byte', Int8],
  ['ubyte', UInt8],
  ['intc', Int32],
  ['uintc', UInt32],
  ['str', strDType(0)],
  ['U', strDType(0)],
  ['S', bytesDType(0)],
  ['bytes', bytesDType(0)],
  ['V', voidDType(0)],
  ['O8', ObjectDType],
  ...NUMERIC.map((t): [string, DType] => [t.text, t]),
]);
/** Real types that the simulator does not have. */
const REFUSED =
  /^([<>=|]?(f2|e|g|G|q|Q|f16|c32|[mM]8?.*)|float16|half|longdouble|clongdouble|longlong|ulonglong|datetime64.*|timedelta64.*|float128|complex256|>.*|a\d*)$/;

const PYTHON = new Map<PyType, DType>([
  [IntType, Int64],
  [FloatType, Float64],
  [ComplexType, Complex128],
  [BoolType, Bool],
  [StrType, strDType(0)],
  [BytesType, bytesDType(0)],
  [ObjectType, ObjectDType],
  [scalarTypes.object_, ObjectDType],
  [scalarTypes.str_, strDType(0)],
  [scalarTypes.bytes_, bytesDType(0)],
  [scalarTypes.void, voidDType(0)],
  ...NUMERIC.map((t): [PyType, DType] => [t.scalarType, t]),
]);

/** The dtype a program means. Raises TypeError; refuses types that are not simulated. */
export function dtypeOf(vm: Machine, o: PyObject): DType {
  if (o instanceof DType) return o;
  if (o === None) return Float64;
  if (o instanceof PyType) {
    const known = PYTHON.get(o);
    if (known !== undefined) return known;
    if (o.isHeapType || o.module === 'builtins') return ObjectDType;
    return vm.refuse('numpy.dtype', `the type ${o.name} as a dtype`);
  }
  if (o instanceof PyStr) return fromText(vm, o.value);
  if (o.kind === 'list') return fromList(vm, (o as PyTuple).items);
  if (o.kind === 'tuple' || o.kind === 'dict')
    return vm.refuse('numpy.dtype', `a dtype written as a ${o.kind}`);
  return vm.raise(TypeErrorType, `Cannot interpret '${vm.repr(o)}' as a data type`);
}

/** `dtype=`: null where it is left out. */
export const optionalDType = (vm: Machine, o: PyObject | undefined): DType | null =>
  o === undefined ? null : dtypeOf(vm, o);

function fromText(vm: Machine, text: string): DType {
  const bare = text.replace(/^[<=|]/, '');
  const known = NAMES.get(bare.length > 2 && bare !== text && !/^[biufcOSUV]\d/.test(bare) ? text : bare);
  if (known !== undefined) return known;
  const sized = /^([USV])(\d+)$/.exec(bare);
  if (sized !== null) {
    const n = Number(sized[2]);
    return sized[1] === 'U' ? strDType(n) : sized[1] === 'S' ? bytesDType(n) : voidDType(n);
  }
  if (REFUSED.test(text)) return vm.refuse('numpy.dtype', `the dtype ${text}`);
  if (text.includes(','))
    return structure(
      text
        .split(',')
        .filter((t) => t.trim() !== '')
        .map((t, i) => [`f${i}`, fromText(vm, t.trim())]),
    );
  return vm.raise(TypeErrorType, `data type '${text}' not understood`);
}

function fromList(vm: Machine, items: readonly PyObject[]): DType {
  return structure(
    items.map((item, i): [string, DType] => {
      const parts = item.kind === 'tuple' ? (item as PyTuple).items : [];
      const [name, type] = parts;
      if (!(name instanceof PyStr) || type === undefined || parts.length !== 2)
        return vm.refuse('numpy.dtype', 'a structured dtype other than a list of (name, type)');
      return [name.value === '' ? `f${i}` : name.value, dtypeOf(vm, type)];
    }),
  );
}

function structure(parts: readonly [string, DType][]): DType {
  let offset = 0;
  const fields = parts.map(([name, dtype]): Field => {
    const field = { name, dtype, offset };
    offset += dtype.itemsize;
    return field;
  });
  return structDType(fields, offset);
}
