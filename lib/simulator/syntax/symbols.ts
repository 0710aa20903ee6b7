import type { Module } from './ast';
import { mangle, type Scope, type ScopeNode, type SymbolKind } from './scope';
import { analyse } from './symbols/analyse';
import { Block } from './symbols/block';
import { Collector } from './symbols/collect';
import { EmissionWalker } from './symbols/emission';

export type { Scope, ScopeKind, ScopeNode, SymbolKind } from './scope';

/**
 * The scope of a whole program, with those within (Python/symtable.c).
 * Throws `TreeProblem` where CPython refuses the program. `parseWithSymbols` turns that into a
 * `PythonSyntaxError`.
 */
export function buildSymbols(module: Module): Scope {
  const block = new Block('module', '<module>', module, null, null);
  new Collector(block).statements(module.body);
  analyse(block, null, new Set());
  return new AnalysedScope(block, null);
}

/** A scope whose lists are made when they are first asked for. */
class AnalysedScope implements Scope {
  readonly kind;
  readonly name;
  readonly node;
  readonly symbols: ReadonlyMap<string, SymbolKind>;
  readonly className;
  readonly argCount;
  readonly positionalOnlyCount;
  readonly keywordOnlyCount;
  readonly hasStarArgs;
  readonly hasStarKeywords;
  readonly isGenerator;
  readonly isCoroutine;
  private foundVarnames: readonly string[] | null = null;
  private foundChildren: ReadonlyMap<ScopeNode, Scope> | null = null;

  constructor(
    private readonly block: Block,
    readonly parent: Scope | null,
  ) {
    this.kind = block.kind;
    this.name = block.name;
    this.node = block.node;
    this.symbols = block.kinds;
    this.className = block.className;
    this.argCount = block.argCount;
    this.positionalOnlyCount = block.positionalOnlyCount;
    this.keywordOnlyCount = block.keywordOnlyCount;
    this.hasStarArgs = block.hasStarArgs;
    this.hasStarKeywords = block.hasStarKeywords;
    this.isGenerator = block.isGenerator;
    this.isCoroutine = block.isCoroutine;
  }

  get isNested(): boolean {
    return this.block.isNested;
  }

  get children(): ReadonlyMap<ScopeNode, Scope> {
    this.foundChildren ??= new Map(
      this.block.children.map((child) => [child.node, new AnalysedScope(child, this)]),
    );
    return this.foundChildren;
  }

  get varnames(): readonly string[] {
    if (!this.block.isFunction) return [];
    this.foundVarnames ??= fastLocals(this.block);
    return this.foundVarnames;
  }

  get cellvars(): readonly string[] {
    if (this.block.needsClassCell) return ['__class__'];
    const cells = this.named('cell');
    if (cells.length === 0) return cells;
    const { parameters } = this.block;
    return [
      ...parameters.filter((name) => cells.includes(name)),
      ...cells.filter((name) => !parameters.includes(name)),
    ];
  }

  get freevars(): readonly string[] {
    const found = this.named('free');
    const { passedThrough } = this.block;
    return passedThrough.length === 0 ? found : [...found, ...passedThrough].sort(byCodePoint);
  }

  private named(kind: SymbolKind): string[] {
    const names: string[] = [];
    for (const [name, found] of this.block.kinds) if (found === kind) names.push(name);
    return names.length > 1 ? names.sort(byCodePoint) : names;
  }
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Arguments, then the other fast locals as the compiler meets them. */
function fastLocals(block: Block): string[] {
  const names = new Set(block.parameters);
  let missing = 0;
  for (const [name, kind] of block.kinds) if (kind === 'local' && !names.has(name)) missing++;
  if (missing > 0) new LocalsWalker(block, names).scope(block.node);
  return [...names];
}

class LocalsWalker extends EmissionWalker {
  constructor(
    private readonly block: Block,
    private readonly names: Set<string>,
  ) {
    super();
  }

  protected override mention(name: string): void {
    const mangled = mangle(this.block.className, name);
    if (this.block.kinds.get(mangled) === 'local') this.names.add(mangled);
  }
}
