import type { Comprehension, Constant, ConstantValue, Expression, Keyword, Slice, Starred } from './ast';
import { numberValue } from './number-value';
import { ParserBase } from './parse-base';
import { parseStrings } from './strings';
import * as T from './token';

const TRUE_VALUE: ConstantValue = { type: 'bool', value: true };
const FALSE_VALUE: ConstantValue = { type: 'bool', value: false };
const NONE_VALUE: ConstantValue = { type: 'None' };
const ELLIPSIS_VALUE: ConstantValue = { type: 'Ellipsis' };

/** Atoms, displays, comprehensions and what follows an atom: calls, subscripts, attributes. */
export abstract class AtomParser extends ParserBase {
  /** `primary`. */
  primary(): Expression {
    const line = this.startLine;
    const column = this.startColumn;
    let node = this.atom();
    for (;;) {
      switch (this.kind) {
        case T.DOT: {
          this.next();
          const attr = this.identifier();
          const { endLine, endColumn } = this;
          this.next();
          node = { kind: 'Attribute', line, column, endLine, endColumn, value: node, attr, ctx: 'Load' };
          break;
        }
        case T.LPAR:
          node = this.call(node, line, column);
          break;
        case T.LSQB: {
          this.next();
          const slice = this.slices();
          const { endLine, endColumn } = this;
          this.expect(T.RSQB);
          node = { kind: 'Subscript', line, column, endLine, endColumn, value: node, slice, ctx: 'Load' };
          break;
        }
        default:
          return node;
      }
    }
  }

  private atom(): Expression {
    switch (this.kind) {
      case T.NAME:
        return this.name('Load');
      case T.NUMBER: {
        const value = numberValue(this.source, this.start, this.end);
        return value === null ? this.refuse() : this.constant(value);
      }
      case T.STRING:
        return parseStrings(this);
      case T.TRUE:
        return this.constant(TRUE_VALUE);
      case T.FALSE:
        return this.constant(FALSE_VALUE);
      case T.NONE:
        return this.constant(NONE_VALUE);
      case T.ELLIPSIS:
        return this.constant(ELLIPSIS_VALUE);
      case T.LPAR:
        return this.parenthesised();
      case T.LSQB:
        return this.list();
      case T.LBRACE:
        return this.braces();
      default:
        return this.refuse();
    }
  }

  private constant(value: ConstantValue): Constant {
    const { startLine: line, startColumn: column, endLine, endColumn } = this;
    this.next();
    return { kind: 'Constant', line, column, endLine, endColumn, value };
  }

  /** `tuple`, `group` or `genexp`. */
  private parenthesised(): Expression {
    const line = this.startLine;
    const column = this.startColumn;
    this.next();
    const elts: Expression[] = [];
    if (this.kind === T.YIELD) {
      const group = this.yieldExpression();
      this.expect(T.RPAR);
      return group;
    }
    if (this.kind !== T.RPAR) {
      const first = this.starNamedExpression();
      if (this.kind === T.COMMA) {
        elts.push(first);
        this.moreElements(elts, T.RPAR);
      } else if (first.kind === 'Starred') {
        this.refuse();
      } else if (this.kind === T.RPAR) {
        this.next();
        return first;
      } else {
        const generators = this.comprehensions();
        const { endLine, endColumn } = this;
        this.expect(T.RPAR);
        return { kind: 'GeneratorExp', line, column, endLine, endColumn, elt: first, generators };
      }
    }
    const { endLine, endColumn } = this;
    this.expect(T.RPAR);
    return { kind: 'Tuple', line, column, endLine, endColumn, elts, ctx: 'Load' };
  }

  /** `list` or `listcomp`. */
  private list(): Expression {
    const line = this.startLine;
    const column = this.startColumn;
    this.next();
    const elts: Expression[] = [];
    if (this.kind !== T.RSQB) {
      const elt = this.starNamedExpression();
      if (this.kind === T.FOR || this.kind === T.ASYNC) {
        if (elt.kind === 'Starred') this.refuse();
        const generators = this.comprehensions();
        const { endLine, endColumn } = this;
        this.expect(T.RSQB);
        return { kind: 'ListComp', line, column, endLine, endColumn, elt, generators };
      }
      elts.push(elt);
      this.moreElements(elts, T.RSQB);
    }
    const { endLine, endColumn } = this;
    this.expect(T.RSQB);
    return { kind: 'List', line, column, endLine, endColumn, elts, ctx: 'Load' };
  }

  /** `dict`, `set`, `dictcomp` or `setcomp`. */
  private braces(): Expression {
    const line = this.startLine;
    const column = this.startColumn;
    this.next();
    if (this.kind === T.RBRACE || this.kind === T.DOUBLESTAR) return this.dict(line, column, null);
    const startsWithName = this.kind === T.NAME;
    const first = this.starNamedExpression();
    if (this.kind === T.COLON && first.kind !== 'Starred') {
      if (first.kind === 'NamedExpr' && startsWithName) this.refuse();
      return this.dict(line, column, first);
    }
    if (this.kind === T.FOR || this.kind === T.ASYNC) {
      if (first.kind === 'Starred') this.refuse();
      const generators = this.comprehensions();
      const { endLine, endColumn } = this;
      this.expect(T.RBRACE);
      return { kind: 'SetComp', line, column, endLine, endColumn, elt: first, generators };
    }
    const elts = [first];
    this.moreElements(elts, T.RBRACE);
    const { endLine, endColumn } = this;
    this.expect(T.RBRACE);
    return { kind: 'Set', line, column, endLine, endColumn, elts };
  }

  /** The rest of a dict or dictcomp; `first` is the key before the current colon, if one was read. */
  private dict(line: number, column: number, first: Expression | null): Expression {
    const keys: (Expression | null)[] = [];
    const values: Expression[] = [];
    let key = first;
    while (this.kind !== T.RBRACE || key !== null) {
      if (key === null && this.accept(T.DOUBLESTAR)) {
        keys.push(null);
        values.push(this.operators(5));
      } else {
        key ??= this.expression();
        this.expect(T.COLON);
        const value = this.expression();
        if (keys.length === 0 && (this.kind === T.FOR || this.kind === T.ASYNC)) {
          const generators = this.comprehensions();
          const { endLine, endColumn } = this;
          this.expect(T.RBRACE);
          return { kind: 'DictComp', line, column, endLine, endColumn, key, value, generators };
        }
        keys.push(key);
        values.push(value);
        key = null;
      }
      if (!this.accept(T.COMMA)) break;
    }
    const { endLine, endColumn } = this;
    this.expect(T.RBRACE);
    return { kind: 'Dict', line, column, endLine, endColumn, keys, values };
  }

  /** Elements after the first, each after a comma, up to the closing bracket, which stays. */
  private moreElements(elts: Expression[], closing: number): void {
    while (this.accept(T.COMMA) && this.kind !== closing) elts.push(this.starNamedExpression());
  }

  starNamedExpression(): Expression {
    return this.kind === T.STAR ? this.starred(5) : this.namedExpression();
  }

  /** `*` and an expression; `min` is the loosest operator it may hold, 0 for a whole expression. */
  starred(min: number): Starred {
    const line = this.startLine;
    const column = this.startColumn;
    this.next();
    const value = min === 0 ? this.expression() : this.operators(min);
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'Starred', line, column, endLine, endColumn, value, ctx: 'Load' };
  }

  /** `for_if_clauses`. */
  comprehensions(): Comprehension[] {
    const generators: Comprehension[] = [];
    do {
      const is_async = this.accept(T.ASYNC);
      this.expect(T.FOR);
      const target = this.starTargets();
      this.expect(T.IN);
      const iter = this.operators(1);
      const ifs: Expression[] = [];
      while (this.accept(T.IF)) ifs.push(this.operators(1));
      generators.push({ kind: 'comprehension', target, iter, ifs, is_async });
    } while (this.kind === T.FOR || this.kind === T.ASYNC);
    return generators;
  }

  /** `star_targets`: what a `for` binds. */
  starTargets(): Expression {
    const line = this.startLine;
    const column = this.startColumn;
    const first = this.starTarget();
    if (this.kind !== T.COMMA) return first;
    const elts = [first];
    while (this.accept(T.COMMA) && this.kind !== T.IN && this.kind !== T.EQUAL) {
      elts.push(this.starTarget());
    }
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'Tuple', line, column, endLine, endColumn, elts, ctx: 'Store' };
  }

  starTarget(): Expression {
    if (this.kind !== T.STAR) {
      const target = this.primary();
      this.setContext(target, 'Store');
      return target;
    }
    const line = this.startLine;
    const column = this.startColumn;
    this.next();
    if (this.kind === T.STAR) this.refuse();
    const value = this.starTarget();
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'Starred', line, column, endLine, endColumn, value, ctx: 'Store' };
  }

  private slices(): Expression {
    const line = this.startLine;
    const column = this.startColumn;
    const first = this.slice();
    if (this.kind !== T.COMMA && first.kind !== 'Starred') return first;
    const elts = [first];
    while (this.accept(T.COMMA) && this.kind !== T.RSQB) elts.push(this.slice());
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'Tuple', line, column, endLine, endColumn, elts, ctx: 'Load' };
  }

  private slice(): Expression {
    if (this.kind === T.STAR) return this.starred(0);
    const line = this.startLine;
    const column = this.startColumn;
    const startsWithName = this.kind === T.NAME;
    const lower = this.kind === T.COLON ? null : this.namedExpression();
    if (this.kind !== T.COLON) return lower ?? this.refuse();
    if (lower?.kind === 'NamedExpr' && startsWithName) this.refuse();
    this.next();
    const upper = this.sliceBound();
    const step = this.accept(T.COLON) ? this.sliceBound() : null;
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    const node: Slice = { kind: 'Slice', line, column, endLine, endColumn, lower, upper, step };
    return node;
  }

  private sliceBound(): Expression | null {
    if (this.kind === T.COLON || this.kind === T.COMMA || this.kind === T.RSQB) return null;
    return this.expression();
  }

  private call(func: Expression, line: number, column: number): Expression {
    const openLine = this.startLine;
    const openColumn = this.startColumn;
    this.next();
    const args: Expression[] = [];
    const keywords: Keyword[] = [];
    this.arguments(args, keywords, openLine, openColumn);
    const { endLine, endColumn } = this;
    this.expect(T.RPAR);
    return { kind: 'Call', line, column, endLine, endColumn, func, args, keywords };
  }

  /**
   * The arguments up to the closing bracket, which stays. A lone generator expression may lack
   * brackets of its own; it then takes those of the call, which open at the given place.
   */
  arguments(args: Expression[], keywords: Keyword[], openLine: number, openColumn: number): void {
    let unpacked = false;
    while (this.kind !== T.RPAR) {
      const line = this.startLine;
      const column = this.startColumn;
      if (this.kind === T.STAR) {
        if (unpacked) this.refuse();
        args.push(this.starred(0));
      } else if (this.accept(T.DOUBLESTAR)) {
        unpacked = true;
        const value = this.expression();
        const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
        keywords.push({ kind: 'keyword', line, column, endLine, endColumn, arg: null, value });
      } else {
        const startsWithName = this.kind === T.NAME;
        const argument = this.namedExpression();
        if (this.kind === T.EQUAL) {
          if (argument.kind !== 'Name' || !startsWithName) this.refuse();
          this.next();
          const value = this.expression();
          const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
          keywords.push({ kind: 'keyword', line, column, endLine, endColumn, arg: argument.id, value });
        } else if (this.kind === T.FOR || this.kind === T.ASYNC) {
          if (args.length > 0 || keywords.length > 0) this.refuse();
          const generators = this.comprehensions();
          if (this.kind !== T.RPAR) this.refuse();
          const { endLine, endColumn } = this;
          const place = { line: openLine, column: openColumn, endLine, endColumn };
          args.push({ kind: 'GeneratorExp', ...place, elt: argument, generators });
          return;
        } else {
          if (keywords.length > 0) this.refuse();
          args.push(argument);
        }
      }
      if (!this.accept(T.COMMA)) return;
    }
  }
}
