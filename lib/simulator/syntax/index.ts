import type { Module } from './ast';
import { normalise } from './lexer';
import { Parser } from './parse-statement';
import { reportError } from './report/report';

export * from './ast';
export { PythonSyntaxError, type SyntaxErrorType } from './error';

/**
 * The tree of a Python 3.11 program.
 * Throws `PythonSyntaxError`, and nothing else, when CPython would not compile the source.
 */
export function parse(source: string): Module {
  const text = normalise(source);
  let problem: unknown;
  try {
    return new Parser(text).file();
  } catch (error) {
    problem = error;
  }
  throw reportError(text) ?? new Error(`refused: ${String(problem)}`);
}
