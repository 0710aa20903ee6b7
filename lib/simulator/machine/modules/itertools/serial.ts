/** The iterators that walk others from the front. */
import { None, PyInt } from '../../../memory/atoms';
import { PyTuple } from '../../../memory/containers';
import type { Machine, PyObject, Slots } from '../../../memory/object';
import { classMethod, define } from '../../builtin';
import { collectTuple, makeTuple, own, ownAll } from '../../types/convert';
import { TypeErrorType, ValueErrorType } from '../../types/exceptions';
import { PyHolding } from '../holding';
import { add, iterateAll, toolType } from './iterator';

/** Held: source of iterables, the one it is in. */
export const ChainType = toolType({
  name: 'chain',
  signature: '*iterables',
  make(vm, args, type) {
    const tuple = makeTuple(vm, ownAll(args as PyObject[]));
    try {
      return add(vm, new PyHolding(type, [null, vm.iterate(tuple)]));
    } finally {
      vm.heap.decref(tuple);
    }
  },
  next(vm, it) {
    while (it.held[1] !== null) {
      if (it.held[0] === null) {
        const iterable = vm.next(it.at(1));
        if (iterable === null) {
          it.put(vm, 1, null);
          return null;
        }
        try {
          it.put(vm, 0, vm.iterate(iterable));
        } catch (raised) {
          it.put(vm, 1, null);
          throw raised;
        } finally {
          vm.heap.decref(iterable);
        }
      }
      const item = vm.next(it.at(0));
      if (item !== null) return item;
      it.put(vm, 0, null);
    }
    return null;
  },
});
classMethod(ChainType, 'from_iterable', 'iterable, /', (vm, type, [iterable]) =>
  add(vm, new PyHolding(type, [null, vm.iterate(iterable as PyObject)])),
);

function sliceBound(vm: Machine, o: PyObject | undefined, missing: number, message: string): number {
  if (o === undefined || o === None) return missing;
  const value = o instanceof PyInt ? Number(o.value) : -1;
  if (value < 0 || value > 2 ** 53) vm.raise(ValueErrorType, message);
  return value;
}

/** `counters`: next, stop (-1: none), step, count. */
export const SliceType = toolType({
  name: 'islice',
  signature: 'iterable, start, stop=None, step=None, /',
  make(vm, [iterable, first, second, third], type) {
    const one = second === undefined;
    const what = 'must be None or an integer: 0 <= x <= sys.maxsize.';
    const stop = sliceBound(
      vm,
      one ? first : second,
      -1,
      one ? `Stop argument for islice() ${what}` : `Stop argument for islice() ${what}`,
    );
    const start = one ? 0 : sliceBound(vm, first, 0, `Indices for islice() ${what}`);
    const stepText = 'Step for islice() must be a positive integer or None.';
    const step = sliceBound(vm, third, 1, stepText);
    if (step < 1) vm.raise(ValueErrorType, stepText);
    return add(vm, new PyHolding(type, [vm.iterate(iterable as PyObject)], [start, stop, step, 0]));
  },
  next(vm, it) {
    if (it.held[0] === null) return null;
    const [next, stop, step] = it.counters as [number, number, number];
    const end = (): null => {
      it.put(vm, 0, null);
      return null;
    };
    while ((it.counters[3] as number) < next) {
      const item = vm.next(it.at(0));
      if (item === null) return end();
      vm.heap.decref(item);
      it.counters[3] = (it.counters[3] as number) + 1;
    }
    if (stop !== -1 && (it.counters[3] as number) >= stop) return end();
    const item = vm.next(it.at(0));
    if (item === null) return end();
    it.counters[3] = (it.counters[3] as number) + 1;
    const after = next + step;
    it.counters[0] = stop !== -1 && after > stop ? stop : after;
    return item;
  },
});

/** Whether a predicate holds; `None` and `bool` are the truth of the item itself. */
function holds(vm: Machine, predicate: PyObject, item: PyObject): boolean {
  const result = vm.call(predicate, [item]);
  try {
    return vm.truth(result);
  } finally {
    vm.heap.decref(result);
  }
}

/** A test of one item; when it raises, the item is given up. */
function test(vm: Machine, item: PyObject, check: () => boolean): boolean {
  try {
    return check();
  } catch (raised) {
    vm.heap.decref(item);
    throw raised;
  }
}

const filtering = (name: string, next: (vm: Machine, it: PyHolding) => PyObject | null) =>
  toolType({
    name,
    signature: 'predicate, iterable, /',
    make: (vm, [predicate, iterable], type) => {
      const it = vm.iterate(iterable as PyObject);
      return add(vm, new PyHolding(type, [own(predicate as PyObject), it], [0]));
    },
    next,
  });

export const TakeWhileType = filtering('takewhile', (vm, it) => {
  if (it.counters[0] === 1) return null;
  const item = vm.next(it.at(1));
  if (item === null) return null;
  if (test(vm, item, () => holds(vm, it.at(0), item))) return item;
  vm.heap.decref(item);
  it.counters[0] = 1;
  return null;
});

export const DropWhileType = filtering('dropwhile', (vm, it) => {
  for (let item = vm.next(it.at(1)); item !== null; item = vm.next(it.at(1))) {
    const one = item;
    if (it.counters[0] === 1) return one;
    if (!test(vm, one, () => holds(vm, it.at(0), one))) {
      it.counters[0] = 1;
      return one;
    }
    vm.heap.decref(one);
  }
  return null;
});

export const FilterFalseType = filtering('filterfalse', (vm, it) => {
  const predicate = it.at(0);
  for (let item = vm.next(it.at(1)); item !== null; item = vm.next(it.at(1))) {
    const one = item;
    if (!test(vm, one, () => (predicate === None ? vm.truth(one) : holds(vm, predicate, one)))) return one;
    vm.heap.decref(one);
  }
  return null;
});

export const CompressType = toolType({
  name: 'compress',
  signature: 'data, selectors',
  make: (vm, [data, selectors], type) =>
    add(vm, new PyHolding(type, iterateAll(vm, [data as PyObject, selectors as PyObject]))),
  next(vm, it) {
    for (;;) {
      const datum = vm.next(it.at(0));
      if (datum === null) return null;
      const selector = test2(vm, datum, () => vm.next(it.at(1)));
      if (selector === null) {
        vm.heap.decref(datum);
        return null;
      }
      const chosen = test(vm, datum, () => {
        try {
          return vm.truth(selector);
        } finally {
          vm.heap.decref(selector);
        }
      });
      if (chosen) return datum;
      vm.heap.decref(datum);
    }
  },
});

function test2(vm: Machine, held: PyObject, make: () => PyObject | null): PyObject | null {
  try {
    return make();
  } catch (raised) {
    vm.heap.decref(held);
    throw raised;
  }
}

export const StarMapType = toolType({
  name: 'starmap',
  signature: 'function, iterable, /',
  make: (vm, [func, iterable], type) => {
    const it = vm.iterate(iterable as PyObject);
    return add(vm, new PyHolding(type, [own(func as PyObject), it]));
  },
  next(vm, it) {
    const given = vm.next(it.at(1));
    if (given === null) return null;
    let args = given;
    if (!(given instanceof PyTuple)) {
      try {
        args = collectTuple(vm, given);
      } finally {
        vm.heap.decref(given);
      }
    }
    try {
      return vm.call(it.at(0), (args as PyTuple).items);
    } finally {
      vm.heap.decref(args);
    }
  },
});

/** Held: total, iterator, function, initial value. */
export const AccumulateType = toolType({
  name: 'accumulate',
  signature: 'iterable, func=None, *, initial=None',
  make(vm, [iterable, func, initial], type) {
    const it = vm.iterate(iterable as PyObject);
    const binop = func === undefined || func === None ? null : own(func);
    const first = initial === undefined || initial === None ? null : own(initial);
    return add(vm, new PyHolding(type, [binop, null, it, first]));
  },
  next(vm, it) {
    const [func, total, , initial] = it.held;
    if (initial) {
      it.held[3] = null;
      it.put(vm, 1, initial);
      return own(initial);
    }
    const value = vm.next(it.at(2));
    if (value === null) return null;
    if (!total) {
      it.put(vm, 1, value);
      return own(value);
    }
    let sum: PyObject;
    try {
      sum = func ? vm.call(func, [total, value]) : vm.binary(total, value, '+');
    } finally {
      vm.heap.decref(value);
    }
    it.put(vm, 1, own(sum));
    return sum;
  },
});

export const PairwiseType = toolType({
  name: 'pairwise',
  signature: 'iterable, /',
  make: (vm, [iterable], type) => add(vm, new PyHolding(type, [vm.iterate(iterable as PyObject), null])),
  next(vm, it) {
    if (it.held[0] === null) return null;
    if (it.held[1] === null) {
      const first = vm.next(it.at(0));
      if (first === null) {
        it.put(vm, 0, null);
        return null;
      }
      it.put(vm, 1, first);
    }
    const old = own(it.at(1));
    const fresh = test2(vm, old, () => vm.next(it.at(0)));
    if (fresh === null) {
      vm.heap.decref(old);
      it.put(vm, 0, null);
      it.put(vm, 1, null);
      return null;
    }
    it.put(vm, 1, own(fresh));
    return makeTuple(vm, [old, fresh]);
  },
});

/** Held: the tuple of iterators, the tuple it gives, the fill value. `counters[0]`: iterators that have not ended. */
export const ZipLongestType = toolType({
  name: 'zip_longest',
  signature: '*iterables, **kwargs',
  make: () => {
    throw new TypeError('zip_longest has a constructor of its own');
  },
  next(vm, it) {
    const iterators = it.at(0) as PyTuple;
    const { length } = iterators.items;
    if (length === 0 || it.counters[0] === 0) return null;
    const fill = it.at(2);
    let result = it.at(1) as PyTuple;
    const reuse = result.rc === 1;
    const made: PyObject[] = [];
    if (reuse) own(result);
    for (let i = 0; i < length; i++) {
      const one = iterators.items[i] as PyObject;
      let item: PyObject;
      if (one === None) item = own(fill);
      else {
        const got = vm.next(one);
        if (got === null) {
          it.counters[0] = (it.counters[0] as number) - 1;
          if (it.counters[0] === 0) {
            if (reuse) vm.heap.decref(result);
            else vm.heap.decrefAll(made);
            return null;
          }
          item = own(fill);
          iterators.items[i] = None;
          iterators.dirty = true;
          vm.heap.decref(one);
        } else item = got;
      }
      if (!reuse) {
        made.push(item);
        continue;
      }
      const old = result.items[i] as PyObject;
      result.items[i] = item;
      result.dirty = true;
      vm.heap.decref(old);
    }
    if (!reuse) result = makeTuple(vm, made);
    return result;
  },
});

const newZipLongest: NonNullable<Slots['new']> = (vm, type, args, names) => {
  const given = args.length - names.length;
  let fill: PyObject = None;
  names.forEach((name, i) => {
    if (name !== 'fillvalue' || names.length > 1)
      vm.raise(TypeErrorType, 'zip_longest() got an unexpected keyword argument');
    fill = args[given + i] as PyObject;
  });
  const iterators = makeTuple(vm, iterateAll(vm, args.slice(0, given)));
  const empty = makeTuple(vm, new Array<PyObject>(given).fill(None));
  return add(vm, new PyHolding(type, [iterators, empty, own(fill)], [given]));
};
define(ZipLongestType, { new: newZipLongest });
