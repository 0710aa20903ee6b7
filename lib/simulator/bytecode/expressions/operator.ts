/** Operators and comparisons (compiler_compare). */
import type { ArithmeticOp, CompareOp } from '../../memory/object';
import type { Compare, ComparisonOperator } from '../../syntax/ast';
import { Op } from '../opcodes';
import type { Unit } from '../unit';
import { compileIterable } from './iterable';

/** The argument of BINARY_OP and INPLACE_OP is an index into this. */
export const BINARY_CODE: readonly ArithmeticOp[] = [
  '+',
  '&',
  '//',
  '<<',
  '@',
  '*',
  '%',
  '|',
  '**',
  '>>',
  '-',
  '/',
  '^',
];

/** The argument of COMPARE_OP is an index into this. */
export const COMPARE_CODE: readonly CompareOp[] = ['<', '<=', '==', '!=', '>', '>='];

/** Emit one comparison. */
export function emitCompare(u: Unit, op: ComparisonOperator) {
  switch (op) {
    case 'Is':
    case 'IsNot':
      return u.emit(Op.IS_OP, op === 'Is' ? 0 : 1);
    case 'In':
    case 'NotIn':
      return u.emit(Op.CONTAINS_OP, op === 'In' ? 0 : 1);
    case 'Lt':
      return u.emit(Op.COMPARE_OP, 0);
    case 'LtE':
      return u.emit(Op.COMPARE_OP, 1);
    case 'Eq':
      return u.emit(Op.COMPARE_OP, 2);
    case 'NotEq':
      return u.emit(Op.COMPARE_OP, 3);
    case 'Gt':
      return u.emit(Op.COMPARE_OP, 4);
    case 'GtE':
      return u.emit(Op.COMPARE_OP, 5);
  }
}

/** The right side of comparison i; the last one, searched with `in`, may be a constant (fold_compare). */
export function compileComparator(u: Unit, e: Compare, i: number) {
  const right = e.comparators[i];
  if (right === undefined) throw new TypeError('a comparison without a right side');
  const op = e.ops[i];
  if (i === e.comparators.length - 1 && (op === 'In' || op === 'NotIn')) compileIterable(u, right);
  else u.expression(right);
}

export function compileCompare(u: Unit, e: Compare) {
  u.expression(e.left);
  const last = e.ops.length - 1;
  if (last === 0) {
    compileComparator(u, e, 0);
    return emitCompare(u, e.ops[0] as ComparisonOperator);
  }
  const cleanup = u.label();
  const end = u.label();
  for (let i = 0; i < last; i++) {
    compileComparator(u, e, i);
    u.emit(Op.SWAP, 2);
    u.emit(Op.COPY, 2);
    emitCompare(u, e.ops[i] as ComparisonOperator);
    u.jump(Op.JUMP_IF_FALSE_OR_POP, cleanup);
  }
  compileComparator(u, e, last);
  emitCompare(u, e.ops[last] as ComparisonOperator);
  u.jump(Op.JUMP, end);
  u.mark(cleanup);
  u.emit(Op.SWAP, 2);
  u.emit(Op.POP_TOP);
  u.mark(end);
}
