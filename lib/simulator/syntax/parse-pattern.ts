import type { Attribute, Constant, Expression, Name, Pattern } from './ast';
import type { ExpressionParser } from './parse-expression';
import * as T from './token';

/** What stands after `case`. */
class PatternParser {
  constructor(private readonly parser: ExpressionParser) {}

  /** `patterns`: a sequence without brackets, or one pattern. */
  patterns(): Pattern {
    const line = this.parser.startLine;
    const column = this.parser.startColumn;
    const first = this.maybeStarPattern();
    if (this.parser.kind !== T.COMMA) return first.kind === 'MatchStar' ? this.parser.refuse() : first;
    const patterns = [first];
    while (this.parser.accept(T.COMMA) && this.parser.kind !== T.COLON && this.parser.kind !== T.IF) {
      patterns.push(this.maybeStarPattern());
    }
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this.parser;
    return { kind: 'MatchSequence', line, column, endLine, endColumn, patterns };
  }

  /** `pattern`: alternatives, with `as name` or without. */
  private pattern(): Pattern {
    const line = this.parser.startLine;
    const column = this.parser.startColumn;
    const first = this.closedPattern();
    let pattern = first;
    if (this.parser.kind === T.VBAR) {
      const patterns = [first];
      while (this.parser.accept(T.VBAR)) patterns.push(this.closedPattern());
      const { lastEndLine: endLine, lastEndColumn: endColumn } = this.parser;
      pattern = { kind: 'MatchOr', line, column, endLine, endColumn, patterns };
    }
    if (!this.parser.accept(T.AS)) return pattern;
    const name = this.captureTarget();
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this.parser;
    return { kind: 'MatchAs', line, column, endLine, endColumn, pattern, name };
  }

  private maybeStarPattern(): Pattern {
    if (this.parser.kind !== T.STAR) return this.pattern();
    const line = this.parser.startLine;
    const column = this.parser.startColumn;
    this.parser.next();
    let name: string | null = null;
    if (this.parser.isWord('_')) this.parser.next();
    else name = this.captureTarget();
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this.parser;
    return { kind: 'MatchStar', line, column, endLine, endColumn, name };
  }

  private captureTarget(): string {
    if (this.parser.isWord('_')) this.parser.refuse();
    const name = this.parser.identifier();
    this.parser.next();
    if (this.parser.kind === T.DOT || this.parser.kind === T.LPAR || this.parser.kind === T.EQUAL)
      this.parser.refuse();
    return name;
  }

  private closedPattern(): Pattern {
    const line = this.parser.startLine;
    const column = this.parser.startColumn;
    switch (this.parser.kind) {
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
        const { lastEndLine: endLine, lastEndColumn: endColumn } = this.parser;
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
    const node = this.parser.primary();
    return node.kind === 'Constant' ? node : this.parser.refuse();
  }

  /** A number with its sign, a complex number, or strings. */
  private literal(): Expression {
    if (this.parser.kind === T.STRING) return this.strings();
    const line = this.parser.startLine;
    const column = this.parser.startColumn;
    const left = this.signedNumber();
    if (this.parser.kind !== T.PLUS && this.parser.kind !== T.MINUS) return left;
    const op = this.parser.kind === T.PLUS ? 'Add' : 'Sub';
    const real = left.kind === 'UnaryOp' ? left.operand : left;
    if (real.kind !== 'Constant' || real.value.type === 'complex') this.parser.refuse();
    this.parser.next();
    const right = this.number();
    if (right.value.type !== 'complex') this.parser.refuse();
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this.parser;
    return { kind: 'BinOp', line, column, endLine, endColumn, left, op, right };
  }

  private strings(): Expression {
    const node = this.parser.primary();
    return node.kind === 'Constant' || node.kind === 'JoinedStr' ? node : this.parser.refuse();
  }

  private signedNumber(): Expression {
    const line = this.parser.startLine;
    const column = this.parser.startColumn;
    if (!this.parser.accept(T.MINUS)) return this.number();
    const operand = this.number();
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this.parser;
    return { kind: 'UnaryOp', line, column, endLine, endColumn, op: 'USub', operand };
  }

  private number(): Constant {
    return this.parser.kind === T.NUMBER ? this.primaryConstant() : this.parser.refuse();
  }

  private bracketedPattern(): Pattern {
    const line = this.parser.startLine;
    const column = this.parser.startColumn;
    const round = this.parser.kind === T.LPAR;
    const closing = round ? T.RPAR : T.RSQB;
    this.parser.next();
    const patterns: Pattern[] = [];
    while (this.parser.kind !== closing) {
      const element = this.maybeStarPattern();
      if (round && patterns.length === 0 && element.kind !== 'MatchStar' && this.parser.accept(T.RPAR))
        return element;
      patterns.push(element);
      if (this.parser.accept(T.COMMA)) continue;
      if (round && patterns.length === 1) this.parser.refuse();
      break;
    }
    const { endLine, endColumn } = this.parser;
    this.parser.expect(closing);
    return { kind: 'MatchSequence', line, column, endLine, endColumn, patterns };
  }

  private mappingPattern(): Pattern {
    const line = this.parser.startLine;
    const column = this.parser.startColumn;
    this.parser.next();
    const keys: Expression[] = [];
    const patterns: Pattern[] = [];
    let rest: string | null = null;
    while (this.parser.kind !== T.RBRACE) {
      if (this.parser.accept(T.DOUBLESTAR)) {
        rest = this.captureTarget();
        this.parser.accept(T.COMMA);
        break;
      }
      keys.push(this.mappingKey());
      this.parser.expect(T.COLON);
      patterns.push(this.pattern());
      if (!this.parser.accept(T.COMMA)) break;
    }
    const { endLine, endColumn } = this.parser;
    this.parser.expect(T.RBRACE);
    return { kind: 'MatchMapping', line, column, endLine, endColumn, keys, patterns, rest };
  }

  private mappingKey(): Expression {
    switch (this.parser.kind) {
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
        return key.kind === 'Attribute' ? key : this.parser.refuse();
      }
    }
  }

  /** `name_or_attr`. */
  private dottedName(): Name | Attribute {
    const line = this.parser.startLine;
    const column = this.parser.startColumn;
    let node: Name | Attribute = this.parser.name('Load');
    while (this.parser.accept(T.DOT)) {
      const attr = this.parser.identifier();
      const { endLine, endColumn } = this.parser;
      this.parser.next();
      node = { kind: 'Attribute', line, column, endLine, endColumn, value: node, attr, ctx: 'Load' };
    }
    return node;
  }

  /** A capture, the wildcard, a value or a class. */
  private namePattern(): Pattern {
    const line = this.parser.startLine;
    const column = this.parser.startColumn;
    const cls = this.dottedName();
    const { lastEndLine: endLine, lastEndColumn: endColumn } = this.parser;
    if (this.parser.kind === T.LPAR) return this.classPattern(cls);
    if (this.parser.kind === T.EQUAL) this.parser.refuse();
    if (cls.kind === 'Attribute') return { kind: 'MatchValue', line, column, endLine, endColumn, value: cls };
    const name = cls.id === '_' ? null : cls.id;
    return { kind: 'MatchAs', line, column, endLine, endColumn, pattern: null, name };
  }

  private classPattern(cls: Name | Attribute): Pattern {
    const { line, column } = cls;
    this.parser.next();
    const patterns: Pattern[] = [];
    const kwd_attrs: string[] = [];
    const kwd_patterns: Pattern[] = [];
    while (this.parser.kind !== T.RPAR) {
      const mark = this.parser.mark();
      const keyword = this.parser.kind === T.NAME ? this.parser.identifier() : '';
      this.parser.next();
      if (keyword !== '' && this.parser.accept(T.EQUAL)) {
        kwd_attrs.push(keyword);
        kwd_patterns.push(this.pattern());
      } else {
        this.parser.reset(mark);
        if (kwd_attrs.length > 0) this.parser.refuse();
        patterns.push(this.pattern());
      }
      if (!this.parser.accept(T.COMMA)) break;
    }
    const { endLine, endColumn } = this.parser;
    this.parser.expect(T.RPAR);
    return { kind: 'MatchClass', line, column, endLine, endColumn, cls, patterns, kwd_attrs, kwd_patterns };
  }
}

export const parsePatterns = (parser: ExpressionParser): Pattern => new PatternParser(parser).patterns();
