import type { LexerState } from './lexer-state';

/** CPython's limit on nested blocks (MAXINDENT), the outermost level included. */
const MAX_INDENT = 100;

/**
 * Reads the white space at the start of a line and leaves INDENT and DEDENT tokens pending.
 * @returns whether the line is blank: nothing, or a comment alone
 */
export function readIndentation(lexer: LexerState): boolean {
  const source = lexer.source;
  let column = 0;
  let altColumn = 0;
  let continued = 0;
  let code: number;
  for (;;) {
    code = source.charCodeAt(lexer.pos);
    if (code === 32) {
      column++;
      altColumn++;
    } else if (code === 9) {
      column = (Math.floor(column / 8) + 1) * 8;
      altColumn++;
    } else if (code === 12) {
      column = 0;
      altColumn = 0;
    } else if (code === 92) {
      // The first backslash decides how far the continued line is indented.
      continued ||= column;
      lexer.pos++;
      if (!lexer.continueLine()) return false;
      lexer.bufferStart = lexer.pos;
      continue;
    } else {
      break;
    }
    lexer.pos++;
  }
  if (code === 35 || code === 10) return true;
  if (lexer.level === 0) indentTo(lexer, continued || column, continued || altColumn);
  return false;
}

function indentTo(lexer: LexerState, column: number, altColumn: number): void {
  const { indents, altIndents } = lexer;
  const current = indents[lexer.depth] as number;
  if (column === current) {
    if (altColumn !== altIndents[lexer.depth]) stop(lexer, 'tabs');
  } else if (column > current) {
    if (lexer.depth + 1 >= MAX_INDENT) {
      stop(lexer, 'deep');
    } else if (altColumn <= (altIndents[lexer.depth] as number)) {
      stop(lexer, 'tabs');
    } else {
      lexer.pending++;
      lexer.depth++;
      indents[lexer.depth] = column;
      altIndents[lexer.depth] = altColumn;
    }
  } else {
    while (lexer.depth > 0 && column < (indents[lexer.depth] as number)) {
      lexer.pending--;
      lexer.depth--;
    }
    if (column !== indents[lexer.depth]) stop(lexer, 'dedent');
    else if (altColumn !== altIndents[lexer.depth]) stop(lexer, 'tabs');
  }
}

function stop(lexer: LexerState, code: 'tabs' | 'deep' | 'dedent'): void {
  // CPython reports these at the end of the line.
  const end = lexer.source.indexOf('\n', lexer.pos);
  lexer.pos = end + 1;
  lexer.failAt({ code, message: '', line: lexer.line, column: 0, endColumn: -1 });
}
