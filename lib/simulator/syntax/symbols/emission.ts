import type {
  Arguments,
  Comprehension,
  Expression,
  ExpressionContext,
  MatchCase,
  Pattern,
  Position,
  Statement,
} from '../ast';
import type { ScopeNode } from '../scope';
import { operands } from './children';

type Comprehending = Extract<Expression, { generators: readonly Comprehension[] }>;
type TryStatement = Extract<Statement, { kind: 'Try' | 'TryStar' }>;

/**
 * Walks the statements of one scope in the order in which CPython's compiler emits their code
 * (Python/compile.c), which differs from the order of the text: values before targets, the body
 * of a `finally` at each `return` that leaves it. What subclasses override decides what happens.
 */
export abstract class EmissionWalker {
  /** Bodies of the `finally` blocks around; null stands for a loop. */
  private readonly unwinding: (readonly Statement[] | null)[] = [];

  /** The scope mentions a name; `place` is what CPython would report. */
  protected mention(_name: string, _ctx: ExpressionContext, _place: Position): void {}
  /** A case of a `match` begins. */
  protected case(_case: MatchCase, _last: boolean): void {}
  /** The code of an inner scope is made here. */
  protected nested(_node: ScopeNode): void {}

  /** Walks the code of the scope itself. */
  scope(node: ScopeNode): void {
    switch (node.kind) {
      case 'Module':
      case 'FunctionDef':
      case 'AsyncFunctionDef':
      case 'ClassDef':
        this.statements(node.body);
        break;
      case 'Lambda':
        this.expression(node.body);
        break;
      default:
        this.comprehensionBody(node);
    }
  }

  private comprehensionBody(node: Comprehending): void {
    for (const [index, generator] of node.generators.entries()) {
      if (index > 0) this.expression(generator.iter);
      this.expression(generator.target);
      for (const test of generator.ifs) this.expression(test);
    }
    if (node.kind === 'DictComp') {
      this.expression(node.key);
      this.expression(node.value);
    } else {
      this.expression(node.elt);
    }
  }

  protected statements(body: readonly Statement[]): void {
    for (const statement of body) this.statement(statement);
  }

  protected statement(node: Statement): void {
    switch (node.kind) {
      case 'Expr':
      case 'Return':
        this.expression(node.value);
        if (node.kind === 'Return') this.unwind(false);
        break;
      case 'Assign':
        this.expression(node.value);
        this.expressions(node.targets);
        break;
      case 'AugAssign':
        this.expression(node.target);
        this.expression(node.value);
        break;
      case 'AnnAssign':
        if (node.value !== null) {
          this.expression(node.value);
          this.expression(node.target);
        } else if (node.target.kind === 'Attribute' || node.target.kind === 'Subscript') {
          this.expression(node.target.value);
          if (node.target.kind === 'Subscript') this.expression(node.target.slice);
        }
        this.annotation(node);
        break;
      case 'Delete':
        this.expressions(node.targets);
        break;
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        this.expressions(node.decorator_list);
        this.defaults(node.args);
        this.annotations(node.args);
        this.expression(node.returns);
        this.nested(node);
        this.mention(node.name, 'Store', node);
        break;
      case 'ClassDef':
        this.expressions(node.decorator_list);
        this.nested(node);
        this.expressions(node.bases);
        for (const keyword of node.keywords) this.expression(keyword.value);
        this.mention(node.name, 'Store', node);
        break;
      case 'For':
      case 'AsyncFor':
        this.expression(node.iter);
        this.expression(node.target);
        this.loop(node.body);
        this.statements(node.orelse);
        break;
      case 'While':
        this.expression(node.test);
        this.loop(node.body);
        this.statements(node.orelse);
        break;
      case 'If':
        this.expression(node.test);
        this.statements(node.body);
        this.statements(node.orelse);
        break;
      case 'With':
      case 'AsyncWith':
        for (const item of node.items) {
          this.expression(item.context_expr);
          this.expression(item.optional_vars);
        }
        this.statements(node.body);
        break;
      case 'Match':
        this.expression(node.subject);
        for (const [index, matchCase] of node.cases.entries()) {
          const { pattern, guard, body } = matchCase;
          this.case(matchCase, index === node.cases.length - 1);
          this.pattern(pattern);
          this.captures(pattern);
          this.expression(guard);
          this.statements(body);
        }
        break;
      case 'Raise':
        this.expression(node.exc);
        this.expression(node.cause);
        break;
      case 'Try':
      case 'TryStar':
        this.try(node);
        break;
      case 'Assert':
        this.expression(node.test);
        this.expression(node.msg);
        break;
      case 'Import':
      case 'ImportFrom':
        for (const { name, asname } of node.names) {
          this.mention(asname ?? (name.split('.')[0] as string), 'Store', node);
        }
        break;
      case 'Break':
      case 'Continue':
        this.unwind(true);
    }
  }

  /** Annotations of variables make code outside functions only. */
  protected annotation(_node: Extract<Statement, { kind: 'AnnAssign' }>): void {}

  private loop(body: readonly Statement[]): void {
    this.unwinding.push(null);
    this.statements(body);
    this.unwinding.pop();
  }

  /** Leaving blocks runs the `finally`s on the way: up to the loop, or all. */
  private unwind(toLoop: boolean): void {
    const all = this.unwinding.slice();
    while (this.unwinding.length > 0) {
      const body = this.unwinding.pop();
      if (body === null && toLoop) break;
      if (body) this.statements(body);
    }
    this.unwinding.push(...all.slice(this.unwinding.length));
  }

  private try(node: TryStatement): void {
    this.guarded(node.finalbody, () => {
      this.statements(node.body);
      if (node.kind === 'Try') this.statements(node.orelse);
      for (const handler of node.handlers) this.handler(handler);
      if (node.kind === 'TryStar') this.statements(node.orelse);
    });
    this.statements(node.finalbody);
  }

  /** Walks what a `finally` guards. */
  protected guarded(finalbody: readonly Statement[], walk: () => void): void {
    if (finalbody.length > 0) this.unwinding.push(finalbody);
    walk();
    if (finalbody.length > 0) this.unwinding.pop();
  }

  protected handler(handler: TryStatement['handlers'][number]): void {
    this.expression(handler.type);
    if (handler.name !== null) this.mention(handler.name, 'Store', handler);
    this.statements(handler.body);
  }

  private defaults(args: Arguments): void {
    this.expressions(args.defaults);
    this.expressions(args.kw_defaults);
  }

  private annotations(args: Arguments): void {
    for (const arg of [...args.args, ...args.posonlyargs]) this.expression(arg.annotation);
    this.starAnnotation(args.vararg?.annotation ?? null);
    for (const arg of args.kwonlyargs) this.expression(arg.annotation);
    this.expression(args.kwarg?.annotation ?? null);
  }

  /** The annotation of `*args` may itself be starred. */
  private starAnnotation(node: Expression | null): void {
    this.expression(node?.kind === 'Starred' ? node.value : node);
  }

  protected expressions(nodes: readonly (Expression | null)[]): void {
    for (const node of nodes) this.expression(node);
  }

  /** Elements of a display, a call or a target, where a starred one may stand. */
  protected elements(nodes: readonly Expression[]): void {
    for (const node of nodes) this.expression(node.kind === 'Starred' ? node.value : node);
  }

  protected expression(node: Expression | null): void {
    if (node === null) return;
    switch (node.kind) {
      case 'Name':
        this.mention(node.id, node.ctx, node);
        break;
      case 'Await':
      case 'Yield':
      case 'YieldFrom':
        this.expression(node.value);
        break;
      case 'Call':
        this.expression(node.func);
        this.elements(node.args);
        for (const keyword of node.keywords) this.expression(keyword.value);
        break;
      case 'List':
      case 'Tuple':
      case 'Set':
        this.elements(node.elts);
        break;
      case 'Dict':
        for (const [index, value] of node.values.entries()) {
          this.expression(node.keys[index] ?? null);
          this.expression(value);
        }
        break;
      case 'NamedExpr':
        this.expression(node.value);
        this.expression(node.target);
        break;
      case 'Lambda':
        this.defaults(node.args);
        this.nested(node);
        break;
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp':
        this.nested(node);
        this.expression(node.generators[0]?.iter ?? null);
        break;
      default:
        this.expressions(operands(node));
    }
  }

  /** The values that a pattern compares with. */
  protected pattern(node: Pattern | null): void {
    switch (node?.kind) {
      case 'MatchValue':
        this.expression(node.value);
        break;
      case 'MatchSequence':
      case 'MatchOr':
        for (const part of node.patterns) this.pattern(part);
        break;
      case 'MatchMapping':
        this.expressions(node.keys);
        for (const part of node.patterns) this.pattern(part);
        break;
      case 'MatchClass':
        this.expression(node.cls);
        for (const part of [...node.patterns, ...node.kwd_patterns]) this.pattern(part);
        break;
      case 'MatchAs':
        this.pattern(node.pattern);
    }
  }

  /** The names that a pattern binds, once it has matched. */
  private captures(node: Pattern | null): void {
    switch (node?.kind) {
      case 'MatchStar':
        if (node.name !== null) this.mention(node.name, 'Store', node);
        break;
      case 'MatchSequence':
      case 'MatchOr':
        for (const part of node.patterns) this.captures(part);
        break;
      case 'MatchMapping':
        for (const part of node.patterns) this.captures(part);
        if (node.rest !== null) this.mention(node.rest, 'Store', node);
        break;
      case 'MatchClass':
        for (const part of [...node.patterns, ...node.kwd_patterns]) this.captures(part);
        break;
      case 'MatchAs':
        this.captures(node.pattern);
        if (node.name !== null) this.mention(node.name, 'Store', node);
    }
  }
}
