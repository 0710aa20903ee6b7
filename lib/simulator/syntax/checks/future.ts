import type { Module, Statement } from '../ast';
import { TreeProblem } from '../symbols/problem';
import { Unsupported } from '../unsupported';
import { LATE_FUTURE } from './future-messages';

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

/** What a program asks of the future (PyFutureFeatures). */
export interface Future {
  readonly line: number;
  readonly annotations: boolean;
}

/**
 * `from __future__ import …` comes first and names what exists (Python/future.c).
 * @returns the line of the last such import, or -1, and whether annotations are to be texts
 */
export function checkFuture(module: Module): Future {
  let done = false;
  let line = -1;
  let annotations = false;
  let before = 0;
  for (const statement of module.body) {
    // Later ones are the compiler's business.
    if (done && statement.line > before) return { line, annotations };
    before = statement.line;
    if (statement.kind === 'ImportFrom' && statement.module === '__future__' && statement.level === 0) {
      if (done) throw new TreeProblem(LATE_FUTURE, statement);
      checkFeatures(statement);
      // CPython's compiler takes several in a row; the recorder, whose steps stand between statements, cannot show them.
      if (line >= 0)
        throw new Unsupported(
          statement,
          'several imports from __future__',
          'Several imports from __future__ are not supported: name the features in one.',
        );
      line = statement.line;
      annotations ||= statement.names.some(({ name }) => name === 'annotations');
    } else if (statement.kind !== 'Expr' || statement.value.kind !== 'Constant') {
      done = true;
    } else if (statement.value.value.type !== 'str') {
      done = true;
    }
  }
  return { line, annotations };
}

function checkFeatures(statement: Extract<Statement, { kind: 'ImportFrom' }>): void {
  for (const { name } of statement.names) {
    if (name === 'barry_as_FLUFL')
      throw new Unsupported(statement, '__future__.barry_as_FLUFL', 'The operator <> is not supported.');
    if (FEATURES.includes(name)) continue;
    const message = name === 'braces' ? 'not a chance' : `future feature ${name} is not defined`;
    throw new TreeProblem(message, statement);
  }
}
