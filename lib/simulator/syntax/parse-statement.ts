import type { ExceptHandler, Expression, Keyword, MatchCase, Module, Statement, WithItem } from './ast';
import { patternParser } from './late-patterns';
import { SimpleStatementParser } from './parse-simple-statement';
import * as T from './token';

/** The whole grammar: compound statements, and the file. */
export class Parser extends SimpleStatementParser {
  /** Where the last statement of the module that was begun starts. */
  statementStart = 0;

  /** `file`. Throws `REFUSED` when the source is none. */
  file(): Module {
    const body: Statement[] = [];
    this.next();
    while (this.kind !== T.ENDMARKER) {
      this.statementStart = this.start;
      this.statement(body);
    }
    return { kind: 'Module', body };
  }

  within(source: string, line: number, column: number): Parser {
    const parser = new Parser(source, line, column);
    parser.nesting = this.nesting;
    return parser;
  }

  private statement(body: Statement[]): void {
    switch (this.kind) {
      case T.IF:
        body.push(this.if());
        return;
      case T.FOR:
        body.push(this.for(this.startLine, this.startColumn, 'For'));
        return;
      case T.WHILE:
        body.push(this.while());
        return;
      case T.DEF:
        body.push(this.function(this.startLine, this.startColumn, [], 'FunctionDef'));
        return;
      case T.CLASS:
        body.push(this.class([]));
        return;
      case T.WITH:
        body.push(this.with(this.startLine, this.startColumn, 'With'));
        return;
      case T.TRY:
        body.push(this.try());
        return;
      case T.AT:
        body.push(this.decorated());
        return;
      case T.ASYNC:
        body.push(this.async([]));
        return;
      case T.NAME:
        if (this.isWord('match')) {
          const match = this.attempt(() => this.match());
          if (match !== null) {
            body.push(match);
            return;
          }
        }
    }
    this.simpleStatements(body);
  }

  /** The colon and the block after it. */
  private block(): Statement[] {
    this.expect(T.COLON);
    const body: Statement[] = [];
    if (!this.accept(T.NEWLINE)) {
      this.simpleStatements(body);
      return body;
    }
    this.expect(T.INDENT);
    do this.statement(body);
    while (!this.accept(T.DEDENT));
    return body;
  }

  private elseBlock(): Statement[] {
    return this.accept(T.ELSE) ? this.block() : [];
  }

  /** An `if` with its `elif`s, each within the `orelse` of the one before. */
  private if(): Statement {
    const arms: { line: number; column: number; test: Expression; body: Statement[] }[] = [];
    do {
      const line = this.startLine;
      const column = this.startColumn;
      this.next();
      const test = this.namedExpression();
      arms.push({ line, column, test, body: this.block() });
    } while (this.kind === T.ELIF);
    let orelse = this.elseBlock();
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    for (let i = arms.length - 1; i > 0; i--) {
      const { line, column, test, body } = arms[i] as (typeof arms)[number];
      orelse = [{ kind: 'If', line, column, endLine, endColumn, test, body, orelse }];
    }
    const { line, column, test, body } = arms[0] as (typeof arms)[number];
    return { kind: 'If', line, column, endLine, endColumn, test, body, orelse };
  }

  private while(): Statement {
    const line = this.startLine;
    const column = this.startColumn;
    this.next();
    const test = this.namedExpression();
    const body = this.block();
    const orelse = this.elseBlock();
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'While', line, column, endLine, endColumn, test, body, orelse };
  }

  private for(line: number, column: number, kind: 'For' | 'AsyncFor'): Statement {
    this.next();
    const target = this.starTargets();
    this.expect(T.IN);
    const iter = this.starExpressions();
    const body = this.block();
    const orelse = this.elseBlock();
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind, line, column, endLine, endColumn, target, iter, body, orelse };
  }

  private with(line: number, column: number, kind: 'With' | 'AsyncWith'): Statement {
    this.next();
    const bracketed = this.kind === T.LPAR ? this.attempt(() => this.bracketedItems()) : null;
    const items = bracketed ?? this.withItems(T.COLON);
    const body = this.block();
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind, line, column, endLine, endColumn, items, body };
  }

  private bracketedItems(): WithItem[] {
    this.next();
    const items = this.withItems(T.RPAR);
    this.expect(T.RPAR);
    if (this.kind !== T.COLON) this.refuse();
    return items;
  }

  private withItems(closing: number): WithItem[] {
    const items: WithItem[] = [];
    for (;;) {
      const context_expr = this.expression();
      const optional_vars = this.accept(T.AS) ? this.starTarget() : null;
      items.push({ kind: 'withitem', context_expr, optional_vars });
      if (!this.accept(T.COMMA) || (closing === T.RPAR && this.kind === T.RPAR)) return items;
    }
  }

  private try(): Statement {
    const line = this.startLine;
    const column = this.startColumn;
    this.next();
    const body = this.block();
    const handlers: ExceptHandler[] = [];
    let starred = false;
    while (this.kind === T.EXCEPT) {
      const { startLine, startColumn } = this;
      this.next();
      const star = this.accept(T.STAR);
      if (handlers.length > 0 && star !== starred) this.refuse();
      starred = star;
      const type = star || this.kind !== T.COLON ? this.expression() : null;
      let name: string | null = null;
      if (type !== null && this.accept(T.AS)) {
        name = this.identifier();
        this.next();
      }
      const handled = this.block();
      const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
      const place = { line: startLine, column: startColumn, endLine, endColumn };
      handlers.push({ kind: 'ExceptHandler', ...place, type, name, body: handled });
    }
    const orelse = handlers.length > 0 ? this.elseBlock() : [];
    const closed = this.accept(T.FINALLY);
    const finalbody = closed ? this.block() : [];
    if (handlers.length === 0 && !closed) this.refuse();
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    const kind = starred ? 'TryStar' : 'Try';
    return { kind, line, column, endLine, endColumn, body, handlers, orelse, finalbody };
  }

  private decorated(): Statement {
    const decorators: Expression[] = [];
    while (this.accept(T.AT)) {
      decorators.push(this.namedExpression());
      this.expect(T.NEWLINE);
    }
    if (this.kind === T.CLASS) return this.class(decorators);
    if (this.kind === T.ASYNC) return this.async(decorators);
    if (this.kind !== T.DEF) this.refuse();
    return this.function(this.startLine, this.startColumn, decorators, 'FunctionDef');
  }

  private async(decorators: Expression[]): Statement {
    const line = this.startLine;
    const column = this.startColumn;
    this.next();
    if (this.kind === T.DEF) return this.function(line, column, decorators, 'AsyncFunctionDef');
    if (decorators.length > 0) this.refuse();
    if (this.kind === T.FOR) return this.for(line, column, 'AsyncFor');
    return this.kind === T.WITH ? this.with(line, column, 'AsyncWith') : this.refuse();
  }

  private function(
    line: number,
    column: number,
    decorator_list: Expression[],
    kind: 'FunctionDef' | 'AsyncFunctionDef',
  ): Statement {
    this.next();
    const name = this.identifier();
    this.next();
    this.expect(T.LPAR);
    const args = this.parameters(T.RPAR, true);
    this.expect(T.RPAR);
    const returns = this.accept(T.RARROW) ? this.expression() : null;
    const body = this.block();
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind, line, column, endLine, endColumn, name, args, body, decorator_list, returns };
  }

  private class(decorator_list: Expression[]): Statement {
    const line = this.startLine;
    const column = this.startColumn;
    this.next();
    const name = this.identifier();
    this.next();
    const bases: Expression[] = [];
    const keywords: Keyword[] = [];
    const { startLine, startColumn } = this;
    if (this.accept(T.LPAR)) {
      this.arguments(bases, keywords, startLine, startColumn);
      // A generator expression needs brackets of its own here.
      const first = bases[0];
      if (first?.kind === 'GeneratorExp' && first.line === startLine && first.column === startColumn)
        this.refuse();
      this.expect(T.RPAR);
    }
    const body = this.block();
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return {
      kind: 'ClassDef',
      line,
      column,
      endLine,
      endColumn,
      name,
      bases,
      keywords,
      body,
      decorator_list,
    };
  }

  private match(): Statement {
    const line = this.startLine;
    const column = this.startColumn;
    this.next();
    const subject = this.subject();
    this.expect(T.COLON);
    this.expect(T.NEWLINE);
    this.expect(T.INDENT);
    const cases: MatchCase[] = [];
    do {
      if (!this.isWord('case')) this.refuse();
      this.next();
      const pattern = patternParser.get()(this);
      const guard = this.accept(T.IF) ? this.namedExpression() : null;
      cases.push({ kind: 'match_case', pattern, guard, body: this.block() });
    } while (!this.accept(T.DEDENT));
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'Match', line, column, endLine, endColumn, subject, cases };
  }

  private subject(): Expression {
    const line = this.startLine;
    const column = this.startColumn;
    const first = this.starNamedExpression();
    if (this.kind !== T.COMMA) return first.kind === 'Starred' ? this.refuse() : first;
    const elts = [first];
    while (this.accept(T.COMMA) && this.kind !== T.COLON) elts.push(this.starNamedExpression());
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'Tuple', line, column, endLine, endColumn, elts, ctx: 'Load' };
  }
}
