/** Conditions: `and`, `or`, `x if c else y`, and jumps on a test (compiler_jump_if). */
import type { BoolOp, ComparisonOperator, Expression, IfExp } from '../../syntax/ast';
import { fold } from '../fold';
import { Op } from '../opcodes';
import type { Label, Unit } from '../unit';
import { compileComparator, emitCompare } from './operator';

/** Jump to `next` when the truth of `e` is `when`; else go on. */
export function jumpIf(u: Unit, e: Expression, next: Label, when: boolean) {
  const constant = fold(u.compiler.constants, e);
  if (constant === null) {
    if (e.kind === 'UnaryOp' && e.op === 'Not') return jumpIf(u, e.operand, next, !when);
    if (e.kind === 'BoolOp') return jumpIfBoolean(u, e, next, when);
    if (e.kind === 'IfExp') return jumpIfConditional(u, e, next, when);
    if (e.kind === 'Compare' && e.ops.length > 1) {
      const outer = u.place;
      u.place = e;
      jumpIfChain(u, e, next, when);
      u.place = outer;
      return;
    }
  }
  u.expression(e);
  u.jump(when ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, next);
}

function jumpIfBoolean(u: Unit, e: BoolOp, next: Label, when: boolean): void {
  const whenShort = e.op === 'Or';
  const short = whenShort === when ? next : u.label();
  e.values.forEach((value, i) => {
    if (i < e.values.length - 1) jumpIf(u, value, short, whenShort);
    else jumpIf(u, value, next, when);
  });
  if (short !== next) u.mark(short);
}

function jumpIfConditional(u: Unit, e: IfExp, next: Label, when: boolean): void {
  const end = u.label();
  const otherwise = u.label();
  jumpIf(u, e.test, otherwise, false);
  jumpIf(u, e.body, next, when);
  u.jump(Op.JUMP, end);
  u.mark(otherwise);
  jumpIf(u, e.orelse, next, when);
  u.mark(end);
}

function jumpIfChain(u: Unit, e: Expression & { kind: 'Compare' }, next: Label, when: boolean): void {
  const last = e.ops.length - 1;
  const cleanup = u.label();
  const end = u.label();
  u.expression(e.left);
  for (let i = 0; i < last; i++) {
    compileComparator(u, e, i);
    u.emit(Op.SWAP, 2);
    u.emit(Op.COPY, 2);
    emitCompare(u, e.ops[i] as ComparisonOperator);
    u.jump(Op.POP_JUMP_IF_FALSE, cleanup);
  }
  compileComparator(u, e, last);
  emitCompare(u, e.ops[last] as ComparisonOperator);
  u.jump(when ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, next);
  u.jump(Op.JUMP, end);
  u.mark(cleanup);
  u.emit(Op.POP_TOP);
  if (!when) u.jump(Op.JUMP, next);
  u.mark(end);
}

/** The value of `a and b`, `a or b`, `a if c else b`. */
export function compileConditional(u: Unit, e: BoolOp | IfExp): void {
  const end = u.label();
  if (e.kind === 'BoolOp') {
    e.values.forEach((value, i) => {
      u.expression(value);
      if (i < e.values.length - 1)
        u.jump(e.op === 'And' ? Op.JUMP_IF_FALSE_OR_POP : Op.JUMP_IF_TRUE_OR_POP, end);
    });
  } else {
    const otherwise = u.label();
    jumpIf(u, e.test, otherwise, false);
    u.expression(e.body);
    u.jump(Op.JUMP, end);
    u.mark(otherwise);
    u.expression(e.orelse);
  }
  u.mark(end);
}
