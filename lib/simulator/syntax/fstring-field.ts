import type { Expression } from './ast';
import { StringProblem } from './string-escapes';

/** One replacement field up to its format spec or closing brace. */
export interface FieldScan {
  readonly value: Expression;
  /** The source of the expression with its `=`, for `{x = }`; else ''. */
  readonly echo: string;
  readonly conversion: number;
  /** Where the colon or the closing brace should be. */
  readonly pos: number;
}

const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const MAX_LEVEL = 200;

/**
 * Reads the field that opens at `open` (string_parser.c, fstring_find_expr).
 * @param end of the f-string's body
 * @param compile parses the expression between two places
 */
export function readField(
  text: string,
  open: number,
  end: number,
  compile: (from: number, to: number) => Expression,
): FieldScan {
  const start = open + 1;
  const stop = expressionEnd(text, start, end);
  if (stop >= end) throw new StringProblem("f-string: expecting '}'");
  if (text.slice(start, stop).match(/[^ \t\n\f]/) === null) {
    const next = text[stop] as string;
    throw new StringProblem(
      next === '}'
        ? 'f-string: empty expression not allowed'
        : `f-string: expression required before '${next}'`,
    );
  }
  const value = compile(start, stop);
  let pos = stop;
  let echo = '';
  if (text[pos] === '=') {
    pos++;
    while (/[ \t\n\f\v\r]/.test(text[pos] as string)) pos++;
    if (pos >= end) throw new StringProblem("f-string: expecting '}'");
    echo = text.slice(start, pos);
  }
  let conversion = -1;
  if (text[pos] === '!') {
    if (++pos >= end) throw new StringProblem("f-string: expecting '}'");
    const letter = String.fromCodePoint(text.codePointAt(pos) as number);
    pos += letter.length;
    if (letter !== 's' && letter !== 'r' && letter !== 'a') {
      throw new StringProblem(`f-string: invalid conversion character: expected 's', 'r', or 'a'`);
    }
    conversion = letter.charCodeAt(0);
  }
  if (pos >= end) throw new StringProblem("f-string: expecting '}'");
  return { value, echo, conversion, pos };
}

/** Where the expression ends: at `!`, `:`, `=` or `}` outside brackets and strings, or at `end`. */
function expressionEnd(text: string, start: number, end: number): number {
  const stack: string[] = [];
  let quote = '';
  let triple = false;
  let pos = start;
  for (; pos < end; pos++) {
    const character = text[pos] as string;
    if (character === '\\') throw new StringProblem('f-string expression part cannot include a backslash');
    const tripled = pos + 2 < end && text[pos + 1] === character && text[pos + 2] === character;
    if (quote !== '') {
      if (character !== quote) continue;
      if (triple && !tripled) continue;
      if (triple) pos += 2;
      quote = '';
    } else if (character === "'" || character === '"') {
      quote = character;
      triple = tripled;
      if (triple) pos += 2;
    } else if (character === '[' || character === '{' || character === '(') {
      if (stack.length >= MAX_LEVEL) throw new StringProblem('f-string: too many nested parenthesis');
      stack.push(character);
    } else if (character === '#') {
      throw new StringProblem("f-string expression part cannot include '#'");
    } else if (stack.length === 0 && '!:}=<>'.includes(character)) {
      if (pos + 1 < end && text[pos + 1] === '=' && '!=<>'.includes(character)) pos++;
      else if (character !== '<' && character !== '>') break;
    } else if (character === ']' || character === '}' || character === ')') {
      const opening = stack.pop();
      if (opening === undefined) throw new StringProblem(`f-string: unmatched '${character}'`);
      if (opening !== OPENING[character]) {
        const pair = `closing parenthesis '${character}' does not match opening parenthesis '${opening}'`;
        throw new StringProblem(`f-string: ${pair}`);
      }
    }
  }
  if (quote !== '') throw new StringProblem('f-string: unterminated string');
  const opening = stack.pop();
  if (opening !== undefined) throw new StringProblem(`f-string: unmatched '${opening}'`);
  return pos;
}
