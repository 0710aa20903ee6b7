/** Text to numbers as `int(text, base)` and `float(text)` read it (Objects/longobject.c, Python/pystrtod.c). */

/** Decimal digits of other scripts as ASCII digits, white space of Unicode cut off both ends. */
export function plain(text: string): string {
  let out = text;
  if (/[^\0-\x7f]/.test(out)) out = out.replace(/\p{Nd}/gu, (char) => String(digitValue(char)));
  return out.slice(...bareRange(out));
}

/** str.isspace() and bytes between words: also the separators of ASCII. */
export const WHITE = '\\t-\\r\\x1c-\\x1f \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const RARE_WHITE = new RegExp(`[${WHITE}]`);

/** Whether a UTF-16 unit is white space; all of that is in the basic plane. */
export const isWhite = (unit: number): boolean =>
  unit === 32 ||
  (unit >= 9 && unit <= 13) ||
  (unit > 27 && (unit < 32 || unit > 126) && RARE_WHITE.test(String.fromCharCode(unit)));

/** From the first to behind the last character that is no white space, where these ends are to be cut off. */
export function bareRange(text: string, left = true, right = true): [from: number, to: number] {
  let [from, to] = [0, text.length];
  if (left) while (from < to && isWhite(text.charCodeAt(from))) from++;
  if (right) while (to > from && isWhite(text.charCodeAt(to - 1))) to--;
  return [from, to];
}

/** Value of a decimal digit of any script: they stand in rows of ten. */
export function digitValue(char: string): number {
  let code = char.codePointAt(0) as number;
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(--code))) value++;
  return value % 10;
}

const PREFIX: ReadonlyMap<number, RegExp> = new Map([
  [16, /^0[xX]_?/],
  [8, /^0[oO]_?/],
  [2, /^0[bB]_?/],
]);
const BASE_OF: ReadonlyMap<string, number> = new Map([
  ['x', 16],
  ['o', 8],
  ['b', 2],
]);

/** The int in a text, or null where it is none. `base` 0 reads a prefix, as source code does. */
export function parseInteger(text: string, base: number): bigint | null {
  const match = /^([+-]?)([0-9a-zA-Z_]+)$/.exec(plain(text));
  if (!match) return null;
  let digits = match[2] as string;
  let radix = base;
  if (radix === 0) {
    radix = (digits[0] === '0' && BASE_OF.get((digits[1] ?? '').toLowerCase())) || 10;
    if (radix === 10 && /^0[0-9_]*[1-9]/.test(digits)) return null;
  }
  digits = digits.replace(PREFIX.get(radix) ?? /^$/, '');
  if (!/^[0-9a-zA-Z]+(_[0-9a-zA-Z]+)*$/.test(digits)) return null;
  digits = digits.replaceAll('_', '').toLowerCase();
  for (const char of digits) if (Number.parseInt(char, 36) >= radix) return null;
  return readDigits(digits, radix, match[1] === '-');
}

function readDigits(digits: string, radix: number, negative: boolean): bigint {
  let value: bigint;
  if (radix === 10) value = BigInt(digits);
  else if (radix === 16) value = BigInt(`0x${digits}`);
  else {
    value = 0n;
    const step = BigInt(radix);
    for (const char of digits) value = value * step + BigInt(Number.parseInt(char, 36));
  }
  return negative ? -value : value;
}

/** How many digits `int()` counts against its limit, for bases that are not powers of two. */
export const countDigits = (text: string): number => text.replace(/[^0-9a-zA-Z]/g, '').length;

const FLOAT = /^[+-]?(\d+(_\d+)*\.?(\d+(_\d+)*)?|\.\d+(_\d+)*)([eE][+-]?\d+(_\d+)*)?$/;
const SPECIAL = /^([+-]?)(inf|infinity|nan)$/i;

/** The float in a text, or null where it is none. */
export function parseFloatText(text: string): number | null {
  const clean = plain(text);
  const special = SPECIAL.exec(clean);
  if (special) {
    if ((special[2] as string).toLowerCase() === 'nan') return Number.NaN;
    return special[1] === '-' ? -Infinity : Infinity;
  }
  return FLOAT.test(clean) ? Number(clean.replaceAll('_', '')) : null;
}
