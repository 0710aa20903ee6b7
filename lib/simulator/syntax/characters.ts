/** Classes of the ASCII characters, as bits in `ASCII_CLASS`. */
export const NAME_START = 1;
export const NAME_PART = 2;
export const DIGIT = 4;

/** Character code below 128 → bits. */
export const ASCII_CLASS = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const letter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
  const digit = code >= 48 && code <= 57;
  ASCII_CLASS[code] = (letter ? NAME_START | NAME_PART : 0) | (digit ? NAME_PART | DIGIT : 0);
}

/** May stand in an identifier; CPython's tokenizer takes every non-ASCII character at first. */
export function isNamePart(code: number): boolean {
  return code >= 128 || ((ASCII_CLASS[code] ?? 0) & NAME_PART) !== 0;
}

/** `code` is NaN past the end of the text. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The value of a hexadecimal digit, or -1. */
export function hexValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

const IDENTIFIER_START = /^[_\p{XID_Start}]$/u;
const IDENTIFIER_PART = /^\p{XID_Continue}$/u;
const NOT_PRINTABLE = /^[\p{C}\p{Z}]$/u;

/** The index in code points of the first character that no identifier may hold there, or -1. */
export function firstNonIdentifier(text: string): number {
  let index = 0;
  for (const character of text) {
    if (!(index === 0 ? IDENTIFIER_START : IDENTIFIER_PART).test(character)) return index;
    index++;
  }
  return -1;
}

/** str.isprintable() of one character. */
export function isPrintable(character: string): boolean {
  return character === ' ' || !NOT_PRINTABLE.test(character);
}

/** The number of code points of `text`, a lone surrogate counting as one. */
export function codePointLength(text: string): number {
  let count = text.length;
  for (let i = 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0xdc00 && code <= 0xdfff && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800) {
      count--;
      i++;
    }
  }
  return count;
}

/** The number of bytes of `text` in UTF-8. */
export function byteLength(text: string): number {
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return count;
}
