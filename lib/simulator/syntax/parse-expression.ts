import type {
  Argument,
  Arguments,
  BinaryOperator,
  ComparisonOperator,
  Expression,
  UnaryOperator,
} from './ast';
import { AtomParser } from './parse-atom';
import * as T from './token';

/** Token kind → how tightly it binds as an infix operator; 0 for the others. */
const PRECEDENCE = new Uint8Array(T.KIND_COUNT);
/** Token kind → the operator's class in CPython's tree. */
const BINARY = new Array<BinaryOperator>(T.KIND_COUNT);

const COMPARISON = 4;
for (const [kind, precedence, name] of [
  [T.VBAR, 5, 'BitOr'],
  [T.CIRCUMFLEX, 6, 'BitXor'],
  [T.AMPER, 7, 'BitAnd'],
  [T.LEFTSHIFT, 8, 'LShift'],
  [T.RIGHTSHIFT, 8, 'RShift'],
  [T.PLUS, 9, 'Add'],
  [T.MINUS, 9, 'Sub'],
  [T.STAR, 10, 'Mult'],
  [T.SLASH, 10, 'Div'],
  [T.DOUBLESLASH, 10, 'FloorDiv'],
  [T.PERCENT, 10, 'Mod'],
  [T.AT, 10, 'MatMult'],
] as const) {
  PRECEDENCE[kind] = precedence;
  BINARY[kind] = name;
}
PRECEDENCE[T.OR] = 1;
PRECEDENCE[T.AND] = 2;
for (const kind of [
  T.EQEQUAL,
  T.NOTEQUAL,
  T.LESS,
  T.LESSEQUAL,
  T.GREATER,
  T.GREATEREQUAL,
  T.IN,
  T.IS,
  T.NOT,
]) {
  PRECEDENCE[kind] = COMPARISON;
}

/** Operators by precedence climbing, ternaries, lambdas, named and starred expressions. */
export abstract class ExpressionParser extends AtomParser {
  expression(): Expression {
    if (this.kind === T.LAMBDA) return this.lambda();
    const line = this.startLine;
    const column = this.startColumn;
    const body = this.operators(1);
    if (this.kind !== T.IF) return body;
    this.next();
    const test = this.operators(1);
    this.expect(T.ELSE);
    this.descend();
    const orelse = this.expression();
    this.nesting--;
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'IfExp', line, column, endLine, endColumn, test, body, orelse };
  }

  namedExpression(): Expression {
    const startsWithName = this.kind === T.NAME;
    const line = this.startLine;
    const column = this.startColumn;
    const target = this.expression();
    if (this.kind !== T.COLONEQUAL) return target;
    if (target.kind !== 'Name' || !startsWithName) this.refuse();
    this.next();
    this.setContext(target, 'Store');
    const value = this.expression();
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'NamedExpr', line, column, endLine, endColumn, target, value };
  }

  starExpressions(): Expression {
    const line = this.startLine;
    const column = this.startColumn;
    const first = this.kind === T.STAR ? this.starred(5) : this.expression();
    if (this.kind !== T.COMMA) return first;
    const elts = [first];
    while (this.accept(T.COMMA) && this.startsExpression()) {
      elts.push(this.kind === T.STAR ? this.starred(5) : this.expression());
    }
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'Tuple', line, column, endLine, endColumn, elts, ctx: 'Load' };
  }

  /** Whether a `star_expression` can begin with the current token. */
  startsExpression(): boolean {
    const kind = this.kind;
    switch (kind) {
      case T.NAME:
      case T.NUMBER:
      case T.STRING:
      case T.LPAR:
      case T.LSQB:
      case T.LBRACE:
      case T.PLUS:
      case T.MINUS:
      case T.TILDE:
      case T.STAR:
      case T.ELLIPSIS:
      case T.TRUE:
      case T.FALSE:
      case T.NONE:
      case T.NOT:
      case T.LAMBDA:
      case T.AWAIT:
        return true;
      default:
        return false;
    }
  }

  yieldExpression(): Expression {
    const line = this.startLine;
    const column = this.startColumn;
    this.expect(T.YIELD);
    if (this.accept(T.FROM)) {
      const value = this.expression();
      const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
      return { kind: 'YieldFrom', line, column, endLine, endColumn, value };
    }
    const value = this.startsExpression() ? this.starExpressions() : null;
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'Yield', line, column, endLine, endColumn, value };
  }

  operators(min: number): Expression {
    const line = this.startLine;
    const column = this.startColumn;
    let left: Expression;
    if (this.kind === T.NOT && min <= 3) {
      this.next();
      this.descend();
      const operand = this.operators(3);
      this.nesting--;
      const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
      left = { kind: 'UnaryOp', line, column, endLine, endColumn, op: 'Not', operand };
    } else {
      left = this.factor();
    }
    for (;;) {
      const kind = this.kind;
      const precedence = PRECEDENCE[kind] as number;
      if (precedence < min) return left;
      if (precedence > COMPARISON) {
        this.next();
        const right = this.operators(precedence + 1);
        const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
        const op = BINARY[kind] as BinaryOperator;
        left = { kind: 'BinOp', line, column, endLine, endColumn, left, op, right };
      } else if (precedence === COMPARISON) {
        left = this.comparison(left, line, column);
      } else {
        const values = [left];
        while (this.accept(kind)) values.push(this.operators(precedence + 1));
        const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
        left = { kind: 'BoolOp', line, column, endLine, endColumn, op: kind === T.OR ? 'Or' : 'And', values };
      }
    }
  }

  private comparison(left: Expression, line: number, column: number): Expression {
    const ops: ComparisonOperator[] = [];
    const comparators: Expression[] = [];
    while (PRECEDENCE[this.kind] === COMPARISON) {
      ops.push(this.comparisonOperator());
      comparators.push(this.operators(COMPARISON + 1));
    }
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'Compare', line, column, endLine, endColumn, left, ops, comparators };
  }

  private comparisonOperator(): ComparisonOperator {
    const kind = this.kind;
    this.next();
    switch (kind) {
      case T.EQEQUAL:
        return 'Eq';
      case T.NOTEQUAL:
        return 'NotEq';
      case T.LESS:
        return 'Lt';
      case T.LESSEQUAL:
        return 'LtE';
      case T.GREATER:
        return 'Gt';
      case T.GREATEREQUAL:
        return 'GtE';
      case T.IN:
        return 'In';
      case T.IS:
        return this.accept(T.NOT) ? 'IsNot' : 'Is';
      default:
        this.expect(T.IN);
        return 'NotIn';
    }
  }

  private factor(): Expression {
    let op: UnaryOperator;
    switch (this.kind) {
      case T.MINUS:
        op = 'USub';
        break;
      case T.PLUS:
        op = 'UAdd';
        break;
      case T.TILDE:
        op = 'Invert';
        break;
      default:
        return this.power();
    }
    const line = this.startLine;
    const column = this.startColumn;
    this.next();
    this.descend();
    const operand = this.factor();
    this.nesting--;
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'UnaryOp', line, column, endLine, endColumn, op, operand };
  }

  private power(): Expression {
    const line = this.startLine;
    const column = this.startColumn;
    const left = this.kind === T.AWAIT ? this.await() : this.primary();
    if (this.kind !== T.DOUBLESTAR) return left;
    this.next();
    this.descend();
    const right = this.factor();
    this.nesting--;
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'BinOp', line, column, endLine, endColumn, left, op: 'Pow', right };
  }

  private await(): Expression {
    const line = this.startLine;
    const column = this.startColumn;
    this.next();
    const value = this.primary();
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'Await', line, column, endLine, endColumn, value };
  }

  private lambda(): Expression {
    const line = this.startLine;
    const column = this.startColumn;
    this.next();
    const args = this.parameters(T.COLON, false);
    this.expect(T.COLON);
    this.descend();
    const body = this.expression();
    this.nesting--;
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'Lambda', line, column, endLine, endColumn, args, body };
  }

  /** `params` or `lambda_params` up to the closing token, which stays. */
  parameters(closing: number, annotated: boolean): Arguments {
    let posonlyargs: Argument[] = [];
    let args: Argument[] = [];
    const kwonlyargs: Argument[] = [];
    const defaults: Expression[] = [];
    const kw_defaults: (Expression | null)[] = [];
    let vararg: Argument | null = null;
    let kwarg: Argument | null = null;
    let slash = false;
    let star = false;
    while (this.kind !== closing) {
      if (kwarg !== null) this.refuse();
      if (this.accept(T.SLASH)) {
        if (slash || star || args.length === 0) this.refuse();
        slash = true;
        posonlyargs = args;
        args = [];
      } else if (this.accept(T.STAR)) {
        if (star) this.refuse();
        star = true;
        // A bare star needs a name after its comma.
        if (this.kind !== T.COMMA) vararg = this.parameter(annotated, true);
        else this.bareStar();
      } else if (this.accept(T.DOUBLESTAR)) {
        kwarg = this.parameter(annotated, false);
      } else {
        const parameter = this.parameter(annotated, false);
        const value = this.accept(T.EQUAL) ? this.expression() : null;
        if (star) {
          kwonlyargs.push(parameter);
          kw_defaults.push(value);
        } else {
          args.push(parameter);
          if (value !== null) defaults.push(value);
          else if (defaults.length > 0) this.refuse();
        }
      }
      if (!this.accept(T.COMMA)) break;
    }
    return { kind: 'arguments', posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults };
  }

  private bareStar(): void {
    const mark = this.mark();
    this.next();
    if (this.kind !== T.NAME) this.refuse();
    this.reset(mark);
  }

  private parameter(annotated: boolean, starred: boolean): Argument {
    const line = this.startLine;
    const column = this.startColumn;
    const arg = this.identifier();
    this.next();
    let annotation: Expression | null = null;
    if (annotated && this.accept(T.COLON)) {
      annotation = starred && this.kind === T.STAR ? this.starred(5) : this.expression();
    }
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'arg', line, column, endLine, endColumn, arg, annotation };
  }
}
