import type { Arguments, Expression, ExpressionContext, Name } from './ast';
import { Lexer } from './lexer';
import * as T from './token';

/**
 * Thrown inside when the source is no program of the grammar. It says nothing: `report.ts` then
 * finds CPython's words for it.
 */
export const REFUSED = Symbol('refused');

/** How deep an expression may nest without brackets (CPython: 6,000 calls of its own stack). */
const MAX_NESTING = 1000;

/** What the layers of the parser share. Each layer adds rules of Grammar/python.gram. */
export abstract class ParserBase extends Lexer {
  protected nesting = 0;

  /** `expression`: a ternary, a lambda or less. */
  abstract expression(): Expression;
  /** `named_expression`: as `expression`, or `name := expression`. */
  abstract namedExpression(): Expression;
  /** `star_expressions`: a tuple without brackets, whose elements may be starred, or less. */
  abstract starExpressions(): Expression;
  /** `yield_expr`. */
  abstract yieldExpression(): Expression;
  /** Operators of precedence `min` and tighter (see `operators.ts`). */
  abstract operators(min: number): Expression;
  abstract parameters(closing: number, annotated: boolean): Arguments;
  /** A parser for a part of this source that starts at the given line and column. */
  abstract within(source: string, line: number, column: number): ParserBase;

  refuse(): never {
    throw REFUSED;
  }

  expect(kind: number): void {
    if (this.kind !== kind) this.refuse();
    this.next();
  }

  accept(kind: number): boolean {
    if (this.kind !== kind) return false;
    this.next();
    return true;
  }

  protected descend(): void {
    if (++this.nesting > MAX_NESTING) this.refuse();
  }

  /** The current token's text as an identifier: in NFKC, as PEP 3131 wants. */
  identifier(): string {
    if (this.kind !== T.NAME) this.refuse();
    const text = this.source.slice(this.start, this.end);
    for (let i = 0; i < text.length; i++) {
      if (text.charCodeAt(i) >= 128) return text.normalize('NFKC');
    }
    return text;
  }

  /** Whether the current token is this soft keyword. */
  isWord(word: string): boolean {
    return (
      this.kind === T.NAME &&
      this.end - this.start === word.length &&
      this.source.startsWith(word, this.start)
    );
  }

  name(ctx: ExpressionContext): Name {
    const id = this.identifier();
    const line = this.startLine;
    const column = this.startColumn;
    const endLine = this.endLine;
    const endColumn = this.endColumn;
    this.next();
    return { kind: 'Name', line, column, endLine, endColumn, id, ctx };
  }

  /** Makes an expression a target; refuses what cannot be one. */
  setContext(node: Expression, ctx: 'Store' | 'Del'): void {
    switch (node.kind) {
      case 'Name':
      case 'Attribute':
      case 'Subscript':
        break;
      case 'Tuple':
      case 'List':
        for (const element of node.elts) this.setContext(element, ctx);
        break;
      case 'Starred':
        if (ctx === 'Del') this.refuse();
        this.setContext(node.value, ctx);
        break;
      default:
        this.refuse();
    }
    (node as { ctx: ExpressionContext }).ctx = ctx;
  }
}
