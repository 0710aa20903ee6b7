/** Leaving blocks by `return`, `break` and `continue` (compiler_unwind_fblock). */
import type { Break, Continue, Return } from '../../syntax/ast';
import { loadNone } from '../expressions/expression-place';
import { Op } from '../opcodes';
import { ARTIFICIAL, type Block, type Unit } from '../unit';

/** Undo one block; `keep` when the value on top of the stack is to be kept. */
function unwind(u: Unit, block: Block, keep: boolean) {
  const swap = () => {
    if (keep) u.emit(Op.SWAP, 2);
  };
  switch (block.type) {
    case 'loop':
      if (!block.isFor) return;
      swap();
      u.emit(Op.POP_TOP);
      return lower(u, keep);
    case 'try':
      return u.popBlock();
    case 'finally': {
      u.popBlock();
      if (keep) u.blocks.push({ type: 'value' });
      u.body(block.body);
      u.place = ARTIFICIAL;
      if (keep) u.blocks.pop();
      return;
    }
    case 'finally end':
      swap();
      u.emit(Op.POP_TOP);
      lower(u, keep);
      swap();
      u.popBlock();
      u.emit(Op.POP_EXCEPT);
      return lower(u, keep);
    case 'with':
      u.place = block.statement;
      u.popBlock();
      swap();
      exitWithNone(u);
      u.emit(Op.POP_TOP);
      u.place = ARTIFICIAL;
      return lower(u, keep);
    case 'handler':
      if (block.name !== null) u.popBlock();
      swap();
      u.popBlock();
      u.emit(Op.POP_EXCEPT);
      lower(u, keep);
      if (block.name !== null) forgetName(u, block.name);
      return;
    case 'value':
      swap();
      u.emit(Op.POP_TOP);
      return lower(u, keep);
  }
}

/** One place less on the stack below the kept value. */
function lower(u: Unit, keep: boolean) {
  if (!keep) return u.pop();
  u.pop(2);
  u.push('operand');
}

/** Call `__exit__(None, None, None)`. */
export function exitWithNone(u: Unit): void {
  for (let i = 0; i < 3; i++) loadNone(u);
  u.emit(Op.CALL, 2);
}

/** `name = None; del name`, at the end of `except … as name`. */
export function forgetName(u: Unit, name: string): void {
  loadNone(u);
  u.access(name, 'Store');
  u.access(name, 'Del');
}

/** Undo the blocks from the innermost outwards, as far as the loop if `toLoop`; they stay in force for what follows. */
function unwindAll(u: Unit, keep: boolean, toLoop: boolean): Block | null {
  const undone: Block[] = [];
  let loop: Block | null = null;
  while (u.blocks.length > 0) {
    const block = u.blocks.pop() as Block;
    undone.push(block);
    if (toLoop && block.type === 'loop') {
      loop = block;
      break;
    }
    unwind(u, block, keep);
  }
  while (undone.length > 0) u.blocks.push(undone.pop() as Block);
  return loop;
}

/** Run `jump`, which undoes blocks, then go on as if it had not been there. */
function aside(u: Unit, jump: () => void): void {
  const { handler, roles, place } = u;
  jump();
  u.handler = handler;
  u.roles = roles;
  u.place = place;
}

export function compileReturn(u: Unit, s: Return): void {
  aside(u, () => {
    if (s.value === null) u.step('Return', s);
    else {
      u.expression(s.value);
      u.step('Return', s, Op.STEP_RETURN);
      u.push('operand');
    }
    unwindAll(u, s.value !== null, false);
    if (s.value === null) loadNone(u);
    u.emit(Op.RETURN_VALUE);
  });
}

export function compileLoopJump(u: Unit, s: Break | Continue): void {
  aside(u, () => {
    u.step(s.kind, s);
    const loop = unwindAll(u, false, true);
    if (loop?.type !== 'loop') throw new TypeError(`${s.kind} outside of a loop`);
    if (s.kind === 'Break') {
      unwind(u, loop, false);
      u.jump(Op.JUMP, loop.end);
    } else u.jump(Op.JUMP, loop.start);
  });
}
