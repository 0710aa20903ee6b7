import type { Module } from './ast';
import { normalise } from './lexer';
import { Parser } from './parse-statement';

export * from './ast';
export { PythonSyntaxError, type SyntaxErrorType } from './error';

export function parse(source: string): Module {
  return new Parser(normalise(source)).file();
}
