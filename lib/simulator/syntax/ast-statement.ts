import type {
  Arguments,
  BinaryOperator,
  ConstantValue,
  Expression,
  Keyword,
  Position,
} from './ast-expression';

/** Statements and patterns of the syntax tree and their parts; see `ast.ts`. */

export interface Alias extends Position {
  readonly kind: 'alias';
  readonly name: string;
  readonly asname: string | null;
}
export interface WithItem {
  readonly kind: 'withitem';
  readonly context_expr: Expression;
  readonly optional_vars: Expression | null;
}
export interface ExceptHandler extends Position {
  readonly kind: 'ExceptHandler';
  readonly type: Expression | null;
  readonly name: string | null;
  readonly body: readonly Statement[];
}
export interface MatchCase {
  readonly kind: 'match_case';
  readonly pattern: Pattern;
  readonly guard: Expression | null;
  readonly body: readonly Statement[];
}

// ----- patterns ------------------------------------------------------------------------------

export interface MatchValue extends Position {
  readonly kind: 'MatchValue';
  readonly value: Expression;
}
/** `None`, `True` or `False` as a pattern. */
export interface MatchSingleton extends Position {
  readonly kind: 'MatchSingleton';
  readonly value: ConstantValue;
}
export interface MatchSequence extends Position {
  readonly kind: 'MatchSequence';
  readonly patterns: readonly Pattern[];
}
export interface MatchMapping extends Position {
  readonly kind: 'MatchMapping';
  readonly keys: readonly Expression[];
  readonly patterns: readonly Pattern[];
  readonly rest: string | null;
}
export interface MatchClass extends Position {
  readonly kind: 'MatchClass';
  readonly cls: Expression;
  readonly patterns: readonly Pattern[];
  readonly kwd_attrs: readonly string[];
  readonly kwd_patterns: readonly Pattern[];
}
export interface MatchStar extends Position {
  readonly kind: 'MatchStar';
  readonly name: string | null;
}
/** A capture (`name` alone), the wildcard (both null), or `pattern as name`. */
export interface MatchAs extends Position {
  readonly kind: 'MatchAs';
  readonly pattern: Pattern | null;
  readonly name: string | null;
}
export interface MatchOr extends Position {
  readonly kind: 'MatchOr';
  readonly patterns: readonly Pattern[];
}

export type Pattern =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr;

// ----- statements ----------------------------------------------------------------------------

export interface FunctionDef extends Position {
  readonly kind: 'FunctionDef';
  readonly name: string;
  readonly args: Arguments;
  readonly body: readonly Statement[];
  readonly decorator_list: readonly Expression[];
  readonly returns: Expression | null;
}
export interface AsyncFunctionDef extends Position {
  readonly kind: 'AsyncFunctionDef';
  readonly name: string;
  readonly args: Arguments;
  readonly body: readonly Statement[];
  readonly decorator_list: readonly Expression[];
  readonly returns: Expression | null;
}
export interface ClassDef extends Position {
  readonly kind: 'ClassDef';
  readonly name: string;
  readonly bases: readonly Expression[];
  readonly keywords: readonly Keyword[];
  readonly body: readonly Statement[];
  readonly decorator_list: readonly Expression[];
}
export interface Return extends Position {
  readonly kind: 'Return';
  readonly value: Expression | null;
}
export interface Delete extends Position {
  readonly kind: 'Delete';
  readonly targets: readonly Expression[];
}
export interface Assign extends Position {
  readonly kind: 'Assign';
  readonly targets: readonly Expression[];
  readonly value: Expression;
}
export interface AugAssign extends Position {
  readonly kind: 'AugAssign';
  readonly target: Expression;
  readonly op: BinaryOperator;
  readonly value: Expression;
}
/** `simple` is 1 when the target is a name without parentheses, else 0. */
export interface AnnAssign extends Position {
  readonly kind: 'AnnAssign';
  readonly target: Expression;
  readonly annotation: Expression;
  readonly value: Expression | null;
  readonly simple: 0 | 1;
}
export interface For extends Position {
  readonly kind: 'For';
  readonly target: Expression;
  readonly iter: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}
export interface AsyncFor extends Position {
  readonly kind: 'AsyncFor';
  readonly target: Expression;
  readonly iter: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}
export interface While extends Position {
  readonly kind: 'While';
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}
/** An `elif` is an `If` that stands alone in `orelse`. */
export interface If extends Position {
  readonly kind: 'If';
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}
export interface With extends Position {
  readonly kind: 'With';
  readonly items: readonly WithItem[];
  readonly body: readonly Statement[];
}
export interface AsyncWith extends Position {
  readonly kind: 'AsyncWith';
  readonly items: readonly WithItem[];
  readonly body: readonly Statement[];
}
export interface Match extends Position {
  readonly kind: 'Match';
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}
export interface Raise extends Position {
  readonly kind: 'Raise';
  readonly exc: Expression | null;
  readonly cause: Expression | null;
}
export interface Try extends Position {
  readonly kind: 'Try';
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Statement[];
  readonly finalbody: readonly Statement[];
}
export interface TryStar extends Position {
  readonly kind: 'TryStar';
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Statement[];
  readonly finalbody: readonly Statement[];
}
export interface Assert extends Position {
  readonly kind: 'Assert';
  readonly test: Expression;
  readonly msg: Expression | null;
}
export interface Import extends Position {
  readonly kind: 'Import';
  readonly names: readonly Alias[];
}
/** `level` is the number of leading dots; `module` is null for `from . import name`. */
export interface ImportFrom extends Position {
  readonly kind: 'ImportFrom';
  readonly module: string | null;
  readonly names: readonly Alias[];
  readonly level: number;
}
export interface Global extends Position {
  readonly kind: 'Global';
  readonly names: readonly string[];
}
export interface Nonlocal extends Position {
  readonly kind: 'Nonlocal';
  readonly names: readonly string[];
}
/** An expression as a statement (CPython's `Expr`). */
export interface ExpressionStatement extends Position {
  readonly kind: 'Expr';
  readonly value: Expression;
}
export interface Pass extends Position {
  readonly kind: 'Pass';
}
export interface Break extends Position {
  readonly kind: 'Break';
}
export interface Continue extends Position {
  readonly kind: 'Continue';
}

export type Statement =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | AugAssign
  | AnnAssign
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Raise
  | Try
  | TryStar
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExpressionStatement
  | Pass
  | Break
  | Continue;
