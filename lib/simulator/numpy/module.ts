/** The module numpy: arrays, views, indexing, types. What computes is added by `compute.ts`. */
import './array-type';
import './dtype-type';
import './flags';
import './flat';
import './methods';
import './scalar-type';
import './refused-attributes';
import { registerModule } from '../machine/modules/index';
import { PyModule } from '../machine/types/module';
import { float, None, str } from '../memory/atoms';
import type { Machine, PyObject } from '../memory/object';
import { need } from '../parts/part';
import { computing } from './computing';
import { CONVERSIONS } from './creation/convert-functions';
import { FILLED } from './creation/filled';
import { RANGES } from './creation/ranges';
import { NUMERIC } from './dtype';
import { NumpyFalse, NumpyTrue } from './scalar';
import * as types from './types';

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
  flatiter: types.FlatIterType,
};

const CONSTANTS: Readonly<Record<string, PyObject>> = {
  newaxis: None,
  pi: float(Math.PI),
  e: float(Math.E),
  inf: float(Number.POSITIVE_INFINITY),
  nan: float(Number.NaN),
  euler_gamma: float(0.5772156649015329),
  True_: NumpyTrue,
  False_: NumpyFalse,
  __version__: str('2.4.6'),
};

/** The names of the module. They are added to while the simulator is loaded. */
export const names = new Map<string, PyObject>();
for (const table of [CONVERSIONS, FILLED, RANGES]) for (const f of table) names.set(f.name, f);
for (const t of NUMERIC) names.set(t.text, t.scalarType);
for (const name of ['object_', 'str_', 'bytes_', 'void'] as const) names.set(name, types.scalarTypes[name]);
for (const [name, value] of Object.entries({ ...TYPE_NAMES, ...CONSTANTS })) names.set(name, value);

/** A name that is not there may be one of those that compute. */
class NumpyModule extends PyModule {
  override read(vm: Machine, name: string): PyObject | undefined {
    if (!this.attributes.has(name)) need('numpy computing');
    if (!this.attributes.has(name)) need('numpy library');
    return super.read(vm, name);
  }
  override all(): ReadonlyMap<string, PyObject> {
    need('numpy computing');
    need('numpy library');
    return super.all();
  }
}

registerModule('numpy', () => new NumpyModule('numpy', names, (name) => computing().lacks(name)));
