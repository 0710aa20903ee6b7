import { ASCII_CLASS, firstNonIdentifier, isDigit, isPrintable, NAME_PART, NAME_START } from './characters';
import { readIndentation } from './lexer-indentation';
import { readNumber } from './lexer-number';
import { readOperator } from './lexer-operator';
import { LexerState } from './lexer-state';
import * as T from './token';

/** Where a lexer stands, to come back to it. Brackets are the same before and after. */
export interface LexerMark {
  readonly pos: number;
  readonly line: number;
  readonly lineStart: number;
  readonly level: number;
  /** The innermost open bracket: reading on may replace it. */
  readonly bracket: number;
  readonly depth: number;
  readonly atLineStart: boolean;
  readonly pending: number;
  readonly kind: number;
  readonly start: number;
  readonly end: number;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly lastEndLine: number;
  readonly lastEndColumn: number;
}

/**
 * Reads Python tokens one at a time (Parser/tokenizer.c). `next()` moves on; the fields from
 * `kind` to `lastEndColumn` describe the current token and the end of the last one before it that is
 * more than white space.
 * Columns are UTF-16 code units.
 *
 * The source must end in a newline and hold no `\r`; see `normalise`.
 */
export class Lexer extends LexerState {
  /** Reads the next token into the fields. After ENDMARKER and ERROR it gives the same again. */
  next(): void {
    const last = this.kind;
    if (last < T.NEWLINE || last > T.DEDENT) {
      this.lastEndLine = this.endLine;
      this.lastEndColumn = this.endColumn;
    }
    if (this.error !== null) {
      this.kind = T.ERROR;
      return;
    }
    const source = this.source;
    let pos = this.pos;
    let code: number;
    for (;;) {
      let blank = false;
      if (this.atLineStart) {
        this.atLineStart = false;
        code = source.charCodeAt(pos);
        // A line that starts at column 0 outside every block needs no more than this.
        const plain = code > 35 && code !== 92 && (this.depth === 0 || this.level > 0);
        if (!plain) {
          blank = readIndentation(this);
          if (this.error !== null) return;
          pos = this.pos;
        }
      }
      if (this.pending !== 0) {
        this.giveIndentation();
        return;
      }
      code = source.charCodeAt(pos);
      while (code === 32 || code === 9 || code === 12) code = source.charCodeAt(++pos);
      const tokenStart = pos;
      if (code === 35) {
        do code = source.charCodeAt(++pos);
        while (code !== 10 && code >= 0);
      }
      if (code === 10) {
        this.atLineStart = true;
        if (blank || this.level > 0) {
          this.lineStart = this.bufferStart = ++pos;
          this.line++;
          this.pos = pos;
          continue;
        }
        // A comment before it belongs to the token.
        this.setToken(T.NEWLINE, tokenStart, pos);
        this.pos = pos + 1;
        this.line++;
        this.lineStart = this.bufferStart = pos + 1;
        return;
      }
      if (code === 92) {
        this.pos = pos + 1;
        if (!this.continueLine()) return;
        pos = this.pos;
        continue;
      }
      break;
    }

    if (code < 128) {
      const kindOf = ASCII_CLASS[code] as number;
      if ((kindOf & NAME_START) !== 0) {
        this.readName(pos);
      } else if (kindOf !== 0) {
        readNumber(this, pos);
      } else if (code === 34 || code === 39) {
        this.readString(pos, pos);
      } else if (code === 46 && isDigit(source.charCodeAt(pos + 1))) {
        readNumber(this, pos);
      } else {
        readOperator(this, pos, code);
      }
    } else if (code >= 128) {
      this.readName(pos);
    } else {
      this.giveEnd(pos);
    }
  }

  private giveIndentation(): void {
    if (this.pending < 0) {
      this.pending++;
      this.kind = T.DEDENT;
    } else {
      this.pending--;
      this.kind = T.INDENT;
    }
    this.start = this.end = this.pos;
    const atEnd = this.pos >= this.source.length;
    this.startLine = this.endLine = atEnd ? this.line - 1 : this.line;
    this.startColumn = -1;
    this.endColumn = atEnd ? this.lastLineLength() : this.pos - this.lineStart;
  }

  private giveEnd(pos: number): void {
    this.pos = pos;
    if (this.level > 0) {
      this.failAt({ code: 'eof', message: '', line: this.line - 1, column: 0, endColumn: -1 });
      return;
    }
    this.kind = T.ENDMARKER;
    this.start = this.end = pos;
    // CPython counts a line only once it has read a character of it.
    this.startLine = this.endLine = Math.max(1, this.line - 1);
    this.startColumn = -1;
    this.endColumn = this.lastLineLength();
  }

  private lastLineLength(): number {
    const length = this.source.length;
    return length - 1 - (length < 2 ? -1 : this.source.lastIndexOf('\n', length - 2));
  }

  private readName(start: number): void {
    const source = this.source;
    let pos = start;
    let code = source.charCodeAt(pos);
    while (code < 128 && ((ASCII_CLASS[code] as number) & NAME_PART) !== 0) code = source.charCodeAt(++pos);
    if (code >= 128) {
      while (code >= 128 || (code >= 0 && ((ASCII_CLASS[code] as number) & NAME_PART) !== 0)) {
        code = source.charCodeAt(++pos);
      }
      this.setToken(T.NAME, start, pos);
      this.verifyName(start, pos);
      return;
    }
    if ((code === 34 || code === 39) && isStringPrefix(source, start, pos)) {
      this.readString(start, pos);
      return;
    }
    let kind = T.NAME;
    const length = pos - start;
    if (length > 1 && length < 9) kind = T.KEYWORD_KINDS.get(source.slice(start, pos)) ?? T.NAME;
    this.setToken(kind, start, pos);
  }

  private verifyName(start: number, end: number): void {
    const text = this.source.slice(start, end);
    const index = firstNonIdentifier(text);
    if (index < 0) return;
    const characters = [...text];
    const character = characters[index] as string;
    this.pos = start + characters.slice(0, index + 1).join('').length;
    const hex = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
    this.fail(
      isPrintable(character)
        ? `invalid character '${character}' (U+${hex})`
        : `invalid non-printable character U+${hex}`,
    );
  }

  /** @param start of the token, with its prefix @param open the place of the first quote */
  private readString(start: number, open: number): void {
    const source = this.source;
    const quote = source.charCodeAt(open);
    const startLine = this.line;
    const startLineStart = this.lineStart;
    let pos = open + 1;
    let size = 1;
    if (source.charCodeAt(pos) === quote) {
      if (source.charCodeAt(pos + 1) === quote) {
        size = 3;
        pos += 2;
      } else {
        this.setToken(T.STRING, start, pos + 1);
        return;
      }
    }
    let closing = 0;
    while (closing !== size) {
      let code = source.charCodeAt(pos++);
      if (code === quote) {
        closing++;
        continue;
      }
      closing = 0;
      if (code === 92) {
        code = source.charCodeAt(pos++);
        if (code === 10) {
          this.line++;
          this.lineStart = pos;
        }
        // Only the end of the source can make an escaped character missing.
        if (code >= 0) continue;
      }
      if (code === 10 && size === 3) {
        this.line++;
        this.lineStart = pos;
      } else if (code === 10 || !(code >= 0)) {
        const detected = code === 10 ? this.line : this.line - 1;
        this.line = startLine;
        this.lineStart = startLineStart;
        this.pos = start + 1;
        const name = size === 3 ? 'triple-quoted string literal' : 'string literal';
        this.fail(`unterminated ${name} (detected at line ${detected})`);
        return;
      }
    }
    this.setToken(T.STRING, start, pos);
    this.startLine = startLine;
    this.startColumn = start - startLineStart;
  }

  mark(): LexerMark {
    const { pos, line, lineStart, level, depth, atLineStart, pending, kind, start, end } = this;
    const { startLine, startColumn, endLine, endColumn, lastEndLine, lastEndColumn } = this;
    return {
      pos,
      line,
      lineStart,
      level,
      bracket: this.brackets[level - 1] ?? 0,
      depth,
      atLineStart,
      pending,
      kind,
      start,
      end,
      startLine,
      startColumn,
      endLine,
      endColumn,
      lastEndLine,
      lastEndColumn,
    };
  }

  /** Goes back to a mark that was made on the same logical line. */
  reset(mark: LexerMark): void {
    const { bracket, ...fields } = mark;
    this.error = null;
    Object.assign(this, fields);
    if (mark.level > 0) this.brackets[mark.level - 1] = bracket;
  }
}

/** b, r, u, f, br, rb, fr, rf in either case. */
function isStringPrefix(source: string, start: number, end: number): boolean {
  if (end - start === 1) {
    const code = source.charCodeAt(start) | 32;
    return code === 98 || code === 102 || code === 114 || code === 117;
  }
  if (end - start !== 2) return false;
  const a = source.charCodeAt(start) | 32;
  const b = source.charCodeAt(start + 1) | 32;
  const other = a === 114 ? b : b === 114 ? a : 0;
  return other === 98 || other === 102;
}

/** The source as the tokenizer reads it: `\n` for every line end, and one at the end. */
export function normalise(source: string): string {
  let text = source;
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  return text.charCodeAt(text.length - 1) === 10 ? text : `${text}\n`;
}
