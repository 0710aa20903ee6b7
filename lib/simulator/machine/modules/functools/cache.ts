/** The cache behind functools.lru_cache (Modules/_functoolsmodule.c). */
import { int, None, PyInt, str } from '../../../memory/atoms';
import {
  HeapObject,
  IMMORTAL,
  type KeywordNames,
  type Machine,
  type PyObject,
  type Visit,
} from '../../../memory/object';
import { builtinType, IntType, ObjectType, StrType } from '../../../memory/types';
import { builtinFunction, define, method } from '../../builtin';
import { PyInstance } from '../../types/class';
import { makeTuple, own, ownAll } from '../../types/convert';
import { dictDelete, dictGet, dictLength, dictSet, newDict, type PyDict } from '../../types/dict';
import { PyMethod } from '../../types/method';
import { PyHolding } from '../holding';

const CacheType = builtinType('_lru_cache_wrapper', ObjectType, 'functools');
CacheType.hasAttrs = CacheType.hasWeakrefs = true;
// A plain value, so that an instance may have a docstring of its own.
CacheType.members.set('__doc__', None);
const LinkType = builtinType('_lru_list_elem', ObjectType, 'functools');

/** Stands between the positional and the keyword arguments in a key. */
const MARK = new PyInstance(ObjectType);
MARK.rc = IMMORTAL;

/** A function with its results. `links`: key and result of each entry of a bounded cache, oldest first. */
class PyCache extends HeapObject {
  override get kind(): 'cache' {
    return 'cache';
  }
  hits = 0;
  misses = 0;
  links: PyHolding[] = [];
  constructor(
    public held: PyObject[],
    readonly func: PyObject,
    readonly results: PyDict,
    readonly info: PyObject,
    readonly size: number | null,
    readonly typed: boolean,
  ) {
    super(CacheType);
  }
  override traverse(visit: Visit): void {
    for (const link of this.links) visit(link, 'other');
    for (const o of this.held) visit(o, 'other');
  }
  override drop(): PyObject[] {
    const owned = [...this.held.slice(0, 1), ...this.held.slice(1), ...this.links];
    this.held = [];
    this.links = [];
    return owned;
  }
}

/** lru_cache_make_key: a new reference. */
function makeKey(vm: Machine, cache: PyCache, args: readonly PyObject[], names: KeywordNames): PyObject {
  const [first] = args;
  if (!cache.typed && names.length === 0 && args.length === 1 && first !== undefined)
    if (first.type === IntType || first.type === StrType) return own(first);
  const given = args.length - names.length;
  const parts: PyObject[] = args.slice(0, given);
  if (names.length > 0) parts.push(MARK);
  names.forEach((name, i) => {
    parts.push(str(name), args[given + i] as PyObject);
  });
  if (cache.typed) parts.push(...args.map((arg) => arg.type));
  return makeTuple(vm, ownAll(parts));
}

function callCached(vm: Machine, o: PyObject, args: readonly PyObject[], names: KeywordNames): PyObject {
  const cache = o as PyCache;
  if (cache.size === 0) {
    cache.misses++;
    return vm.call(cache.func, args, names);
  }
  const key = makeKey(vm, cache, args, names);
  try {
    const hash = vm.hash(key);
    const found = dictGet(vm, cache.results, key, hash);
    if (found !== null) {
      cache.hits++;
      if (cache.size === null) return own(found);
      const link = found as PyHolding;
      cache.links.push(cache.links.splice(cache.links.indexOf(link), 1)[0] as PyHolding);
      return own(link.at(1));
    }
    cache.misses++;
    const result = vm.call(cache.func, args, names);
    if (cache.size === null) dictSet(vm, cache.results, key, result, hash);
    else if (dictGet(vm, cache.results, key, hash) === null) remember(vm, cache, key, result, hash);
    cache.dirty = true;
    return result;
  } finally {
    vm.heap.decref(key);
  }
}

/** The hash of the key of each link, which is asked for once. */
const hashes = new WeakMap<PyHolding, bigint>();

/** Add an entry to a bounded cache; the oldest makes room for it, and its link is used again. */
function remember(vm: Machine, cache: PyCache, key: PyObject, result: PyObject, hash: bigint): void {
  const [oldest] = cache.links;
  if (oldest === undefined || dictLength(cache.results) < (cache.size as number)) {
    const link = vm.heap.add(new PyHolding(LinkType, [own(key), own(result)]));
    dictSet(vm, cache.results, key, link, hash);
    hashes.set(link, hash);
    cache.links.push(link);
    return;
  }
  const [oldKey, oldResult] = oldest.held as [PyObject, PyObject];
  cache.links.push(cache.links.shift() as PyHolding);
  dictDelete(vm, cache.results, oldKey, hashes.get(oldest));
  hashes.set(oldest, hash);
  oldest.held[0] = own(key);
  oldest.held[1] = own(result);
  oldest.dirty = true;
  dictSet(vm, cache.results, key, oldest, hash);
  vm.heap.decref(oldKey);
  vm.heap.decref(oldResult);
}

define(CacheType, {
  call: callCached,
  descriptorGet: (vm, self, instance) =>
    instance === null ? own(self) : vm.heap.add(new PyMethod(own(self), own(instance))),
});
method<PyCache>(CacheType, 'cache_info', '', (vm, cache) => {
  const size = cache.size === null ? None : int(cache.size);
  return vm.call(cache.info, [int(cache.hits), int(cache.misses), size, int(dictLength(cache.results))]);
});
method<PyCache>(CacheType, 'cache_clear', '', (vm, cache) => {
  const { links } = cache;
  cache.links = [];
  cache.hits = cache.misses = 0;
  cache.dirty = cache.results.dirty = true;
  vm.heap.decrefAll(cache.results.drop());
  vm.heap.decrefAll(links);
  return None;
});
method<PyCache>(CacheType, '__copy__', '', (_vm, cache) => own(cache));
method<PyCache>(CacheType, '__deepcopy__', 'memo, /', (_vm, cache) => own(cache));

/** `_lru_cache_wrapper(function, maxsize, typed, cache_info_type)` */
export const cacheWrapper = builtinFunction(
  '_lru_cache_wrapper',
  'user_function, maxsize, typed, cache_info_type, /',
  (vm, args) => {
    const [func, size, typed, info] = args as readonly PyObject[] as [PyObject, PyObject, PyObject, PyObject];
    const results = newDict(vm);
    const limit = size instanceof PyInt ? Math.max(0, Number(size.value)) : null;
    return vm.heap.add(
      new PyCache([results, own(func), own(info)], func, results, info, limit, vm.truth(typed)),
    );
  },
  'functools',
);
