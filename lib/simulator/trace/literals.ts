/** Python's repr of numbers, text and bytes, for what a trace keeps as bytes (Objects/floatobject.c, unicodeobject.c). */

/** `repr(x)` of a float. Python and JavaScript find the same shortest digits and differ in the exponent. */
export function floatText(x: number): string {
  if (Number.isNaN(x)) return 'nan';
  if (!Number.isFinite(x)) return x < 0 ? '-inf' : 'inf';
  if (x === 0) return Object.is(x, -0) ? '-0.0' : '0.0';
  const [mantissa = '', power = '0'] = x.toExponential().split('e');
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 16) {
    const sign = exponent < 0 ? '-' : '+';
    return `${mantissa}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  const digits = mantissa.replace(/[-.]/g, '');
  const sign = x < 0 ? '-' : '';
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${sign}${whole}.${digits.slice(exponent + 1) || '0'}`;
}

/** `repr(z)` of a complex (complex_repr): no real part where that is +0.0. */
export function complexText(re: number, im: number): string {
  const part = (x: number): string => floatText(x).replace(/\.0$/, '');
  if (re === 0 && !Object.is(re, -0)) return `${part(im)}j`;
  const sign = part(im).startsWith('-') ? '' : '+';
  return `(${part(re)}${sign}${part(im)}j)`;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\\', '\\\\'],
]);

/** `repr(s)` of a str; characters that are not printable are escaped. */
export function stringText(s: string): string {
  const quote = s.includes("'") && !s.includes('"') ? '"' : "'";
  let text = '';
  for (const c of s) {
    const code = c.codePointAt(0) as number;
    if (c === quote) text += `\\${c}`;
    else if (ESCAPES.has(c)) text += ESCAPES.get(c);
    else if (code < 32 || code === 127) text += `\\x${code.toString(16).padStart(2, '0')}`;
    else if (code < 127 || !UNPRINTABLE.test(c)) text += c;
    else if (code < 256) text += `\\x${code.toString(16)}`;
    else if (code < 65536) text += `\\u${code.toString(16).padStart(4, '0')}`;
    else text += `\\U${code.toString(16).padStart(8, '0')}`;
  }
  return quote + text + quote;
}

/** Categories other, and separators but the space (_PyUnicode_IsPrintable). */
const UNPRINTABLE = /[\p{C}\p{Z}]/u;

/** `repr(b)` of bytes. */
export function bytesText(bytes: Uint8Array): string {
  let text = '';
  for (const b of bytes) {
    const c = String.fromCharCode(b);
    if (ESCAPES.has(c)) text += ESCAPES.get(c);
    else text += b < 32 || b > 126 ? `\\x${b.toString(16).padStart(2, '0')}` : c;
  }
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return `b${quote}${quote === "'" ? text.replaceAll("'", "\\'") : text}${quote}`;
}
