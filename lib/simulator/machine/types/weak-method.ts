/** `weakref.WeakMethod` (Lib/weakref.py): weak references to the instance and the function of a bound method. */
import { None } from '../../memory/atoms';
import type { HeapObject, Machine, PyObject, Visit } from '../../memory/object';
import { builtinType } from '../../memory/types';
import { PyWeakref, WeakrefType, weakrefTo } from '../../memory/weakrefs';
import { define, PyBuiltin, signature } from '../builtin';
import { TypeErrorType } from './exceptions';
import { PyMethod } from './method';

export const WeakMethodType = builtinType('WeakMethod', WeakrefType, 'weakref');

/** The reference to the instance; it owns the one to the function. */
export class PyWeakMethod extends PyWeakref {
  func: PyWeakref | null = null;
  override traverse(visit: Visit): void {
    super.traverse(visit);
    if (this.func !== null) visit(this.func, 'other');
  }
  override drop(): PyObject[] {
    const owned = super.drop();
    if (this.func !== null) owned.push(this.func);
    this.func = null;
    return owned;
  }
}

define(WeakMethodType, {
  new: (vm, _cls, args) => {
    const [bound, callback] = args;
    if (!(bound instanceof PyMethod))
      return vm.raise(
        TypeErrorType,
        `argument should be a bound method, not ${vm.repr((bound ?? None).type)}`,
      );
    if (callback !== undefined && callback !== None)
      vm.refuse('WeakMethod with a callback', 'A WeakMethod with a callback is not supported.');
    return make(vm, bound.self as HeapObject, bound.func as HeapObject);
  },
  init: () => undefined,
  call: (vm, o) => {
    const self = o as PyWeakMethod;
    const instance = self.target;
    const func = self.func?.target ?? null;
    if (instance === null || func === null) return None;
    instance.rc++;
    func.rc++;
    return vm.heap.add(new PyMethod(func, instance));
  },
});

function make(vm: Machine, instance: HeapObject, func: HeapObject): PyWeakMethod {
  const dead = new PyBuiltin('_cb', '', signature('arg, /'), () => None);
  const made = vm.heap.add(new PyWeakMethod(instance, dead, false, WeakMethodType));
  instance.weakrefs = [
    ...(instance.weakrefs ?? []).filter(shared),
    made,
    ...(instance.weakrefs ?? []).filter((r) => !shared(r)),
  ];
  made.func = weakrefTo(vm, func, dead);
  return made;
}

const shared = (r: HeapObject): boolean => (r as PyWeakref).callback === null;
