/** `with` (compiler_with). */
import type { With } from '../../syntax/ast';
import { Op } from '../opcodes';
import type { Unit } from '../unit';
import { popExceptAndReraise } from './try';
import { exitWithNone } from './unwind';

export function compileWith(u: Unit, s: With, index = 0) {
  const item = s.items[index];
  if (item === undefined) return u.body(s.body);
  const raised = u.label();
  const cleanup = u.label();
  const suppressed = u.label();
  const end = u.label();
  const place = { line: s.line, column: s.column, endLine: s.endLine, endColumn: s.endColumn };
  u.expression(item.context_expr);
  u.place = place;
  u.emit(Op.BEFORE_WITH);
  u.push('with');
  u.setup(raised, true);
  u.blocks.push({ type: 'with', statement: place });
  if (item.optional_vars === null) u.emit(Op.POP_TOP);
  else u.target(item.optional_vars);
  compileWith(u, s, index + 1);
  u.popBlock();
  u.blocks.pop();
  u.place = place;
  exitWithNone(u);
  u.emit(Op.POP_TOP);
  u.jump(Op.JUMP, end);

  u.mark(raised);
  u.setup(cleanup, true, 2);
  u.emit(Op.PUSH_EXC_INFO);
  u.emit(Op.WITH_EXCEPT_START);
  u.jump(Op.POP_JUMP_IF_TRUE, suppressed);
  u.emit(Op.RERAISE, 2);
  u.popBlock();
  u.mark(cleanup);
  popExceptAndReraise(u);
  u.mark(suppressed);
  u.emit(Op.POP_TOP);
  u.emit(Op.POP_EXCEPT);
  u.emit(Op.POP_TOP);
  u.emit(Op.POP_TOP);
  u.pop();
  u.mark(end);
  u.place = place;
}
