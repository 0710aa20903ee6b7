/** Floats as mantissa, exponent and neighbours (libm's frexp, ldexp, nextafter). */

const view = new DataView(new ArrayBuffer(8));

/** x as m × 2^e with 0.5 <= |m| < 1; [x, 0] for zero, infinity and NaN. */
export function frexp(x: number): [number, number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  const scaled = Math.abs(x) < 2 ** -1022 ? x * 2 ** 54 : x;
  view.setFloat64(0, scaled);
  const high = view.getUint32(0);
  view.setUint32(0, (high & 0x800fffff) | 0x3fe00000);
  return [view.getFloat64(0), ((high >>> 20) & 0x7ff) - 1022 - (scaled === x ? 0 : 54)];
}

/** x × 2^e, rounded once. */
export function ldexp(x: number, e: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const [m, power] = frexp(x);
  const total = power + e;
  if (total > 1024) return x < 0 ? -Infinity : Infinity;
  if (total < -1100) return x < 0 ? -0 : 0;
  // A subnormal result is rounded by the last product alone.
  if (total < -1020) return m * 2 ** 60 * 2 ** -1000 * 2 ** (total - 60 + 1000);
  return m * 2 ** 53 * 2 ** (total - 53);
}

/** The float after x in the direction of y. */
export function nextAfter(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? 2 ** -1074 : -(2 ** -1074);
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  view.setBigInt64(0, x > 0 === y > x ? bits + 1n : bits - 1n);
  return view.getFloat64(0);
}
