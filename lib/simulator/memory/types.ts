/**
 * The built-in type objects, bare. Their behaviour is attached by `machine/types/*` (one file a type) when
 * the simulator is loaded, and never changes after that.
 */
import { LateMembers } from './late-members';
import { PyType } from './object';

export const TypeType = new PyType('type');
export const ObjectType = new PyType('object', { metatype: TypeType });
(TypeType as { mro: readonly PyType[] }).mro = [TypeType, ObjectType];

/** A built-in class below `object`, or below `base`. */
export function builtinType(name: string, base: PyType = ObjectType, module = 'builtins'): PyType {
  return new PyType(name, { bases: [base], metatype: TypeType, module });
}

export const IntType = builtinType('int');
export const BoolType = builtinType('bool', IntType);
export const FloatType = builtinType('float');
export const ComplexType = builtinType('complex');
export const StrType = new PyType('str', {
  bases: [ObjectType],
  metatype: TypeType,
  members: new LateMembers('str methods'),
});
export const BytesType = builtinType('bytes');
export const NoneType = builtinType('NoneType');
export const NotImplementedType = builtinType('NotImplementedType');
export const EllipsisType = builtinType('ellipsis');
export const ListType = builtinType('list');
export const TupleType = builtinType('tuple');
export const DictType = builtinType('dict');
export const SetType = builtinType('set');
export const FrozenSetType = builtinType('frozenset');
export const SliceType = builtinType('slice');
export const RangeType = builtinType('range');
export const ModuleType = builtinType('module');
export const FunctionType = builtinType('function');
export const BuiltinType = builtinType('builtin_function_or_method');
export const MethodType = builtinType('method');
export const CellType = builtinType('cell');
export const CodeType = builtinType('code');
export const FrameType = builtinType('frame');
export const TracebackType = builtinType('traceback');
export const GeneratorType = builtinType('generator');
