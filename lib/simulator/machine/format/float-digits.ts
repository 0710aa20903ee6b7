/**
 * Decimal digits of floats, exactly rounded, half to even (Python/dtoa.c). The host's `toFixed` rounds halves up
 * and `toPrecision` is not bound to any rule for them, so digits are taken from the exact value.
 */

/** Digits `d0d1d2…` without a point; value = 0.d0d1d2… × 10^point. */
export interface Digits {
  readonly digits: string;
  readonly point: number;
}

/** A positive float as mantissa × 2^power. */
export function decompose(x: number): { mantissa: bigint; power: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  return biased === 0
    ? { mantissa: fraction, power: -1074 }
    : { mantissa: fraction | 0x10000000000000n, power: biased - 1075 };
}

/** x × 10^scale rounded half to even, for x >= 0. */
export function scaled(x: number, scale: number): bigint {
  const { mantissa, power } = decompose(x);
  let top = mantissa;
  let bottom = 1n;
  if (scale >= 0) top *= 10n ** BigInt(scale);
  else bottom = 10n ** BigInt(-scale);
  if (power >= 0) top <<= BigInt(power);
  else bottom <<= BigInt(-power);
  const quotient = top / bottom;
  const twice = (top % bottom) * 2n;
  return twice > bottom || (twice === bottom && quotient % 2n === 1n) ? quotient + 1n : quotient;
}

/** Mode 0: the fewest digits that read back as x > 0. */
export function shortestDigits(x: number): Digits {
  const [mantissa, exponent] = x.toExponential().split('e') as [string, string];
  return { digits: mantissa.replace('.', ''), point: Number(exponent) + 1 };
}

/** Mode 2: `count` significant digits of x > 0, with their zeros. */
export function significantDigits(x: number, count: number): Digits {
  let exponent = Number((x.toExponential().split('e') as [string, string])[1]);
  let digits = String(scaled(x, count - 1 - exponent));
  if (digits.length > count) {
    exponent++;
    digits = digits.slice(0, count);
  }
  return { digits, point: exponent + 1 };
}

/** Mode 3: x >= 0 with `places` digits after the point. */
export function fixedDigits(x: number, places: number): Digits {
  const digits = String(scaled(x, places));
  return { digits: digits.padStart(places + 1, '0'), point: Math.max(digits.length, places + 1) - places };
}
