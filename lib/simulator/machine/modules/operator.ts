/** operator (Modules/_operator.c, Lib/operator.py). */
import { bool, int, None, PyStr, str } from '../../memory/atoms';
import type { PyTuple } from '../../memory/containers';
import type { ArithmeticOp, CompareOp, Machine, PyObject, PyType } from '../../memory/object';
import { builtinType, ObjectType } from '../../memory/types';
import { type BoundArguments, builtinFunction, checkPositional, define, type PyBuiltin } from '../builtin';
import { augment, contains, unary } from '../operators';
import { each, indexValue, makeTuple, own, ownAll, typeName } from '../types/convert';
import { TypeErrorType, ValueErrorType } from '../types/exceptions';
import { module } from '../types/module';
import { complete, PyHolding } from './holding';
import { registerModule } from './index';

type Code = (vm: Machine, a: PyObject, b: PyObject, c: PyObject) => PyObject;

/** A function of as many positional arguments as `names` has. */
const of = (name: string, names: string, code: Code): PyBuiltin =>
  builtinFunction(
    name,
    names,
    (vm, [a, b, c]) => code(vm, a as PyObject, b as PyObject, c as PyObject),
    '_operator',
  );

const BINARY: readonly [string, ArithmeticOp][] = [
  ['add', '+'],
  ['sub', '-'],
  ['mul', '*'],
  ['matmul', '@'],
  ['truediv', '/'],
  ['floordiv', '//'],
  ['mod', '%'],
  ['pow', '**'],
  ['lshift', '<<'],
  ['rshift', '>>'],
  ['and_', '&'],
  ['xor', '^'],
  ['or_', '|'],
];
const COMPARE: readonly [string, CompareOp][] = [
  ['lt', '<'],
  ['le', '<='],
  ['eq', '=='],
  ['ne', '!='],
  ['gt', '>'],
  ['ge', '>='],
];
const UNARY = [
  ['neg', 'negative'],
  ['pos', 'positive'],
  ['inv', 'invert'],
  ['invert', 'invert'],
  ['abs', 'absolute'],
] as const;

/** PySequence_Concat: only what can be indexed. */
const concatenating =
  (code: Code): Code =>
  (vm, a, b, c) => {
    if (a.type.slots.getItem === undefined || a.kind === 'dict')
      vm.raise(TypeErrorType, `'${typeName(a)}' object can't be concatenated`);
    return code(vm, a, b, c);
  };

/** How many items equal b, and the place of the first; stops at the first where `once`. */
function search(vm: Machine, a: PyObject, b: PyObject, once: boolean): number {
  if (a.type.slots.iter === undefined && a.type.slots.getItem === undefined)
    vm.raise(TypeErrorType, `argument of type '${typeName(a)}' is not iterable`);
  let n = 0;
  let found = -1;
  each(vm, a, (item) => {
    if (vm.equal(item, b)) {
      if (once) found = n;
      else found = Math.max(found, 0) + 1;
      if (once) return false;
    }
    n++;
    return true;
  });
  if (once && found < 0) vm.raise(ValueErrorType, 'sequence.index(x): x not in sequence');
  return Math.max(found, 0);
}

const getter = (name: string): PyType => {
  const type = builtinType(name, ObjectType, 'operator');
  return type;
};
export const ItemGetterType = getter('itemgetter');
const AttributeGetterType = getter('attrgetter');
const MethodCallerType = getter('methodcaller');

/** The one argument of a call of a getter. */
function single(vm: Machine, name: string, args: readonly PyObject[], names: readonly string[]): PyObject {
  if (names.length > 0) vm.raise(TypeErrorType, `${name}() takes no keyword arguments`);
  checkPositional(vm, name, args.length, 1, 1);
  return args[0] as PyObject;
}

/** Give what each of the keys gives: alone, or in a tuple. */
function gather(vm: Machine, keys: readonly PyObject[], get: (key: PyObject) => PyObject): PyObject {
  if (keys.length === 1) return get(keys[0] as PyObject);
  const found: PyObject[] = [];
  try {
    for (const key of keys) found.push(get(key));
  } catch (raised) {
    vm.heap.decrefAll(found);
    throw raised;
  }
  return makeTuple(vm, found);
}

const keysOf = (o: PyObject): readonly PyObject[] => ((o as PyHolding).at(0) as PyTuple).items;
const shown = (vm: Machine, o: PyObject): string[] => keysOf(o).map((key) => vm.repr(key));

function makeGetter(name: string, check: (vm: Machine, key: PyObject) => void) {
  return (vm: Machine, cls: PyType, args: readonly PyObject[], names: readonly string[]): PyObject => {
    if (names.length > 0) vm.raise(TypeErrorType, `${name}() takes no keyword arguments`);
    if (args.length === 0) vm.raise(TypeErrorType, `${name} expected 1 argument, got 0`);
    for (const key of args) check(vm, key);
    return vm.heap.add(new PyHolding(cls, [makeTuple(vm, ownAll(args))]));
  };
}

define(ItemGetterType, {
  new: makeGetter('itemgetter', () => undefined),
  init: () => undefined,
  repr: (vm, o) => str(`operator.itemgetter(${shown(vm, o).join(', ')})`),
  call(vm, o, args, names) {
    const from = single(vm, 'itemgetter', args, names);
    return gather(vm, keysOf(o), (key) => vm.getItem(from, key));
  },
});

function dotted(vm: Machine, from: PyObject, path: string): PyObject {
  let o = own(from);
  for (const name of path.split('.')) {
    let next: PyObject;
    try {
      next = vm.getAttribute(o, name);
    } finally {
      vm.heap.decref(o);
    }
    o = next;
  }
  return o;
}

define(AttributeGetterType, {
  new: makeGetter('attrgetter', (vm, key) => {
    if (!(key instanceof PyStr)) vm.raise(TypeErrorType, 'attribute name must be a string');
  }),
  init: () => undefined,
  repr: (vm, o) => str(`operator.attrgetter(${shown(vm, o).join(', ')})`),
  call(vm, o, args, names) {
    const from = single(vm, 'attrgetter', args, names);
    return gather(vm, keysOf(o), (key) => dotted(vm, from, (key as PyStr).value));
  },
});

/** Names of the keyword arguments of a methodcaller: the last of its arguments. */
const keywords = new WeakMap<PyObject, readonly string[]>();

define(MethodCallerType, {
  new(vm, cls, args, names) {
    const [name] = args;
    if (args.length - names.length < 1 || name === undefined)
      return vm.raise(TypeErrorType, 'methodcaller needs at least one argument, the method name');
    if (!(name instanceof PyStr)) return vm.raise(TypeErrorType, 'method name must be a string');
    const made = vm.heap.add(new PyHolding(cls, [makeTuple(vm, ownAll(args))]));
    keywords.set(made, names);
    return made;
  },
  init: () => undefined,
  repr(vm, o) {
    const names = keywords.get(o) ?? [];
    const parts = shown(vm, o);
    const given = parts.length - names.length;
    return str(
      `operator.methodcaller(${parts.map((part, i) => (i < given ? part : `${names[i - given]}=${part}`)).join(', ')})`,
    );
  },
  call(vm, o, args, names) {
    const from = single(vm, 'methodcaller', args, names);
    const [name, ...rest] = keysOf(o);
    const method = vm.getAttribute(from, (name as PyStr).value);
    try {
      return vm.call(method, rest, keywords.get(o) ?? []);
    } finally {
      vm.heap.decref(method);
    }
  },
});

const functions = (): (PyObject & { readonly name: string })[] => [
  ...BINARY.map(([name, op]) => of(name, 'a, b, /', (vm, a, b) => vm.binary(a, b, op))),
  ...BINARY.map(([name, op]) =>
    of(`i${name.replace('_', '')}`, 'a, b, /', (vm, a, b) => augment(vm, a, b, op)),
  ),
  ...COMPARE.map(([name, op]) => of(name, 'a, b, /', (vm, a, b) => vm.compare(a, b, op))),
  ...UNARY.map(([name, key]) => of(name, 'a, /', (vm, a) => unary(vm, a, key))),
  of(
    'concat',
    'a, b, /',
    concatenating((vm, a, b) => vm.binary(a, b, '+')),
  ),
  of(
    'iconcat',
    'a, b, /',
    concatenating((vm, a, b) => augment(vm, a, b, '+')),
  ),
  of('not_', 'a, /', (vm, a) => bool(!vm.truth(a))),
  of('truth', 'a, /', (vm, a) => bool(vm.truth(a))),
  of('is_', 'a, b, /', (_vm, a, b) => bool(a === b)),
  of('is_not', 'a, b, /', (_vm, a, b) => bool(a !== b)),
  of('index', 'a, /', (vm, a) => int(indexValue(vm, a))),
  of('contains', 'a, b, /', (vm, a, b) => bool(contains(vm, a, b))),
  of('countOf', 'a, b, /', (vm, a, b) => int(search(vm, a, b, false))),
  of('indexOf', 'a, b, /', (vm, a, b) => int(search(vm, a, b, true))),
  of('getitem', 'a, b, /', (vm, a, b) => vm.getItem(a, b)),
  of('setitem', 'a, b, c, /', (vm, a, b, c) => {
    vm.setItem(a, b, c);
    return None;
  }),
  of('delitem', 'a, b, /', (vm, a, b) => {
    vm.setItem(a, b, null);
    return None;
  }),
  builtinFunction(
    'call',
    '*args, **kwargs',
    (vm, args: BoundArguments, names) => {
      if (args.length - names.length < 1) vm.raise(TypeErrorType, 'call expected at least 1 argument, got 0');
      const [callable, ...rest] = args as readonly PyObject[];
      return vm.call(callable as PyObject, rest, names);
    },
    '_operator',
  ),
  ItemGetterType,
  AttributeGetterType,
  MethodCallerType,
];

registerModule('operator', () =>
  module('operator', functions(), {}, (name) => complete(name) && name !== 'length_hint'),
);
