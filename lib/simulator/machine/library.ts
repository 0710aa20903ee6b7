/** Everything a program finds without making it: the built-in names, and the behaviour of the built-in types. */
import { True } from '../memory/atoms';
import type { PyObject } from '../memory/object';
import { builtinNames } from './builtins';
import { buildClass } from './class-statement';
import './modules/library/reduce';
import './modules/types';
import './types/bool';
import './types/combinators';
import './types/complex';
import { ClassMethodType, PropertyType, StaticMethodType } from './types/decorators';
import './types/descriptors';
import './types/dict-iterator';
import './types/dict-methods';
import './types/dict-slots';
import './types/dict-views';
import './types/exception';
import './types/float';
import './types/frame-attributes';
import './types/functions';
import './types/generator-methods';
import './types/int';
import './types/int-methods';
import './types/list';
import './types/list-iterator';
import './types/list-methods';
import './types/module-attributes';
import './types/none';
import './types/object';
import './types/range';
import './types/sequence-iterator';
import './types/set';
import './types/set-methods';
import './types/slice';
import './types/str';
import { SuperType } from './types/super';
import './types/tuple';
import './types/type';

/** The built-in names: constants, shared by all runs. */
export const BUILTINS: ReadonlyMap<string, PyObject> = builtinNames([
  ClassMethodType,
  PropertyType,
  StaticMethodType,
  SuperType,
  buildClass,
]).set('__debug__', True);
