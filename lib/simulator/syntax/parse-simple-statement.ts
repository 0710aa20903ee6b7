import { PartNeeded } from '../parts/part';
import type { Alias, BinaryOperator, Expression, Statement } from './ast';
import { ExpressionParser } from './parse-expression';
import * as T from './token';

/** Kind of an augmented assignment's token, less `PLUSEQUAL` → its operator. */
const AUGMENTED: readonly BinaryOperator[] = [
  'Add',
  'Sub',
  'Mult',
  'Div',
  'Mod',
  'BitAnd',
  'BitOr',
  'BitXor',
  'MatMult',
  'LShift',
  'RShift',
  'Pow',
  'FloorDiv',
];

/** Statements on one line. */
export abstract class SimpleStatementParser extends ExpressionParser {
  /** `simple_stmts`: statements between semicolons, and the newline. */
  simpleStatements(body: Statement[]): void {
    do {
      body.push(this.simpleStatement());
    } while (this.accept(T.SEMI) && this.kind !== T.NEWLINE);
    this.expect(T.NEWLINE);
  }

  private simpleStatement(): Statement {
    const line = this.startLine;
    const column = this.startColumn;
    switch (this.kind) {
      case T.IMPORT:
        return this.import(line, column);
      case T.FROM:
        return this.importFrom(line, column);
      case T.DEL:
        return this.delete(line, column);
      case T.RETURN: {
        this.next();
        const value = this.startsExpression() ? this.starExpressions() : null;
        const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
        return { kind: 'Return', line, column, endLine, endColumn, value };
      }
      case T.RAISE: {
        this.next();
        const exc = this.startsExpression() && this.kind !== T.STAR ? this.expression() : null;
        const cause = exc !== null && this.accept(T.FROM) ? this.expression() : null;
        const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
        return { kind: 'Raise', line, column, endLine, endColumn, exc, cause };
      }
      case T.ASSERT: {
        this.next();
        const test = this.expression();
        const msg = this.accept(T.COMMA) ? this.expression() : null;
        const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
        return { kind: 'Assert', line, column, endLine, endColumn, test, msg };
      }
      case T.PASS:
      case T.BREAK:
      case T.CONTINUE: {
        const kind = this.kind === T.PASS ? 'Pass' : this.kind === T.BREAK ? 'Break' : 'Continue';
        const { endLine, endColumn } = this;
        this.next();
        return { kind, line, column, endLine, endColumn };
      }
      case T.GLOBAL:
      case T.NONLOCAL: {
        const kind = this.kind === T.GLOBAL ? 'Global' : 'Nonlocal';
        const names: string[] = [];
        do {
          this.next();
          names.push(this.identifier());
          this.next();
        } while (this.kind === T.COMMA);
        const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
        return { kind, line, column, endLine, endColumn, names };
      }
      default:
        return this.expressionStatement(line, column);
    }
  }

  private yieldOrStarExpressions(): Expression {
    return this.kind === T.YIELD ? this.yieldExpression() : this.starExpressions();
  }

  /** `assignment`, or an expression alone. */
  private expressionStatement(line: number, column: number): Statement {
    const startsWithName = this.kind === T.NAME;
    let value = this.yieldOrStarExpressions();
    const kind = this.kind;
    if (kind === T.EQUAL) {
      const targets: Expression[] = [];
      while (this.accept(T.EQUAL)) {
        this.setContext(value, 'Store');
        targets.push(value);
        value = this.yieldOrStarExpressions();
      }
      const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
      return { kind: 'Assign', line, column, endLine, endColumn, targets, value };
    }
    const simple = startsWithName && value.kind === 'Name' ? 1 : 0;
    if (kind === T.COLON || (kind >= T.PLUSEQUAL && kind <= T.DOUBLESLASHEQUAL)) {
      if (value.kind !== 'Name' && value.kind !== 'Attribute' && value.kind !== 'Subscript') this.refuse();
      this.next();
      this.setContext(value, 'Store');
      if (kind === T.COLON) return this.annotated(value, simple, line, column);
      const target = value;
      value = this.yieldOrStarExpressions();
      const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
      const op = AUGMENTED[kind - T.PLUSEQUAL] as BinaryOperator;
      return { kind: 'AugAssign', line, column, endLine, endColumn, target, op, value };
    }
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'Expr', line, column, endLine, endColumn, value };
  }

  private annotated(target: Expression, simple: 0 | 1, line: number, column: number): Statement {
    const annotation = this.expression();
    const value = this.accept(T.EQUAL) ? this.yieldOrStarExpressions() : null;
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'AnnAssign', line, column, endLine, endColumn, target, annotation, value, simple };
  }

  private delete(line: number, column: number): Statement {
    const targets: Expression[] = [];
    do {
      this.next();
      if (targets.length > 0 && (this.kind === T.SEMI || this.kind === T.NEWLINE)) break;
      const target = this.primary();
      this.setContext(target, 'Del');
      targets.push(target);
    } while (this.kind === T.COMMA);
    if (this.kind !== T.SEMI && this.kind !== T.NEWLINE) this.refuse();
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'Delete', line, column, endLine, endColumn, targets };
  }

  private import(line: number, column: number): Statement {
    const names: Alias[] = [];
    do {
      this.next();
      const { startLine, startColumn } = this;
      names.push(this.alias(this.dottedNameText(), startLine, startColumn));
    } while (this.kind === T.COMMA);
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'Import', line, column, endLine, endColumn, names };
  }

  private dottedNameText(): string {
    let name = this.identifier();
    this.next();
    while (this.accept(T.DOT)) {
      name += `.${this.identifier()}`;
      this.next();
    }
    return name;
  }

  private alias(name: string, line: number, column: number): Alias {
    let asname: string | null = null;
    if (this.accept(T.AS)) {
      asname = this.identifier();
      this.next();
    }
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'alias', line, column, endLine, endColumn, name, asname };
  }

  private importFrom(line: number, column: number): Statement {
    this.next();
    let level = 0;
    while (this.kind === T.DOT || this.kind === T.ELLIPSIS) {
      level += this.kind === T.DOT ? 1 : 3;
      this.next();
    }
    const module = this.kind === T.IMPORT && level > 0 ? null : this.dottedNameText();
    this.expect(T.IMPORT);
    const names: Alias[] = [];
    const bracketed = this.kind === T.LPAR;
    if (this.kind === T.STAR) {
      const { startLine, startColumn, endLine, endColumn } = this;
      this.next();
      const place = { line: startLine, column: startColumn, endLine, endColumn };
      names.push({ kind: 'alias', ...place, name: '*', asname: null });
    } else {
      if (bracketed) this.next();
      for (;;) {
        const { startLine, startColumn } = this;
        const name = this.identifier();
        this.next();
        names.push(this.alias(name, startLine, startColumn));
        if (!this.accept(T.COMMA) || (bracketed && this.kind === T.RPAR)) break;
      }
      if (bracketed) this.expect(T.RPAR);
    }
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'ImportFrom', line, column, endLine, endColumn, module, names, level };
  }

  /** Runs `rule`; where it refuses, goes back and gives null. */
  protected attempt<Result>(rule: () => Result): Result | null {
    const mark = this.mark();
    const nesting = this.nesting;
    try {
      return rule();
    } catch (error) {
      if (error instanceof RangeError || error instanceof PartNeeded) throw error;
      this.reset(mark);
      this.nesting = nesting;
      return null;
    }
  }
}
