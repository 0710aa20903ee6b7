import { byteLength, codePointLength } from '../characters';
import { PythonSyntaxError, type SyntaxErrorType } from '../error';
import { Lexer } from '../lexer';
import { MAX_DECIMAL_DIGITS, numberValue } from '../number-value';
import * as T from '../token';

/**
 * All tokens of a source up to the end or the lexer's error, and the errors that CPython words from
 * them (Parser/pegen_errors.c). An index is the place of a token in the list.
 */
export class TokenList {
  readonly kinds: number[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly lines: number[] = [];
  readonly columns: number[] = [];
  readonly endLines: number[] = [];
  readonly endColumns: number[] = [];
  /** How many brackets are open after each token. */
  readonly levels: number[] = [];
  private readonly lexer: Lexer;
  private readonly textLines: readonly string[];

  /**
   * @param line of the source's first line
   * @param column of its first character
   * @param prefix of every message of the parser: `f-string: ` within an f-string
   */
  constructor(
    readonly source: string,
    private readonly line = 1,
    private readonly column = 0,
    private readonly prefix = '',
  ) {
    this.textLines = source.split('\n');
    const lexer = new Lexer(source, line, column);
    this.lexer = lexer;
    do {
      lexer.next();
      this.kinds.push(lexer.kind);
      this.starts.push(lexer.start);
      this.ends.push(lexer.end);
      this.lines.push(lexer.startLine);
      this.columns.push(lexer.startColumn);
      this.endLines.push(lexer.endLine);
      this.endColumns.push(lexer.endColumn);
      this.levels.push(lexer.level);
    } while (lexer.kind !== T.ENDMARKER && lexer.kind !== T.ERROR);
  }

  text(index: number): string {
    return this.source.slice(this.starts[index], this.ends[index]);
  }

  /** The index of the token that starts at `offset`, after the DEDENTs there; 0 where none does. */
  at(offset: number): number {
    let index = this.starts.indexOf(offset);
    while (this.kinds[index] === T.DEDENT) index++;
    return Math.max(0, index);
  }

  /** The last token before `mark` that is more than white space. */
  lastBefore(mark: number): number {
    let index = mark - 1;
    while (index > 0) {
      const kind = this.kinds[index] as number;
      if (kind !== T.ENDMARKER && (kind < T.NEWLINE || kind > T.DEDENT)) break;
      index--;
    }
    return index;
  }

  /** The parser looks at a token for the first time: throws the lexer's error where that stands. */
  fetch(index: number): void {
    if (this.kinds[index] === T.ERROR) throw this.lexerError(index);
  }

  /** An int with too many digits is an error as soon as it is read. */
  checkNumber(index: number): void {
    const start = this.starts[index] as number;
    const end = this.ends[index] as number;
    if (numberValue(this.source, start, end) !== null) return;
    const digits = this.text(index).replaceAll('_', '').length;
    const message =
      `Exceeds the limit (${MAX_DECIMAL_DIGITS} digits) for integer string conversion: value has ${digits} ` +
      'digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge ' +
      'integer literals to avoid decimal conversion limits.';
    throw this.error(
      'SyntaxError',
      message,
      this.lines[index] as number,
      0,
      this.endLines[index] as number,
      0,
    );
  }

  /** The error at the tokens from `start` to `end`, as RAISE_SYNTAX_ERROR_KNOWN_RANGE. */
  rangeError(message: string, start: number, end: number): PythonSyntaxError {
    return this.error(
      'SyntaxError',
      message,
      this.lines[start] as number,
      (this.columns[start] as number) + 1,
      this.endLines[end] as number,
      (this.columns[end] as number) < 0 ? 0 : (this.endColumns[end] as number) + 1,
    );
  }

  /** From the token `start` to where the lexer stands after `last`, as RAISE_SYNTAX_ERROR_STARTING_FROM. */
  openRangeError(message: string, start: number, last: number): PythonSyntaxError {
    return this.error(
      'SyntaxError',
      message,
      this.lines[start] as number,
      (this.columns[start] as number) + 1,
      this.endLines[last] as number,
      this.endColumns[last] as number,
    );
  }

  /** The error at one token that the parser has just looked at, as RAISE_SYNTAX_ERROR. */
  tokenError(type: SyntaxErrorType, message: string, index: number): PythonSyntaxError {
    const line = this.lines[index] as number;
    const column = this.columns[index] as number;
    const endColumn = this.endColumns[index] as number;
    return column < 0
      ? this.error(type, message, line, endColumn, line, 0)
      : this.error(type, message, line, column + 1, this.endLines[index] as number, endColumn + 1);
  }

  /**
   * @param column 1-based in code units; turned into code points here
   * @param endColumn likewise; 0 where there is none
   */
  error(
    type: SyntaxErrorType,
    message: string,
    line: number,
    column: number,
    endLine: number,
    endColumn: number,
  ): PythonSyntaxError {
    const text = this.prefix + message;
    const from = this.offset(line, column);
    const end = endColumn > 0 ? this.offset(endLine, endColumn) : null;
    return new PythonSyntaxError(type, text, line, from, end === null ? null : endLine, end);
  }

  /**
   * A 1-based column in code points, counted from the start of this source on its first line.
   * Within f-strings CPython counts bytes.
   */
  private offset(line: number, column: number): number {
    const units = column - this.column;
    if (units <= 0) return Math.max(0, units);
    const text = this.textLines[line - this.line] ?? '';
    const before = text.slice(0, units - 1);
    const length = this.prefix === '' ? codePointLength(before) : byteLength(before);
    return length + 1 + Math.max(0, units - 1 - text.length);
  }

  private lexerError(index: number): PythonSyntaxError {
    const error = this.lexer.error;
    if (error === null) throw new Error('the lexer stopped without an error');
    const { line } = error;
    switch (error.code) {
      case 'raised': {
        const end = error.endColumn < 0 ? null : error.endColumn;
        return new PythonSyntaxError('SyntaxError', error.message, line, error.column, line, end);
      }
      case 'eof':
        return this.unclosed() ?? this.tokenError('SyntaxError', 'unexpected EOF while parsing', index);
      case 'dedent': {
        const message = 'unindent does not match any outer indentation level';
        return this.tokenError('IndentationError', message, index);
      }
      case 'tabs': {
        const message = 'inconsistent use of tabs and spaces in indentation';
        return this.error('TabError', message, line, 1, line, 0);
      }
      case 'deep':
        return this.error('IndentationError', 'too many levels of indentation', line, 1, line, 0);
      case 'continuation': {
        const message = 'unexpected character after line continuation character';
        return this.error('SyntaxError', message, line, error.column + 1, line, 0);
      }
    }
  }

  /** The innermost bracket that is open where the lexer stopped. */
  private unclosed(): PythonSyntaxError | null {
    const { level, brackets, bracketLines, bracketColumns } = this.lexer;
    if (level === 0) return null;
    const bracket = String.fromCharCode(brackets[level - 1] as number);
    const line = bracketLines[level - 1] as number;
    const column = bracketColumns[level - 1] as number;
    return this.error('SyntaxError', `'${bracket}' was never closed`, line, column + 1, line, 0);
  }

  /**
   * An error of the lexer after the place where the parser stopped goes before the parser's own,
   * and so does a bracket that is never closed (_PyPegen_tokenize_full_source_to_check_for_errors).
   * @param fill how many tokens the parser has looked at
   */
  laterError(fill: number): PythonSyntaxError | null {
    const last = this.kinds.length - 1;
    if (fill > last || this.kinds[last] !== T.ERROR) return null;
    if (this.lexer.error?.code === 'raised') return this.lexerError(last);
    const line = this.lines[fill - 1] as number;
    const { level, bracketLines } = this.lexer;
    return level > 0 && line > (bracketLines[level - 1] as number) ? this.unclosed() : null;
  }
}
