/** Splits a line of Python into what the code view tells apart. Purely for looks: the simulator has its own lexer. */
export interface CodeToken {
  readonly kind: 'keyword' | 'name' | 'comment' | 'other';
  readonly text: string;
}

const KEYWORDS = new Set(
  'and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
);
const PIECE = /(#.*$)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|([A-Za-z_]\w*)|([^A-Za-z_#"']+|["'])/g;

export function codeTokens(line: string): CodeToken[] {
  const tokens: CodeToken[] = [];
  for (const [text, comment, string, word] of line.matchAll(PIECE)) {
    if (comment !== undefined) tokens.push({ kind: 'comment', text });
    else if (word !== undefined && string === undefined)
      tokens.push({ kind: KEYWORDS.has(word) ? 'keyword' : 'name', text });
    else tokens.push({ kind: 'other', text });
  }
  return tokens;
}
