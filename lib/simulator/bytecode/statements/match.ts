/** `match` (compiler_match_inner). */
import type { Match, MatchCase } from '../../syntax/ast';
import { jumpIf } from '../expressions/jump';
import { Op } from '../opcodes';
import type { Unit } from '../unit';
import { compilePattern, emitFailPop, failLabel, isWildcard, newContext } from './pattern';

export function compileMatch(u: Unit, s: Match): void {
  const end = u.label();
  const last = s.cases.at(-1) as MatchCase;
  const hasDefault = s.cases.length > 1 && isWildcard(last.pattern);
  const tried = hasDefault ? s.cases.slice(0, -1) : s.cases;
  u.expression(s.subject);
  tried.forEach((part, i) => {
    const isLast = i === tried.length - 1;
    const pc = newContext();
    u.place = part.pattern;
    if (!isLast) u.emit(Op.COPY, 1);
    compilePattern(u, part.pattern, pc);
    const captured = pc.stores;
    pc.stores = [];
    for (const name of captured) u.access(name, 'Store');
    if (part.guard !== null) jumpIf(u, part.guard, failLabel(u, pc, 0), false);
    if (!isLast) u.emit(Op.POP_TOP);
    u.body(part.body);
    u.jump(Op.JUMP, end);
    u.place = part.pattern;
    emitFailPop(u, pc);
  });
  if (hasDefault) {
    u.place = last.pattern;
    if (last.guard !== null) jumpIf(u, last.guard, end, false);
    u.body(last.body);
  }
  u.mark(end);
}
