import type { Module } from './ast';
import { codePointLength } from './characters';
import { checkCompiler } from './checks/compiler';
import { checkFuture } from './checks/future';
import { PythonSyntaxError } from './error';
import { normalise } from './lexer';
import { Parser } from './parse-statement';
import { reportError } from './report/report';
import { buildSymbols, type Scope } from './symbols';
import { TreeProblem } from './symbols/problem';

export * from './ast';
export { PythonSyntaxError, type SyntaxErrorType } from './error';
export { mangle, type Scope, type ScopeKind, type ScopeNode, type SymbolKind } from './scope';

/**
 * The tree of a Python 3.11 program.
 * Throws `PythonSyntaxError`, and nothing else, when CPython would not compile the source.
 */
export function parse(source: string): Module {
  return parseWithSymbols(source).module;
}

/** As `parse`, with the scopes of the program, which the check of the tree needs anyway. */
export function parseWithSymbols(source: string): { module: Module; scope: Scope } {
  const text = normalise(source);
  const module = parseTree(text);
  try {
    checkFuture(module);
    const scope = buildSymbols(module);
    checkCompiler(module, scope);
    return { module, scope };
  } catch (error) {
    if (error instanceof TreeProblem) throw located(error, text);
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
}

/**
 * The tree alone: what the grammar accepts, without the compiler's own rules (a `return` outside a
 * function passes). Throws `PythonSyntaxError`.
 */
export function parseTree(text: string): Module {
  try {
    return new Parser(text).file();
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep();
    throw reportError(text) ?? tooDeep();
  }
}

/** The program nests deeper than this parser allows (CPython allows a little more). */
function tooDeep(): PythonSyntaxError {
  return new PythonSyntaxError('RecursionError', 'maximum recursion depth exceeded during compilation', 1, 0);
}

function located({ type, message, place }: TreeProblem, text: string): PythonSyntaxError {
  const lines = text.split('\n');
  const offset = (line: number, column: number) =>
    codePointLength((lines[line - 1] ?? '').slice(0, column)) + 1;
  const { line, column, endLine, endColumn } = place;
  const from = offset(line, column);
  return new PythonSyntaxError(type, message, line, from, endLine, offset(endLine, endColumn));
}
