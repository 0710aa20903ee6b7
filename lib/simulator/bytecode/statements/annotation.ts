/** Annotated assignment (compiler_annassign). */
import type { AnnAssign, Expression, Statement } from '../../syntax/ast';
import { Op } from '../opcodes';
import type { Unit } from '../unit';

/** Whether a body holds an annotated assignment that is not within a function or class (find_ann). */
export function hasAnnotations(body: readonly Statement[]): boolean {
  return body.some((s) => {
    switch (s.kind) {
      case 'AnnAssign':
        return true;
      case 'For':
      case 'While':
      case 'If':
        return hasAnnotations(s.body) || hasAnnotations(s.orelse);
      case 'With':
        return hasAnnotations(s.body);
      case 'Try':
        return (
          hasAnnotations(s.body) ||
          s.handlers.some((handler) => hasAnnotations(handler.body)) ||
          hasAnnotations(s.orelse) ||
          hasAnnotations(s.finalbody)
        );
      default:
        return false;
    }
  });
}

export function compileAnnotated(u: Unit, s: AnnAssign) {
  const { target } = s;
  if (s.value !== null) {
    u.expression(s.value);
    u.target(target);
  }
  const discard = (e: Expression) => {
    u.expression(e);
    u.emit(Op.POP_TOP);
  };
  if (target.kind === 'Name') {
    if (s.simple !== 1 || u.isFunction) return;
    u.expression(s.annotation);
    u.name(Op.LOAD_NAME, '__annotations__');
    u.constant(u.compiler.constants.literal({ type: 'str', value: u.mangle(target.id) }));
    return u.emit(Op.STORE_SUBSCR);
  }
  if (s.value === null) {
    if (target.kind === 'Attribute' || target.kind === 'Subscript') discard(target.value);
    if (target.kind === 'Subscript') discard(target.slice);
  }
  if (!u.isFunction) discard(s.annotation);
}
