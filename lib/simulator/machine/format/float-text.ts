/** Floats as text: `repr`, and the codes e, f, g, r of format strings (Python/pystrtod.c). */
import { type Digits, fixedDigits, shortestDigits, significantDigits } from './float-digits';

export interface FloatTextOptions {
  /** `#`: keep the point, and with g the zeros. */
  readonly alternate?: boolean;
  /** Write `.0` after a whole number (Py_DTSF_ADD_DOT_0). */
  readonly addDot?: boolean;
  /** `z`: -0.0 as 0.0. */
  readonly noNegativeZero?: boolean;
}

/** repr(float): the shortest text that reads back as the same number. */
export function floatRepr(x: number): string {
  if (Number.isInteger(x) && x < 1e16 && x > -1e16) return Object.is(x, -0) ? '-0.0' : `${x}.0`;
  return floatText(x, 'r', 0, { addDot: true });
}

/** The digits of a number, and where the point stands, for a code. Zero has the digit 0 before its point. */
function digitsFor(x: number, code: string, precision: number): Digits {
  if (code === 'f') return fixedDigits(x, precision);
  if (x === 0) return { digits: '0'.padEnd(code === 'e' ? precision + 1 : 1, '0'), point: 1 };
  if (code === 'r') return shortestDigits(x);
  return significantDigits(x, code === 'e' ? precision + 1 : precision);
}

/**
 * PyOS_double_to_string with the sign in front: code 'e', 'f', 'g' or 'r' (precision of 'r' is ignored).
 */
export function floatText(
  x: number,
  code: string,
  precision: number,
  options: FloatTextOptions = {},
): string {
  if (Number.isNaN(x)) return 'nan';
  if (!Number.isFinite(x)) return x < 0 ? '-inf' : 'inf';
  if (code === 'g' && precision === 0) precision = 1;
  let { digits, point } = digitsFor(Math.abs(x), code, precision);
  let exponential = code === 'e';
  if (code === 'g' || code === 'r') {
    if (code === 'g' && options.alternate) digits = digits.padEnd(precision, '0');
    else digits = digits.replace(/0+$/, '') || '0';
    const most = code === 'r' ? 16 : precision - (options.addDot ? 1 : 0);
    exponential = point <= -4 || point > most;
  }
  let exponent = 0;
  if (exponential) {
    exponent = point - 1;
    point = 1;
  }
  let text = pointed(digits, point);
  if (!text.includes('.')) {
    if (options.addDot && !exponential) text += '.0';
    else if (options.alternate) text += '.';
  }
  if (exponential) {
    const size = String(Math.abs(exponent)).padStart(2, '0');
    text += `e${exponent < 0 ? '-' : '+'}${size}`;
  }
  const negative = x < 0 || Object.is(x, -0);
  if (negative && options.noNegativeZero && /^[0.]*(e|$)/.test(text)) return text;
  return negative ? `-${text}` : text;
}

/** Set the point into a row of digits. */
function pointed(digits: string, point: number): string {
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  if (digits.length <= point) return digits.padEnd(point, '0');
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** repr(complex) (complex_repr). */
export function complexRepr(real: number, imag: number): string {
  const part = (x: number): string => floatText(x, 'r', 0);
  if (real === 0 && !Object.is(real, -0)) return `${part(imag)}j`;
  const text = part(imag);
  return `(${part(real)}${text.startsWith('-') ? '' : '+'}${text}j)`;
}
