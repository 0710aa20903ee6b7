/** reduce and cmp_to_key (Modules/_functoolsmodule.c). */
import { int } from '../../../memory/atoms';
import type { Machine, PyObject } from '../../../memory/object';
import { builtinType, ObjectType } from '../../../memory/types';
import { attribute, bind, builtinFunction, define, signature } from '../../builtin';
import { own } from '../../types/convert';
import { AttributeErrorType, TypeErrorType } from '../../types/exceptions';
import { swallow } from '../../types/swallow';
import { PyHolding } from '../holding';

function iteratorOf(vm: Machine, iterable: PyObject): PyObject {
  try {
    return vm.iterate(iterable);
  } catch (raised) {
    if (!swallow(vm, raised, [TypeErrorType])) throw raised;
    return vm.raise(TypeErrorType, 'reduce() arg 2 must support iteration');
  }
}

/** The arguments of a call stay in one tuple until the next call takes their places. */
export const reduce = builtinFunction(
  'reduce',
  'function, iterable, initial=None, /',
  (vm, [func, iterable, initial]) => {
    const it = iteratorOf(vm, iterable as PyObject);
    const given = [func, iterable, initial].filter((arg) => arg !== undefined);
    for (const arg of given) arg.rc++; // METH_VARARGS: the caller's tuple
    let result: PyObject | null = initial === undefined ? null : own(initial);
    const args: PyObject[] = [];
    const give = (place: number, value: PyObject): void => {
      const old = args[place];
      args[place] = value;
      if (old !== undefined) vm.heap.decref(old);
    };
    try {
      for (let item = vm.next(it); item !== null; item = vm.next(it)) {
        if (result === null) {
          result = item;
          continue;
        }
        give(0, result);
        result = null;
        give(1, item);
        result = vm.call(func as PyObject, args);
      }
      vm.heap.decrefAll(args.splice(0).reverse());
      if (result === null) return vm.raise(TypeErrorType, 'reduce() of empty iterable with no initial value');
      const last = result;
      result = null;
      return last;
    } finally {
      vm.heap.decrefAll(args);
      if (result !== null) vm.heap.decref(result);
      vm.heap.decref(it);
      vm.heap.decrefAll(given);
    }
  },
);

const KeyType = builtinType('KeyWrapper', ObjectType, 'functools');

/** Held: the comparison, the object (null before the first call). */
define(KeyType, {
  call(vm, self, args, names) {
    const [o] = bind(vm, signature('obj'), 'K', 'K', args, names) as [PyObject];
    return vm.heap.add(new PyHolding(KeyType, [own((self as PyHolding).at(0)), own(o)]));
  },
  compare(vm, left, right, op) {
    if (right.type !== KeyType) return vm.raise(TypeErrorType, 'other argument must be K instance');
    const [a, b] = [(left as PyHolding).held[1], (right as PyHolding).held[1]];
    if (!a || !b) return vm.raise(AttributeErrorType, 'object');
    const result = vm.call((left as PyHolding).at(0), [a, b]);
    try {
      return vm.compare(result, int(0), op);
    } finally {
      vm.heap.decref(result);
    }
  },
});
attribute<PyHolding>(KeyType, 'obj', (vm, key) => {
  const o = key.held[1];
  return o ? own(o) : vm.raise(AttributeErrorType, 'obj');
});

export const cmpToKey = builtinFunction(
  'cmp_to_key',
  'mycmp',
  (vm, [compare]) => vm.heap.add(new PyHolding(KeyType, [own(compare as PyObject), null])),
  '_functools',
);
