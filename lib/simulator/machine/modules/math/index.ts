/** math (Modules/mathmodule.c). */
import { bool, float, int, PyFloat, PyInt } from '../../../memory/atoms';
import type { Machine, PyObject } from '../../../memory/object';
import { callSpecial } from '../../attributes';
import { builtinFunction, type PyBuiltin } from '../../builtin';
import { collectTuple, each, makeTuple, own, toFloat, typeName } from '../../types/convert';
import { OverflowErrorType, TypeErrorType, ValueErrorType } from '../../types/exceptions';
import { bitLength } from '../../types/int-arithmetic';
import { module } from '../../types/module';
import { power } from '../../types/real-functions';
import { complete } from '../holding';
import { registerModule } from '../index';
import { frexp, ldexp, nextAfter } from './bits';
import { integerFunctions } from './integers';
import * as real from './real';
import { ExactSum, vectorNorm } from './sums';

const domain = (vm: Machine): never => vm.raise(ValueErrorType, 'math domain error');
const range = (vm: Machine): never => vm.raise(OverflowErrorType, 'math range error');

/** math_1: an error where a value without error would be NaN or infinite. */
function checked(vm: Machine, x: number, result: number, overflows: boolean): PyObject {
  if (Number.isNaN(result) && !Number.isNaN(x)) domain(vm);
  if (!Number.isFinite(result) && Number.isFinite(x)) return overflows ? range(vm) : domain(vm);
  return float(result);
}

type Real = (vm: Machine, x: number) => number;

const OVERFLOWING = new Set(['cosh', 'exp', 'exp2', 'expm1', 'sinh', 'gamma', 'lgamma']);

function functionOf(name: string, code: Real): PyBuiltin {
  const overflows = OVERFLOWING.has(name);
  return builtinFunction(
    name,
    'x, /',
    (vm, [arg]) => {
      const x = toFloat(vm, arg as PyObject);
      const result = code(vm, x);
      if (x <= 0 && Number.isInteger(x) && (name === 'gamma' || name === 'lgamma')) return domain(vm);
      return checked(vm, x, result, overflows);
    },
    'math',
  );
}

const { atan2, log, log2, log10, ...ofOne } = real;

/** loghelper: logarithms of ints of any size. */
function logarithm(vm: Machine, arg: PyObject, code: Real): number {
  if (!(arg instanceof PyInt))
    return (checked(vm, toFloat(vm, arg), code(vm, toFloat(vm, arg)), false) as PyFloat).value;
  const { value } = arg;
  if (value <= 0) domain(vm);
  const x = Number(value);
  if (Number.isFinite(x)) return code(vm, x);
  const bits = bitLength(value);
  // _PyLong_Frexp rounds the top bits half to even, as the conversion of a scaled int does.
  const top = BigInt(value) >> BigInt(bits - 64);
  const sticky = BigInt(value) & ((1n << BigInt(bits - 64)) - 1n) ? 1n : 0n;
  const [m, e] = frexp(Number(top | sticky));
  return code(vm, m) + code(vm, 2) * (e + bits - 64);
}

function positionalPair(
  name: string,
  code: (vm: Machine, x: number, y: number) => number | PyObject,
): PyBuiltin {
  return builtinFunction(
    name,
    'x, y, /',
    (vm, [a, b]) => {
      const result = code(vm, toFloat(vm, a as PyObject), toFloat(vm, b as PyObject));
      return typeof result === 'number' ? float(result) : result;
    },
    'math',
  );
}

/** math_pow: errors where pow gives NaN or infinity for finite arguments. */
function pow(vm: Machine, x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const odd = Math.abs(y) % 2 === 1;
  if (!Number.isFinite(x)) {
    if (y > 0) return odd ? x : Infinity;
    return odd ? Math.sign(x) * 0 : 0;
  }
  if (!Number.isFinite(y)) return Math.abs(x) === 1 ? 1 : y > 0 === Math.abs(x) > 1 ? Infinity : 0;
  if (x === 0) return y < 0 ? domain(vm) : odd ? x : 0;
  if (x < 0 && !Number.isInteger(y)) return domain(vm);
  const result = power(vm, x, y);
  return Number.isFinite(result) ? result : range(vm);
}

/** m_remainder: x - n·y for the whole n nearest to x / y, even n in the middle; exact. */
function remainder(vm: Machine, x: number, y: number): number {
  if (Number.isNaN(x)) return x;
  if (Number.isNaN(y)) return y;
  if (!Number.isFinite(x) || y === 0) return domain(vm);
  if (!Number.isFinite(y)) return x;
  const absX = Math.abs(x);
  const absY = Math.abs(y);
  const m = absX % absY;
  const c = absY - m;
  const r = m < c ? m : m > c ? -c : m - 2 * ((0.5 * (absX - m)) % absY);
  return x < 0 || Object.is(x, -0) ? -r : r;
}

/** ceil, floor, trunc: the special method, else of the float. */
function whole(name: 'ceil' | 'floor' | 'trunc'): PyBuiltin {
  return builtinFunction(
    name,
    'x, /',
    (vm, [arg]) => {
      const x = arg as PyObject;
      if (x instanceof PyInt) return int(x.value);
      if (!(x instanceof PyFloat)) {
        const made = callSpecial(vm, x, `__${name}__`, []);
        if (made !== null) return made;
        if (name === 'trunc')
          return vm.raise(TypeErrorType, `type ${typeName(x)} doesn't define __trunc__ method`);
      }
      const value = toFloat(vm, x);
      if (Number.isNaN(value)) vm.raise(ValueErrorType, 'cannot convert float NaN to integer');
      if (!Number.isFinite(value)) vm.raise(OverflowErrorType, 'cannot convert float infinity to integer');
      const result = Math[name](value);
      return int(Number.isSafeInteger(result) ? result + 0 : BigInt(result));
    },
    'math',
  );
}

const test = (name: string, holds: (x: number) => boolean): PyBuiltin =>
  builtinFunction(name, 'x, /', (vm, [x]) => bool(holds(toFloat(vm, x as PyObject))), 'math');

const floats = (vm: Machine, items: readonly (PyObject | undefined)[]): number[] =>
  items.map((item) => toFloat(vm, item as PyObject));

function isClose(vm: Machine, args: readonly (PyObject | undefined)[]): PyObject {
  const [a, b] = floats(vm, args.slice(0, 2)) as [number, number];
  const relative = args[2] === undefined ? 1e-9 : toFloat(vm, args[2]);
  const absolute = args[3] === undefined ? 0 : toFloat(vm, args[3]);
  if (relative < 0 || absolute < 0) vm.raise(ValueErrorType, 'tolerances must be non-negative');
  if (a === b) return bool(true);
  if (Math.abs(a) === Infinity || Math.abs(b) === Infinity) return bool(false);
  const apart = Math.abs(b - a);
  return bool(apart <= Math.abs(relative * b) || apart <= Math.abs(relative * a) || apart <= absolute);
}

/** math.prod: CPython keeps ints and floats apart in C, with the results of the operator. */
function prod(vm: Machine, [iterable, start]: readonly (PyObject | undefined)[]): PyObject {
  let result = start === undefined ? int(1) : own(start);
  each(vm, iterable as PyObject, (item) => {
    const next = vm.binary(result, item, '*');
    vm.heap.decref(result);
    result = next;
    return true;
  });
  return result;
}

function dist(vm: Machine, [p, q]: readonly (PyObject | undefined)[]): PyObject {
  const from = collectTuple(vm, p as PyObject);
  const to = collectTuple(vm, q as PyObject);
  try {
    if (from.items.length !== to.items.length)
      vm.raise(ValueErrorType, 'both points must have the same number of dimensions');
    const apart = from.items.map((item, i) =>
      Math.abs(toFloat(vm, item) - toFloat(vm, to.items[i] as PyObject)),
    );
    return float(vectorNorm(apart));
  } finally {
    vm.heap.decref(from);
    vm.heap.decref(to);
  }
}

function ldexpOf(vm: Machine, [x, i]: readonly (PyObject | undefined)[]): PyObject {
  const value = toFloat(vm, x as PyObject);
  if (!(i instanceof PyInt)) return vm.raise(TypeErrorType, 'Expected an int as second argument to ldexp.');
  const result = ldexp(value, Math.max(-1e6, Math.min(1e6, Number(i.value))));
  if (!Number.isFinite(result) && Number.isFinite(value)) range(vm);
  return float(result);
}

function fsum(vm: Machine, [iterable]: readonly (PyObject | undefined)[]): PyObject {
  const sum = new ExactSum(vm);
  each(vm, iterable as PyObject, (item) => {
    sum.add(toFloat(vm, item));
    return true;
  });
  return float(sum.total());
}

function logOf(vm: Machine, args: readonly (PyObject | undefined)[], names: readonly string[]): PyObject {
  if (names.length > 0) vm.raise(TypeErrorType, 'log() takes no keyword arguments');
  if (args.length < 1 || args.length > 2) vm.raise(TypeErrorType, 'math.log requires 1 to 2 arguments');
  const top = logarithm(vm, args[0] as PyObject, log);
  if (args[1] === undefined) return float(top);
  return vm.binary(float(top), float(logarithm(vm, args[1], log)), '/');
}

const members = (): readonly PyBuiltin[] => [
  ...Object.entries(ofOne).map(([name, code]) => functionOf(name, code)),
  functionOf('sqrt', (_vm, x) => Math.sqrt(x)),
  functionOf('fabs', (_vm, x) => Math.abs(x)),
  functionOf('degrees', (_vm, x) => x * (180 / Math.PI)),
  functionOf('radians', (_vm, x) => x * (Math.PI / 180)),
  builtinFunction(
    'ulp',
    'x, /',
    (vm, [x]) => {
      const value = Math.abs(toFloat(vm, x as PyObject));
      if (!Number.isFinite(value)) return float(value);
      const above = nextAfter(value, Infinity);
      return float(above === Infinity ? value - nextAfter(value, 0) : above - value);
    },
    'math',
  ),
  builtinFunction('log', '*args, **kwargs', logOf, 'math'),
  builtinFunction('log2', 'x, /', (vm, [x]) => float(logarithm(vm, x as PyObject, log2)), 'math'),
  builtinFunction('log10', 'x, /', (vm, [x]) => float(logarithm(vm, x as PyObject, log10)), 'math'),
  positionalPair('atan2', atan2),
  positionalPair('copysign', (_vm, x, y) => (y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x))),
  positionalPair('fmod', (vm, x, y) => {
    if (Number.isFinite(x) && Math.abs(y) === Infinity) return x;
    const result = x % y;
    return Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y) ? domain(vm) : result;
  }),
  positionalPair('nextafter', (_vm, x, y) => nextAfter(x, y)),
  positionalPair('pow', pow),
  positionalPair('remainder', remainder),
  whole('ceil'),
  whole('floor'),
  whole('trunc'),
  test('isfinite', Number.isFinite),
  test('isinf', (x) => Math.abs(x) === Infinity),
  test('isnan', Number.isNaN),
  builtinFunction('isclose', 'a, b, *, rel_tol=1e-09, abs_tol=0.0', isClose, 'math'),
  builtinFunction(
    'frexp',
    'x, /',
    (vm, [x]) => {
      const [m, e] = frexp(toFloat(vm, x as PyObject));
      return makeTuple(vm, [float(m), int(e)]);
    },
    'math',
  ),
  builtinFunction('ldexp', 'x, i, /', ldexpOf, 'math'),
  builtinFunction(
    'modf',
    'x, /',
    (vm, [arg]) => {
      const x = toFloat(vm, arg as PyObject);
      const part = Math.trunc(x);
      const rest = Math.abs(x) === Infinity || x === part ? (x < 0 || Object.is(x, -0) ? -0 : 0) : x - part;
      return makeTuple(vm, [float(Number.isNaN(x) ? x : rest), float(part)]);
    },
    'math',
  ),
  builtinFunction(
    'hypot',
    '*coordinates',
    (vm, args) => float(vectorNorm(floats(vm, args).map(Math.abs))),
    'math',
  ),
  builtinFunction('dist', 'p, q, /', dist, 'math'),
  builtinFunction('fsum', 'seq, /', fsum, 'math'),
  builtinFunction('prod', 'iterable, /, *, start=1', prod, 'math'),
  ...integerFunctions,
];

const constants = { pi: Math.PI, e: Math.E, tau: 2 * Math.PI, inf: Infinity, nan: Number.NaN };

registerModule('math', () =>
  module(
    'math',
    members(),
    Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, float(value)])),
    complete,
  ),
);
