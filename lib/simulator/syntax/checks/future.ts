import type { Module, Statement } from '../ast';
import { TreeProblem } from '../symbols/problem';

export const LATE_FUTURE = 'from __future__ imports must occur at the beginning of the file';

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

/**
 * `from __future__ import …` comes first and names what exists (Python/future.c).
 * @returns the line of the last such import, or -1
 */
export function checkFuture(module: Module): number {
  let done = false;
  let line = -1;
  let before = 0;
  for (const statement of module.body) {
    // Later ones are the compiler's business.
    if (done && statement.line > before) return line;
    before = statement.line;
    if (statement.kind === 'ImportFrom' && statement.module === '__future__' && statement.level === 0) {
      if (done) throw new TreeProblem(LATE_FUTURE, statement);
      checkFeatures(statement);
      line = statement.line;
    } else if (statement.kind !== 'Expr' || statement.value.kind !== 'Constant') {
      done = true;
    } else if (statement.value.value.type !== 'str') {
      done = true;
    }
  }
  return line;
}

function checkFeatures(statement: Extract<Statement, { kind: 'ImportFrom' }>): void {
  for (const { name } of statement.names) {
    if (FEATURES.includes(name)) continue;
    const message = name === 'braces' ? 'not a chance' : `future feature ${name} is not defined`;
    throw new TreeProblem(message, statement);
  }
}
