/** enumerate, reversed, zip, map and filter (Objects/enumobject.c, Python/bltinmodule.c). */
import { int, None } from '../../memory/atoms';
import { EMPTY_TUPLE, type PyTuple } from '../../memory/containers';
import { HeapObject, type Machine, type PyObject, PyType, type Visit } from '../../memory/object';
import { builtinType } from '../../memory/types';
import { callHolding } from '../attributes';
import { bind, define, method, signature } from '../builtin';
import { indexValue, makeTuple, own, typeName } from './convert';
import { IndexErrorType, StopIterationType, TypeErrorType, ValueErrorType } from './exceptions';
import { add, type Int } from './int-arithmetic';
import { defineIterator } from './list-iterator';
import { swallow } from './swallow';

export const EnumerateType = builtinType('enumerate');
export const ReversedType = builtinType('reversed');
export const ZipType = builtinType('zip');
export const MapType = builtinType('map');
export const FilterType = builtinType('filter');

/** An iterator that holds several objects, in the order in which they are released. */
abstract class Combinator extends HeapObject {
  override get kind(): 'iterator' {
    return 'iterator';
  }
  abstract get parts(): (PyObject | null)[];
  abstract forget(): void;
  override traverse(visit: Visit): void {
    for (const part of this.parts) if (part !== null && part !== EMPTY_TUPLE) visit(part, 'other');
  }
  override drop(): PyObject[] {
    const owned = this.parts.filter((part) => part !== null);
    this.forget();
    return owned;
  }
}

/**
 * The result tuple of enumerate and zip: used again when nobody else holds it, which keeps the last items alive.
 * Takes over the references in `items`; the old items are released after the new ones are in.
 */
function reuse(vm: Machine, result: PyTuple | null, items: PyObject[]): PyObject {
  if (result === null || result.rc !== 1) return makeTuple(vm, items);
  const old = result.items;
  result.items = items;
  result.dirty = true;
  result.rc++;
  vm.heap.decrefAll(old);
  return result;
}

class PyEnumerate extends Combinator {
  constructor(
    type: PyType,
    public iterator: PyObject | null,
    public index: Int,
    public result: PyTuple | null,
  ) {
    super(type);
  }
  override get parts(): (PyObject | null)[] {
    return [this.iterator, this.result];
  }
  override forget(): void {
    this.iterator = this.result = null;
  }
}

define(EnumerateType, {
  new: (vm, cls, args, names) => {
    if (args.length === 0) vm.raise(TypeErrorType, "enumerate() missing required argument 'iterable'");
    const [iterable, start] = bind(vm, signature('iterable, start=0'), 'enumerate', 'enumerate', args, names);
    const index = start === undefined ? 0 : indexValue(vm, start);
    const iterator = vm.iterate(iterable as PyObject);
    const result = makeTuple(vm, [None, None]);
    return vm.heap.add(new PyEnumerate(cls, iterator, index, result));
  },
});
defineIterator(EnumerateType, (vm, o) => {
  const self = o as PyEnumerate;
  const item = vm.next(self.iterator as PyObject);
  if (item === null) return null;
  const index = int(self.index);
  self.index = add(self.index, 1);
  return reuse(vm, self.result, [index, item]);
});

class PyZip extends Combinator {
  /** Takes over the references. */
  constructor(
    type: PyType,
    public iterators: PyTuple | null,
    public result: PyTuple | null,
    readonly strict: boolean,
  ) {
    super(type);
  }
  override get parts(): (PyObject | null)[] {
    return [this.iterators, this.result];
  }
  override forget(): void {
    this.iterators = this.result = null;
  }
}

/** The keyword arguments of a constructor that takes any number of positional ones. */
function split(args: readonly PyObject[], names: readonly string[]): [PyObject[], Map<string, PyObject>] {
  const given = args.length - names.length;
  return [args.slice(0, given), new Map(names.map((name, i) => [name, args[given + i] as PyObject]))];
}

/** An iterator over each, in a tuple; those made are released if one fails. */
function iterators(
  vm: Machine,
  sources: readonly PyObject[],
  describe: (source: PyObject, n: number) => string | null,
): PyTuple {
  const made: PyObject[] = [];
  try {
    sources.forEach((source, i) => {
      const message = source.type.slots.iter || source.type.slots.getItem ? null : describe(source, i + 1);
      if (message !== null) vm.raise(TypeErrorType, message);
      made.push(vm.iterate(source));
    });
  } catch (error) {
    vm.heap.decrefAll(made.reverse());
    throw error;
  }
  return makeTuple(vm, made);
}

define(ZipType, {
  new: (vm, cls, args, names) => {
    const [sources, keywords] = split(args, names);
    const strict = keywords.get('strict');
    if (keywords.size > (strict === undefined ? 0 : 1)) {
      const other = [...keywords.keys()].find((name) => name !== 'strict');
      vm.raise(TypeErrorType, `'${other}' is an invalid keyword argument for zip()`);
    }
    const isStrict = strict !== undefined && vm.truth(strict);
    const made = iterators(vm, sources, (source) => `'${typeName(source)}' object is not iterable`);
    const result = makeTuple(
      vm,
      sources.map(() => None),
    );
    return vm.heap.add(new PyZip(cls, made, result, isStrict));
  },
});
defineIterator(ZipType, (vm, o) => {
  const self = o as PyZip;
  const sources = (self.iterators as PyTuple).items;
  if (sources.length === 0) return null;
  const { result } = self;
  const items: PyObject[] = [];
  // CPython puts each item into the tuple it uses again as soon as it has it, and releases the old one then.
  const again = result !== null && result.rc === 1 && result.items.length === sources.length;
  if (again) result.rc++;
  try {
    for (let i = 0; i < sources.length; i++) {
      const item = vm.next(sources[i] as PyObject);
      if (item === null) {
        if (self.strict) checkEnds(vm, sources, i);
        vm.heap.decrefAll(items.reverse());
        if (again) vm.heap.decref(result);
        return null;
      }
      if (!again) items.push(item);
      else {
        const old = result.items[i] as PyObject;
        result.items[i] = item;
        result.dirty = true;
        vm.heap.decref(old);
      }
    }
  } catch (error) {
    vm.heap.decrefAll(items.reverse());
    if (again) vm.heap.decref(result);
    throw error;
  }
  return again ? result : makeTuple(vm, items);
});

/** One source of a strict zip has ended: raise ValueError unless all have. */
function checkEnds(vm: Machine, sources: readonly PyObject[], ended: number): void {
  const others = (n: number): string => (n === 1 ? ' ' : 's 1-');
  if (ended > 0)
    vm.raise(ValueErrorType, `zip() argument ${ended + 1} is shorter than argument${others(ended)}${ended}`);
  for (let i = 1; i < sources.length; i++) {
    const item = vm.next(sources[i] as PyObject);
    if (item === null) continue;
    vm.heap.decref(item);
    vm.raise(ValueErrorType, `zip() argument ${i + 1} is longer than argument${others(i)}${i}`);
  }
}

class PyMap extends Combinator {
  constructor(
    type: PyType,
    public iterators: PyTuple | null,
    public func: PyObject | null,
  ) {
    super(type);
  }
  override get parts(): (PyObject | null)[] {
    return [this.iterators, this.func];
  }
  override forget(): void {
    this.iterators = this.func = null;
  }
}

define(MapType, {
  new: (vm, cls, args, names) => {
    const [given, keywords] = split(args, names);
    if (keywords.size > 0 && cls === MapType) vm.raise(TypeErrorType, 'map() takes no keyword arguments');
    if (given.length < 2) vm.raise(TypeErrorType, 'map() must have at least two arguments.');
    const [func, ...sources] = given as [PyObject, ...PyObject[]];
    const made = iterators(vm, sources, () => null);
    return vm.heap.add(new PyMap(cls, made, own(func)));
  },
});
defineIterator(MapType, (vm, o) => {
  const self = o as PyMap;
  const items: PyObject[] = [];
  try {
    for (const source of (self.iterators as PyTuple).items) {
      const item = vm.next(source);
      if (item === null) return null;
      items.push(item);
    }
    return vm.call(self.func as PyObject, items);
  } finally {
    vm.heap.decrefAll(items);
  }
});

class PyFilter extends Combinator {
  constructor(
    type: PyType,
    public func: PyObject | null,
    public iterator: PyObject | null,
  ) {
    super(type);
  }
  override get parts(): (PyObject | null)[] {
    return [this.func, this.iterator];
  }
  override forget(): void {
    this.func = this.iterator = null;
  }
}

define(FilterType, {
  new: (vm, cls, args, names) => {
    const [given, keywords] = split(args, names);
    if (keywords.size > 0 && cls === FilterType)
      vm.raise(TypeErrorType, 'filter() takes no keyword arguments');
    const [func, source] = bind(vm, signature('function, iterable, /'), 'filter', 'filter', given, []);
    return vm.heap.add(new PyFilter(cls, own(func as PyObject), vm.iterate(source as PyObject)));
  },
});
defineIterator(FilterType, (vm, o) => {
  const self = o as PyFilter;
  for (;;) {
    const item = vm.next(self.iterator as PyObject);
    if (item === null) return null;
    let keep = false;
    try {
      keep = passes(vm, self.func as PyObject, item);
      if (keep) return item;
    } finally {
      if (!keep) vm.heap.decref(item);
    }
  }
});

function passes(vm: Machine, func: PyObject, item: PyObject): boolean {
  if (func === None || (func instanceof PyType && func.name === 'bool' && !func.isHeapType))
    return vm.truth(item);
  const answer = vm.call(func, [item]);
  try {
    return vm.truth(answer);
  } finally {
    vm.heap.decref(answer);
  }
}

class PyReversed extends Combinator {
  constructor(
    type: PyType,
    public sequence: PyObject | null,
    public index: number,
  ) {
    super(type);
  }
  override get parts(): (PyObject | null)[] {
    return [this.sequence];
  }
  override forget(): void {
    this.sequence = null;
  }
}

define(ReversedType, {
  new: (vm, cls, args, names) => {
    const [source] = bind(
      vm,
      signature('sequence, /'),
      'reversed',
      'reversed',
      args,
      cls === ReversedType ? names : [],
    );
    const sequence = source as PyObject;
    const method = sequence.type.lookup('__reversed__');
    if (method === None) return vm.raise(TypeErrorType, `'${typeName(sequence)}' object is not reversible`);
    if (method !== undefined) return callHolding(vm, sequence, method, [sequence]);
    const { slots } = sequence.type;
    if (slots.getItem === undefined || sequence.kind === 'dict')
      return vm.raise(TypeErrorType, `'${typeName(sequence)}' object is not reversible`);
    const length = vm.length(sequence);
    return vm.heap.add(new PyReversed(cls, own(sequence), length - 1));
  },
});
defineIterator(ReversedType, (vm, o) => {
  const self = o as PyReversed;
  const { sequence } = self;
  if (sequence === null) return null;
  if (self.index >= 0) {
    try {
      const item = vm.getItem(sequence, int(self.index));
      self.index--;
      return item;
    } catch (error) {
      if (!swallow(vm, error, [IndexErrorType, StopIterationType])) throw error;
    }
  }
  self.index = -1;
  self.sequence = null;
  self.dirty = true;
  vm.heap.decref(sequence);
  return null;
});
method<PyReversed>(ReversedType, '__length_hint__', '', (vm, o) => {
  if (o.sequence === null) return int(0);
  return int(vm.length(o.sequence) < o.index + 1 ? 0 : o.index + 1);
});
