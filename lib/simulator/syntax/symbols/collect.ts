import type { Arguments, Comprehension, Expression, Name, Pattern, Position, Statement } from '../ast';
import type { ScopeKind, ScopeNode } from '../scope';
import { mangle } from '../scope';
import { Block } from './block';
import * as F from './flags';
import { TreeProblem } from './problem';

type Comprehending = Extract<Expression, { generators: readonly Comprehension[] }>;
type Directive = Extract<Statement, { kind: 'Global' | 'Nonlocal' }>;
type Annotated = Extract<Statement, { kind: 'AnnAssign' }>;

/** How deep a tree may be. CPython stops near 3,000; this leaves a browser's stack room. */
const MAX_DEPTH = 1000;

const COMPREHENSIONS = {
  ListComp: ['listcomp', 'list comprehension'],
  SetComp: ['setcomp', 'set comprehension'],
  DictComp: ['dictcomp', 'dict comprehension'],
  GeneratorExp: ['genexp', 'generator expression'],
} as const satisfies Record<string, readonly [ScopeKind, string]>;

/** First pass over the tree: who mentions which name how, in the order of Python/symtable.c. */
export class Collector {
  private block: Block;
  private depth = 0;

  constructor(readonly top: Block) {
    this.block = top;
  }

  private enter(kind: ScopeKind, name: string, node: ScopeNode, className: string | null): void {
    const block = new Block(kind, name, node, this.block, className);
    this.block.children.push(block);
    this.block = block;
  }

  private leave(): void {
    this.block = this.block.parent as Block;
  }

  private lookup(name: string): number {
    return this.block.flags.get(mangle(this.block.className, name)) ?? 0;
  }

  private define(name: string, flag: number, place: Position, block = this.block): void {
    const mangled = mangle(this.block.className, name);
    let flags = block.flags.get(mangled) ?? 0;
    if ((flag & F.DEF_PARAM) !== 0 && (flags & F.DEF_PARAM) !== 0) {
      throw new TreeProblem(`duplicate argument '${name}' in function definition`, place);
    }
    flags |= flag;
    if (block.inTarget) {
      if ((flags & (F.DEF_GLOBAL | F.DEF_NONLOCAL)) !== 0) {
        const rule = 'comprehension inner loop cannot rebind assignment expression target';
        throw new TreeProblem(`${rule} '${mangled}'`, place);
      }
      flags |= F.DEF_COMP_ITER;
    }
    block.flags.set(mangled, flags);
    if ((flag & F.DEF_PARAM) !== 0) block.parameters.push(mangled);
    else if ((flag & F.DEF_GLOBAL) !== 0) {
      this.top.flags.set(mangled, (this.top.flags.get(mangled) ?? 0) | flag);
    }
  }

  statements(body: readonly Statement[]): void {
    for (const statement of body) this.statement(statement);
  }

  private descend(place: Position): void {
    if (++this.depth > MAX_DEPTH) {
      throw new TreeProblem('maximum recursion depth exceeded during compilation', place, 'RecursionError');
    }
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

  private directive(node: Directive): void {
    const word = node.kind === 'Global' ? 'global' : 'nonlocal';
    for (const name of node.names) {
      const flags = this.lookup(name);
      if ((flags & (F.DEF_PARAM | F.DEF_LOCAL | F.USE | F.DEF_ANNOT)) !== 0) {
        let message = `name '${name}' is assigned to before ${word} declaration`;
        if ((flags & F.DEF_PARAM) !== 0) message = `name '${name}' is parameter and ${word}`;
        else if ((flags & F.USE) !== 0) message = `name '${name}' is used prior to ${word} declaration`;
        else if ((flags & F.DEF_ANNOT) !== 0) message = `annotated name '${name}' can't be ${word}`;
        throw new TreeProblem(message, node);
      }
      this.define(name, word === 'global' ? F.DEF_GLOBAL : F.DEF_NONLOCAL, node);
      this.recordDirective(name, node);
    }
  }

  private recordDirective(name: string, place: Position): void {
    const mangled = mangle(this.block.className, name);
    if (!this.block.directives.has(mangled)) this.block.directives.set(mangled, place);
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

  private parameters(args: Arguments): void {
    const { block } = this;
    block.argCount = args.posonlyargs.length + args.args.length;
    block.positionalOnlyCount = args.posonlyargs.length;
    block.keywordOnlyCount = args.kwonlyargs.length;
    for (const list of [args.posonlyargs, args.args, args.kwonlyargs]) {
      for (const arg of list) this.define(arg.arg, F.DEF_PARAM, arg);
    }
    if (args.vararg !== null) {
      this.define(args.vararg.arg, F.DEF_PARAM, args.vararg);
      block.hasStarArgs = true;
    }
    if (args.kwarg !== null) {
      this.define(args.kwarg.arg, F.DEF_PARAM, args.kwarg);
      block.hasStarKeywords = true;
    }
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
      case 'Constant':
        break;
      case 'Attribute':
      case 'Starred':
        this.expression(node.value);
        break;
      case 'Call':
        this.expression(node.func);
        this.expressions(node.args);
        for (const keyword of node.keywords) this.expression(keyword.value);
        break;
      case 'Subscript':
        this.expression(node.value);
        this.expression(node.slice);
        break;
      case 'Slice':
        this.expression(node.lower);
        this.expression(node.upper);
        this.expression(node.step);
        break;
      case 'List':
      case 'Tuple':
      case 'Set':
        this.expressions(node.elts);
        break;
      case 'BinOp':
        this.expression(node.left);
        this.expression(node.right);
        break;
      case 'Compare':
        this.expression(node.left);
        this.expressions(node.comparators);
        break;
      case 'BoolOp':
      case 'JoinedStr':
        this.expressions(node.values);
        break;
      case 'FormattedValue':
        this.expression(node.value);
        this.expression(node.format_spec);
        break;
      case 'UnaryOp':
        this.expression(node.operand);
        break;
      case 'IfExp':
        this.expression(node.test);
        this.expression(node.body);
        this.expression(node.orelse);
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

  /** A walrus in a comprehension binds in the function or module around (PEP 572). */
  private bindOutside(target: Name): void {
    // CPython looks the name up as it is written, not mangled.
    const name = target.id;
    for (let block: Block | null = this.block; block !== null; block = block.parent) {
      const flags = block.flags.get(name) ?? 0;
      if (block.isComprehension) {
        if ((flags & F.DEF_COMP_ITER) !== 0 && (flags & (F.DEF_LOCAL | F.DEF_GLOBAL)) !== 0) {
          const rule = 'assignment expression cannot rebind comprehension iteration variable';
          throw new TreeProblem(`${rule} '${target.id}'`, target);
        }
        continue;
      }
      if (block.kind === 'class') {
        const rule = 'assignment expression within a comprehension cannot be used in a class body';
        throw new TreeProblem(rule, target);
      }
      const global = block.kind === 'module' || (flags & F.DEF_GLOBAL) !== 0;
      this.define(target.id, global ? F.DEF_GLOBAL : F.DEF_NONLOCAL, target);
      this.recordDirective(target.id, target);
      this.define(target.id, block.kind === 'module' ? F.DEF_GLOBAL : F.DEF_LOCAL, target, block);
      return;
    }
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
