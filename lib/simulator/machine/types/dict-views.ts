/** dict_keys, dict_values, dict_items: views that hold their dict (Objects/dictobject.c). */
import { bool, None, NotImplemented, str } from '../../memory/atoms';
import { PyTuple } from '../../memory/containers';
import type { ArithmeticOp, CompareOp, Machine, PyObject, PyType } from '../../memory/object';
import { builtinType } from '../../memory/types';
import { attribute, define, method } from '../builtin';
import { collect, each, makeTuple, own } from './convert';
import { dictGet, dictLength, type PyDict } from './dict';
import {
  DictItemIteratorType,
  DictKeyIteratorType,
  DictReverseItemIteratorType,
  DictReverseKeyIteratorType,
  DictReverseValueIteratorType,
  DictValueIteratorType,
  PyDictIterator,
} from './dict-iterator';
import { PyHolder } from './list-iterator';
import { reprItems, reprOf } from './sequence-compare';
import { newSet, PySet } from './set';
import { setAdd, setFrom, setIntersect, setSymmetricUpdate, setUpdate, subtractFrom } from './set-operations';

export const DictKeysType = builtinType('dict_keys');
export const DictValuesType = builtinType('dict_values');
export const DictItemsType = builtinType('dict_items');

export class PyDictView extends PyHolder {
  override get kind(): 'iterator' {
    return 'iterator';
  }
  get mapping(): PyDict {
    return this.held as PyDict;
  }
}

export const makeView = (vm: Machine, type: PyType, d: PyDict): PyDictView =>
  vm.heap.add(new PyDictView(type, own(d)));

const view = (o: PyObject): PyDictView => o as PyDictView;

function contains(vm: Machine, o: PyObject, item: PyObject): boolean {
  if (o.type === DictKeysType) return dictGet(vm, view(o).mapping, item) !== null;
  if (!(item instanceof PyTuple) || item.items.length !== 2) return false;
  const found = dictGet(vm, view(o).mapping, item.items[0] as PyObject);
  if (found === null) return false;
  found.rc++;
  try {
    return vm.equal(found, item.items[1] as PyObject);
  } finally {
    vm.heap.decref(found);
  }
}

const isView = (o: PyObject): o is PyDictView => o.type === DictKeysType || o.type === DictItemsType;
const isSetLike = (o: PyObject): boolean => o instanceof PySet || isView(o);

/** Whether each item of `a` is in `b` (all_contained_in). */
function allIn(vm: Machine, a: PyObject, b: PyObject): boolean {
  let all = true;
  each(vm, a, (item) => {
    all = (b.type.slots.contains as (vm: Machine, o: PyObject, item: PyObject) => boolean)(vm, b, item);
    return all;
  });
  return all;
}

function compare(vm: Machine, a: PyObject, b: PyObject, op: CompareOp): PyObject {
  if (!isSetLike(b)) return NotImplemented;
  const x = vm.length(a);
  const y = vm.length(b);
  switch (op) {
    case '==':
      return bool(x === y && allIn(vm, a, b));
    case '!=':
      return bool(!(x === y && allIn(vm, a, b)));
    case '<':
      return bool(x < y && allIn(vm, a, b));
    case '<=':
      return bool(x <= y && allIn(vm, a, b));
    case '>':
      return bool(x > y && allIn(vm, b, a));
    default:
      return bool(x >= y && allIn(vm, b, a));
  }
}

/** `view op iterable`: always a set. */
function operate(vm: Machine, a: PyObject, b: PyObject, op: ArithmeticOp): PyObject {
  if (op === '&') return intersect(vm, a, b);
  const made = setFrom(vm, a);
  try {
    if (op === '-') subtractFrom(vm, made, b);
    else if (op === '|') setUpdate(vm, made, b);
    else setSymmetricUpdate(vm, made, b);
    return made;
  } catch (error) {
    vm.heap.decref(made);
    throw error;
  }
}

function intersect(vm: Machine, a: PyObject, b: PyObject): PyObject {
  if (isView(b) && vm.length(b) > vm.length(a)) [a, b] = [b, a];
  // A set that is at least as large as the view is asked itself.
  if (b instanceof PySet && vm.length(a) <= vm.length(b)) {
    const method = setIntersect(vm, b, a);
    return method;
  }
  const made = newSet(vm);
  try {
    each(vm, b, (item) => {
      if (contains(vm, a, item)) setAdd(vm, made, item);
      return true;
    });
    return made;
  } catch (error) {
    vm.heap.decref(made);
    throw error;
  }
}

const binary = Object.fromEntries(
  (['-', '&', '|', '^'] as const).map((op) => [
    op,
    (vm: Machine, a: PyObject, b: PyObject): PyObject => {
      if (!isView(a) && !isView(b)) return NotImplemented;
      return operate(vm, a, b, op);
    },
  ]),
);

function text(vm: Machine, o: PyObject): string {
  return reprOf(vm, o, '...', () => {
    const list = collect(vm, o);
    try {
      return `${o.type.name}([${reprItems(vm, list).join(', ')}])`;
    } finally {
      vm.heap.decref(list);
    }
  });
}

const VIEWS: readonly [PyType, PyType, PyType][] = [
  [DictKeysType, DictKeyIteratorType, DictReverseKeyIteratorType],
  [DictValuesType, DictValueIteratorType, DictReverseValueIteratorType],
  [DictItemsType, DictItemIteratorType, DictReverseItemIteratorType],
];
for (const [type, forward, backward] of VIEWS) {
  define(type, {
    repr: (vm, o) => str(text(vm, o)),
    iter: (vm, o) => makeIterator(vm, forward, view(o).mapping),
    length: (_vm, o) => dictLength(view(o).mapping),
  });
  method<PyDictView>(type, '__reversed__', '', (vm, o) => makeIterator(vm, backward, o.mapping));
  attribute<PyDictView>(type, 'mapping', (vm) =>
    vm.refuse('mappingproxy', 'The mapping of a dict view is not supported.'),
  );
  if (type !== DictValuesType) {
    define(type, { contains, compare, binary });
    method<PyDictView>(type, 'isdisjoint', 'other, /', (vm, o, [other]) => {
      let disjoint = true;
      each(vm, other as PyObject, (item) => {
        disjoint = !contains(vm, o, item);
        return disjoint;
      });
      return bool(disjoint);
    });
  }
}

/** A dict iterator; one over items has its result tuple from the start, as CPython's. */
export function makeIterator(vm: Machine, type: PyType, d: PyDict): PyDictIterator {
  const iterator = vm.heap.add(new PyDictIterator(type, own(d)));
  if (type === DictItemIteratorType || type === DictReverseItemIteratorType)
    iterator.result = makeTuple(vm, [None, None]);
  return iterator;
}
