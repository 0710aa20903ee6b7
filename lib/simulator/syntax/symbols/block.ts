import type { Position } from '../ast';
import type { ScopeKind, ScopeNode, SymbolKind } from '../scope';

/** A scope while its names are being collected (symtable.c's `PySTEntryObject`). */
export class Block {
  /** Name → bits of `flags.ts`, in order of first mention. */
  readonly flags = new Map<string, number>();
  /** Arguments, in the order of co_varnames. */
  readonly parameters: string[] = [];
  readonly children: Block[] = [];
  /** Where each `global` or `nonlocal` (or walrus in a comprehension) named a name first. */
  readonly directives = new Map<string, Position>();
  readonly kinds = new Map<string, SymbolKind>();
  /** Names of functions around a class that its methods use and that the class binds too. */
  readonly passedThrough: string[] = [];
  needsClassCell = false;
  isGenerator = false;
  isCoroutine = false;
  argCount = 0;
  positionalOnlyCount = 0;
  keywordOnlyCount = 0;
  hasStarArgs = false;
  hasStarKeywords = false;
  /** Reading the targets, or the iterables, of a comprehension. */
  inTarget = false;
  inIterable = 0;

  constructor(
    readonly kind: ScopeKind,
    readonly name: string,
    readonly node: ScopeNode,
    readonly parent: Block | null,
    readonly className: string | null,
  ) {}

  get isComprehension(): boolean {
    return this.name.startsWith('<') && this.kind !== 'module' && this.kind !== 'lambda';
  }

  get isFunction(): boolean {
    return this.kind !== 'module' && this.kind !== 'class';
  }

  get isNested(): boolean {
    for (let block = this.parent; block !== null; block = block.parent) if (block.isFunction) return true;
    return false;
  }
}
