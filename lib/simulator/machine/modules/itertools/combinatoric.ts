/**
 * product, permutations and combinations. Each keeps the tuple that it gave last, and changes it in place when nobody
 * else has it.
 */
import { None, PyInt } from '../../../memory/atoms';
import type { PyTuple } from '../../../memory/containers';
import type { Machine, PyObject, Slots } from '../../../memory/object';
import { define } from '../../builtin';
import { collectTuple, makeTuple, own, ownAll, sizeArgument } from '../../types/convert';
import { TypeErrorType, ValueErrorType } from '../../types/exceptions';
import { PyHolding } from '../holding';
import { add, toolType } from './iterator';

/** Held: pools, then the last result. `stopped` is the last counter. */
const resultPlace = (it: PyHolding): number => it.held.length - 1;

/** The result as a tuple that nobody else has, so that it may be changed. */
function fresh(vm: Machine, it: PyHolding): PyTuple {
  const place = resultPlace(it);
  const result = it.at(place) as PyTuple;
  vm.charge(0, result.items.length >> 1);
  if (result.rc > 1) it.put(vm, place, makeTuple(vm, ownAll(result.items)));
  return it.at(place) as PyTuple;
}

function setItem(vm: Machine, result: PyTuple, i: number, item: PyObject): void {
  const old = result.items[i] as PyObject;
  result.items[i] = own(item);
  result.dirty = true;
  vm.heap.decref(old);
}

const poolOf = (it: PyHolding, i: number): readonly PyObject[] => (it.at(i) as PyTuple).items;

/** Give the result, a new reference; `first` makes the first one. */
function first(vm: Machine, it: PyHolding, items: readonly PyObject[]): PyObject {
  const result = makeTuple(vm, ownAll(items));
  it.put(vm, resultPlace(it), result);
  return own(result);
}

const STOPPED = -1;

/** `counters`: an index into each pool; one STOPPED at the end. */
export const ProductType = toolType({
  name: 'product',
  signature: '*iterables, **kwargs',
  make: () => {
    throw new TypeError('product has a constructor of its own');
  },
  next(vm, it) {
    const { counters } = it;
    if (counters[0] === STOPPED) return null;
    const pools = it.held.length - 1;
    if (it.held[pools] === null) {
      const items: PyObject[] = [];
      for (let i = 0; i < pools; i++) {
        const item = poolOf(it, i)[0];
        if (item === undefined) {
          counters[0] = STOPPED;
          return null;
        }
        items.push(item);
      }
      return first(vm, it, items);
    }
    const result = fresh(vm, it);
    let i = pools - 1;
    for (; i >= 0; i--) {
      const pool = poolOf(it, i);
      const at = ((counters[i] as number) + 1) % pool.length;
      counters[i] = at;
      setItem(vm, result, i, pool[at] as PyObject);
      if (at > 0) break;
    }
    if (i < 0) {
      counters[0] = STOPPED;
      return null;
    }
    return own(result);
  },
});

const newProduct: NonNullable<Slots['new']> = (vm, type, args, names) => {
  const given = args.length - names.length;
  let repeat = 1;
  names.forEach((name, i) => {
    if (name !== 'repeat') vm.raise(TypeErrorType, `'${name}' is an invalid keyword argument for product()`);
    repeat = sizeArgument(vm, args[given + i] as PyObject);
    if (repeat < 0) vm.raise(ValueErrorType, 'repeat argument cannot be negative');
  });
  const pools: PyObject[] = [];
  try {
    for (const iterable of repeat === 0 ? [] : args.slice(0, given)) pools.push(collectTuple(vm, iterable));
  } catch (raised) {
    vm.heap.decrefAll(pools);
    throw raised;
  }
  const all: PyObject[] = [...pools];
  vm.charge(8 * pools.length * repeat, pools.length * repeat);
  for (let i = 1; i < repeat; i++) all.push(...ownAll(pools));
  return add(vm, new PyHolding(type, [...all, null], new Array<number>(Math.max(all.length, 1)).fill(0)));
};
define(ProductType, { new: newProduct });

function count(vm: Machine, o: PyObject): number {
  const r = sizeArgument(vm, o);
  if (r < 0) vm.raise(ValueErrorType, 'r must be non-negative');
  return r;
}

/** The indices of a selection of r, the first one; null when there is none. */
type Start = (n: number, r: number) => number[];
/** Bring the indices to the next selection; returns the first place that changed, or -1 at the end. */
type Advance = (indices: number[], n: number, r: number) => number;

const selections = (name: string, start: Start, none: (n: number, r: number) => boolean, advance: Advance) =>
  toolType({
    name,
    signature: 'iterable, r',
    make(vm, [iterable, r], type) {
      const pool = collectTuple(vm, iterable as PyObject);
      let size: number;
      try {
        size = count(vm, r as PyObject);
      } catch (raised) {
        vm.heap.decref(pool);
        throw raised;
      }
      const n = pool.items.length;
      vm.charge(8 * size);
      return add(vm, new PyHolding(type, [pool, null], none(n, size) ? [STOPPED] : start(n, size)));
    },
    next(vm, it) {
      const { counters } = it;
      if (counters[0] === STOPPED) return null;
      const pool = poolOf(it, 0);
      if (it.held[1] === null)
        return first(
          vm,
          it,
          counters.map((i) => pool[i] as PyObject),
        );
      const result = fresh(vm, it);
      const from = advance(counters, pool.length, counters.length);
      if (from < 0) {
        counters[0] = STOPPED;
        return null;
      }
      for (let i = from; i < counters.length; i++)
        setItem(vm, result, i, pool[counters[i] as number] as PyObject);
      return own(result);
    },
  });

export const CombinationsType = selections(
  'combinations',
  (_n, r) => Array.from({ length: r }, (_, i) => i),
  (n, r) => r > n,
  (indices, n, r) => {
    let i = r - 1;
    while (i >= 0 && indices[i] === i + n - r) i--;
    if (i < 0) return -1;
    indices[i] = (indices[i] as number) + 1;
    for (let j = i + 1; j < r; j++) indices[j] = (indices[j - 1] as number) + 1;
    return i;
  },
);

export const CombinationsWithReplacementType = selections(
  'combinations_with_replacement',
  (_n, r) => new Array<number>(r).fill(0),
  (n, r) => n === 0 && r > 0,
  (indices, n, r) => {
    let i = r - 1;
    while (i >= 0 && indices[i] === n - 1) i--;
    if (i < 0) return -1;
    indices.fill((indices[i] as number) + 1, i);
    return i;
  },
);

/** `counters`: r, then n indices, then r cycles. */
export const PermutationsType = toolType({
  name: 'permutations',
  signature: 'iterable, r=None',
  make(vm, [iterable, given], type) {
    const pool = collectTuple(vm, iterable as PyObject);
    const n = pool.items.length;
    let r = n;
    try {
      if (given !== undefined && given !== None) {
        if (!(given instanceof PyInt)) vm.raise(TypeErrorType, 'Expected int as r');
        r = count(vm, given);
      }
    } catch (raised) {
      vm.heap.decref(pool);
      throw raised;
    }
    const indices = Array.from({ length: n }, (_, i) => i);
    const cycles = Array.from({ length: Math.min(r, n) }, (_, i) => n - i);
    return add(vm, new PyHolding(type, [pool, null], [r > n ? STOPPED : r, ...indices, ...cycles]));
  },
  next(vm, it) {
    const { counters } = it;
    const r = counters[0] as number;
    if (r === STOPPED) return null;
    const pool = poolOf(it, 0);
    const n = pool.length;
    if (it.held[1] === null) return first(vm, it, pool.slice(0, r));
    const result = fresh(vm, it);
    vm.charge(0, n);
    const indices = counters.slice(1, n + 1);
    let i = r - 1;
    for (; i >= 0; i--) {
      const place = 1 + n + i;
      counters[place] = (counters[place] as number) - 1;
      if (counters[place] === 0) {
        indices.push(indices.splice(i, 1)[0] as number);
        counters[place] = n - i;
        continue;
      }
      const j = n - (counters[place] as number);
      [indices[i], indices[j]] = [indices[j] as number, indices[i] as number];
      break;
    }
    indices.forEach((index, k) => {
      counters[1 + k] = index;
    });
    if (i < 0) {
      counters[0] = STOPPED;
      return null;
    }
    for (let k = i; k < r; k++) setItem(vm, result, k, pool[indices[k] as number] as PyObject);
    return own(result);
  },
});
