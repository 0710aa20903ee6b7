/** The types that NumPy adds, bare; their behaviour is attached by the files that own them. */
import type { PyType } from '../memory/object';
import { PyType as Type } from '../memory/object';
import { BytesType, ComplexType, FloatType, ObjectType, StrType, TypeType } from '../memory/types';

const make = (name: string, ...bases: PyType[]): PyType => makeIn('numpy', name, ...bases);

function makeIn(module: string, name: string, ...bases: PyType[]): PyType {
  const first = bases[0] ?? ObjectType;
  // Linearisation of the scalar types: what NumPy adds, then the Python type, then object.
  const mro =
    bases.length < 2
      ? first.mro
      : [...first.mro.filter((t) => t !== ObjectType), ...(bases[1] as PyType).mro];
  const made: PyType = new Type(name, { bases: [first], metatype: TypeType, module });
  made.mro = [made, ...mro];
  return made;
}

export const GenericType = make('generic');
export const NumberType = make('number', GenericType);
export const IntegerType = make('integer', NumberType);
export const SignedIntegerType = make('signedinteger', IntegerType);
export const UnsignedIntegerType = make('unsignedinteger', IntegerType);
export const InexactType = make('inexact', NumberType);
export const FloatingType = make('floating', InexactType);
export const ComplexFloatingType = make('complexfloating', InexactType);
export const FlexibleType = make('flexible', GenericType);
export const CharacterType = make('character', FlexibleType);

/** The concrete scalar types by NumPy's name. */
export const scalarTypes = {
  bool: make('bool', GenericType),
  int8: make('int8', SignedIntegerType),
  uint8: make('uint8', UnsignedIntegerType),
  int16: make('int16', SignedIntegerType),
  uint16: make('uint16', UnsignedIntegerType),
  int32: make('int32', SignedIntegerType),
  uint32: make('uint32', UnsignedIntegerType),
  int64: make('int64', SignedIntegerType),
  uint64: make('uint64', UnsignedIntegerType),
  float32: make('float32', FloatingType),
  float64: make('float64', FloatingType, FloatType),
  complex64: make('complex64', ComplexFloatingType),
  complex128: make('complex128', ComplexFloatingType, ComplexType),
  object_: make('object_', GenericType),
  bytes_: make('bytes_', CharacterType, BytesType),
  str_: make('str_', CharacterType, StrType),
  void: make('void', FlexibleType),
} as const;

export const NdArrayType = make('ndarray');
export const RecArrayType = make('recarray', NdArrayType);
export const DTypeType = make('dtype');
/** The class of a dtype: `Int64DType`. */
export function dtypeClass(name: string): PyType {
  const made: PyType = new Type(`${name}DType`, {
    bases: [DTypeType],
    metatype: TypeType,
    module: 'numpy.dtypes',
  });
  return made;
}
export const UfuncType = make('ufunc');
export const FlatIterType = make('flatiter');
export const FlagsType = makeIn('numpy._core.multiarray', 'flagsobj');
for (const t of [NdArrayType, UfuncType]) t.hasWeakrefs = true;
