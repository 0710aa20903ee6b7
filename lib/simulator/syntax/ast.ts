/**
 * The syntax tree, shaped as CPython 3.11's `ast` module: the same node names (in `kind`) and
 * the same field names (Parser/Python.asdl). Two fields differ: a constant's Python value is a
 * tagged union, and CPython's `Constant.kind` (the `u` prefix) is left out.
 */

import type { Argument, Arguments, Comprehension, Expression, Keyword } from './ast-expression';
import type { Alias, ExceptHandler, MatchCase, Pattern, Statement, WithItem } from './ast-statement';

export * from './ast-expression';
export * from './ast-statement';

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
