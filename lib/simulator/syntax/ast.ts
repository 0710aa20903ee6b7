/**
 * The syntax tree, shaped as CPython 3.11's `ast` module: the same node names (in `kind`) and
 * the same field names (Parser/Python.asdl). Two fields differ: a constant's Python value is a
 * tagged union, and CPython's `Constant.kind` (the `u` prefix) is left out.
 */

/** Where a node stands. Lines are 1-based, columns 0-based in UTF-16 code units, ends exclusive. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

// ----- constants and operators -------------------------------------------------------------

/** The value of a `Constant`. An int is a `number` when it is a safe integer, else a `bigint`. */
export type ConstantValue =
  | { readonly type: 'int'; readonly value: number | bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'complex'; readonly imag: number }
  | { readonly type: 'str'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: Uint8Array }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'None' }
  | { readonly type: 'Ellipsis' };

export type ExpressionContext = 'Load' | 'Store' | 'Del';
export type BooleanOperator = 'And' | 'Or';
export type BinaryOperator =
  | 'Add'
  | 'Sub'
  | 'Mult'
  | 'MatMult'
  | 'Div'
  | 'Mod'
  | 'Pow'
  | 'LShift'
  | 'RShift'
  | 'BitOr'
  | 'BitXor'
  | 'BitAnd'
  | 'FloorDiv';
export type UnaryOperator = 'Invert' | 'Not' | 'UAdd' | 'USub';
export type ComparisonOperator =
  | 'Eq'
  | 'NotEq'
  | 'Lt'
  | 'LtE'
  | 'Gt'
  | 'GtE'
  | 'Is'
  | 'IsNot'
  | 'In'
  | 'NotIn';

// ----- expressions ---------------------------------------------------------------------------

export interface BoolOp extends Position {
  readonly kind: 'BoolOp';
  readonly op: BooleanOperator;
  readonly values: readonly Expression[];
}
export interface NamedExpr extends Position {
  readonly kind: 'NamedExpr';
  readonly target: Name;
  readonly value: Expression;
}
export interface BinOp extends Position {
  readonly kind: 'BinOp';
  readonly left: Expression;
  readonly op: BinaryOperator;
  readonly right: Expression;
}
export interface UnaryOp extends Position {
  readonly kind: 'UnaryOp';
  readonly op: UnaryOperator;
  readonly operand: Expression;
}
export interface Lambda extends Position {
  readonly kind: 'Lambda';
  readonly args: Arguments;
  readonly body: Expression;
}
export interface IfExp extends Position {
  readonly kind: 'IfExp';
  readonly test: Expression;
  readonly body: Expression;
  readonly orelse: Expression;
}
/** `keys[i]` is null where `values[i]` is unpacked (`{**other}`). */
export interface Dict extends Position {
  readonly kind: 'Dict';
  readonly keys: readonly (Expression | null)[];
  readonly values: readonly Expression[];
}
export interface SetExpression extends Position {
  readonly kind: 'Set';
  readonly elts: readonly Expression[];
}
export interface ListComp extends Position {
  readonly kind: 'ListComp';
  readonly elt: Expression;
  readonly generators: readonly Comprehension[];
}
export interface SetComp extends Position {
  readonly kind: 'SetComp';
  readonly elt: Expression;
  readonly generators: readonly Comprehension[];
}
export interface DictComp extends Position {
  readonly kind: 'DictComp';
  readonly key: Expression;
  readonly value: Expression;
  readonly generators: readonly Comprehension[];
}
export interface GeneratorExp extends Position {
  readonly kind: 'GeneratorExp';
  readonly elt: Expression;
  readonly generators: readonly Comprehension[];
}
export interface Await extends Position {
  readonly kind: 'Await';
  readonly value: Expression;
}
export interface Yield extends Position {
  readonly kind: 'Yield';
  readonly value: Expression | null;
}
export interface YieldFrom extends Position {
  readonly kind: 'YieldFrom';
  readonly value: Expression;
}
export interface Compare extends Position {
  readonly kind: 'Compare';
  readonly left: Expression;
  readonly ops: readonly ComparisonOperator[];
  readonly comparators: readonly Expression[];
}
export interface Call extends Position {
  readonly kind: 'Call';
  readonly func: Expression;
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}
/** One replacement field of an f-string. `conversion` is -1, or the code of `s`, `r` or `a`. */
export interface FormattedValue extends Position {
  readonly kind: 'FormattedValue';
  readonly value: Expression;
  readonly conversion: number;
  readonly format_spec: JoinedStr | null;
}
export interface JoinedStr extends Position {
  readonly kind: 'JoinedStr';
  readonly values: readonly Expression[];
}
export interface Constant extends Position {
  readonly kind: 'Constant';
  readonly value: ConstantValue;
}
export interface Attribute extends Position {
  readonly kind: 'Attribute';
  readonly value: Expression;
  readonly attr: string;
  readonly ctx: ExpressionContext;
}
export interface Subscript extends Position {
  readonly kind: 'Subscript';
  readonly value: Expression;
  readonly slice: Expression;
  readonly ctx: ExpressionContext;
}
export interface Starred extends Position {
  readonly kind: 'Starred';
  readonly value: Expression;
  readonly ctx: ExpressionContext;
}
export interface Name extends Position {
  readonly kind: 'Name';
  readonly id: string;
  readonly ctx: ExpressionContext;
}
export interface List extends Position {
  readonly kind: 'List';
  readonly elts: readonly Expression[];
  readonly ctx: ExpressionContext;
}
export interface Tuple extends Position {
  readonly kind: 'Tuple';
  readonly elts: readonly Expression[];
  readonly ctx: ExpressionContext;
}
/** Stands only directly in a subscript, or in the tuple of one. */
export interface Slice extends Position {
  readonly kind: 'Slice';
  readonly lower: Expression | null;
  readonly upper: Expression | null;
  readonly step: Expression | null;
}

export type Expression =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | SetExpression
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice;

// ----- parts of expressions and statements ---------------------------------------------------

/** `for target in iter if ifs[0] …`. CPython gives it no position, so it has none here. */
export interface Comprehension {
  readonly kind: 'comprehension';
  readonly target: Expression;
  readonly iter: Expression;
  readonly ifs: readonly Expression[];
  readonly is_async: boolean;
}
/** A keyword argument; `arg` is null for `**value`. */
export interface Keyword extends Position {
  readonly kind: 'keyword';
  readonly arg: string | null;
  readonly value: Expression;
}
export interface Argument extends Position {
  readonly kind: 'arg';
  readonly arg: string;
  readonly annotation: Expression | null;
}
/**
 * The parameters of a function. `defaults` belong to the last of `posonlyargs` + `args`;
 * `kw_defaults` has one entry for each of `kwonlyargs`, null where there is no default.
 */
export interface Arguments {
  readonly kind: 'arguments';
  readonly posonlyargs: readonly Argument[];
  readonly args: readonly Argument[];
  readonly vararg: Argument | null;
  readonly kwonlyargs: readonly Argument[];
  readonly kw_defaults: readonly (Expression | null)[];
  readonly kwarg: Argument | null;
  readonly defaults: readonly Expression[];
}
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

/** A whole program. It has no position, as in CPython. */
export interface Module {
  readonly kind: 'Module';
  readonly body: readonly Statement[];
}

/** Every node of the tree. */
export type Node =
  | Module
  | Statement
  | Expression
  | Pattern
  | Comprehension
  | ExceptHandler
  | Arguments
  | Argument
  | Keyword
  | Alias
  | WithItem
  | MatchCase;
