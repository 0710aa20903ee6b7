/** gcd, lcm, isqrt, factorial, comb and perm: exact arithmetic of ints (Modules/mathmodule.c). */
import { int, None } from '../../../memory/atoms';
import type { Machine, PyObject } from '../../../memory/object';
import { builtinFunction, type PyBuiltin } from '../../builtin';
import { fits64, indexValue } from '../../types/convert';
import { OverflowErrorType, ValueErrorType } from '../../types/exceptions';
import { bitLength, type Int, normal } from '../../types/int-arithmetic';
import { chargeProduct } from '../../work';

const size = (a: bigint): bigint => (a < 0n ? -a : a);

function gcd(vm: Machine, a: bigint, b: bigint): bigint {
  let [x, y] = [size(a), size(b)];
  const bits = bitLength(normal(x)) + bitLength(normal(y));
  if (bits > 4096) vm.charge(0, (bits / 64) ** 2);
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

const lcm = (vm: Machine, a: bigint, b: bigint): bigint =>
  a === 0n || b === 0n ? 0n : size((a / gcd(vm, a, b)) * b);

/** floor(sqrt(n)) */
function squareRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let root = 1n << BigInt((bitLength(n) >> 1) + 1);
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** from × (from + 1) × … × to, by halves. */
function product(vm: Machine, from: bigint, to: bigint): bigint {
  if (to < from) return 1n;
  if (to - from < 8n) {
    let result = from;
    for (let i = from + 1n; i <= to; i++) result *= i;
    return result;
  }
  const middle = (from + to) >> 1n;
  const low = product(vm, from, middle);
  const high = product(vm, middle + 1n, to);
  chargeProduct(vm, bitLength(low), bitLength(high));
  return low * high;
}

const LARGEST = '9223372036854775807';

/** A count of factors that the machine can hold. */
function factors(vm: Machine, k: Int, message: string): bigint {
  if (!fits64(k)) vm.raise(OverflowErrorType, message);
  vm.charge(Number(k), Number(k));
  return BigInt(k);
}

function pair(vm: Machine, nObject: PyObject, kObject: PyObject): [Int, Int] {
  const n = indexValue(vm, nObject);
  const k = indexValue(vm, kObject);
  if (n < 0) vm.raise(ValueErrorType, 'n must be a non-negative integer');
  if (k < 0) vm.raise(ValueErrorType, 'k must be a non-negative integer');
  return [n, k];
}

function factorial(vm: Machine, n: Int): PyObject {
  if (n < 0) vm.raise(ValueErrorType, 'factorial() not defined for negative values');
  const count = factors(vm, n, `factorial() argument should not exceed ${LARGEST}`);
  return int(normal(product(vm, 1n, count)));
}

const fold = (name: string, start: bigint, step: (vm: Machine, a: bigint, b: bigint) => bigint): PyBuiltin =>
  builtinFunction(
    name,
    '*integers',
    (vm, args) => {
      let result = start;
      args.forEach((arg, i) => {
        const value = BigInt(indexValue(vm, arg as PyObject));
        result = i === 0 ? size(value) : step(vm, result, value);
      });
      return int(normal(result));
    },
    'math',
  );

export const integerFunctions: readonly PyBuiltin[] = [
  fold('gcd', 0n, gcd),
  fold('lcm', 1n, lcm),
  builtinFunction(
    'isqrt',
    'n, /',
    (vm, [n]) => {
      const value = indexValue(vm, n as PyObject);
      if (value < 0) vm.raise(ValueErrorType, 'isqrt() argument must be nonnegative');
      const bits = bitLength(value);
      if (bits > 4096) vm.charge(0, Math.log2(bits) * (bits / 256) ** 2);
      return int(normal(squareRoot(BigInt(value))));
    },
    'math',
  ),
  builtinFunction('factorial', 'n, /', (vm, [n]) => factorial(vm, indexValue(vm, n as PyObject)), 'math'),
  builtinFunction(
    'comb',
    'n, k, /',
    (vm, [nObject, kObject]) => {
      const [n, k] = pair(vm, nObject as PyObject, kObject as PyObject);
      if (k > n) return int(0);
      const rest = BigInt(n) - BigInt(k);
      const fewer = normal(rest < BigInt(k) ? rest : BigInt(k));
      const count = factors(vm, fewer, `min(n - k, k) must not exceed ${LARGEST}`);
      return int(normal(product(vm, BigInt(n) - count + 1n, BigInt(n)) / product(vm, 1n, count)));
    },
    'math',
  ),
  builtinFunction(
    'perm',
    'n, k=None, /',
    (vm, [nObject, kObject]) => {
      if (kObject === undefined || kObject === None)
        return factorial(vm, indexValue(vm, nObject as PyObject));
      const [n, k] = pair(vm, nObject as PyObject, kObject);
      if (k > n) return int(0);
      const count = factors(vm, k, `k must not exceed ${LARGEST}`);
      return int(normal(product(vm, BigInt(n) - count + 1n, BigInt(n))));
    },
    'math',
  ),
];
