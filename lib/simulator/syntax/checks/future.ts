import type { Module } from '../ast';
import { TreeProblem } from '../symbols/problem';

const FEATURES = [
  'nested_scopes',
  'generators',
  'division',
  'absolute_import',
  'with_statement',
  'print_function',
  'unicode_literals',
  'barry_as_FLUFL',
  'generator_stop',
  'annotations',
];

/** `from __future__ import …` comes first and names what exists (Python/future.c). */
export function checkFuture(module: Module): void {
  let done = false;
  for (const [index, statement] of module.body.entries()) {
    if (statement.kind === 'ImportFrom' && statement.module === '__future__' && statement.level === 0) {
      if (done) {
        throw new TreeProblem('from __future__ imports must occur at the beginning of the file', statement);
      }
      for (const { name } of statement.names) {
        if (FEATURES.includes(name)) continue;
        const message = name === 'braces' ? 'not a chance' : `future feature ${name} is not defined`;
        throw new TreeProblem(message, statement);
      }
    } else if (index > 0 || statement.kind !== 'Expr' || statement.value.kind !== 'Constant') {
      done = true;
    } else if (statement.value.value.type !== 'str') {
      done = true;
    }
  }
}
