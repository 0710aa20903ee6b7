/** Sums with care for the last digit: fsum, hypot and dist (Modules/mathmodule.c). */
import type { Machine } from '../../../memory/object';
import { OverflowErrorType, ValueErrorType } from '../../types/exceptions';
import { frexp, ldexp } from './bits';

/** math.fsum: the exact sum, rounded once (Shewchuk's partial sums). */
export class ExactSum {
  private partials: number[] = [];
  private special = 0;
  private infinite = 0;

  constructor(private readonly vm: Machine) {}

  add(given: number): void {
    let x = given;
    const kept: number[] = [];
    for (let y of this.partials) {
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const hi = x + y;
      const lo = y - (hi - x);
      if (lo !== 0) kept.push(lo);
      x = hi;
    }
    if (x !== 0) {
      if (Number.isFinite(x)) kept.push(x);
      else {
        if (Number.isFinite(given)) this.vm.raise(OverflowErrorType, 'intermediate overflow in fsum');
        if (!Number.isNaN(given)) this.infinite += given;
        this.special += given;
        kept.length = 0;
      }
    }
    this.partials = kept;
  }

  total(): number {
    if (this.special !== 0) {
      if (Number.isNaN(this.infinite)) this.vm.raise(ValueErrorType, '-inf + inf in fsum');
      return this.special;
    }
    const p = this.partials;
    let n = p.length;
    if (n === 0) return 0;
    let hi = p[--n] as number;
    let lo = 0;
    while (n > 0) {
      const x = hi;
      const y = p[--n] as number;
      hi = x + y;
      lo = y - (hi - x);
      if (lo !== 0) break;
    }
    // Round half to even across more than two partials.
    const below = p[n - 1] as number;
    if (n > 0 && ((lo < 0 && below < 0) || (lo > 0 && below > 0))) {
      const y = lo * 2;
      const x = hi + y;
      if (y === x - hi) hi = x;
    }
    return hi;
  }
}

const SPLIT = 134217729;

/** The part of x * y that the rounded product leaves out (Dekker). */
function productRest(x: number, y: number, product: number): number {
  const tx = x * SPLIT;
  const xh = tx - (tx - x);
  const ty = y * SPLIT;
  const yh = ty - (ty - y);
  const xl = x - xh;
  const yl = y - yh;
  return xl * yl - (product - xh * yh - xl * yh - xh * yl);
}

/** vector_norm: the length of a vector of absolute values. */
export function vectorNorm(vec: readonly number[]): number {
  let max = 0;
  for (const x of vec) if (x > max) max = x;
  if (max === Infinity) return max;
  if (vec.some(Number.isNaN)) return Number.NaN;
  if (max === 0 || vec.length <= 1) return max;
  const e = frexp(max)[1];
  // Where 1 / scale would overflow, lengths are taken in units of the smallest float.
  if (e < -1023) return 2 ** -1022 * vectorNorm(vec.map((x) => x / 2 ** -1022));
  const scale = ldexp(1, -e);
  let sum = 1;
  let frac1 = 0;
  let frac2 = 0;
  const add = (a: number, b: number): void => {
    const product = a * b;
    const next = sum + product;
    frac1 += productRest(a, b, product);
    frac2 += product - (next - sum);
    sum = next;
  };
  for (const given of vec) add(given * scale, given * scale);
  let h = Math.sqrt(sum - 1 + (frac1 + frac2));
  add(-h, h);
  h += (sum - 1 + (frac1 + frac2)) / (2 * h);
  return h / scale;
}
