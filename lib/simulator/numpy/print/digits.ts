/**
 * Decimal digits of floats as Dragon4 gives them (numpy/_core/src/multiarray/dragon4.c): the shortest digits that
 * read back as the same number of its own precision, cut where asked, rounded half to even.
 */

/** Digits `d0.d1d2…` with the exponent of d0: value = 0.d0d1… × 10^(exponent + 1). */
export interface Digits {
  readonly digits: string;
  readonly exponent: number;
}

/** Shortest digits of a positive finite number; `single` for float32. */
export function shortest(x: number, single: boolean): Digits {
  if (x === 0) return { digits: '0', exponent: 0 };
  let text = x.toExponential();
  if (single)
    for (let p = 0; p < 9; p++) {
      text = x.toExponential(p);
      if (Math.fround(Number(text)) === x) break;
    }
  const [mantissa, exponent] = text.split('e') as [string, string];
  return { digits: mantissa.replace('.', '').replace(/0+$/, '') || '0', exponent: Number(exponent) };
}

/** Round to `count` digits from the exact value; the shortest digits where they are not longer. */
function cut(x: number, d: Digits, count: number, exactly = false): Digits {
  if (d.digits.length <= count && !exactly) return d;
  if (count < 0) return { digits: '0', exponent: 0 };
  const exact = exactDigits(x);
  if (exact.length <= count) return d;
  // The shortest digits may have been rounded up to a power of ten.
  const exponent = exactly ? Number(x.toExponential(25).split('e')[1]) : d.exponent;
  // The last digit kept is rounded by the exact value, ties to even.
  const kept = exact.slice(0, count);
  const rest = exact.slice(count);
  const half = `5${'0'.repeat(Math.max(rest.length - 1, 0))}`;
  const up = rest > half || (rest === half && Number(kept.at(-1) ?? '0') % 2 === 1);
  if (!up) return count === 0 ? { digits: '0', exponent: 0 } : { digits: kept, exponent: exponent };
  const next = String(BigInt(kept === '' ? '0' : kept) + 1n);
  const carried = next.length > count;
  return {
    digits: carried ? next.slice(0, Math.max(count, 1)) : next,
    exponent: exponent + (carried ? 1 : 0),
  };
}

/** All decimal digits of a positive number, without zeros in front. */
function exactDigits(x: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const biased = Number(bits >> 52n);
  let mantissa = bits & 0xfffffffffffffn;
  if (biased !== 0) mantissa |= 0x10000000000000n;
  const power = (biased === 0 ? 1 : biased) - 1075;
  // m × 2^p = m × 5^-p / 10^-p for p < 0.
  return String(power >= 0 ? mantissa << BigInt(power) : mantissa * 5n ** BigInt(-power));
}

export interface FloatText {
  /** -1: as many digits as the number needs. */
  readonly precision: number;
  readonly minDigits: number;
  /** '.': no trailing zeros; 'k': keep them; '0': at least one digit after the point; '-': no point either. */
  readonly trim: '.' | 'k' | '0' | '-';
  readonly sign: boolean;
  readonly padLeft: number;
  readonly padRight: number;
  readonly expDigits: number;
  readonly single: boolean;
}

const lead = (x: number, o: FloatText): string => (x < 0 || Object.is(x, -0) ? '-' : o.sign ? '+' : '');

function trimmed(fraction: string, o: FloatText): string {
  let f = fraction.padEnd(o.minDigits, '0');
  if (o.trim === 'k') return `.${o.precision >= 0 ? f.padEnd(o.precision, '0') : f}`;
  f = f.replace(/0+$/, '').padEnd(o.minDigits, '0');
  if (o.trim === '0') return `.${f === '' ? '0' : f}`;
  return o.trim === '-' && f === '' ? '' : `.${f}`;
}

/** Positional notation: `12.5`. */
export function positional(x: number, o: FloatText): string {
  const abs = Math.abs(x);
  let d = shortest(abs, o.single);
  if (o.precision >= 0) d = cut(abs, d, d.exponent + 1 + o.precision);
  let whole: string;
  let fraction: string;
  if (d.digits === '0') {
    whole = '0';
    fraction = '';
  } else if (d.exponent < 0) {
    whole = '0';
    fraction = '0'.repeat(-d.exponent - 1) + d.digits;
  } else {
    whole = d.digits.slice(0, d.exponent + 1).padEnd(d.exponent + 1, '0');
    fraction = d.digits.slice(d.exponent + 1);
  }
  const left = (lead(x, o) + whole).padStart(o.padLeft);
  const right = trimmed(fraction, o);
  return left + (o.padRight > 0 ? right.padEnd(o.padRight + 1) : right);
}

/** Scientific notation: `1.25e+10`. */
export function scientific(x: number, o: FloatText): string {
  const abs = Math.abs(x);
  let d = shortest(abs, o.single);
  if (o.precision >= 0) d = cut(abs, d, o.precision + 1);
  // Digits asked for beyond the shortest ones are exact, not zeros.
  if (d.digits.length <= o.minDigits && abs !== 0) d = cut(abs, d, o.minDigits + 1, true);
  const e = Math.abs(d.exponent);
  const exponent = (d.exponent < 0 ? '-' : '+') + String(e).padStart(Math.max(o.expDigits, 2), '0');
  const left = (lead(x, o) + (d.digits[0] as string)).padStart(o.padLeft);
  return `${left}${trimmed(d.digits.slice(1), o)}e${exponent}`;
}

const SCALAR: FloatText = {
  precision: -1,
  minDigits: 0,
  trim: '0',
  sign: false,
  padLeft: 0,
  padRight: 0,
  expDigits: 2,
  single: false,
};

/** str of a NumPy float scalar (scalartypes.c.src, format_double). */
export function scalarText(x: number, single: boolean, trim: FloatText['trim'] = '0', sign = false): string {
  if (Number.isNaN(x)) return sign ? '+nan' : 'nan';
  if (!Number.isFinite(x)) return x < 0 ? '-inf' : sign ? '+inf' : 'inf';
  const abs = Math.abs(x);
  const options = { ...SCALAR, trim, single, sign };
  if (abs === 0 || (abs >= 1e-4 && abs < (single ? 1e6 : 1e16))) return positional(x, options);
  return scientific(x, { ...options, trim: '-' });
}

/** str of a complex scalar; `brackets` as Python and NumPy write them around two parts. */
export function complexText(re: number, im: number, single: boolean): string {
  const imaginary = scalarText(im, single, '-', true);
  if (re === 0 && !Object.is(re, -0)) return `${scalarText(im, single, '-')}j`;
  return `(${scalarText(re, single, '-')}${imaginary}j)`;
}
