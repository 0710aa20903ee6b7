import type { LexerState } from './lexer-state';
import * as T from './token';

/** CPython's limit on nested brackets (MAXLEVEL). */
const MAX_LEVEL = 200;

/** Character code → kind of the operator of that one character. */
const SINGLE = new Uint8Array(128).fill(T.OTHER);
/** Character code → kind of the operator with `=` after it, or 0. */
const WITH_EQUAL = new Uint8Array(128);
/** Character code → kind of the operator of two (for the dot three) of it, and of that with `=`, or 0. */
const DOUBLED = new Uint8Array(128);
const DOUBLED_WITH_EQUAL = new Uint8Array(128);
for (const [index, text] of T.OPERATORS.entries()) {
  const kind = T.LPAR + index;
  const code = text.charCodeAt(0);
  if (text.length === 1) SINGLE[code] = kind;
  else if (text.length === 2 && text.endsWith('=')) WITH_EQUAL[code] = kind;
  else if (text.length === 3 && text.endsWith('=')) DOUBLED_WITH_EQUAL[code] = kind;
  else if (text.charCodeAt(1) === code) DOUBLED[code] = kind;
}

/** Reads the operator at `pos` and keeps account of brackets (tokenizer.c, end of `tok_get`). */
export function readOperator(lexer: LexerState, pos: number, code: number): void {
  const { source } = lexer;
  const second = source.charCodeAt(pos + 1);
  let kind = SINGLE[code] as number;
  let size = 1;
  if (second === 61) {
    const assigning = WITH_EQUAL[code] as number;
    if (assigning !== 0) {
      kind = assigning;
      size = 2;
    }
  } else if (second === code) {
    const doubled = DOUBLED[code] as number;
    if (code === 46) {
      if (source.charCodeAt(pos + 2) === 46) {
        kind = doubled;
        size = 3;
      }
    } else if (doubled !== 0) {
      const assigning = source.charCodeAt(pos + 2) === 61;
      kind = assigning ? (DOUBLED_WITH_EQUAL[code] as number) : doubled;
      size = assigning ? 3 : 2;
    }
  } else if (second === 62 && (code === 45 || code === 60)) {
    // `<>` is a token too, which no rule takes.
    kind = code === 45 ? T.RARROW : T.OTHER;
    size = 2;
  }
  if (size === 1) {
    if (code === 40 || code === 91 || code === 123) {
      if (!open(lexer, pos, code)) return;
    } else if (code === 41 || code === 93 || code === 125) {
      if (!close(lexer, pos, code)) return;
    } else if (code < 32 || code === 127) {
      lexer.pos = pos + 1;
      const hex = code.toString(16).toUpperCase().padStart(4, '0');
      lexer.fail(`invalid non-printable character U+${hex}`);
      return;
    }
  }
  lexer.setToken(kind, pos, pos + size);
}

function open(lexer: LexerState, pos: number, code: number): boolean {
  const level = lexer.level;
  if (level >= MAX_LEVEL) {
    lexer.pos = pos + 1;
    lexer.fail('too many nested parentheses');
    return false;
  }
  lexer.brackets[level] = code;
  lexer.bracketLines[level] = lexer.line;
  lexer.bracketColumns[level] = pos - lexer.lineStart;
  lexer.level = level + 1;
  return true;
}

function close(lexer: LexerState, pos: number, code: number): boolean {
  const closing = String.fromCharCode(code);
  if (lexer.level === 0) {
    lexer.pos = pos + 1;
    lexer.fail(`unmatched '${closing}'`);
    return false;
  }
  const level = lexer.level - 1;
  lexer.level = level;
  const opening = lexer.brackets[level] as number;
  // ( ) are neighbours in ASCII; [ ] and { } are two apart.
  if (code - opening !== (opening === 40 ? 1 : 2)) {
    lexer.pos = pos + 1;
    const line = lexer.bracketLines[level] as number;
    const where = line === lexer.line ? '' : ` on line ${line}`;
    const pair = `closing parenthesis '${closing}' does not match opening parenthesis`;
    lexer.fail(`${pair} '${String.fromCharCode(opening)}'${where}`);
    return false;
  }
  return true;
}
