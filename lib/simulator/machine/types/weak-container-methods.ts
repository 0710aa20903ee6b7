/** The methods of the weak containers (Lib/weakref.py, Lib/_weakrefset.py). */
import { None } from '../../memory/atoms';
import { PyTuple } from '../../memory/containers';
import type { Machine, PyObject, PyType, Slots } from '../../memory/object';
import { type PyWeakref, supportsWeakrefs } from '../../memory/weakrefs';
import { builtinFunction, define, method } from '../builtin';
import { dictClear, dictDelete, dictGet, dictLength, type PyDict } from './dict';
import { KeyErrorType } from './exceptions';
import {
  newContainer,
  type PyWeakContainer,
  PyWeakIterator,
  setWeakKey,
  setWeakValue,
  WeakIteratorType,
  WeakKeyDictionaryType,
  WeakSetType,
  WeakValueDictionaryType,
  weakrefCode,
  withRef,
} from './weak-containers';

const data = (o: PyObject): PyDict => (o as PyWeakContainer).data;

/** KeyError, from a frame that holds the container and the key. */
function keyError(vm: Machine, self: PyObject, key: PyObject): never {
  const byValue = self.type === WeakValueDictionaryType;
  vm.call(weakrefCode(byValue ? 'get' : 'get_by_reference'), [self, key]);
  throw new TypeError('a KeyError that is not raised');
}

/** What a container of weak keys has not got is a weak reference. */
export const referenceError = builtinFunction('_reference_error', 'key, /', (vm, [key]) =>
  withRef(vm, key as PyObject, key as PyObject, (ref) => vm.call(KeyErrorType, [ref])),
);

/** The live value of a key, borrowed, or null. */
function liveValue(vm: Machine, self: PyObject, key: PyObject): PyObject | null {
  if (self.type === WeakValueDictionaryType)
    return (dictGet(vm, data(self), key) as PyWeakref | null)?.target ?? null;
  return withRef(vm, self, key, (ref) => dictGet(vm, data(self), ref));
}

function setItem(vm: Machine, self: PyObject, key: PyObject, value: PyObject): void {
  const container = self as PyWeakContainer;
  if (container.type === WeakValueDictionaryType) setWeakValue(vm, container, key, value);
  else setWeakKey(vm, container, key, value);
}

function deleteItem(vm: Machine, self: PyObject, key: PyObject): boolean {
  if (self.type === WeakValueDictionaryType) return dictDelete(vm, data(self), key);
  return withRef(vm, self, key, (ref) => dictDelete(vm, data(self), ref));
}

/** A new container filled from an iterable, or from a mapping's items. */
function create(vm: Machine, cls: PyType, args: readonly PyObject[]): PyObject {
  const self = newContainer(vm, cls);
  const [source] = args;
  if (source !== undefined && source !== None) update(vm, self, source);
  return self;
}

function update(vm: Machine, self: PyWeakContainer, source: PyObject): void {
  const isSet = self.type === WeakSetType;
  if (!isSet && source.kind !== 'dict')
    vm.refuse('weak container', 'Weak dictionaries are filled from dicts alone here.');
  each(vm, source, (item) => {
    if (isSet) setWeakKey(vm, self, item, None);
    else {
      const value = vm.getItem(source, item);
      try {
        setItem(vm, self, item, value);
      } finally {
        vm.heap.decref(value);
      }
    }
  });
}

function each(vm: Machine, source: PyObject, run: (item: PyObject) => void): void {
  const iterator = vm.iterate(source);
  try {
    for (let item = vm.next(iterator); item !== null; item = vm.next(iterator)) {
      try {
        run(item);
      } finally {
        vm.heap.decref(item);
      }
    }
  } finally {
    vm.heap.decref(iterator);
  }
}

/** Order of a set of weak references is that of addresses: known only where there is at most one. */
function iterate(vm: Machine, self: PyObject, gives: 'keys' | 'values' | 'items'): PyObject {
  const container = self as PyWeakContainer;
  if (container.type === WeakSetType && dictLength(container.data) > 1)
    vm.refuse('order of a WeakSet', 'The order of a WeakSet is different in each run.');
  return vm.heap.add(new PyWeakIterator(container, gives));
}

const shared: Slots = {
  new: (vm, cls, args) => create(vm, cls, args),
  init: () => undefined,
  length: (_vm, self) => dictLength(data(self)),
  contains: (vm, self, key) => {
    if (self.type !== WeakValueDictionaryType && !supportsWeakrefs(key)) return false;
    return liveValue(vm, self, key) !== null;
  },
  iter: (vm, self) => iterate(vm, self, 'keys'),
  repr: (vm) => vm.refuse('repr with an address', 'The address of an object is different in each run.'),
};
const mapping: Slots = {
  ...shared,
  getItem: (vm, self, key) => {
    const found = liveValue(vm, self, key) ?? keyError(vm, self, key);
    found.rc++;
    return found;
  },
  setItem: (vm, self, key, value) => {
    if (value !== null) setItem(vm, self, key, value);
    else if (!deleteItem(vm, self, key)) keyError(vm, self, key);
  },
};
define(WeakValueDictionaryType, mapping);
define(WeakKeyDictionaryType, mapping);
define(WeakSetType, shared);

define(WeakIteratorType, {
  iter: (_vm, self) => {
    self.rc++;
    return self;
  },
  next: (vm, o) => {
    const self = o as PyWeakIterator;
    const entry = self.step(vm);
    if (entry === null) return null;
    const [key, value] = entry;
    if (self.gives !== 'values') key.rc++;
    if (self.gives !== 'keys') value.rc++;
    if (self.gives === 'items') return vm.heap.add(new PyTuple([key, value]));
    return self.gives === 'keys' ? key : value;
  },
});

for (const type of [WeakValueDictionaryType, WeakKeyDictionaryType]) {
  for (const gives of ['keys', 'values', 'items'] as const)
    method(type, gives, '', (vm, self) => iterate(vm, self, gives));
  method(type, 'get', 'key, default=None', (vm, self, [key, otherwise]) => {
    const found = liveValue(vm, self, key as PyObject) ?? otherwise ?? None;
    found.rc++;
    return found;
  });
  method(type, 'pop', 'key, default=None', (vm, self, [key, otherwise]) => {
    const found = liveValue(vm, self, key as PyObject);
    if (found === null) {
      const result = otherwise ?? keyError(vm, self, key as PyObject);
      result.rc++;
      return result;
    }
    found.rc++;
    deleteItem(vm, self, key as PyObject);
    return found;
  });
  method(type, 'setdefault', 'key, default=None', (vm, self, [key, otherwise]) => {
    const found = liveValue(vm, self, key as PyObject);
    const result = found ?? otherwise ?? None;
    result.rc++;
    if (found === null) setItem(vm, self, key as PyObject, result);
    return result;
  });
}
for (const type of [WeakValueDictionaryType, WeakKeyDictionaryType, WeakSetType]) {
  method(type, 'clear', '', (vm, self) => {
    dictClear(vm, data(self));
    return None;
  });
  method<PyWeakContainer>(type, 'update', 'other', (vm, self, [other]) => {
    update(vm, self, other as PyObject);
    return None;
  });
  method(type, 'copy', '', (vm, self) => {
    const made = newContainer(vm, type);
    for (const [key, value] of liveEntries(self as PyWeakContainer))
      if (type === WeakSetType) setWeakKey(vm, made, key, None);
      else setItem(vm, made, key, value);
    return made;
  });
}
method<PyWeakContainer>(WeakSetType, 'add', 'item', (vm, self, [item]) => {
  setWeakKey(vm, self, item as PyObject, None);
  return None;
});
method(WeakSetType, 'discard', 'item', (vm, self, [item]) => {
  deleteItem(vm, self, item as PyObject);
  return None;
});
method(WeakSetType, 'remove', 'item', (vm, self, [item]) => {
  if (!deleteItem(vm, self, item as PyObject)) keyError(vm, self, item as PyObject);
  return None;
});

/** Live keys and values, borrowed. */
function liveEntries(self: PyWeakContainer): [PyObject, PyObject][] {
  const byKey = self.type === WeakValueDictionaryType;
  const found: [PyObject, PyObject][] = [];
  self.data.keys.forEach((key, place) => {
    if (!key) return;
    const value = self.data.values[place] as PyObject;
    const { target } = (byKey ? value : key) as PyWeakref;
    if (target !== null) found.push(byKey ? [key, target] : [target, value]);
  });
  return found;
}
