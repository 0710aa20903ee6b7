/** Arithmetic of complex numbers (Objects/complexobject.c). */
import { PyComplex } from '../../memory/atoms';
import type { Machine, PyObject } from '../../memory/object';
import { OverflowErrorType, ZeroDivisionErrorType } from './exceptions';

export type Pair = readonly [number, number];

export const product = ([a, b]: Pair, [c, d]: Pair): Pair => [a * c - b * d, a * d + b * c];

/** _Py_c_quot. Raises ZeroDivisionError. */
export function quotient(vm: Machine, [a, b]: Pair, [c, d]: Pair): Pair {
  const [realSize, imagSize] = [Math.abs(c), Math.abs(d)];
  if (realSize >= imagSize) {
    if (realSize === 0) return vm.raise(ZeroDivisionErrorType, 'complex division by zero');
    const ratio = d / c;
    const bottom = c + d * ratio;
    return [(a + b * ratio) / bottom, (b - a * ratio) / bottom];
  }
  if (imagSize >= realSize) {
    const ratio = c / d;
    const bottom = c * ratio + d;
    return [(a * ratio + b) / bottom, (b * ratio - a) / bottom];
  }
  return [Number.NaN, Number.NaN];
}

/** `a ** b` (complex_pow): whole exponents up to 100 by multiplication, others are refused. */
export function complexPower(
  vm: Machine,
  real: number,
  imag: number,
  exponent: number,
  exponentImag: number,
): PyObject {
  if (exponent === 0 && exponentImag === 0) return new PyComplex(1, 0);
  if (real === 0 && imag === 0) {
    if (exponentImag !== 0 || exponent < 0)
      vm.raise(ZeroDivisionErrorType, '0.0 to a negative or complex power');
    return new PyComplex(0, 0);
  }
  if (exponentImag !== 0 || !Number.isInteger(exponent) || Math.abs(exponent) > 100)
    return vm.refuse('complex power', 'A complex power needs digits that depend on the C library.');
  let result: Pair = [1, 0];
  let base: Pair = [real, imag];
  const n = Math.abs(exponent);
  for (let mask = 1; mask > 0 && n >= mask; mask <<= 1) {
    if (n & mask) result = product(result, base);
    base = product(base, base);
  }
  if (exponent < 0) result = quotient(vm, [1, 0], result);
  // Not where it is no number (_Py_ADJUST_ERANGE2).
  if (result.some((x) => Math.abs(x) === Number.POSITIVE_INFINITY))
    vm.raise(OverflowErrorType, 'complex exponentiation');
  return new PyComplex(...result);
}
