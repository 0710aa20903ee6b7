/** The module `weakref` (Modules/_weakref.c, Lib/weakref.py). */
import { int } from '../../memory/atoms';
import { PyList } from '../../memory/containers';
import { HeapObject, type Machine, type PyObject } from '../../memory/object';
import { CallableProxyType, ProxyType, type PyWeakref, WeakrefType, weakrefTo } from '../../memory/weakrefs';
import { builtinFunction } from '../builtin';
import { FinalizeType } from '../types/finalize';
import { module } from '../types/module';
import '../types/weak-container-methods';
import { WeakKeyDictionaryType, WeakSetType, WeakValueDictionaryType } from '../types/weak-containers';
import { WeakMethodType } from '../types/weak-method';
import { callbackOf, weaklyReferable } from '../types/weakref';
import { registerModule } from './index';

/** Refuses an array where the recorder's own weak reference would count. */
function refs(vm: Machine, o: PyObject | undefined): PyWeakref[] {
  if (vm.weaklyTraced && o?.kind === 'ndarray')
    vm.refuse('weakref', 'The recorder refers weakly to each array.');
  return o instanceof HeapObject ? ((o.weakrefs ?? []) as PyWeakref[]) : [];
}

const proxy = builtinFunction(
  'proxy',
  'object, callback=None, /',
  (vm, [object, callback]) => {
    const target = weaklyReferable(vm, object as PyObject);
    const type = target.type.slots.call === undefined ? ProxyType : CallableProxyType;
    return weakrefTo(vm, target, callbackOf(callback), true, type);
  },
  'weakref',
);

const getweakrefcount = builtinFunction(
  'getweakrefcount',
  'object, /',
  (vm, [object]) => int(refs(vm, object).length),
  'weakref',
);

const getweakrefs = builtinFunction(
  'getweakrefs',
  'object, /',
  (vm, [object]) => {
    const found = [...refs(vm, object)];
    for (const r of found) r.rc++;
    return vm.heap.add(new PyList(found));
  },
  'weakref',
);

registerModule('weakref', () =>
  module('weakref', [proxy, getweakrefcount, getweakrefs], {
    ref: WeakrefType,
    ReferenceType: WeakrefType,
    ProxyType,
    CallableProxyType,
    finalize: FinalizeType,
    WeakValueDictionary: WeakValueDictionaryType,
    WeakKeyDictionary: WeakKeyDictionaryType,
    WeakSet: WeakSetType,
    WeakMethod: WeakMethodType,
  }),
);
