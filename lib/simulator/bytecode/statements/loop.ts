/** `while`, `for`, `if` (compiler_while, compiler_for, compiler_if). */
import type { For, If, While } from '../../syntax/ast';
import { compileIterable } from '../expressions/iterable';
import { jumpIf } from '../expressions/jump';
import { Op } from '../opcodes';
import type { Unit } from '../unit';

export function compileIf(u: Unit, s: If): void {
  const end = u.label();
  const otherwise = s.orelse.length > 0 ? u.label() : end;
  jumpIf(u, s.test, otherwise, false);
  u.body(s.body);
  if (otherwise !== end) {
    u.jump(Op.JUMP, end);
    u.mark(otherwise);
    u.body(s.orelse);
  }
  u.mark(end);
}

export function compileWhile(u: Unit, s: While): void {
  const start = u.label();
  const body = u.label();
  const done = u.label();
  const end = u.label();
  u.mark(start);
  u.blocks.push({ type: 'loop', isFor: false, start, end });
  jumpIf(u, s.test, done, false);
  u.mark(body);
  u.body(s.body);
  u.place = s;
  jumpIf(u, s.test, body, true);
  u.blocks.pop();
  u.mark(done);
  u.body(s.orelse);
  u.mark(end);
}

export function compileFor(u: Unit, s: For): void {
  const start = u.label();
  const done = u.label();
  const end = u.label();
  const outer = u.place;
  u.place = s.iter;
  compileIterable(u, s.iter);
  u.place = s.iter;
  u.emit(Op.GET_ITER);
  u.blocks.push({ type: 'loop', isFor: true, start, end });
  u.push('for loop');
  u.mark(start);
  u.jump(Op.FOR_ITER, done);
  u.place = outer;
  u.target(s.target);
  u.body(s.body);
  u.jump(Op.JUMP, start);
  u.pop();
  u.mark(done);
  u.blocks.pop();
  u.body(s.orelse);
  u.mark(end);
}
