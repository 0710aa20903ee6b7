import type {
  AsyncFunctionDef,
  ClassDef,
  DictComp,
  FunctionDef,
  GeneratorExp,
  Lambda,
  ListComp,
  Module,
  SetComp,
} from './ast';

/**
 * Where a name lives, as CPython's symbol table (Python/symtable.c) decides it.
 * - `local`: a fast local of a function, or a name of the module's or class's own dictionary;
 * - `global-explicit`: said so by a `global` statement in this scope;
 * - `global-implicit`: bound nowhere around, so looked up in the globals, then the builtins;
 * - `cell`: a local of this scope that a scope within refers to;
 * - `free`: belongs to a function scope around this one.
 */
export type SymbolKind = 'local' | 'global-explicit' | 'global-implicit' | 'cell' | 'free';

export type ScopeKind =
  | 'module'
  | 'function'
  | 'class'
  | 'lambda'
  | 'listcomp'
  | 'setcomp'
  | 'dictcomp'
  | 'genexp';

/** The nodes that open a scope. */
export type ScopeNode =
  | Module
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Lambda
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp;

/**
 * One scope of a program. All names are mangled already (`__x` in class `C` is `_C__x`);
 * use `mangle(scope.className, name)` to look up a name from the tree.
 *
 * As in CPython, defaults, decorators, annotations, class bases and the first iterable of a
 * comprehension belong to the scope around, and each comprehension is a function scope of its
 * own whose single argument is `.0`.
 */
export interface Scope {
  readonly kind: ScopeKind;
  /** The name CPython gives the code object: `<module>`, `f`, `<lambda>`, `<listcomp>` … */
  readonly name: string;
  readonly node: ScopeNode;
  readonly parent: Scope | null;
  /** Every name the scope mentions, in order of first mention. */
  readonly symbols: ReadonlyMap<string, SymbolKind>;
  /** co_varnames: the arguments (positional, keyword-only, `*args`, `**kwargs`), then the other fast locals in the order in which the compiler meets them. Empty for modules and classes. */
  readonly varnames: readonly string[];
  /** co_cellvars: arguments first, in their order, then sorted. A class holds `__class__` here when a method needs it. */
  readonly cellvars: readonly string[];
  /** co_freevars: sorted. */
  readonly freevars: readonly string[];
  /** The scopes directly within, by the node that opens them. */
  readonly children: ReadonlyMap<ScopeNode, Scope>;
  /** The class whose name mangles private names here, or null. */
  readonly className: string | null;
  /** co_argcount, with positional-only ones; co_posonlyargcount; co_kwonlyargcount. */
  readonly argCount: number;
  readonly positionalOnlyCount: number;
  readonly keywordOnlyCount: number;
  readonly hasStarArgs: boolean;
  readonly hasStarKeywords: boolean;
  /** Holds a `yield` of its own; true of every generator expression. */
  readonly isGenerator: boolean;
  /** `async def`, or a comprehension that awaits. */
  readonly isCoroutine: boolean;
  /** A function within a function (CPython's CO_NESTED). */
  readonly isNested: boolean;
}

/**
 * The name as the compiler sees it inside class `className`: `__x` becomes `_C__x`; names with
 * a dot, or that end in two underscores, stay (_Py_Mangle, Python/compile.c).
 */
export function mangle(className: string | null, name: string): string {
  if (className === null || name.charCodeAt(0) !== 95 || name.charCodeAt(1) !== 95) return name;
  if (name.endsWith('__') || name.includes('.')) return name;
  let start = 0;
  while (className.charCodeAt(start) === 95) start++;
  return start === className.length ? name : `_${className.slice(start)}${name}`;
}
