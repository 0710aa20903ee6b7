import type { Arguments, Comprehension, Expression, Pattern, Statement } from '../ast';
import type { ScopeKind } from '../scope';
import { operands } from './children';
import { Definitions } from './definitions';
import * as F from './flags';
import { TreeProblem } from './problem';

type Comprehending = Extract<Expression, { generators: readonly Comprehension[] }>;
type Annotated = Extract<Statement, { kind: 'AnnAssign' }>;

const COMPREHENSIONS = {
  ListComp: ['listcomp', 'list comprehension'],
  SetComp: ['setcomp', 'set comprehension'],
  DictComp: ['dictcomp', 'dict comprehension'],
  GeneratorExp: ['genexp', 'generator expression'],
} as const satisfies Record<string, readonly [ScopeKind, string]>;

/** First pass over the tree: who mentions which name how, in the order of Python/symtable.c. */
export class Collector extends Definitions {
  statements(body: readonly Statement[]): void {
    for (const statement of body) this.statement(statement);
  }

  private statement(node: Statement): void {
    this.descend(node);
    switch (node.kind) {
      case 'Expr':
        this.expression(node.value);
        break;
      case 'Assign':
        this.expressions(node.targets);
        this.expression(node.value);
        break;
      case 'Delete':
        this.expressions(node.targets);
        break;
      case 'AugAssign':
        this.expression(node.target);
        this.expression(node.value);
        break;
      case 'AnnAssign':
        this.annotated(node);
        break;
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        this.define(node.name, F.DEF_LOCAL, node);
        this.defaults(node.args);
        this.annotations(node.args);
        this.expression(node.returns);
        this.expressions(node.decorator_list);
        this.enter('function', node.name, node, this.block.className);
        this.block.isCoroutine = node.kind === 'AsyncFunctionDef';
        this.parameters(node.args);
        this.statements(node.body);
        this.leave();
        break;
      case 'ClassDef':
        this.define(node.name, F.DEF_LOCAL, node);
        this.expressions(node.bases);
        for (const keyword of node.keywords) this.expression(keyword.value);
        this.expressions(node.decorator_list);
        this.enter('class', node.name, node, node.name);
        this.statements(node.body);
        this.leave();
        break;
      case 'Return':
        this.expression(node.value);
        break;
      case 'For':
      case 'AsyncFor':
        this.expression(node.target);
        this.expression(node.iter);
        this.statements(node.body);
        this.statements(node.orelse);
        break;
      case 'While':
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
        for (const { pattern, guard, body } of node.cases) {
          this.pattern(pattern);
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
        this.statements(node.body);
        this.statements(node.orelse);
        for (const handler of node.handlers) {
          this.expression(handler.type);
          if (handler.name !== null) this.define(handler.name, F.DEF_LOCAL, handler);
          this.statements(handler.body);
        }
        this.statements(node.finalbody);
        break;
      case 'Assert':
        this.expression(node.test);
        this.expression(node.msg);
        break;
      case 'Import':
      case 'ImportFrom':
        for (const alias of node.names) {
          if (alias.name !== '*') {
            const name = alias.asname ?? (alias.name.split('.')[0] as string);
            this.define(name, F.DEF_IMPORT, alias);
          } else if (this.block.kind !== 'module') {
            throw new TreeProblem('import * only allowed at module level', alias);
          }
        }
        break;
      case 'Global':
      case 'Nonlocal':
        this.directive(node);
    }
    this.depth--;
  }

  private annotated(node: Annotated): void {
    const { target } = node;
    if (target.kind === 'Name') {
      const flags = this.lookup(target.id);
      if (
        node.simple === 1 &&
        (flags & (F.DEF_GLOBAL | F.DEF_NONLOCAL)) !== 0 &&
        this.block.kind !== 'module'
      ) {
        const word = (flags & F.DEF_GLOBAL) !== 0 ? 'global' : 'nonlocal';
        throw new TreeProblem(`annotated name '${target.id}' can't be ${word}`, node);
      }
      if (node.simple === 1) this.define(target.id, F.DEF_ANNOT | F.DEF_LOCAL, target);
      else if (node.value !== null) this.define(target.id, F.DEF_LOCAL, target);
    } else {
      this.expression(target);
    }
    this.expression(node.annotation);
    this.expression(node.value);
  }

  private defaults(args: Arguments): void {
    this.expressions(args.defaults);
    for (const value of args.kw_defaults) this.expression(value);
  }

  private annotations(args: Arguments): void {
    for (const arg of args.posonlyargs) this.expression(arg.annotation);
    for (const arg of args.args) this.expression(arg.annotation);
    this.expression(args.vararg?.annotation ?? null);
    this.expression(args.kwarg?.annotation ?? null);
    for (const arg of args.kwonlyargs) this.expression(arg.annotation);
  }

  private expressions(nodes: readonly (Expression | null)[]): void {
    for (const node of nodes) this.expression(node);
  }

  private expression(node: Expression | null): void {
    if (node === null) return;
    this.descend(node);
    switch (node.kind) {
      case 'Name':
        this.define(node.id, node.ctx === 'Load' ? F.USE : F.DEF_LOCAL, node);
        if (node.id === 'super' && node.ctx === 'Load' && this.block.isFunction) {
          this.define('__class__', F.USE, node);
        }
        break;
      case 'Call':
        this.expression(node.func);
        this.expressions(node.args);
        for (const keyword of node.keywords) this.expression(keyword.value);
        break;
      case 'List':
      case 'Tuple':
      case 'Set':
        this.expressions(node.elts);
        break;
      case 'Dict':
        this.expressions(node.keys);
        this.expressions(node.values);
        break;
      case 'Lambda':
        this.defaults(node.args);
        this.enter('lambda', '<lambda>', node, this.block.className);
        this.parameters(node.args);
        this.expression(node.body);
        this.leave();
        break;
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp':
        this.comprehension(node);
        break;
      case 'NamedExpr':
        if (this.block.inIterable > 0) {
          const rule = 'assignment expression cannot be used in a comprehension iterable expression';
          throw new TreeProblem(rule, node);
        }
        if (this.block.isComprehension) this.bindOutside(node.target);
        this.expression(node.value);
        this.expression(node.target);
        break;
      case 'Yield':
      case 'YieldFrom':
        this.expression(node.value);
        this.block.isGenerator = true;
        if (this.block.isComprehension) {
          const [, name] = COMPREHENSIONS[this.block.node.kind as Comprehending['kind']];
          throw new TreeProblem(`'yield' inside ${name}`, node);
        }
        break;
      case 'Await':
        this.expression(node.value);
        this.block.isCoroutine = true;
        break;
      default:
        this.expressions(operands(node));
    }
    this.depth--;
  }

  private comprehension(node: Comprehending): void {
    const [first, ...rest] = node.generators as [Comprehension, ...Comprehension[]];
    this.block.inIterable++;
    this.expression(first.iter);
    this.block.inIterable--;
    const [kind] = COMPREHENSIONS[node.kind];
    this.enter(kind, kind === 'genexp' ? '<genexpr>' : `<${kind}>`, node, this.block.className);
    const { block } = this;
    block.argCount = 1;
    block.isCoroutine = first.is_async;
    this.define('.0', F.DEF_PARAM, node);
    this.target(first.target);
    this.expressions(first.ifs);
    for (const generator of rest) {
      this.target(generator.target);
      block.inIterable++;
      this.expression(generator.iter);
      block.inIterable--;
      this.expressions(generator.ifs);
      if (generator.is_async) block.isCoroutine = true;
    }
    if (node.kind === 'DictComp') {
      this.expression(node.value);
      this.expression(node.key);
    } else {
      this.expression(node.elt);
    }
    block.isGenerator = node.kind === 'GeneratorExp';
    this.leave();
    if (block.isCoroutine && !block.isGenerator) this.block.isCoroutine = true;
  }

  private target(node: Expression): void {
    this.block.inTarget = true;
    this.expression(node);
    this.block.inTarget = false;
  }

  private pattern(node: Pattern | null): void {
    if (node === null) return;
    this.descend(node);
    switch (node.kind) {
      case 'MatchValue':
        this.expression(node.value);
        break;
      case 'MatchSequence':
      case 'MatchOr':
        for (const part of node.patterns) this.pattern(part);
        break;
      case 'MatchStar':
        if (node.name !== null) this.define(node.name, F.DEF_LOCAL, node);
        break;
      case 'MatchMapping':
        this.expressions(node.keys);
        for (const part of node.patterns) this.pattern(part);
        if (node.rest !== null) this.define(node.rest, F.DEF_LOCAL, node);
        break;
      case 'MatchClass':
        this.expression(node.cls);
        for (const part of node.patterns) this.pattern(part);
        for (const part of node.kwd_patterns) this.pattern(part);
        break;
      case 'MatchAs':
        this.pattern(node.pattern);
        if (node.name !== null) this.define(node.name, F.DEF_LOCAL, node);
    }
    this.depth--;
  }
}
