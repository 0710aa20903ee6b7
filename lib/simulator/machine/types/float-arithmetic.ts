/** Arithmetic of floats where Python's rules differ from the host's (Objects/floatobject.c). */
import { float, int, str } from '../../memory/atoms';
import type { Machine, PyObject } from '../../memory/object';
import { complexPower } from './complex-arithmetic';
import { OverflowErrorType, ZeroDivisionErrorType } from './exceptions';
import { power } from './real-functions';

/** Quotient and remainder as floats, rounded to minus infinity. Raises ZeroDivisionError. */
export function floatDivmod(vm: Machine, a: number, b: number, message: string): [number, number] {
  if (b === 0) vm.raise(ZeroDivisionErrorType, message);
  let rest = a % b;
  let quotient = (a - rest) / b;
  if (rest !== 0) {
    if (b < 0 !== rest < 0) {
      rest += b;
      quotient -= 1;
    }
  } else rest = b < 0 ? -0 : 0;
  if (quotient === 0) return [a / b < 0 || Object.is(a / b, -0) ? -0 : 0, rest];
  let whole = Math.floor(quotient);
  if (quotient - whole > 0.5) whole += 1;
  return [whole, rest];
}

/** `a % b` */
export function floatRemainder(vm: Machine, a: number, b: number): number {
  if (b === 0) vm.raise(ZeroDivisionErrorType, 'float modulo');
  const rest = a % b;
  if (rest === 0) return b < 0 ? -0 : 0;
  return b < 0 !== rest < 0 ? rest + b : rest;
}

/** `a ** b`: a complex for a negative base and a broken exponent. */
export function floatPower(vm: Machine, a: number, b: number): PyObject {
  if (b === 0 || a === 1) return float(1);
  if (Number.isNaN(a) || Number.isNaN(b)) return float(Number.NaN);
  if (!Number.isFinite(b)) {
    const size = Math.abs(a);
    if (size === 1) return float(1);
    return float(b > 0 === size > 1 ? Infinity : 0);
  }
  if (!Number.isFinite(a)) {
    const odd = Math.abs(b) % 2 === 1;
    if (b > 0) return float(odd ? a : Infinity);
    return float(odd && a < 0 ? -0 : 0);
  }
  if (a === 0) {
    const odd = Math.abs(b) % 2 === 1;
    if (b < 0) return vm.raise(ZeroDivisionErrorType, '0.0 cannot be raised to a negative power');
    return float(odd ? a : 0);
  }
  if (a < 0 && !Number.isInteger(b)) return complexPower(vm, a, 0, b, 0);
  const result = power(vm, a, b);
  if (!Number.isFinite(result)) raiseRange(vm);
  return float(result);
}

/** OverflowError(34, 'Numerical result out of range') */
export function raiseRange(vm: Machine): never {
  return vm.raiseObject(vm.call(OverflowErrorType, [int(34), str('Numerical result out of range')]));
}
