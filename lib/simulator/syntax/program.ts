import { PartNeeded } from '../parts/part';
import type { Module } from './ast';
import { codePointLength } from './characters';
import { checkCompiler } from './checks/compiler';
import { futureCheck } from './checks/late-future';
import { PythonSyntaxError } from './error';
import { textAnnotations } from './late-annotations';
import { normalise } from './lexer';
import { Parser } from './parse-statement';
import { reporter } from './reporter';
import { buildSymbols, type Scope } from './symbols';
import { TreeProblem } from './symbols/problem';

export * from './ast';
export { PythonSyntaxError, type SyntaxErrorType } from './error';
export type { Scope, ScopeKind, ScopeNode, SymbolKind } from './scope';

/**
 * The tree of a Python 3.11 program.
 * Throws `PythonSyntaxError` when CPython would not compile the source, and `Unsupported` for annotations that have no text
 * here.
 */
export function parse(source: string): Module {
  return parseWithSymbols(source).module;
}

/** As `parse`, with the scopes of the program, which the check of the tree needs anyway. */
export function parseWithSymbols(source: string): { module: Module; scope: Scope } {
  const text = normalise(source);
  const tree = parseTree(text);
  try {
    const future = text.includes('__future__') ? futureCheck.get()(tree) : NO_FUTURE;
    const module = future.annotations ? textAnnotations.get()(tree) : tree;
    const scope = buildSymbols(module);
    checkCompiler(module, scope, future.line);
    return { module, scope };
  } catch (error) {
    if (error instanceof TreeProblem) throw located(error, text);
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
}

const NO_FUTURE = { line: -1, annotations: false };

/** What no tokenizer gets to see: CPython refuses the text before. */
const UNREADABLE = /[\0\ud800-\udfff]/u;

/**
 * The tree alone: what the grammar accepts, without the compiler's own rules (a `return` outside a
 * function passes). Throws `PythonSyntaxError`.
 */
function parseTree(text: string): Module {
  const unreadable = UNREADABLE.exec(text);
  if (unreadable !== null) throw unreadableText(unreadable[0], unreadable.index);
  const parser = new Parser(text);
  try {
    return parser.file();
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep();
    if (error instanceof PartNeeded) throw error;
    throw reporter.get()(text, parser.statementStart) ?? tooDeep();
  }
}

function unreadableText(character: string, index: number): PythonSyntaxError {
  const code = character.charCodeAt(0);
  const message =
    code === 0
      ? 'source code string cannot contain null bytes'
      : `(unicode error) 'utf-8' codec can't encode character '\\u${code.toString(16)}' in position ${index}: surrogates not allowed`;
  return new PythonSyntaxError('SyntaxError', message, 1, 0);
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
