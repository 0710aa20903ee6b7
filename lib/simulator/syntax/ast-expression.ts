/** Expressions of the syntax tree and their parts; see `ast.ts`. */

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

// ----- parts of expressions and functions ---------------------------------------------------

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
