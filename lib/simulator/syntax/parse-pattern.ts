import type { Attribute, Constant, Expression, Name, Pattern } from './ast';
import { ExpressionParser } from './parse-expression';
import * as T from './token';

/** What stands after `case`. */
export abstract class PatternParser extends ExpressionParser {
  /** `patterns`: a sequence without brackets, or one pattern. */
  patterns(): Pattern {
    const line = this.startLine;
    const column = this.startColumn;
    const first = this.maybeStarPattern();
    if (this.kind !== T.COMMA) return first.kind === 'MatchStar' ? this.refuse() : first;
    const patterns = [first];
    while (this.accept(T.COMMA) && this.kind !== T.COLON && this.kind !== T.IF) {
      patterns.push(this.maybeStarPattern());
    }
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'MatchSequence', line, column, endLine, endColumn, patterns };
  }

  /** `pattern`: alternatives, with `as name` or without. */
  private pattern(): Pattern {
    const line = this.startLine;
    const column = this.startColumn;
    const first = this.closedPattern();
    let pattern = first;
    if (this.kind === T.VBAR) {
      const patterns = [first];
      while (this.accept(T.VBAR)) patterns.push(this.closedPattern());
      const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
      pattern = { kind: 'MatchOr', line, column, endLine, endColumn, patterns };
    }
    if (!this.accept(T.AS)) return pattern;
    const name = this.captureTarget();
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'MatchAs', line, column, endLine, endColumn, pattern, name };
  }

  private maybeStarPattern(): Pattern {
    if (this.kind !== T.STAR) return this.pattern();
    const line = this.startLine;
    const column = this.startColumn;
    this.next();
    let name: string | null = null;
    if (this.isWord('_')) this.next();
    else name = this.captureTarget();
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'MatchStar', line, column, endLine, endColumn, name };
  }

  private captureTarget(): string {
    if (this.isWord('_')) this.refuse();
    const name = this.identifier();
    this.next();
    if (this.kind === T.DOT || this.kind === T.LPAR || this.kind === T.EQUAL) this.refuse();
    return name;
  }

  private closedPattern(): Pattern {
    const line = this.startLine;
    const column = this.startColumn;
    switch (this.kind) {
      case T.NONE:
      case T.TRUE:
      case T.FALSE: {
        const { value, endLine, endColumn } = this.primaryConstant();
        return { kind: 'MatchSingleton', line, column, endLine, endColumn, value };
      }
      case T.NUMBER:
      case T.MINUS:
      case T.STRING: {
        const value = this.literal();
        const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
        return { kind: 'MatchValue', line, column, endLine, endColumn, value };
      }
      case T.LPAR:
      case T.LSQB:
        return this.bracketedPattern();
      case T.LBRACE:
        return this.mappingPattern();
      default:
        return this.namePattern();
    }
  }

  private primaryConstant(): Constant {
    const node = this.primary();
    return node.kind === 'Constant' ? node : this.refuse();
  }

  /** A number with its sign, a complex number, or strings. */
  private literal(): Expression {
    if (this.kind === T.STRING) return this.strings();
    const line = this.startLine;
    const column = this.startColumn;
    const left = this.signedNumber();
    if (this.kind !== T.PLUS && this.kind !== T.MINUS) return left;
    const op = this.kind === T.PLUS ? 'Add' : 'Sub';
    const real = left.kind === 'UnaryOp' ? left.operand : left;
    if (real.kind !== 'Constant' || real.value.type === 'complex') this.refuse();
    this.next();
    const right = this.number();
    if (right.value.type !== 'complex') this.refuse();
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'BinOp', line, column, endLine, endColumn, left, op, right };
  }

  private strings(): Expression {
    const node = this.primary();
    return node.kind === 'Constant' || node.kind === 'JoinedStr' ? node : this.refuse();
  }

  private signedNumber(): Expression {
    const line = this.startLine;
    const column = this.startColumn;
    if (!this.accept(T.MINUS)) return this.number();
    const operand = this.number();
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    return { kind: 'UnaryOp', line, column, endLine, endColumn, op: 'USub', operand };
  }

  private number(): Constant {
    return this.kind === T.NUMBER ? this.primaryConstant() : this.refuse();
  }

  private bracketedPattern(): Pattern {
    const line = this.startLine;
    const column = this.startColumn;
    const round = this.kind === T.LPAR;
    const closing = round ? T.RPAR : T.RSQB;
    this.next();
    const patterns: Pattern[] = [];
    while (this.kind !== closing) {
      const element = this.maybeStarPattern();
      if (round && patterns.length === 0 && element.kind !== 'MatchStar' && this.accept(T.RPAR))
        return element;
      patterns.push(element);
      if (this.accept(T.COMMA)) continue;
      if (round && patterns.length === 1) this.refuse();
      break;
    }
    const { endLine, endColumn } = this;
    this.expect(closing);
    return { kind: 'MatchSequence', line, column, endLine, endColumn, patterns };
  }

  private mappingPattern(): Pattern {
    const line = this.startLine;
    const column = this.startColumn;
    this.next();
    const keys: Expression[] = [];
    const patterns: Pattern[] = [];
    let rest: string | null = null;
    while (this.kind !== T.RBRACE) {
      if (this.accept(T.DOUBLESTAR)) {
        rest = this.captureTarget();
        this.accept(T.COMMA);
        break;
      }
      keys.push(this.mappingKey());
      this.expect(T.COLON);
      patterns.push(this.pattern());
      if (!this.accept(T.COMMA)) break;
    }
    const { endLine, endColumn } = this;
    this.expect(T.RBRACE);
    return { kind: 'MatchMapping', line, column, endLine, endColumn, keys, patterns, rest };
  }

  private mappingKey(): Expression {
    switch (this.kind) {
      case T.NUMBER:
      case T.MINUS:
      case T.STRING:
        return this.literal();
      case T.NONE:
      case T.TRUE:
      case T.FALSE:
        return this.primaryConstant();
      default: {
        const key = this.dottedName();
        return key.kind === 'Attribute' ? key : this.refuse();
      }
    }
  }

  /** `name_or_attr`. */
  private dottedName(): Name | Attribute {
    const line = this.startLine;
    const column = this.startColumn;
    let node: Name | Attribute = this.name('Load');
    while (this.accept(T.DOT)) {
      const attr = this.identifier();
      const { endLine, endColumn } = this;
      this.next();
      node = { kind: 'Attribute', line, column, endLine, endColumn, value: node, attr, ctx: 'Load' };
    }
    return node;
  }

  /** A capture, the wildcard, a value or a class. */
  private namePattern(): Pattern {
    const line = this.startLine;
    const column = this.startColumn;
    const cls = this.dottedName();
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this;
    if (this.kind === T.LPAR) return this.classPattern(cls);
    if (this.kind === T.EQUAL) this.refuse();
    if (cls.kind === 'Attribute') return { kind: 'MatchValue', line, column, endLine, endColumn, value: cls };
    const name = cls.id === '_' ? null : cls.id;
    return { kind: 'MatchAs', line, column, endLine, endColumn, pattern: null, name };
  }

  private classPattern(cls: Name | Attribute): Pattern {
    const { line, column } = cls;
    this.next();
    const patterns: Pattern[] = [];
    const kwd_attrs: string[] = [];
    const kwd_patterns: Pattern[] = [];
    while (this.kind !== T.RPAR) {
      const mark = this.mark();
      const keyword = this.kind === T.NAME ? this.identifier() : '';
      this.next();
      if (keyword !== '' && this.accept(T.EQUAL)) {
        kwd_attrs.push(keyword);
        kwd_patterns.push(this.pattern());
      } else {
        this.reset(mark);
        if (kwd_attrs.length > 0) this.refuse();
        patterns.push(this.pattern());
      }
      if (!this.accept(T.COMMA)) break;
    }
    const { endLine, endColumn } = this;
    this.expect(T.RPAR);
    return { kind: 'MatchClass', line, column, endLine, endColumn, cls, patterns, kwd_attrs, kwd_patterns };
  }
}
