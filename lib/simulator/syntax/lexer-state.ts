import { codePointLength } from './characters';
import * as T from './token';

/**
 * Why the lexer stopped. `raised` has its message and place; the others are codes from which the
 * parser makes the message (Parser/pegen_errors.c, `_Pypegen_tokenizer_error`).
 */
export interface LexerError {
  readonly code: 'raised' | 'eof' | 'dedent' | 'tabs' | 'deep' | 'continuation';
  readonly message: string;
  readonly line: number;
  /** `raised`: 1-based, in code points. `continuation`: 0-based, in code units. */
  readonly column: number;
  /** -1 when not known. */
  readonly endColumn: number;
}

/** Where the lexer stands and what it has just read: what all its parts share. */
export class LexerState {
  pos = 0;
  line: number;
  lineStart: number;

  kind = T.ENDMARKER;
  start = 0;
  end = 0;
  startLine = 1;
  /** -1 for INDENT, DEDENT and ENDMARKER, which CPython gives no column. */
  startColumn = 0;
  endLine = 1;
  endColumn = 0;
  lastEndLine = 1;
  lastEndColumn = 0;

  /** Open brackets: their codes, lines and columns; `level` of them count. */
  level = 0;
  readonly brackets: number[] = [];
  readonly bracketLines: number[] = [];
  readonly bracketColumns: number[] = [];

  /** Indentation by tabs of 8 and, to tell tabs from spaces, by tabs of 1; `depth` is the index of the innermost. */
  depth = 0;
  readonly indents: number[] = [0];
  readonly altIndents: number[] = [0];
  atLineStart = true;
  /** INDENT (positive) or DEDENT (negative) tokens still to give. */
  pending = 0;

  /**
   * Where CPython's buffer starts: the line, or the one on which a string or a backslash began to
   * carry on to it.
   */
  bufferStart = 0;

  error: LexerError | null = null;

  /**
   * @param line the number of the first line
   * @param column the column of the first character (an f-string's part starts within a line)
   */
  constructor(
    readonly source: string,
    line = 1,
    column = 0,
  ) {
    this.line = line;
    this.lineStart = -column;
  }

  /** Stops at an error that stands right before `pos`, as tokenizer.c's `syntaxerror`. */
  fail(message: string, endColumn = -1): void {
    const column = codePointLength(this.source.slice(Math.max(this.lineStart, 0), this.pos));
    this.failAt({ code: 'raised', message, line: this.line, column, endColumn });
  }

  failAt(error: LexerError): void {
    this.error ??= error;
    this.start = this.end = this.pos;
    this.kind = T.ERROR;
    this.startLine = this.endLine = this.line;
    this.startColumn = -1;
    this.endColumn = Math.max(0, this.pos - this.lineStart);
  }

  /** Sets the fields for a token within the current line. */
  setToken(kind: number, start: number, end: number): void {
    const line = this.line;
    const lineStart = this.lineStart;
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.startLine = line;
    this.startColumn = start - lineStart;
    this.endLine = line;
    this.endColumn = end - lineStart;
    this.pos = end;
  }

  /** After a backslash: a newline must follow, and something after that. */
  continueLine(): boolean {
    if (this.source.charCodeAt(this.pos) !== 10) {
      const column = this.pos - this.bufferStart;
      this.failAt({ code: 'continuation', message: '', line: this.line, column, endColumn: -1 });
      return false;
    }
    this.pos++;
    if (this.pos >= this.source.length) {
      this.failAt({ code: 'eof', message: '', line: this.line, column: 0, endColumn: -1 });
      return false;
    }
    this.line++;
    this.lineStart = this.pos;
    return true;
  }
}
