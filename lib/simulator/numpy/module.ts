/** The modules numpy, numpy.lib.stride_tricks and what is reached through them. */
import './array-type';
import './dtype-type';
import './flags';
import './flat';
import './methods';
import './scalar-type';
import { registerModule } from '../machine/modules/index';
import { module, PyModule } from '../machine/types/module';
import { float, None, str } from '../memory/atoms';
import type { PyObject } from '../memory/object';
import { CONTEXTS, ErrstateType, NdEnumerateType, NdIndexType } from './contexts';
import { CONVERSIONS } from './creation/convert-functions';
import { FILLED } from './creation/filled';
import { GRIDS } from './creation/grids';
import { RANGES } from './creation/ranges';
import { NUMERIC } from './dtype';
import { AxisErrorType } from './exceptions';
import { FUNCTIONS } from './functions';
import { numpyLacks } from './names';
import { NumpyFalse, NumpyTrue } from './scalar';
import { STRIDE_TRICKS } from './shape/broadcast';
import { SHAPES } from './shape/functions';
import { JOINS } from './shape/join';
import * as types from './types';
import { UFUNCS } from './ufunc/ufunc';

/** Other names of ufuncs and functions. */
const ALIASES: Readonly<Record<string, string>> = {
  abs: 'absolute',
  true_divide: 'divide',
  mod: 'remainder',
  pow: 'power',
  conj: 'conjugate',
  bitwise_not: 'invert',
  bitwise_invert: 'invert',
  bitwise_left_shift: 'left_shift',
  bitwise_right_shift: 'right_shift',
  acos: 'arccos',
  asin: 'arcsin',
  atan: 'arctan',
  atan2: 'arctan2',
  concat: 'concatenate',
};
const TYPE_NAMES: Readonly<Record<string, PyObject>> = {
  bool_: types.scalarTypes.bool,
  int_: types.scalarTypes.int64,
  uint: types.scalarTypes.uint64,
  intp: types.scalarTypes.int64,
  uintp: types.scalarTypes.uint64,
  byte: types.scalarTypes.int8,
  ubyte: types.scalarTypes.uint8,
  short: types.scalarTypes.int16,
  ushort: types.scalarTypes.uint16,
  intc: types.scalarTypes.int32,
  uintc: types.scalarTypes.uint32,
  long: types.scalarTypes.int64,
  ulong: types.scalarTypes.uint64,
  single: types.scalarTypes.float32,
  double: types.scalarTypes.float64,
  csingle: types.scalarTypes.complex64,
  cdouble: types.scalarTypes.complex128,
  generic: types.GenericType,
  number: types.NumberType,
  integer: types.IntegerType,
  signedinteger: types.SignedIntegerType,
  unsignedinteger: types.UnsignedIntegerType,
  inexact: types.InexactType,
  floating: types.FloatingType,
  complexfloating: types.ComplexFloatingType,
  flexible: types.FlexibleType,
  character: types.CharacterType,
  ndarray: types.NdArrayType,
  recarray: types.RecArrayType,
  dtype: types.DTypeType,
  ufunc: types.UfuncType,
  flatiter: types.FlatIterType,
  errstate: ErrstateType,
  ndenumerate: NdEnumerateType,
  ndindex: NdIndexType,
};

const tricks = module('numpy.lib.stride_tricks', STRIDE_TRICKS);
registerModule('numpy.lib.stride_tricks', () => tricks);
const library = new PyModule('numpy.lib', new Map<string, PyObject>([['stride_tricks', tricks]]));
registerModule('numpy.lib', () => library);
const exceptions = new PyModule(
  'numpy.exceptions',
  new Map<string, PyObject>([['AxisError', AxisErrorType]]),
);
registerModule('numpy.exceptions', () => exceptions);

registerModule('numpy', () => {
  const attributes = new Map<string, PyObject>();
  for (const table of [CONVERSIONS, FILLED, RANGES, JOINS, SHAPES, FUNCTIONS, CONTEXTS, GRIDS])
    for (const f of table) attributes.set(f.name, f);
  for (const [name, u] of UFUNCS) attributes.set(name, u);
  for (const [name, of] of Object.entries(ALIASES)) attributes.set(name, attributes.get(of) as PyObject);
  for (const t of NUMERIC) attributes.set(t.text, t.scalarType);
  for (const name of ['object_', 'str_', 'bytes_', 'void'] as const)
    attributes.set(name, types.scalarTypes[name]);
  for (const [name, type] of Object.entries(TYPE_NAMES)) attributes.set(name, type);
  const constants: Readonly<Record<string, PyObject>> = {
    newaxis: None,
    pi: float(Math.PI),
    e: float(Math.E),
    inf: float(Number.POSITIVE_INFINITY),
    nan: float(Number.NaN),
    euler_gamma: float(0.5772156649015329),
    True_: NumpyTrue,
    False_: NumpyFalse,
    __version__: str('2.4.6'),
    lib: library,
    exceptions,
  };
  for (const [name, value] of Object.entries(constants)) attributes.set(name, value);
  return new PyModule('numpy', attributes, numpyLacks);
});
