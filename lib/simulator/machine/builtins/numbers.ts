/** Built-in functions of numbers and of what can be added and compared (Python/bltinmodule.c). */

import { float, int, None, NotImplemented, PyBytes, PyFloat, PyInt, PyStr } from '../../memory/atoms';
import type { KeywordNames, Machine, PyObject } from '../../memory/object';
import { IntType } from '../../memory/types';
import { callHolding, callSpecial } from '../attributes';
import { builtinFunction } from '../builtin';
import { truthAndRelease } from '../truth-and-release';
import { each, makeTuple, own, typeName } from '../types/convert';
import { TypeErrorType, ValueErrorType } from '../types/exceptions';
import { floatDivmod } from '../types/float-arithmetic';
import { add, divmod, inverseModulo, powerModulo, toDouble } from '../types/int-arithmetic';

type Args = readonly (PyObject | undefined)[];

function abs(vm: Machine, [o]: Args): PyObject {
  const slot = (o as PyObject).type.slots.absolute;
  if (slot !== undefined) return slot(vm, o as PyObject);
  return vm.raise(TypeErrorType, `bad operand type for abs(): '${typeName(o as PyObject)}'`);
}

function round(vm: Machine, [o, digits]: Args): PyObject {
  const number = o as PyObject;
  const method = number.type.lookup('__round__');
  if (method === undefined)
    return vm.raise(TypeErrorType, `type ${typeName(number)} doesn't define __round__ method`);
  return callHolding(
    vm,
    number,
    method,
    digits === undefined || digits === None ? [number] : [number, digits],
  );
}

/** divmod and pow of numbers that are not int or float ask the type's own method. */
function divmodOf(vm: Machine, [a, b]: Args): PyObject {
  const [left, right] = [a as PyObject, b as PyObject];
  if (left instanceof PyInt && right instanceof PyInt) {
    const both = divmod(vm, left.value, right.value, 'integer division or modulo by zero');
    return makeTuple(vm, both.map(int));
  }
  if (isReal(left) && isReal(right)) {
    const both = floatDivmod(vm, real(vm, left), real(vm, right), 'float divmod()');
    return makeTuple(vm, both.map(float));
  }
  for (const [self, other, name] of [
    [left, right, '__divmod__'],
    [right, left, '__rdivmod__'],
  ] as const) {
    const method = self.type.lookup(name);
    if (method !== undefined) return vm.call(method, [self, other]);
  }
  return vm.raise(
    TypeErrorType,
    `unsupported operand type(s) for divmod(): '${typeName(left)}' and '${typeName(right)}'`,
  );
}

const isReal = (o: PyObject): boolean => o.kind === 'float' || o instanceof PyInt;
const real = (vm: Machine, o: PyObject): number =>
  o instanceof PyFloat ? o.value : toDouble(vm, (o as PyInt).value);

function pow(vm: Machine, [a, b, modulus]: Args): PyObject {
  const [base, exponent] = [a as PyObject, b as PyObject];
  if (modulus === undefined || modulus === None) return vm.binary(base, exponent, '**');
  if (base.type.isHeapType) {
    const result = callSpecial(vm, base, '__pow__', [exponent, modulus]);
    if (result !== null && result !== NotImplemented) return result;
  }
  if (!(base instanceof PyInt && exponent instanceof PyInt && modulus instanceof PyInt)) {
    const real = [base, exponent, modulus].some((o) => o.kind === 'float');
    if (real) vm.raise(TypeErrorType, 'pow() 3rd argument not allowed unless all arguments are integers');
    return vm.raise(
      TypeErrorType,
      `unsupported operand type(s) for ** or pow(): '${typeName(base)}', '${typeName(exponent)}', '${typeName(modulus)}'`,
    );
  }
  if (modulus.value === 0) vm.raise(ValueErrorType, 'pow() 3rd argument cannot be 0');
  if (exponent.value >= 0) return int(powerModulo(vm, base.value, exponent.value, modulus.value));
  const inverse = inverseModulo(vm, base.value, modulus.value);
  return int(powerModulo(vm, inverse, -exponent.value, modulus.value));
}

/** The sum from the left, of ints and floats without making the sums between (builtin_sum_impl). */
function sum(vm: Machine, [iterable, start]: Args): PyObject {
  const joined = start instanceof PyStr || start instanceof PyBytes || start?.kind === 'bytearray';
  if (joined) {
    // What is no iterable is told first.
    vm.heap.decref(vm.iterate(iterable as PyObject));
    const [what, empty] = start instanceof PyStr ? ['strings', "''"] : [typeName(start), "b''"];
    vm.raise(TypeErrorType, `sum() can't sum ${what} [use ${empty}.join(seq) instead]`);
  }
  let total: PyObject = own(start ?? int(0));
  try {
    each(vm, iterable as PyObject, (item) => {
      const next =
        total.type === IntType && item.type === IntType
          ? int(add((total as PyInt).value, (item as PyInt).value))
          : vm.binary(total, item, '+');
      vm.heap.decref(total);
      total = next;
      return true;
    });
    return total;
  } catch (error) {
    vm.heap.decref(total);
    throw error;
  }
}

/** min and max (min_max). */
function extreme(vm: Machine, args: Args, names: KeywordNames, name: 'min' | 'max'): PyObject {
  const given = args.length - names.length;
  const positional = args.slice(0, given) as PyObject[];
  const keyword = (wanted: string): PyObject | undefined => {
    const at = names.indexOf(wanted);
    return at < 0 ? undefined : args[given + at];
  };
  if (given === 0) vm.raise(TypeErrorType, `${name} expected at least 1 argument, got 0`);
  for (const wanted of names)
    if (wanted !== 'key' && wanted !== 'default')
      vm.raise(TypeErrorType, `'${wanted}' is an invalid keyword argument for ${name}()`);
  const missing = keyword('default');
  if (given > 1 && missing !== undefined)
    vm.raise(TypeErrorType, `Cannot specify a default for ${name}() with multiple positional arguments`);
  const key = keyword('key');
  const source = given > 1 ? makeTuple(vm, positional.map(own)) : own(positional[0] as PyObject);
  try {
    const best = search(vm, source, key === None ? undefined : key, name === 'min' ? '<' : '>');
    if (best !== null) return best;
  } finally {
    vm.heap.decref(source);
  }
  if (missing !== undefined) return own(missing);
  return vm.raise(ValueErrorType, `${name}() arg is an empty sequence`);
}

/** The first item whose key no other passes, a new reference, or null if there is none. */
function search(vm: Machine, source: PyObject, key: PyObject | undefined, op: '<' | '>'): PyObject | null {
  let best: PyObject | null = null;
  let bestKey: PyObject | null = null;
  try {
    each(vm, source, (item) => {
      const itemKey = key === undefined ? own(item) : vm.call(key, [item]);
      try {
        if (bestKey !== null) {
          if (!truthAndRelease(vm, vm.compare(itemKey, bestKey, op))) return true;
          vm.heap.decref(best as PyObject);
          vm.heap.decref(bestKey);
        }
        best = own(item);
        bestKey = own(itemKey);
      } finally {
        vm.heap.decref(itemKey);
      }
      return true;
    });
  } catch (error) {
    if (best !== null) vm.heap.decref(best);
    if (bestKey !== null) vm.heap.decref(bestKey);
    throw error;
  }
  if (bestKey !== null) vm.heap.decref(bestKey);
  return best;
}

export const NUMBERS = [
  builtinFunction('abs', 'x, /', abs),
  builtinFunction('round', 'number, ndigits=None', round),
  builtinFunction('divmod', 'x, y, /', divmodOf),
  builtinFunction('pow', 'base, exp, mod=None', pow),
  builtinFunction('sum', 'iterable, /, start=0', sum),
  builtinFunction('min', '*args, **kwargs', (vm, args, names) => extreme(vm, args, names, 'min')),
  builtinFunction('max', '*args, **kwargs', (vm, args, names) => extreme(vm, args, names, 'max')),
];
