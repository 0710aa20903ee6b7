/** `try`, `raise`, `assert` (compiler_try_finally, compiler_try_except, compiler_assert). */
import type { Assert, ExceptHandler, Raise, Try } from '../../syntax/ast';
import { jumpIf } from '../expressions/jump';
import { Op } from '../opcodes';
import { ARTIFICIAL, type Label, type Unit } from '../unit';
import { forgetName } from './unwind';

/** POP_EXCEPT_AND_RERAISE: an exception left a handler. On the stack: the one handled before, the place, the exception. */
export function popExceptAndReraise(u: Unit): void {
  u.emit(Op.COPY, 3);
  u.emit(Op.POP_EXCEPT);
  u.emit(Op.RERAISE, 1);
}

export function compileTry(u: Unit, s: Try) {
  if (s.finalbody.length === 0) return compileExcept(u, s);
  const finallyStart = u.label();
  const cleanup = u.label();
  const end = u.label();
  u.setup(finallyStart, false);
  u.blocks.push({ type: 'finally', body: s.finalbody });
  if (s.handlers.length > 0) compileExcept(u, s);
  else u.body(s.body);
  u.popBlock();
  u.blocks.pop();
  u.body(s.finalbody);
  u.jump(Op.JUMP, end);

  u.mark(finallyStart);
  u.setup(cleanup, true, 1);
  u.emit(Op.PUSH_EXC_INFO);
  u.push('handled exception', 'handled exception');
  u.blocks.push({ type: 'finally end' });
  u.body(s.finalbody);
  u.blocks.pop();
  u.emit(Op.RERAISE, 0);
  u.popBlock();
  u.pop(2);
  u.mark(cleanup);
  popExceptAndReraise(u);
  u.mark(end);
}

function compileExcept(u: Unit, s: Try): void {
  const except = u.label();
  const cleanup = u.label();
  const end = u.label();
  u.setup(except, false);
  u.blocks.push({ type: 'try' });
  u.body(s.body);
  u.blocks.pop();
  u.popBlock();
  u.body(s.orelse);
  u.jump(Op.JUMP, end);

  u.mark(except);
  u.setup(cleanup, true, 1);
  u.emit(Op.PUSH_EXC_INFO);
  u.push('handled exception');
  for (const handler of s.handlers) {
    const next = u.label();
    const { handler: inForce, roles } = u;
    u.place = handler;
    compileHandler(u, handler, next, end);
    u.handler = inForce;
    u.roles = roles;
    u.mark(next);
  }
  u.emit(Op.RERAISE, 0);
  u.popBlock();
  u.pop();
  u.mark(cleanup);
  popExceptAndReraise(u);
  u.mark(end);
}

/** One `except` clause; on the stack: the exception handled before, and the one to match. */
function compileHandler(u: Unit, handler: ExceptHandler, next: Label, end: Label): void {
  const { type, name } = handler;
  if (type !== null) {
    u.expression(type);
    u.emit(Op.CHECK_EXC_MATCH);
    u.jump(Op.POP_JUMP_IF_FALSE, next);
  }
  if (name === null) {
    u.emit(Op.POP_TOP);
    u.blocks.push({ type: 'handler', name: null });
    u.body(handler.body);
    u.place = ARTIFICIAL;
    u.blocks.pop();
    u.popBlock();
    u.emit(Op.POP_EXCEPT);
    u.jump(Op.JUMP, end);
    return;
  }
  const cleanup = u.label();
  u.access(name, 'Store');
  u.setup(cleanup, true);
  u.blocks.push({ type: 'handler', name });
  u.body(handler.body);
  u.place = ARTIFICIAL;
  u.blocks.pop();
  u.popBlock();
  const { handler: around } = u;
  u.popBlock();
  u.emit(Op.POP_EXCEPT);
  forgetName(u, name);
  u.jump(Op.JUMP, end);
  u.handler = around;
  u.mark(cleanup);
  forgetName(u, name);
  u.emit(Op.RERAISE, 1);
}

export function compileRaise(u: Unit, s: Raise): void {
  if (s.exc !== null) u.expression(s.exc);
  if (s.cause !== null) u.expression(s.cause);
  u.emit(Op.RAISE_VARARGS, s.exc === null ? 0 : s.cause === null ? 1 : 2);
}

export function compileAssert(u: Unit, s: Assert): void {
  const end = u.label();
  jumpIf(u, s.test, end, true);
  u.emit(Op.LOAD_ASSERTION_ERROR);
  if (s.msg !== null) {
    u.expression(s.msg);
    u.emit(Op.CALL, 0);
  }
  u.emit(Op.RAISE_VARARGS, 1);
  u.mark(end);
}
