import type {
  Arguments,
  Expression,
  ExpressionContext,
  Keyword,
  MatchCase,
  Module,
  Position,
  Statement,
} from '../ast';
import type { Scope, ScopeNode } from '../scope';
import { EmissionWalker } from '../symbols/emission';
import { TreeProblem } from '../symbols/problem';
import { caseCheck } from './case';
import { LATE_FUTURE } from './future-messages';

type Try = Extract<Statement, { kind: 'Try' | 'TryStar' }>;

/** CPython's limit on loops, `with`s and `try`s within each other (CO_MAXBLOCKS). */
const MAX_BLOCKS = 20;

/**
 * The errors that CPython's compiler raises (Python/compile.c), in the order in which it meets
 * them. It runs after the symbol table has been built.
 * @param futureLine of the last import from `__future__` that stands where it may
 */
export function checkCompiler(module: Module, scope: Scope, futureLine: number): void {
  new CompilerChecks(scope, futureLine).scope(module);
}

class CompilerChecks extends EmissionWalker {
  /** The blocks around within the scope. */
  private blocks: ('loop' | 'block' | 'except*')[] = [];

  constructor(
    private readonly scopeHere: Scope,
    private readonly futureLine: number,
  ) {
    super();
  }

  private get inFunction(): boolean {
    const { kind } = this.scopeHere;
    return kind !== 'module' && kind !== 'class';
  }

  private get inAsync(): boolean {
    return this.scopeHere.node.kind === 'AsyncFunctionDef';
  }

  private get inComprehension(): boolean {
    const { kind } = this.scopeHere;
    return this.inFunction && kind !== 'function' && kind !== 'lambda';
  }

  protected override nested(node: ScopeNode): void {
    const scope = this.scopeHere.children.get(node);
    if (scope === undefined) throw new Error('a scope is missing from the symbol table');
    if (
      scope.isCoroutine &&
      (scope.kind === 'listcomp' || scope.kind === 'setcomp' || scope.kind === 'dictcomp')
    ) {
      if (!this.inAsync && !this.inComprehension && node.kind !== 'Module') {
        throw new TreeProblem('asynchronous comprehension outside of an asynchronous function', node);
      }
    }
    new CompilerChecks(scope, this.futureLine).scope(node);
  }

  private within(kind: 'loop' | 'block' | 'except*', place: Position, walk: () => void): void {
    if (this.blocks.length >= MAX_BLOCKS) throw new TreeProblem('too many statically nested blocks', place);
    this.blocks.push(kind);
    walk();
    this.blocks.pop();
  }

  protected override statement(node: Statement): void {
    switch (node.kind) {
      case 'Return':
        if (!this.inFunction) throw new TreeProblem("'return' outside function", node);
        if (node.value !== null && this.scopeHere.isCoroutine && this.scopeHere.isGenerator) {
          throw new TreeProblem("'return' with value in async generator", node);
        }
        // A constant is loaded only after the blocks have been left.
        this.leaveBlocks(node.value?.kind === 'Constant' ? node.value : node, false);
        break;
      case 'Break':
        super.statement(node);
        if (!this.leaveBlocks(node, true)) throw new TreeProblem("'break' outside loop", node);
        return;
      case 'Continue':
        super.statement(node);
        if (!this.leaveBlocks(node, true)) throw new TreeProblem("'continue' not properly in loop", node);
        return;
      case 'AsyncFor':
        if (!this.inAsync) throw new TreeProblem("'async for' outside async function", node);
        this.within('loop', node, () => super.statement(node));
        return;
      case 'For':
      case 'While':
        this.loopStatement(node);
        return;
      case 'AsyncWith':
        if (!this.inAsync) throw new TreeProblem("'async with' outside async function", node);
        this.within('block', node, () => super.statement(node));
        return;
      case 'With':
        this.within('block', node, () => super.statement(node));
        return;
      case 'Try':
      case 'TryStar':
        this.tryStatement(node);
        return;
      case 'AugAssign':
        if (node.target.kind === 'Attribute') {
          this.expression(node.target.value);
          this.expression(node.value);
          return;
        }
        if (node.target.kind === 'Name') {
          this.expression(node.value);
          this.expression(node.target);
          return;
        }
        break;
      case 'ImportFrom':
        if (node.module === '__future__' && node.level === 0 && node.line > this.futureLine) {
          throw new TreeProblem(LATE_FUTURE, node);
        }
        break;
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        checkArguments(node.args, node);
        break;
      case 'ClassDef':
        this.classStatement(node);
        return;
    }
    super.statement(node);
  }

  private classStatement(node: Extract<Statement, { kind: 'ClassDef' }>): void {
    this.expressions(node.decorator_list);
    this.nested(node);
    checkKeywords(node.keywords, node);
    this.elements(node.bases);
    for (const keyword of node.keywords) this.expression(keyword.value);
    checkName(node.name, 'Store', node);
  }

  protected override annotation(node: Extract<Statement, { kind: 'AnnAssign' }>): void {
    const { target } = node;
    if (node.value === null && target.kind === 'Name') checkName(target.id, 'Store', node);
    if (target.kind === 'Attribute' && node.value === null) checkName(target.attr, 'Store', node);
    if (!this.inFunction) this.expression(node.annotation);
  }

  protected override case({ pattern, guard }: MatchCase, last: boolean): void {
    caseCheck.get()(pattern, last || guard !== null);
  }

  protected override mention(name: string, ctx: ExpressionContext, place: Position): void {
    if (ctx !== 'Load') checkName(name, ctx, place);
  }

  /** The `else` of a loop is outside of it. */
  private loopStatement(node: Extract<Statement, { kind: 'For' | 'While' }>): void {
    const walk = super.statement.bind(this);
    this.within('loop', node, () => walk({ ...node, orelse: [] }));
    this.statements(node.orelse);
  }

  private tryStatement(node: Try): void {
    if (node.finalbody.length > 0) {
      this.within('block', node, () => this.guarded(node.finalbody, () => this.tryBody(node)));
      this.within('block', node, () => this.statements(node.finalbody));
    } else {
      this.tryBody(node);
    }
  }

  private tryBody(node: Try): void {
    if (node.handlers.length === 0) {
      this.statements(node.body);
      return;
    }
    this.within('block', node, () => this.statements(node.body));
    if (node.kind === 'Try') this.statements(node.orelse);
    for (const [index, handler] of node.handlers.entries()) {
      if (handler.type === null && index < node.handlers.length - 1) {
        throw new TreeProblem("default 'except:' must be last", handler);
      }
      this.within(node.kind === 'TryStar' ? 'except*' : 'block', handler, () => this.handler(handler));
    }
    if (node.kind === 'TryStar') this.statements(node.orelse);
  }

  /** @returns whether there is a loop to leave */
  private leaveBlocks(node: Position, toLoop: boolean): boolean {
    for (let i = this.blocks.length - 1; i >= 0; i--) {
      if (this.blocks[i] === 'except*') {
        const rule = "'break', 'continue' and 'return' cannot appear in an except* block";
        throw new TreeProblem(rule, node);
      }
      if (toLoop && this.blocks[i] === 'loop') return true;
    }
    return false;
  }

  protected override expression(node: Expression | null): void {
    if (node === null) return;
    switch (node.kind) {
      case 'Attribute':
        super.expression(node);
        if (node.ctx === 'Store') checkName(node.attr, 'Store', node);
        return;
      case 'Lambda':
        checkArguments(node.args, node);
        break;
      case 'Starred':
        throw new TreeProblem(
          node.ctx === 'Store'
            ? 'starred assignment target must be in a list or tuple'
            : "can't use starred expression here",
          node,
        );
      case 'Tuple':
      case 'List':
        if (node.ctx === 'Store') checkStars(node, node.elts);
        break;
      case 'Yield':
      case 'YieldFrom':
        if (!this.inFunction) throw new TreeProblem("'yield' outside function", node);
        if (node.kind === 'YieldFrom' && this.inAsync) {
          throw new TreeProblem("'yield from' inside async function", node);
        }
        break;
      case 'Await':
        if (!this.inFunction) throw new TreeProblem("'await' outside function", node);
        if (!this.inAsync && !this.inComprehension) {
          throw new TreeProblem("'await' outside async function", node);
        }
        break;
      case 'Call':
        this.expression(node.func);
        checkKeywords(node.keywords, node);
        this.elements(node.args);
        for (const keyword of node.keywords) this.expression(keyword.value);
        return;
    }
    super.expression(node);
  }
}

function checkName(name: string, ctx: 'Store' | 'Del', place: Position): void {
  if (name !== '__debug__') return;
  throw new TreeProblem(ctx === 'Store' ? 'cannot assign to __debug__' : 'cannot delete __debug__', place);
}

function checkArguments(args: Arguments, place: Position): void {
  const { posonlyargs, kwonlyargs, vararg, kwarg } = args;
  for (const arg of [...posonlyargs, ...args.args, vararg, ...kwonlyargs, kwarg]) {
    if (arg !== null) checkName(arg.arg, 'Store', place);
  }
}

function checkKeywords(keywords: readonly Keyword[], call: Position): void {
  for (const [index, keyword] of keywords.entries()) {
    if (keyword.arg === null) continue;
    checkName(keyword.arg, 'Store', call);
    for (const other of keywords.slice(index + 1)) {
      if (other.arg === keyword.arg) {
        throw new TreeProblem(`keyword argument repeated: ${keyword.arg}`, other);
      }
    }
  }
}

function checkStars(place: Position, elements: readonly Expression[]): void {
  const stars = elements.flatMap((element, index) => (element.kind === 'Starred' ? [index] : []));
  const [first] = stars;
  if (first === undefined) return;
  if (first >= 256) throw new TreeProblem('too many expressions in star-unpacking assignment', place);
  if (stars.length > 1) throw new TreeProblem('multiple starred expressions in assignment', place);
}
