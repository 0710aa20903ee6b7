/** collections.defaultdict, and what namedtuple and Counter have in C (Modules/_collectionsmodule.c). */
import { int, None, NotImplemented, str } from '../../../memory/atoms';
import { PyTuple } from '../../../memory/containers';
import type { Machine, PyObject, PyType, Visit } from '../../../memory/object';
import { builtinType, DictType, ObjectType } from '../../../memory/types';
import { attribute, builtinFunction, define, method } from '../../builtin';
import { each, makeTuple, own } from '../../types/convert';
import { dictGet, dictSet, PyDict } from '../../types/dict';
import { mergeInto, raiseKey, update } from '../../types/dict-slots';
import { AttributeErrorType, IndexErrorType, TypeErrorType } from '../../types/exceptions';
import { PyHolding } from '../holding';

export const DefaultDictType = builtinType('defaultdict', DictType, 'collections');

/** A dict with a function for the values that are missing. */
class PyDefaultDict extends PyDict {
  /** Owned. */
  factory: PyObject = None;
  constructor(type: PyType) {
    super(type);
  }
  override traverse(visit: Visit): void {
    super.traverse(visit);
    visit(this.factory, 'other');
  }
  /** defdict_dealloc: the factory, then the dict. */
  override drop(): PyObject[] {
    const { factory } = this;
    this.factory = None;
    return [factory, ...super.drop()];
  }
}

function setFactory(vm: Machine, d: PyDefaultDict, factory: PyObject): void {
  const old = d.factory;
  d.factory = own(factory);
  d.dirty = true;
  vm.heap.decref(old);
}

function copyOf(vm: Machine, d: PyDefaultDict): PyObject {
  if (d.type !== DefaultDictType)
    vm.refuse(
      'subclass of defaultdict',
      'Copying an instance of a class derived from defaultdict is not supported.',
    );
  const made = vm.heap.add(new PyDefaultDict(DefaultDictType));
  setFactory(vm, made, d.factory);
  mergeInto(vm, made, d);
  return made;
}

define(DefaultDictType, {
  new: (vm, cls) => vm.heap.add(new PyDefaultDict(cls)),
  init(vm, self, args, names) {
    const given = args.length - names.length;
    const [factory] = args;
    let rest = args;
    if (given > 0 && factory !== undefined) {
      if (factory !== None && factory.type.slots.call === undefined)
        vm.raise(TypeErrorType, 'first argument must be callable or None');
      rest = args.slice(1);
    }
    setFactory(vm, self as PyDefaultDict, given > 0 && factory !== undefined ? factory : None);
    update(vm, self as PyDict, rest, names, 'dict');
  },
  repr(vm, o) {
    const d = o as PyDefaultDict;
    const base = DictType.slots.repr as NonNullable<typeof DictType.slots.repr>;
    const factory = vm.representing.has(d) ? '...' : vm.repr(d.factory);
    return str(`${o.type.name}(${factory}, ${vm.str(base(vm, o))})`);
  },
  binary: {
    '|': (vm, a, b) => {
      const d = a instanceof PyDefaultDict ? a : (b as PyDefaultDict);
      if (!(a instanceof PyDict) || !(b instanceof PyDict)) return NotImplemented;
      const made = vm.heap.add(new PyDefaultDict(DefaultDictType));
      setFactory(vm, made, d.factory);
      mergeInto(vm, made, a);
      mergeInto(vm, made, b);
      return made;
    },
  },
});
method<PyDefaultDict>(DefaultDictType, '__missing__', 'key, /', (vm, d, [key]) => {
  if (d.factory === None) return raiseKey(vm, key as PyObject);
  const value = vm.call(d.factory, []);
  try {
    vm.setItem(d, key as PyObject, value);
  } catch (raised) {
    vm.heap.decref(value);
    throw raised;
  }
  return value;
});
method<PyDefaultDict>(DefaultDictType, 'copy', '', copyOf);
method<PyDefaultDict>(DefaultDictType, '__copy__', '', copyOf);
method<PyDefaultDict>(DefaultDictType, '__reduce__', '', (vm, d) => {
  const args = d.factory === None ? makeTuple(vm, []) : makeTuple(vm, [own(d.factory)]);
  const view = vm.getAttribute(d, 'items');
  const items = vm.call(view, []);
  vm.heap.decref(view);
  const iterator = vm.iterate(items);
  vm.heap.decref(items);
  return makeTuple(vm, [own(d.type), args, None, None, iterator]);
});
attribute<PyDefaultDict>(
  DefaultDictType,
  'default_factory',
  (_vm, d) => own(d.factory),
  (vm, d, value) => setFactory(vm, d, value ?? None),
);

const TupleGetterType = builtinType('_tuplegetter', ObjectType, '_collections');
define(TupleGetterType, {
  descriptorGet(vm, self, instance) {
    const getter = self as PyHolding;
    if (instance === null) return own(self);
    const index = getter.counters[0] as number;
    if (!(instance instanceof PyTuple))
      return vm.raise(
        TypeErrorType,
        `descriptor for index '${index}' for tuple subclasses doesn't apply to '${instance.type.name}' object`,
      );
    const item = instance.items[index];
    return item === undefined ? vm.raise(IndexErrorType, 'tuple index out of range') : own(item);
  },
  descriptorSet: (vm, _self, _instance, value) =>
    vm.raise(AttributeErrorType, `can't ${value === null ? 'delete' : 'set'} attribute`),
});

/** `_tuplegetter(index, doc)` */
export const tupleGetter = builtinFunction(
  '_tuplegetter',
  'index, doc, /',
  (vm, [index, doc]) =>
    vm.heap.add(
      new PyHolding(TupleGetterType, [own(doc as PyObject)], [Number((index as { value?: unknown }).value)]),
    ),
  'collections',
);

/** `_count_elements(mapping, iterable)`: for a dict without methods of its own, as for others. */
export const countElements = builtinFunction(
  '_count_elements',
  'mapping, iterable, /',
  (vm, [mapping, iterable]) => {
    const d = mapping as PyDict;
    const plain =
      d.type.lookup('get') === DictType.lookup('get') &&
      d.type.lookup('__setitem__') === DictType.lookup('__setitem__');
    if (!plain)
      vm.refuse('subclass of Counter', 'A class derived from Counter with its own methods is not supported.');
    each(vm, iterable as PyObject, (key) => {
      const hash = vm.hash(key);
      const old = dictGet(vm, d, key, hash);
      const value = old === null ? int(1) : vm.binary(old, int(1), '+');
      dictSet(vm, d, key, value, hash);
      vm.heap.decref(value);
      return true;
    });
    return None;
  },
  '_collections',
);
