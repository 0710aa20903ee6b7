/** collections.abc, for `isinstance` and `issubclass` (Lib/_collections_abc.py, Lib/abc.py). */
import { bool, None } from '../../../memory/atoms';
import { type Machine, type PyObject, PyType } from '../../../memory/object';
import { builtinType, ObjectType, TypeType } from '../../../memory/types';
import { define, method } from '../../builtin';
import { genericAlias } from '../../types/annotations';
import { TypeErrorType } from '../../types/exceptions';
import { PyModule } from '../../types/module';
import { complete } from '../holding';
import { registerModule } from '../index';
import { KINDS, METHODS, REGISTERED } from './abc-kinds';

const MetaType = builtinType('ABCMeta', TypeType, 'abc');

/** Whether a class is one, or is taken for one. Refuses where that is not known for certain. */
function belongs(vm: Machine, type: PyType, cls: PyType): boolean {
  const unknown = (): never =>
    vm.refuse(
      `${cls.name} of a ${type.name}`,
      `Whether a ${type.name} counts as ${cls.name} is not known for certain.`,
    );
  const wanted = METHODS.get(cls.name);
  // Registered classes: the first built-in type that it is derived from, besides object.
  if (wanted === undefined)
    return type.mro.some((base) => !base.isHeapType && (kindsOf(base) ?? unknown()).includes(cls.name));
  return wanted.every((name) => hasMethod(type, name, cls, unknown));
}

/** `_check_methods`: the first class along the mro that has it decides; None there says no. */
function hasMethod(type: PyType, name: string, cls: PyType, unknown: () => never): boolean {
  for (const base of type.mro) {
    if (!base.isHeapType) return (kindsOf(base) ?? unknown()).includes(cls.name);
    const found = base.members.get(name);
    if (found !== undefined) return found !== None;
  }
  return false;
}

function kindsOf(type: PyType): readonly string[] | undefined {
  const known = KINDS.get(type.name);
  return type.mro.some((base) => base.name === 'BaseException') ? KINDS.get('BaseException') : known;
}

for (const special of ['__instancecheck__', '__subclasscheck__'] as const)
  method<PyType>(MetaType, special, 'o, /', (vm, cls, [o]) => {
    if (special === '__instancecheck__') return bool(belongs(vm, (o as PyObject).type, cls));
    if (!(o instanceof PyType)) return vm.raise(TypeErrorType, 'issubclass() arg 1 must be a class');
    if (o.type === MetaType)
      return vm.refuse('issubclass of collections.abc', 'How these classes are derived is not supported.');
    return bool(belongs(vm, o, cls));
  });

function abstractClass(name: string): PyType {
  const cls = new PyType(name, { bases: [ObjectType], metatype: MetaType, module: 'collections.abc' });
  define(cls, {
    new: (vm) => vm.refuse(`${name}()`, `Making an object of collections.abc.${name} is not supported.`),
  });
  return cls;
}

/** Those that take no parameters, or take them in a way of their own. */
const NOT_GENERIC = new Set(['Callable', 'Hashable', 'Sized', 'ByteString', 'MappingView']);
define(MetaType, {
  getItem: (vm, cls, key) =>
    NOT_GENERIC.has((cls as PyType).name)
      ? vm.refuse(`${(cls as PyType).name}[…]`, 'Parameters of this class are not supported.')
      : genericAlias(vm, cls as PyType, key),
});

registerModule('collections.abc', () => {
  const names = [...METHODS.keys(), ...REGISTERED];
  return new PyModule(
    'collections.abc',
    new Map(names.map((name) => [name, abstractClass(name)])),
    (name) => complete(name) && !/^(Async|Awaitable|Coroutine)/.test(name),
  );
});
