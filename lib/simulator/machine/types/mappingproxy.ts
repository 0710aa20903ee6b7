/** `C.__dict__` (Objects/descrobject.c, mappingproxy): the attributes of a class, to be read alone. */
import { Op } from '../../bytecode/opcodes';
import { None, PyStr, str } from '../../memory/atoms';
import { PyList } from '../../memory/containers';
import type { Machine, PyObject, PyType } from '../../memory/object';
import { builtinType, ObjectType } from '../../memory/types';
import { define, method, PyGetSet } from '../builtin';
import { PyHolding } from '../modules/holding';
import { runtime } from '../runtime';
import { own } from './convert';
import { dictSetName, newDict } from './dict';
import { KeyErrorType } from './exceptions';

const MappingProxyType = builtinType('mappingproxy');

/** The view of a class of the program: a new reference. */
export function classNamespace(vm: Machine, cls: PyType): PyObject {
  if (!cls.isHeapType)
    return vm.refuse('mappingproxy', 'The __dict__ of a class of the library is not supported.');
  // What a trace of CPython shows of one with a name is not what holds its values.
  const { frame } = runtime(vm);
  if (frame !== null && STORES.has(frame.code.opcodes[frame.pc] ?? -1))
    return vm.refuse('mappingproxy', 'A name for the __dict__ of a class is not supported.');
  return vm.heap.add(new PyHolding(MappingProxyType, [own(cls)]));
}

const STORES: ReadonlySet<number> = new Set([
  Op.STORE_NAME,
  Op.STORE_FAST,
  Op.STORE_GLOBAL,
  Op.STORE_DEREF,
  Op.RETURN_VALUE,
]);

const classOf = (o: PyObject): PyType => (o as PyHolding).at(0) as PyType;

/** The value of a key, borrowed, or undefined. */
function find(vm: Machine, self: PyObject, key: PyObject): PyObject | undefined {
  if (!(key instanceof PyStr)) {
    vm.hash(key);
    return undefined;
  }
  const found = classOf(self).members.get(key.value);
  if (key.value === '__dict__' || key.value === '__weakref__')
    vm.refuse('mappingproxy', `${key.value} of a class is not supported.`);
  return found;
}

/** The names in their order; descriptors that CPython adds to a class stand between its own names and `__doc__`. */
function names(vm: Machine, self: PyObject): string[] {
  const cls = classOf(self);
  const own = [...cls.members.keys()];
  const plain = cls.bases.length === 1 && cls.bases[0] === ObjectType && cls.hasAttrs && cls.hasWeakrefs;
  if (
    !plain ||
    cls.members.get('__doc__') !== None ||
    own[0] !== '__module__' ||
    own.at(-1) !== '__doc__' ||
    own.includes('__hash__')
  )
    vm.refuse('mappingproxy', 'The order of the attributes of this class is not known for certain.');
  return [...own.slice(0, -1), '__dict__', '__weakref__', '__doc__'];
}

function keys(vm: Machine, self: PyObject): PyObject {
  const made = vm.heap.add(new PyList(names(vm, self).map((name) => str(name))));
  try {
    return vm.iterate(made);
  } finally {
    vm.heap.decref(made);
  }
}

define(MappingProxyType, {
  repr: (vm) => vm.refuse('mappingproxy', 'The text of the __dict__ of a class contains addresses.'),
  contains: (vm, self, key) => find(vm, self, key) !== undefined,
  getItem(vm, self, key) {
    const found = find(vm, self, key);
    if (found !== undefined) return own(found);
    const made = vm.call(KeyErrorType, [key]);
    return vm.raiseObject(made);
  },
  iter: keys,
  length: (vm, self) => names(vm, self).length,
});
method(MappingProxyType, 'get', 'key, default=None, /', (vm, self, [key, otherwise]) =>
  own(find(vm, self, key as PyObject) ?? otherwise ?? None),
);

/** Stands for the descriptors that CPython gives each class. */
const added = (cls: PyType, name: string): PyObject => new PyGetSet(name, cls, () => None, null);

/** `C.__dict__.items()`: of a dict of its own, which holds the values; so not where a loop would show that. */
for (const view of ['keys', 'values', 'items'])
  method(MappingProxyType, view, '', (machine, self) => {
    const vm = runtime(machine);
    if (vm.frame?.code.opcodes[vm.frame.pc] === Op.GET_ITER && view !== 'keys')
      vm.refuse('mappingproxy', 'A loop over the __dict__ of a class is supported for its keys alone.');
    const cls = classOf(self);
    const dict = newDict(vm);
    for (const name of names(vm, self))
      dictSetName(vm, dict, name, cls.members.get(name) ?? added(cls, name));
    const method = vm.getAttribute(dict, view);
    try {
      return vm.call(method, []);
    } finally {
      vm.heap.decref(method);
      vm.heap.decref(dict);
    }
  });
