/** What annotations are made of: `list[int]` (Objects/genericaliasobject.c) and `int | None` (Objects/unionobject.c). */
import { bool, Ellipsis, None, NotImplemented, str } from '../../memory/atoms';
import { PyTuple } from '../../memory/containers';
import { type Machine, type PyObject, PyType } from '../../memory/object';
import { builtinType, NoneType, ObjectType } from '../../memory/types';
import { attribute, define } from '../builtin';
import { PyHolding } from '../modules/holding';
import { own } from './convert';
import { TypeErrorType } from './exceptions';

const AliasType = builtinType('GenericAlias', ObjectType, 'types');
/** Holds the tuple of its parts. */
const UnionType = builtinType('UnionType', ObjectType, 'types');

const parts = (o: PyObject): readonly PyObject[] => ((o as PyHolding).held.at(-1) as PyTuple).items;
const sameTuples = (vm: Machine, a: PyObject, b: PyObject): boolean =>
  vm.equal((a as PyHolding).held.at(-1) as PyObject, (b as PyHolding).held.at(-1) as PyObject);

/** `origin[key]`: a new reference. */
export function genericAlias(vm: Machine, origin: PyType, key: PyObject): PyObject {
  const args = key instanceof PyTuple ? own(key) : vm.heap.add(new PyTuple([own(key)]));
  return vm.heap.add(new PyHolding(AliasType, [own(origin), args]));
}

/** ga_repr_item, union_repr_item. */
function textOf(vm: Machine, o: PyObject): string {
  if (o === Ellipsis) return '...';
  if (o === NoneType) return 'None';
  if (!(o instanceof PyType)) return vm.repr(o);
  return o.module === 'builtins' ? o.name : `${o.module}.${o.name}`;
}

define(AliasType, {
  repr: (vm, self) =>
    str(
      `${textOf(vm, (self as PyHolding).at(0))}[${parts(self)
        .map((o) => textOf(vm, o))
        .join(', ')}]`,
    ),
  call: (vm, self, args, names) => vm.call((self as PyHolding).at(0), args, names),
  compare(vm, a, b, op) {
    if ((op !== '==' && op !== '!=') || b.type !== AliasType) return NotImplemented;
    const same = (a as PyHolding).at(0) === (b as PyHolding).at(0) && sameTuples(vm, a, b);
    return bool(same === (op === '=='));
  },
  binary: { '|': (vm, a, b) => union(vm, a, b) },
});
attribute<PyHolding>(AliasType, '__origin__', (_vm, self) => own(self.at(0)));
attribute<PyHolding>(AliasType, '__args__', (_vm, self) => own(self.at(1)));

/** `a | b` of classes, aliases and None: each part once (_Py_union_type_or). */
export function union(vm: Machine, left: PyObject, right: PyObject): PyObject {
  const found: PyObject[] = [];
  for (const side of [left, right]) {
    const named = side === None ? NoneType : side;
    if (!(named instanceof PyType) && named.type !== AliasType && named.type !== UnionType)
      return NotImplemented;
    for (const part of named.type === UnionType ? parts(named) : [named])
      if (!found.some((known) => vm.equal(known, part))) found.push(part);
  }
  const [only] = found;
  if (found.length === 1) return own(only as PyObject);
  return vm.heap.add(new PyHolding(UnionType, [vm.heap.add(new PyTuple(found.map(own)))]));
}

/** The classes that an annotation names, for `isinstance`; undefined where it is none. Errors: TypeError. */
export function annotatedClasses(vm: Machine, o: PyObject, name: string): readonly PyObject[] | undefined {
  if (o.type !== AliasType && o.type !== UnionType) return undefined;
  if (o.type === AliasType || parts(o).some((part) => part.type === AliasType))
    vm.raise(TypeErrorType, `${name}() argument 2 cannot be a parameterized generic`);
  return parts(o);
}

define(UnionType, {
  repr: (vm, self) =>
    str(
      parts(self)
        .map((o) => textOf(vm, o))
        .join(' | '),
    ),
  compare(vm, a, b, op) {
    if ((op !== '==' && op !== '!=') || b.type !== UnionType) return NotImplemented;
    const [left, right] = [parts(a), parts(b)];
    const same =
      left.length === right.length && left.every((one) => right.some((other) => vm.equal(one, other)));
    return bool(same === (op === '=='));
  },
  binary: { '|': (vm, a, b) => union(vm, a, b) },
});
attribute<PyHolding>(UnionType, '__args__', (_vm, self) => own(self.at(0)));

/** `type[...]` and the like: the classes of the library that can be written with parameters. */
export const GENERIC = new Set([
  'list',
  'dict',
  'tuple',
  'set',
  'frozenset',
  'type',
  'enumerate',
  'deque',
  'defaultdict',
]);
