import type { Constant, Expression, JoinedStr } from './ast';
import { FormatStringReader } from './fstring';
import type { ParserBase } from './parse-base';
import { decodeBytes, decodeString, StringProblem } from './string-escapes';
import { STRING } from './token';

/** Where one string token stands, and its text with prefix and quotes. */
export interface StringToken {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The prefix and body of a string token. */
interface Literal {
  readonly raw: boolean;
  readonly bytes: boolean;
  readonly format: boolean;
  /** Where the body starts and ends in the token's text. */
  readonly start: number;
  readonly end: number;
}

function literalOf(text: string): Literal {
  let start = 0;
  let raw = false;
  let bytes = false;
  let format = false;
  for (;;) {
    const code = text.charCodeAt(start) | 32;
    if (code === 114) raw = true;
    else if (code === 98) bytes = true;
    else if (code === 102) format = true;
    else if (code !== 117) break;
    start++;
  }
  const quote = text.charCodeAt(start);
  const triple =
    text.length >= start + 6 && text.charCodeAt(start + 1) === quote && text.charCodeAt(start + 2) === quote;
  const size = triple ? 3 : 1;
  return { raw, bytes, format, start: start + size, end: text.length - size };
}

/** `strings`: the adjacent string tokens from the current one on, as one expression. */
export function parseStrings(parser: ParserBase): Expression {
  const { startLine: line, startColumn: column } = parser;
  const text = parser.source.slice(parser.start, parser.end);
  parser.next();
  const quote = text.charCodeAt(0);
  if (parser.kind !== STRING && (quote === 34 || quote === 39) && !text.includes('\\')) {
    const { lastEndLine: endLine, lastEndColumn: endColumn } = parser;
    const size = text.length > 5 && text.charCodeAt(1) === quote && text.charCodeAt(2) === quote ? 3 : 1;
    const value = text.slice(size, -size);
    return { kind: 'Constant', line, column, endLine, endColumn, value: { type: 'str', value } };
  }
  const { lastEndLine, lastEndColumn } = parser;
  const tokens: StringToken[] = [{ text, line, column, endLine: lastEndLine, endColumn: lastEndColumn }];
  while (parser.kind === STRING) {
    const { startLine, startColumn, endLine, endColumn } = parser;
    const next = parser.source.slice(parser.start, parser.end);
    tokens.push({ text: next, line: startLine, column: startColumn, endLine, endColumn });
    parser.next();
  }
  const { lastEndLine: endLine, lastEndColumn: endColumn } = parser;
  const place = { line, column, endLine, endColumn };
  return concatenate(tokens, place, (source, atLine, atColumn) => {
    const part = parser.within(source, atLine, atColumn);
    part.next();
    return part.starExpressions();
  });
}

/** Parses an expression of an f-string, given in brackets, that starts at the line and column. */
export type CompilePart = (source: string, line: number, column: number) => Expression;

type Place = Pick<Constant, 'line' | 'column' | 'endLine' | 'endColumn'>;

/**
 * The expression that adjacent string tokens make (string_parser.c). Throws `StringProblem` and
 * what `compile` throws.
 * @param watch is told the index of each token before it is read
 */
export function concatenate(
  tokens: readonly StringToken[],
  place: Place,
  compile: CompilePart,
  watch?: (index: number) => void,
): Expression {
  const reader = new FormatStringReader(place, compile);
  const chunks: Uint8Array[] = [];
  let bytes: boolean | null = null;
  let format = false;
  for (const [index, token] of tokens.entries()) {
    watch?.(index);
    const { text } = token;
    const literal = literalOf(text);
    if (bytes !== null && bytes !== literal.bytes) {
      throw new StringProblem('cannot mix bytes and nonbytes literals');
    }
    bytes = literal.bytes;
    if (literal.bytes) {
      chunks.push(decodeBytes(text.slice(literal.start, literal.end), literal.raw));
    } else if (literal.format) {
      format = true;
      reader.read(token, literal.start, literal.end, literal.raw);
    } else {
      const body = text.slice(literal.start, literal.end);
      reader.addText(literal.raw ? body : decodeString(body));
    }
  }
  if (bytes === true) {
    const value = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let offset = 0;
    for (const chunk of chunks) {
      value.set(chunk, offset);
      offset += chunk.length;
    }
    return { kind: 'Constant', ...place, value: { type: 'bytes', value } };
  }
  if (!format) return { kind: 'Constant', ...place, value: { type: 'str', value: reader.text } };
  const joined: JoinedStr = { kind: 'JoinedStr', ...place, values: reader.finish(place) };
  return joined;
}
