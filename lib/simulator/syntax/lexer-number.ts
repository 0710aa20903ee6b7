import { hexValue, isDigit, isNamePart } from './characters';
import type { LexerState } from './lexer-state';
import { NUMBER } from './token';

const LEADING_ZEROS =
  'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers';

/** Reads the number at `start`, a digit or a dot before one (tokenizer.c, `tok_get`, "Number"). */
export function readNumber(lexer: LexerState, start: number): void {
  const source = lexer.source;
  const first = source.charCodeAt(start);
  let pos = start + 1;
  let code = source.charCodeAt(pos);
  let leadingZeros = 0;
  if (first === 48) {
    const base = code | 32;
    if (base === 120) {
      readBased(lexer, start, 16, 'hexadecimal');
      return;
    }
    if (base === 111) {
      readBased(lexer, start, 8, 'octal');
      return;
    }
    if (base === 98) {
      readBased(lexer, start, 2, 'binary');
      return;
    }
    while (code === 48 || code === 95) {
      if (code === 95) {
        code = source.charCodeAt(++pos);
        if (!isDigit(code)) {
          failNumber(lexer, pos, 'decimal');
          return;
        }
        if (code !== 48) break;
      }
      code = source.charCodeAt(++pos);
    }
    if (isDigit(code)) {
      leadingZeros = pos;
      pos = readDigits(lexer, pos);
    }
  } else if (first !== 46) {
    pos = readDigits(lexer, start);
  } else {
    pos = start;
  }
  if (pos < 0) return;
  code = source.charCodeAt(pos);
  let whole = first !== 46;
  if (code === 46) {
    whole = false;
    if (isDigit(source.charCodeAt(++pos))) pos = readDigits(lexer, pos);
    if (pos < 0) return;
    code = source.charCodeAt(pos);
  }
  if ((code | 32) === 101) {
    const sign = source.charCodeAt(pos + 1);
    if (sign === 43 || sign === 45) {
      if (!isDigit(source.charCodeAt(pos + 2))) {
        failNumber(lexer, pos + 2, 'decimal');
        return;
      }
      pos = readDigits(lexer, pos + 2);
      whole = false;
    } else if (isDigit(sign)) {
      pos = readDigits(lexer, pos + 1);
      whole = false;
    } else if (leadingZeros === 0) {
      // Not an exponent: a name glued to the number, unless it is `else`.
      if (keywordFollows(source, pos)) lexer.setToken(NUMBER, start, pos);
      else failNumber(lexer, pos, 'decimal');
      return;
    } else {
      failNumber(lexer, pos, 'decimal');
      return;
    }
    if (pos < 0) return;
    code = source.charCodeAt(pos);
  }
  if ((code | 32) === 106) {
    finish(lexer, start, pos + 1, 'imaginary');
    return;
  }
  if (whole && leadingZeros > 0) {
    const endColumn = leadingZeros + 1 - lexer.lineStart;
    const column = start + 1 - lexer.lineStart;
    lexer.failAt({ code: 'raised', message: LEADING_ZEROS, line: lexer.line, column, endColumn });
    return;
  }
  finish(lexer, start, pos, 'decimal');
}

/** Digits with single underscores between. @returns the place after them, or -1 after an error */
function readDigits(lexer: LexerState, start: number): number {
  const source = lexer.source;
  let pos = start;
  for (;;) {
    while (isDigit(source.charCodeAt(pos))) pos++;
    if (source.charCodeAt(pos) !== 95) return pos;
    pos++;
    if (!isDigit(source.charCodeAt(pos))) {
      failNumber(lexer, pos, 'decimal');
      return -1;
    }
  }
}

function readBased(lexer: LexerState, start: number, base: number, name: string): void {
  const source = lexer.source;
  let pos = start + 2;
  do {
    if (source.charCodeAt(pos) === 95) pos++;
    const before = pos;
    while (isDigitOf(source.charCodeAt(pos), base)) pos++;
    if (pos === before || isDigit(source.charCodeAt(pos))) {
      if (!isDigit(source.charCodeAt(pos))) {
        failNumber(lexer, pos, name);
        return;
      }
      lexer.pos = pos + 1;
      lexer.fail(`invalid digit '${source[pos]}' in ${name} literal`);
      return;
    }
  } while (source.charCodeAt(pos) === 95);
  finish(lexer, start, pos, name);
}

function isDigitOf(code: number, base: number): boolean {
  const value = hexValue(code);
  return value >= 0 && value < base;
}

function finish(lexer: LexerState, start: number, end: number, name: string): void {
  const source = lexer.source;
  const code = source.charCodeAt(end);
  if (code < 128 && isNamePart(code) && !keywordFollows(source, end)) failNumber(lexer, end, name);
  else lexer.setToken(NUMBER, start, end);
}

/** Keywords may be glued to a number (`1if x else 2`): CPython only warns. */
const GLUED = ['and', 'else', 'for', 'or', 'not'];

function keywordFollows(source: string, pos: number): boolean {
  const code = source.charCodeAt(pos);
  if (code === 105) {
    const second = source.charCodeAt(pos + 1);
    return second === 102 || second === 110 || second === 115;
  }
  for (const word of GLUED) {
    if (source.startsWith(word, pos)) return !isNamePart(source.charCodeAt(pos + word.length));
  }
  return false;
}

/** `pos` is the character after the part that was read. */
function failNumber(lexer: LexerState, pos: number, name: string): void {
  lexer.pos = pos;
  lexer.fail(`invalid ${name} literal`);
}
