/** `weakref.finalize` (Lib/weakref.py). The registry that keeps a finalizer is part of it here. */
import { bool, False, None, True } from '../../memory/atoms';
import { EMPTY_TUPLE, PyTuple } from '../../memory/containers';
import { HeapObject, type KeywordNames, type Machine, type PyObject, type Visit } from '../../memory/object';
import { builtinType } from '../../memory/types';
import { type PyWeakref, referent, weakrefTo } from '../../memory/weakrefs';
import { attribute, builtinFunction, define, method } from '../builtin';
import { dictSetName, newDict, type PyDict } from './dict';
import { TypeErrorType } from './exceptions';
import { weakrefCode } from './weak-containers';
import { weaklyReferable } from './weakref';

export const FinalizeType = builtinType('finalize', undefined, 'weakref');

/** What the registry keeps of a finalizer that is alive (_Info). All owned. */
interface Registered {
  readonly ref: PyWeakref;
  readonly func: PyObject;
  readonly args: readonly PyObject[];
  readonly names: KeywordNames;
  atExit: boolean;
}

/** A finalizer. While it is alive the registry holds it, and its weak reference holds it as a callback. */
export class PyFinalize extends HeapObject {
  override get kind(): 'finalize' {
    return 'finalize';
  }
  info: Registered | null = null;
  override traverse(visit: Visit): void {
    const { info } = this;
    if (info === null) return;
    visit(this, 'other');
    visit(info.ref, 'other');
    visit(info.func, 'other');
    for (const arg of info.args) visit(arg, 'other');
  }
  override drop(): PyObject[] {
    return [];
  }
}

/** Take a finalizer off the registry; the caller owns what the registry held. */
function unregister(self: PyFinalize): Registered | null {
  const { info } = self;
  self.info = null;
  self.dirty = true;
  return info;
}

function release(vm: Machine, self: PyFinalize, info: Registered): void {
  vm.heap.decref(info.ref);
  vm.heap.decref(info.func);
  vm.heap.decrefAll(info.args);
  vm.heap.decref(self);
}

/** The arguments as tuple and dict: they take over the references of the positional ones. */
function argumentsOf(vm: Machine, info: Registered): { args: PyTuple; kwargs: PyDict } {
  const positional = info.args.slice(0, info.args.length - info.names.length);
  const kwargs = newDict(vm);
  info.names.forEach((name, i) => {
    const value = info.args[positional.length + i] as PyObject;
    dictSetName(vm, kwargs, name, value);
    vm.heap.decref(value);
  });
  const args = positional.length === 0 ? EMPTY_TUPLE : vm.heap.add(new PyTuple(positional));
  return { args, kwargs };
}

/** `(obj, func, args, kwargs)`: a new reference. */
function description(vm: Machine, obj: PyObject, info: Registered): PyObject {
  for (const o of [info.func, ...info.args]) o.rc++;
  const { args, kwargs } = argumentsOf(vm, info);
  return vm.heap.add(new PyTuple([obj, info.func, args, kwargs]));
}

/** Take a finalizer off the registry, which no longer holds it: (ref, kwargs, args, func), or None. */
export const unregistered = builtinFunction('_unregister', 'self, /', (vm, [o]) => {
  const self = o as PyFinalize;
  const info = unregister(self);
  if (info === null) return None;
  const { args, kwargs } = argumentsOf(vm, info);
  vm.heap.decref(self);
  return vm.heap.add(new PyTuple([info.ref, kwargs, args, info.func]));
});

define(FinalizeType, {
  new: (vm, _cls, args, names) => {
    if (args.length - names.length < 2) {
      const missing = args.length - names.length === 1 ? "1 required positional argument: 'func'" : null;
      const text = missing ?? "2 required positional arguments: 'obj' and 'func'";
      return vm.raise(TypeErrorType, `finalize.__init__() missing ${text}`);
    }
    const [obj, func, ...rest] = args as [PyObject, PyObject, ...PyObject[]];
    const target = weaklyReferable(vm, obj);
    const self = vm.heap.add(new PyFinalize(FinalizeType));
    self.rc += 2;
    const ref = weakrefTo(vm, target, self);
    for (const o of [func, ...rest]) o.rc++;
    self.info = { ref, func, args: rest, names, atExit: true };
    return self;
  },
  init: () => undefined,
  call: (vm, self, args, names) => vm.call(weakrefCode('finalize'), [self, ...args], names),
  repr: (vm) => vm.refuse('repr with an address', 'The address of an object is different in each run.'),
});

attribute<PyFinalize>(FinalizeType, 'alive', (_vm, self) => bool(self.info !== null));
attribute<PyFinalize>(
  FinalizeType,
  'atexit',
  (_vm, self) => (self.info?.atExit ? True : False),
  (vm, self, value) => {
    if (self.info !== null && value !== null) self.info.atExit = vm.truth(value);
  },
);
method<PyFinalize>(FinalizeType, 'peek', '', (vm, self) => {
  const { info } = self;
  if (info === null || info.ref.target === null) return None;
  return description(vm, referent(info.ref), info);
});
method<PyFinalize>(FinalizeType, 'detach', '', (vm, self) => {
  if (self.info === null || self.info.ref.target === null) return None;
  const obj = referent(self.info.ref);
  const info = unregister(self) as Registered;
  const made = description(vm, obj, info);
  release(vm, self, info);
  return made;
});
