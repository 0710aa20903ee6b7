/** WeakValueDictionary, WeakKeyDictionary and WeakSet (Lib/weakref.py, Lib/_weakrefset.py): layout and entries. */

import { None } from '../../memory/atoms';
import { HeapObject, type Machine, type PyObject, type PyType, type Visit } from '../../memory/object';
import { builtinType } from '../../memory/types';
import { type PyWeakref, weakrefTo } from '../../memory/weakrefs';
import { PyBuiltin, signature } from '../builtin';
import { findModule } from '../modules/index';
import { Raised } from '../raised';
import { dictAt, dictDelete, dictEnd, dictGet, dictNextPlace, dictSet, newDict, type PyDict } from './dict';
import { PyException } from './exceptions';
import { PyTraceback } from './frame';
import { weaklyReferable } from './weakref';

export const WeakValueDictionaryType = builtinType('WeakValueDictionary', undefined, 'weakref');
export const WeakKeyDictionaryType = builtinType('WeakKeyDictionary', undefined, 'weakref');
export const WeakSetType = builtinType('WeakSet', undefined, '_weakrefset');
for (const type of [WeakValueDictionaryType, WeakKeyDictionaryType, WeakSetType]) type.hasWeakrefs = true;

/** Its `data` is a dict from keys to weak references (values), or from weak references to values (keys, set). */
export class PyWeakContainer extends HeapObject {
  override get kind(): 'weak-container' {
    return 'weak-container';
  }
  /** Iterations in progress: while there is one, Python puts removals off. */
  iterating = 0;
  /** The callback that removes the entry of an object that is gone. */
  readonly remove: PyBuiltin;

  /** Takes over the reference to `data`. */
  constructor(
    readonly data: PyDict,
    type: PyType,
  ) {
    super(type);
    const byKey = type === WeakValueDictionaryType;
    this.remove = new PyBuiltin('remove', '', signature('wr, /'), (vm, [wr]) => {
      if (this.place < 0) return None;
      if (this.iterating > 0)
        vm.refuse(
          'weak container',
          'A weak container whose objects are freed while a loop reads it is not supported.',
        );
      removeEntry(vm, this.data, wr as PyWeakref, byKey);
      this.dirty = true;
      return None;
    });
  }
  override traverse(visit: Visit): void {
    visit(this.data, 'other');
  }
  override drop(): PyObject[] {
    return [this.data];
  }
}

function removeEntry(vm: Machine, data: PyDict, wr: PyWeakref, byKey: boolean): void {
  if (!byKey) {
    dictDelete(vm, data, wr);
    return;
  }
  const { entryKey: key } = wr;
  if (key === null) return;
  const now = dictGet(vm, data, key) as PyWeakref | null;
  // Only a dead entry goes: the key may have a new value.
  if (now !== null && now.target === null) dictDelete(vm, data, key);
}

export const newContainer = (vm: Machine, type: PyType): PyWeakContainer =>
  vm.heap.add(new PyWeakContainer(newDict(vm), type));

/** As `weaklyReferable`, called from frames of the library that hold these objects: a TypeError keeps them. */
function referableFrom(vm: Machine, o: PyObject, holds: readonly PyObject[]): HeapObject {
  try {
    return weaklyReferable(vm, o);
  } catch (error) {
    if (error instanceof Raised && error.exception instanceof PyException) {
      const held = holds.filter((one) => one instanceof HeapObject);
      for (const one of held) one.rc++;
      error.exception.traceback = vm.heap.add(new PyTraceback(null, null, 0, 0, held));
    }
    throw error;
  }
}

/** `d[key] = value` of a WeakValueDictionary. Errors: TypeError. */
export function setWeakValue(vm: Machine, self: PyWeakContainer, key: PyObject, value: PyObject): void {
  // Two frames: `__setitem__`, and `__new__` of the reference.
  const target = referableFrom(vm, value, [self, key, key, value, value]);
  key.rc++;
  const ref = weakrefTo(vm, target, self.remove, false, undefined, key);
  dictSet(vm, self.data, key, ref);
  vm.heap.decref(ref);
}

/** `d[key] = value` of a WeakKeyDictionary, `s.add(key)` of a WeakSet (value None). Errors: TypeError. */
export function setWeakKey(vm: Machine, self: PyWeakContainer, key: PyObject, value: PyObject): void {
  const ref = weakrefTo(
    vm,
    referableFrom(vm, key, value === None ? [self, key] : [self, key, value]),
    self.remove,
  );
  try {
    dictSet(vm, self.data, ref, value);
  } finally {
    vm.heap.decref(ref);
  }
}

/** Run with a weak reference to `key` made for a search in a container, or for an error of it. */
export function withRef<T>(vm: Machine, self: PyObject, key: PyObject, run: (ref: PyWeakref) => T): T {
  const ref = weakrefTo(vm, referableFrom(vm, key, [self, key]), null);
  try {
    return run(ref);
  } finally {
    vm.heap.decref(ref);
  }
}

export const WeakIteratorType = builtinType('generator');

/** The iterator of a weak container: Python's is a generator, which holds the entry that it gave last. */
export class PyWeakIterator extends HeapObject {
  override get kind(): 'weak-iterator' {
    return 'weak-iterator';
  }
  private index = 0;
  private held: PyObject[] = [];
  /** Borrows the container and takes references of its own. */
  constructor(
    public container: PyWeakContainer | null,
    readonly gives: 'keys' | 'values' | 'items',
  ) {
    super(WeakIteratorType);
    if (container !== null) {
      container.rc++;
      container.iterating++;
    }
  }
  override traverse(visit: Visit): void {
    if (this.container !== null) visit(this.container, 'other');
    for (const o of this.held) visit(o, 'other');
  }
  override drop(): PyObject[] {
    const owned = this.held;
    if (this.container !== null) {
      this.container.iterating--;
      owned.push(this.container);
    }
    this.held = [];
    this.container = null;
    return owned;
  }
  /** The next live entry `[key, value]`, borrowed from what the iterator holds; null at the end. */
  step(vm: Machine): [PyObject, PyObject] | null {
    const { container } = this;
    if (container === null) return null;
    const byKey = container.type === WeakValueDictionaryType;
    for (;;) {
      const at = this.index < dictEnd(container.data) ? dictNextPlace(container.data, this.index) : -1;
      if (at < 0) break;
      this.index = at + 1;
      const [first, second] = dictAt(container.data, at);
      const ref = (byKey ? second : first) as PyWeakref;
      if (ref.target === null) continue;
      const live = ref.target;
      const before = this.held;
      this.held = [first, second];
      if (this.gives !== (byKey ? 'keys' : 'values')) this.held.push(live);
      for (const o of this.held) o.rc++;
      this.dirty = true;
      vm.heap.decrefAll(before);
      return byKey ? [first, live] : [live, second];
    }
    vm.heap.decrefAll(this.drop());
    return null;
  }
}

/** Where the frames of Lib/weakref.py stand; a name that no program can import. */
export const WEAKREF_CODE = 'weakref.py';

/** A function of theirs, borrowed. */
export function weakrefCode(name: 'finalize' | 'get' | 'get_by_reference'): PyObject {
  return findModule(WEAKREF_CODE)?.attributes.get(name) as PyObject;
}
