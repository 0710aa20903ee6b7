import type { ConstantValue } from './ast';
import { isDigit } from './characters';

/** CPython converts no more decimal digits than these (sys.int_info.default_max_str_digits). */
export const MAX_DECIMAL_DIGITS = 4300;

/** The value of the number token `source[start:end]`; null for an int with too many digits. */
export function numberValue(source: string, start: number, end: number): ConstantValue | null {
  if (end - start < 16) {
    let value = 0;
    let pos = start;
    for (; pos < end; pos++) {
      const code = source.charCodeAt(pos);
      if (!isDigit(code)) break;
      value = value * 10 + code - 48;
    }
    if (pos === end) return { type: 'int', value };
  }
  const text = source.slice(start, end).replaceAll('_', '');
  const last = text.charCodeAt(text.length - 1) | 32;
  const based = text.length > 2 && text.charCodeAt(0) === 48 && (text.charCodeAt(1) | 32) >= 97;
  if (!based || !/^0[xXoObB]/.test(text)) {
    if (last === 106) return { type: 'complex', imag: Number(text.slice(0, -1)) };
    if (/[.eE]/.test(text)) return { type: 'float', value: Number(text) };
    if (text.length > MAX_DECIMAL_DIGITS) return null;
  }
  const big = BigInt(text);
  const small = Number(big);
  return { type: 'int', value: Number.isSafeInteger(small) ? small : big };
}
