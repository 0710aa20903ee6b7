/** What is walked through or searched (fold_iter, Python/ast_opt.c). */
import type { Expression } from '../../syntax/ast';
import { foldIterable } from '../fold';
import type { Unit } from '../unit';

/** A display of constants is a constant, and a list display a tuple: nobody else can reach it. */
export function compileIterable(u: Unit, e: Expression): void {
  const constant = foldIterable(u.compiler.constants, e);
  if (constant !== null) u.constant(constant);
  else if (e.kind === 'List' && e.elts.every(({ kind }) => kind !== 'Starred'))
    u.expression({ ...e, kind: 'Tuple' });
  else u.expression(e);
}
