/** Sums of floats, added in NumPy's order (numpy/_core/src/umath/loops_utils.h.src, @TYPE@_pairwise_sum). */

/** Sum of `n` values from `start` on; `round` is the identity, or Math.fround for float32. */
export function pairwiseSum(
  x: readonly number[] | Float64Array,
  start: number,
  n: number,
  round: (v: number) => number,
): number {
  if (n < 8) {
    let sum = -0;
    for (let i = 0; i < n; i++) sum = round(sum + (x[start + i] as number));
    return sum;
  }
  if (n <= 128) {
    const r = x.slice(start, start + 8);
    let i = 8;
    for (; i < n - (n % 8); i += 8)
      for (let k = 0; k < 8; k++) r[k] = round((r[k] as number) + (x[start + i + k] as number));
    const [a, b, c, d, e, f, g, h] = r as [number, number, number, number, number, number, number, number];
    let sum = round(round(round(a + b) + round(c + d)) + round(round(e + f) + round(g + h)));
    for (; i < n; i++) sum = round(sum + (x[start + i] as number));
    return sum;
  }
  let half = Math.floor(n / 2);
  half -= half % 8;
  return round(pairwiseSum(x, start, half, round) + pairwiseSum(x, start + half, n - half, round));
}

/** Whether the sum is the same in any order of addition: all parts are multiples of a unit small enough. */
export function exactInAnyOrder(values: readonly number[] | Float64Array, single: boolean): boolean {
  let total = 0;
  for (const v of values) total += Math.abs(v);
  if (!Number.isFinite(total)) return false;
  // Every partial sum is a multiple of the unit, and below 2**53 (2**24) units.
  const unit = total / (single ? 8388608 : 4503599627370496);
  const power = 2 ** Math.ceil(Math.log2(unit || 1));
  return values.every((v) => Number.isInteger(v / power));
}
