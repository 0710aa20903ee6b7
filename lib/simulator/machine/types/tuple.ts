/** tuple (Objects/tupleobject.c). */
import { int, NotImplemented, str } from '../../memory/atoms';
import { EMPTY_TUPLE, PyTuple } from '../../memory/containers';
import type { Machine, PyObject, PyType } from '../../memory/object';
import { TupleType } from '../../memory/types';
import { bind, define, method, signature } from '../builtin';
import { hashTuple } from '../format/hash';
import { chargeItems } from '../work';
import { collectTuple, makeTuple, own, ownAll } from './convert';
import { ValueErrorType } from './exceptions';
import { pick, repeated, repetition } from './list';
import { PyListIterator, TupleIteratorType } from './list-iterator';
import { compareSequences, countOf, placeOf, reprItems, reprOf } from './sequence-compare';
import { searchBound } from './slice';

const items = (o: PyObject): readonly PyObject[] => (o as PyTuple).items;
const isTuple = (o: PyObject): boolean => o instanceof PyTuple;

function repr(vm: Machine, o: PyObject): string {
  if (items(o).length === 0) return '()';
  return reprOf(vm, o, '(...)', () => {
    const parts = reprItems(vm, o as PyTuple);
    return parts.length === 1 ? `(${parts[0]},)` : `(${parts.join(', ')})`;
  });
}

/** A tuple, or an instance of a class below tuple; takes over the references. */
export function tupleOf(vm: Machine, made: PyObject[], cls: PyType = TupleType): PyTuple {
  if (cls === TupleType && made.length === 0) return EMPTY_TUPLE;
  return vm.heap.add(new PyTuple(made, cls));
}

define(TupleType, {
  repr: (vm, o) => str(repr(vm, o)),
  hash(vm, o) {
    vm.charge(0, items(o).length);
    return hashTuple(items(o).map((item) => vm.hash(item)));
  },
  compare: (vm, a, b, op) =>
    a instanceof PyTuple && b instanceof PyTuple ? compareSequences(vm, a, b, op, false) : NotImplemented,
  iter: (vm, o) => vm.heap.add(new PyListIterator(TupleIteratorType, own(o) as PyTuple)),
  length: (_vm, o) => items(o).length,
  getItem: (vm, o, key) => {
    const found = pick(vm, items(o), key, 'tuple');
    if (!Array.isArray(found)) return found;
    if (
      found.length === items(o).length &&
      o.type === TupleType &&
      found.every((x, i) => x === items(o)[i])
    ) {
      // A slice of the whole is the tuple itself.
      for (const item of found) item.rc--;
      return own(o);
    }
    return makeTuple(vm, found);
  },
  contains: (vm, o, item) => placeOf(vm, o as PyTuple, item, 0, Infinity) >= 0,
  binary: {
    '+': (vm, a, b) => {
      if (!(a instanceof PyTuple)) return NotImplemented;
      if (a.items.length === 0 && b.type === TupleType) return own(b);
      if (!(b instanceof PyTuple)) return NotImplemented;
      if (b.items.length === 0 && a.type === TupleType) return own(a);
      chargeItems(vm, a.items.length + b.items.length);
      return makeTuple(vm, [...ownAll(a.items), ...ownAll(b.items)]);
    },
    '*': (vm, a, b) => {
      const found = repetition(vm, a, b, isTuple);
      if (found === null) return NotImplemented;
      const [tuple, count] = found;
      if ((count === 1 || items(tuple).length === 0) && tuple.type === TupleType) return own(tuple);
      return makeTuple(vm, repeated(vm, items(tuple), count));
    },
  },
  new: (vm, cls, args, names) => {
    const [iterable] =
      cls === TupleType ? bind(vm, signature('iterable=(), /'), 'tuple', 'tuple', args, names) : args;
    if (iterable === undefined) return tupleOf(vm, [], cls);
    const made = collectTuple(vm, iterable);
    if (cls === TupleType) return made;
    chargeItems(vm, made.items.length);
    const copy = tupleOf(vm, ownAll(made.items), cls);
    vm.heap.decref(made);
    return copy;
  },
});

method<PyTuple>(
  TupleType,
  'index',
  'value, start=0, stop=9223372036854775807, /',
  (vm, o, [value, start, stop]) => {
    const { length } = o.items;
    const from = searchBound(vm, start, length, 0);
    const to = searchBound(vm, stop, length, Infinity);
    const at = placeOf(vm, o, value as PyObject, from, to);
    if (at < 0) vm.raise(ValueErrorType, 'tuple.index(x): x not in tuple');
    return int(at);
  },
);
method<PyTuple>(TupleType, 'count', 'value, /', (vm, o, [value]) => int(countOf(vm, o, value as PyObject)));
method<PyTuple>(TupleType, '__getnewargs__', '', (vm, o) => makeTuple(vm, [makeTuple(vm, ownAll(o.items))]));
