/** Every built-in name (the module builtins). */
import { Ellipsis, False, None, NotImplemented, True } from '../../memory/atoms';
import type { PyObject } from '../../memory/object';
import * as types from '../../memory/types';
import '../modules/string';
import '../types';
import { BytearrayType } from '../types/bytearray';
import { EnumerateType, FilterType, MapType, ReversedType, ZipType } from '../types/combinators';
import { EXCEPTIONS } from '../types/exceptions';
import { MemoryviewType } from '../types/memoryview';
import { ITERATION } from './iteration';
import { NUMBERS } from './numbers';
import { OBJECTS } from './objects';
import { TEXT } from './text';

/** Built-in names and their values, other than what `classes` adds. They never change. */
export function builtinNames(
  classes: readonly (PyObject & { readonly name: string })[],
): Map<string, PyObject> {
  const names = new Map<string, PyObject>([
    ['None', None],
    ['True', True],
    ['False', False],
    ['NotImplemented', NotImplemented],
    ['Ellipsis', Ellipsis],
    ...EXCEPTIONS,
  ]);
  const own = [
    types.IntType,
    types.BoolType,
    types.FloatType,
    types.ComplexType,
    types.StrType,
    types.BytesType,
    BytearrayType,
    MemoryviewType,
    types.ListType,
    types.TupleType,
    types.DictType,
    types.SetType,
    types.FrozenSetType,
    types.RangeType,
    types.SliceType,
    types.ObjectType,
    types.TypeType,
    EnumerateType,
    ReversedType,
    ZipType,
    MapType,
    FilterType,
  ];
  for (const value of [...own, ...ITERATION, ...NUMBERS, ...OBJECTS, ...TEXT, ...classes])
    names.set(value.name, value);
  const environment = EXCEPTIONS.get('OSError');
  if (environment) for (const alias of ['EnvironmentError', 'IOError']) names.set(alias, environment);
  return names;
}
