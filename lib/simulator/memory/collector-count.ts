/**
 * How many of CPython's objects one object of the simulator stands for, for the number that `gc.collect()` returns
 * (gc_list_size of the unreachable list, Modules/gcmodule.c). Recorded from CPython 3.11.
 */
import { HeapObject, type PyObject, type PyType } from './object';
import { ObjectType } from './types';

/** Atoms that are containers to the collector: built-in functions, modules, method descriptors. */
const TRACKED_ATOMS: ReadonlySet<string> = new Set(['builtin', 'module', 'method-descriptor', 'getset']);
const NEVER: ReadonlySet<string> = new Set(['ndarray', 'void', 'bytearray', 'range', 'flatiter', 'flags']);

/** `_PyObject_GC_MAY_BE_TRACKED` */
export function mayBeTracked(o: PyObject): boolean {
  if (!(o instanceof HeapObject)) return TRACKED_ATOMS.has(o.kind);
  if (o.kind === 'type') return o.type !== null && (o as PyType).isHeapType;
  if (o.type === ObjectType) return false;
  if (o.kind === 'tuple') return o.id !== 0 && !o.untracked;
  return !NEVER.has(o.kind);
}

function holdsTracked(o: HeapObject): boolean {
  let found = false;
  o.traverse((child) => {
    found ||= mayBeTracked(child);
  });
  return found;
}

/** Kinds that are one object in CPython, too. */
const SINGLE: ReadonlySet<string> = new Set([
  'list',
  'member',
  'deque',
  'sequence-iterator',
  'set',
  'frozenset',
  'cell',
  'method',
  'builtin-method',
  'generator',
  'traceback',
  'frame',
  'weakref',
  'weakproxy',
  'property',
  'slice',
]);

/** Iterators and views of dicts that are one object, besides the tuples they hold. */
const SINGLE_TYPES: ReadonlySet<string> = new Set([
  'list_iterator',
  'list_reverseiterator',
  'tuple_iterator',
  'set_iterator',
  'dict_keyiterator',
  'dict_valueiterator',
  'str_iterator',
  'str_ascii_iterator',
  'callable_iterator',
  'iterator',
  'enumerate',
  'reversed',
  'zip',
  'map',
  'filter',
  'dict_keys',
  'dict_values',
  'dict_items',
]);

/**
 * Untrack the tuples that survive a collection and hold nothing that can be in a cycle (untrack_tuples), and return
 * the number of CPython's objects in one piece of garbage; null where that is not known.
 */
export function weightOf(survivors: readonly HeapObject[]): (o: HeapObject) => number | null {
  for (const o of survivors)
    if (o.kind === 'tuple' && !o.type.isHeapType && !holdsTracked(o)) o.untracked = true;
  return weight;
}

function weight(o: HeapObject): number | null {
  const { kind } = o;
  if (kind === 'tuple') return o.untracked ? 0 : 1;
  if (kind === 'dict') return o.type.isHeapType || holdsTracked(o) ? 1 : 0;
  if (kind === 'function') return functionWeight(o);
  if (kind === 'exception') return 1 + dictWeight(o);
  if (kind === 'staticmethod' || kind === 'classmethod') return wrapperWeight(o);
  if (kind === 'type') return typeWeight(o as PyType);
  if (o.type.isHeapType && kind !== 'object' && o.attrs !== null && o.attrs.size > 0) return null;
  if (SINGLE.has(kind) || SINGLE_TYPES.has(o.type.name)) return 1;
  return o.type.isHeapType ? 1 : null;
}

/** The dict of the attributes, for the kinds that keep one as soon as they have any. */
const dictWeight = (o: HeapObject): number =>
  o.dict === null && o.attrs !== null && [...o.attrs.values()].some(mayBeTracked) ? 1 : 0;

/** A static or class method, and the dict with what it has copied from its function (functools_wraps). */
function wrapperWeight(o: HeapObject): number | null {
  let known = false;
  o.traverse((child) => {
    known ||=
      child.kind === 'function' && (child as HeapObject & { annotations?: unknown }).annotations === null;
  });
  return known ? 2 : null;
}

/** The function, the tuple of its cells, and the dict of its attributes. */
function functionWeight(o: HeapObject): number {
  let cells = 0;
  o.traverse((child) => {
    if (child.kind === 'cell') cells = 1;
  });
  return 1 + cells + dictWeight(o);
}

/**
 * The class, its mro, the tuple of its bases (untracked after a collection where the base is `object`), its
 * namespace, and the descriptors of `__dict__` and `__weakref__` where it is the first to have these.
 */
function typeWeight(cls: PyType): number | null {
  if (cls.type.isHeapType) return null;
  const plain = !cls.bases.some((base) => base.isHeapType);
  if (plain && cls.bases.length > 1) return null;
  const inherits = (what: 'hasAttrs' | 'hasWeakrefs'): boolean => cls.bases.some((base) => base[what]);
  const descriptors =
    (cls.hasAttrs && !inherits('hasAttrs') ? 1 : 0) + (cls.hasWeakrefs && !inherits('hasWeakrefs') ? 1 : 0);
  const namespace = descriptors > 0 || [...cls.members.values()].some(mayBeTracked) ? 1 : 0;
  const bases = plain && cls.collectorOrder > 0 ? 0 : 1;
  return 2 + bases + namespace + descriptors;
}
