/** Which names CPython has: those of its types, of the program's classes and instances, and the built-in ones. */
import { HeapObject, type Machine, type PyObject, PyType } from '../memory/object';
import { TypeType } from '../memory/types';
import { BUILTIN_NAMES, NAMES_OF_TYPES } from './names-of-types';
import { runtime } from './runtime';
import { PyClass } from './types/class';
import { PyModule } from './types/module';
import type { UnsupportedNames } from './unsupported-names';

const TABLES = new Map(
  Object.entries(NAMES_OF_TYPES).map(([type, names]) => [
    type,
    new Set(names === '' ? [] : names.split(' ')),
  ]),
);
const BUILTINS = new Set(BUILTIN_NAMES.split(' '));

/** A class that the program made, itself or by a function of the library such as namedtuple. */
const isOwn = (type: PyType): type is PyClass => type instanceof PyClass && type.module === '__main__';

const tableOf = (type: PyType): ReadonlySet<string> | undefined =>
  isOwn(type) ? undefined : TABLES.get(type.name);

/** Classes of the library whose table has names of instances, too. */
const NAMED_IN_INSTANCES = new Set([
  'WeakValueDictionary',
  'WeakKeyDictionary',
  'WeakSet',
  'cached_property',
]);

function hasName(type: PyType, name: string): boolean {
  if ((name === '__dict__' && type.hasAttrs) || (name === '__weakref__' && type.hasWeakrefs)) return true;
  return type.mro.some((t) => tableOf(t)?.has(name));
}

function attribute(vm: Machine, o: PyObject, name: string): void {
  if (!hasName(o.type, name) && !(o instanceof PyType && hasName(o, name))) return;
  const what = o instanceof PyType ? o.name : o.type.name;
  vm.refuse(`${what}.${name}`, `${name} of ${what} is not supported.`);
}

function builtin(vm: Machine, name: string): void {
  if (BUILTINS.has(name) && !runtime(vm).builtins.has(name))
    vm.refuse(name, `The built-in name ${name} is not supported.`);
}

/** Names that the classes of an mro bind. */
function addMro(vm: Machine, mro: readonly PyType[], names: Set<string>): void {
  for (const type of mro) {
    const table = tableOf(type);
    if (isOwn(type)) {
      for (const name of type.members.keys()) names.add(name);
      if (type.hasAttrs && !type.bases.some((base) => base.hasAttrs)) names.add('__dict__');
      if (type.hasWeakrefs && !type.bases.some((base) => base.hasWeakrefs)) names.add('__weakref__');
    } else if (table === undefined) vm.refuse('dir()', `The names that ${type.name} has are not known here.`);
    else for (const name of table) names.add(name);
  }
}

function namesOf(vm: Machine, o: PyObject): string[] {
  if (o instanceof PyModule)
    vm.refuse('dir()', `The names that the module ${o.name} has are not known here.`);
  if (o.type.lookup('__dir__') !== undefined)
    vm.refuse('__dir__', 'Classes with a __dir__ are not supported.');
  const names = new Set<string>();
  if (o instanceof PyType) {
    if (o === TypeType || o.mro.some(({ name }) => NAMED_IN_INSTANCES.has(name)))
      vm.refuse('dir()', `dir() of the class ${o.name} is not supported.`);
    addMro(vm, o.mro, names);
  } else {
    addMro(vm, o.type.mro, names);
    if (o instanceof HeapObject && o.attrs !== null) for (const name of o.attrs.keys()) names.add(name);
  }
  vm.charge(names.size, names.size);
  return [...names].sort((a, b) => (a < b ? -1 : 1));
}

export const NAMES: UnsupportedNames = { attribute, builtin, namesOf };
