/** Small parts that several expressions share. */
import { Op } from '../opcodes';
import type { Unit } from '../unit';

/** When `.attr` stands on another line than the start of the expression, that line counts. */
export function atAttribute(
  u: Unit,
  attr: string,
  e: { readonly line: number; readonly endLine: number; readonly endColumn: number },
): void {
  if (e.line === e.endLine) return;
  u.place = {
    line: e.endLine,
    column: Math.max(0, e.endColumn - attr.length),
    endLine: e.endLine,
    endColumn: e.endColumn,
  };
}

export function loadNone(u: Unit): void {
  u.constant(u.compiler.constants.literal({ type: 'None' }));
}

/** Return None. */
export function returnNone(u: Unit): void {
  loadNone(u);
  u.emit(Op.RETURN_VALUE);
}
