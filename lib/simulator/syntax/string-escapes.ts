import { hexValue } from './characters';

/**
 * What is wrong in a string literal, in CPython's words (Parser/string_parser.c). It is reported
 * at the last token that the parser has read, or at the string itself.
 */
export class StringProblem {
  constructor(
    readonly message: string,
    readonly atString = false,
  ) {}
}

/** Character code after a backslash → what both stand for, for the simple escapes. */
const SIMPLE: ReadonlyMap<number, string> = new Map([
  [10, ''],
  [34, '"'],
  [39, "'"],
  [92, '\\'],
  [97, '\x07'],
  [98, '\b'],
  [102, '\f'],
  [110, '\n'],
  [114, '\r'],
  [116, '\t'],
  [118, '\v'],
]);

function octalEnd(text: string, start: number): number {
  let end = start;
  while (end < start + 3 && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 55) end++;
  return end;
}

function hexEnd(text: string, start: number, digits: number): number {
  let end = start;
  while (end < start + digits && end < text.length && hexValue(text.charCodeAt(end)) >= 0) end++;
  return end;
}

/** The text of a `str` literal whose body is `text`. Throws `StringProblem`. */
export function decodeString(text: string): string {
  let pos = text.indexOf('\\');
  if (pos < 0) return text;
  let result = '';
  let from = 0;
  while (pos >= 0) {
    result += text.slice(from, pos);
    const code = text.charCodeAt(pos + 1);
    const simple = SIMPLE.get(code);
    if (simple !== undefined) {
      result += simple;
      from = pos + 2;
    } else if (code >= 48 && code <= 55) {
      from = octalEnd(text, pos + 1);
      result += String.fromCharCode(Number.parseInt(text.slice(pos + 1, from), 8));
    } else if (code === 120 || code === 117 || code === 85) {
      from = pos + 2 + (code === 120 ? 2 : code === 117 ? 4 : 8);
      result += String.fromCodePoint(codePoint(text, pos, from));
    } else if (code === 78) {
      throw namedCharacter(text, pos);
    } else {
      if (!(code >= 0)) throw unicodeProblem(text, pos, pos + 1, '\\ at end of string');
      // An unknown escape stands for itself; CPython warns.
      result += '\\';
      from = pos + 1;
    }
    pos = text.indexOf('\\', from);
  }
  return result + text.slice(from);
}

/** The code point of the `\x`, `\u` or `\U` escape at `pos`, whose digits should end at `end`. */
function codePoint(text: string, pos: number, end: number): number {
  const digitsEnd = hexEnd(text, pos + 2, end - pos - 2);
  const letter = text[pos + 1] as string;
  if (digitsEnd < end) {
    const digits = 'X'.repeat(end - pos - 2);
    throw unicodeProblem(text, pos, digitsEnd, `truncated \\${letter}${digits} escape`);
  }
  const value = Number.parseInt(text.slice(pos + 2, end), 16);
  if (value > 0x10ffff) throw unicodeProblem(text, pos, end, 'illegal Unicode character');
  return value;
}

/** Says that a program is refused, where CPython would find no error. */
export const NAMED_CHARACTER = 'Characters by name (\\N{…}) are not supported.';

/** `\N{…}` needs the table of character names, which is not here: a known limit, told as such. */
function namedCharacter(text: string, pos: number): StringProblem {
  const close = text.indexOf('}', pos);
  if (text.charCodeAt(pos + 2) !== 123 || close < 0) {
    const end = text.charCodeAt(pos + 2) !== 123 ? pos + 2 : text.length;
    return unicodeProblem(text, pos, end, 'malformed \\N character escape');
  }
  if (close === pos + 3) return unicodeProblem(text, pos, close, 'malformed \\N character escape');
  return new StringProblem(NAMED_CHARACTER);
}

/** A UnicodeDecodeError's words; CPython counts a non-ASCII character as the ten of its `\U` escape. */
function unicodeProblem(text: string, start: number, end: number, reason: string): StringProblem {
  const from = escapedLength(text.slice(0, start));
  const to = from + escapedLength(text.slice(start, end));
  const place =
    to - from === 1
      ? `byte 0x${text.charCodeAt(start).toString(16)} in position ${from}`
      : `bytes in position ${from}-${to - 1}`;
  return new StringProblem(`(unicode error) 'unicodeescape' codec can't decode ${place}: ${reason}`);
}

function escapedLength(text: string): number {
  let length = 0;
  for (const character of text) length += character.charCodeAt(0) < 128 ? 1 : 10;
  return length;
}

/** The bytes of a `bytes` literal whose body is `text`. Throws `StringProblem`. */
export function decodeBytes(text: string, raw: boolean): Uint8Array {
  const bytes: number[] = [];
  for (let pos = 0; pos < text.length; pos++) {
    const code = text.charCodeAt(pos);
    if (code >= 128) throw new StringProblem('bytes can only contain ASCII literal characters', true);
    bytes.push(code);
  }
  if (raw || !text.includes('\\')) return Uint8Array.from(bytes);
  bytes.length = 0;
  for (let pos = 0; pos < text.length; ) {
    if (text.charCodeAt(pos) !== 92) {
      bytes.push(text.charCodeAt(pos++));
      continue;
    }
    const code = text.charCodeAt(pos + 1);
    const simple = SIMPLE.get(code);
    if (simple !== undefined) {
      if (simple !== '') bytes.push(simple.charCodeAt(0));
      pos += 2;
    } else if (code >= 48 && code <= 55) {
      const end = octalEnd(text, pos + 1);
      bytes.push(Number.parseInt(text.slice(pos + 1, end), 8) & 255);
      pos = end;
    } else if (code === 120) {
      if (hexEnd(text, pos + 2, 2) < pos + 4) {
        throw new StringProblem(`(value error) invalid \\x escape at position ${pos}`);
      }
      bytes.push(Number.parseInt(text.slice(pos + 2, pos + 4), 16));
      pos += 4;
    } else {
      bytes.push(92);
      pos++;
    }
  }
  return Uint8Array.from(bytes);
}
