/** `weakref.ref` and `weakref.proxy` (Objects/weakrefobject.c). */
import { bool, None, NotImplemented, str } from '../../memory/atoms';
import type { CompareOp, HeapObject, Machine, PyObject, PyType, Slots } from '../../memory/object';
import {
  CallableProxyType,
  ProxyType,
  type PyWeakref,
  referent,
  supportsWeakrefs,
  WeakrefType,
  weakrefTo,
} from '../../memory/weakrefs';
import { attribute, checkPositional, define } from '../builtin';
import { ReferenceErrorType, TypeErrorType } from './exceptions';

/** Kinds that have weak references in CPython, and not here. */
const REFERABLE: ReadonlySet<string> = new Set([
  'type',
  'builtin',
  'builtin-method',
  'module',
  'code',
  'memoryview',
  'generic-alias',
]);

/** The object as the target of a weak reference. Errors: TypeError for what has none. */
export function weaklyReferable(vm: Machine, o: PyObject): HeapObject {
  if (supportsWeakrefs(o)) return o;
  if (REFERABLE.has(o.kind))
    vm.refuse('weak reference', `Weak references to a ${o.type.name} object are not supported.`);
  return vm.raise(TypeErrorType, `cannot create weak reference to '${o.type.name}' object`);
}

/** A new reference to a callback, or null for None and what was left out. */
export function callbackOf(o: PyObject | undefined): PyObject | null {
  if (o === undefined || o === None) return null;
  o.rc++;
  return o;
}

const refuseAddress = (vm: Machine): never =>
  vm.refuse('repr with an address', 'The address of an object is different in each run.');

define(WeakrefType, {
  new: (vm, cls: PyType, args, names) => {
    if (names.length > 0) vm.raise(TypeErrorType, 'ref() takes no keyword arguments');
    checkPositional(vm, '__new__', args.length, 1, 2);
    if (cls !== WeakrefType)
      vm.refuse('subclass of weakref.ref', 'Classes below weakref.ref are not supported.');
    const target = weaklyReferable(vm, args[0] as PyObject);
    return weakrefTo(vm, target, callbackOf(args[1]), false, cls);
  },
  call: (vm, self, args, names) => {
    if (names.length > 0) vm.raise(TypeErrorType, 'weakref() takes no keyword arguments');
    if (args.length > 0) vm.raise(TypeErrorType, `weakref expected 0 arguments, got ${args.length}`);
    return referent(self as PyWeakref);
  },
  hash: (vm, self) => {
    const r = self as PyWeakref;
    if (r.hash === null) {
      if (r.target === null) return vm.raise(TypeErrorType, 'weak object has gone away');
      r.hash = vm.hash(r.target);
    }
    return r.hash;
  },
  compare: (vm, left, right, op) => compareRefs(vm, left, right, op),
  repr: refuseAddress,
});
attribute<PyWeakref>(WeakrefType, '__callback__', (_vm, r) => {
  const callback = r.callback ?? None;
  callback.rc++;
  return callback;
});

/** weakref_richcompare: by their targets while both live, else by identity. */
function compareRefs(vm: Machine, left: PyObject, right: PyObject, op: CompareOp): PyObject {
  const a = left as PyWeakref;
  const b = right as PyWeakref;
  if ((op !== '==' && op !== '!=') || right.kind !== 'weakref') return NotImplemented;
  if (a.target === null || b.target === null) return bool((a === b) === (op === '=='));
  const x = a.target;
  const y = b.target;
  x.rc++;
  y.rc++;
  try {
    return vm.compare(x, y, op);
  } finally {
    vm.heap.decref(x);
    vm.heap.decref(y);
  }
}

/** Run with the target of a proxy, which is held meanwhile. Errors: ReferenceError once it is gone. */
function through<T>(vm: Machine, proxy: PyObject, run: (target: HeapObject) => T): T {
  const target = proxied(vm, proxy);
  target.rc++;
  try {
    return run(target);
  } finally {
    vm.heap.decref(target);
  }
}

function proxied(vm: Machine, proxy: PyObject): HeapObject {
  const { target } = proxy as PyWeakref;
  if (target !== null) return target;
  return vm.raise(ReferenceErrorType, 'weakly-referenced object no longer exists');
}

const unwrap = (vm: Machine, o: PyObject): PyObject => (o.kind === 'weakproxy' ? proxied(vm, o) : o);

const proxySlots: Slots = {
  getAttribute: (vm, self, name) => through(vm, self, (o) => vm.getAttribute(o, name)),
  setAttribute: (vm, self, name, value) => through(vm, self, (o) => vm.setAttribute(o, name, value)),
  str: (vm, self) => through(vm, self, (o) => str(vm.str(o))),
  repr: refuseAddress,
  bool: (vm, self) => through(vm, self, (o) => vm.truth(o)),
  length: (vm, self) => through(vm, self, (o) => vm.length(o)),
  getItem: (vm, self, key) => through(vm, self, (o) => vm.getItem(o, unwrap(vm, key))),
  setItem: (vm, self, key, value) => through(vm, self, (o) => vm.setItem(o, key, value)),
  iter: (vm, self) => through(vm, self, (o) => vm.iterate(o)),
  compare: (vm, left, right, op) => through(vm, left, (o) => vm.compare(o, unwrap(vm, right), op)),
  hash: (vm, self) => vm.raise(TypeErrorType, `unhashable type: '${self.type.module}.${self.type.name}'`),
};

define(ProxyType, proxySlots);
define(CallableProxyType, {
  ...proxySlots,
  call: (vm, self, args, names) => through(vm, self, (o) => vm.call(o, args, names)),
});
