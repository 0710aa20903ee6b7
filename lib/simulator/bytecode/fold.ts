/**
 * Constant folding, before code is made for an expression (Python/ast_opt.c). A result is a constant that the table
 * of constants holds, borrowed.
 */

import { Raised } from '../machine/raised';
import { False, PyInt, PyStr, True } from '../memory/atoms';
import { EMPTY_TUPLE, PyTuple } from '../memory/containers';
import type { ArithmeticOp, Machine, PyObject } from '../memory/object';
import { BytesType, StrType } from '../memory/types';
import type { BinaryOperator, Expression } from '../syntax/ast';
import type { Constants } from './constants';

export const OPERATORS: Readonly<Record<BinaryOperator, ArithmeticOp>> = {
  Add: '+',
  Sub: '-',
  Mult: '*',
  MatMult: '@',
  Div: '/',
  Mod: '%',
  Pow: '**',
  LShift: '<<',
  RShift: '>>',
  BitOr: '|',
  BitXor: '^',
  BitAnd: '&',
  FloorDiv: '//',
};

/** The value of an expression that CPython computes while compiling, or null. */
export function fold(constants: Constants, e: Expression): PyObject | null {
  switch (e.kind) {
    case 'Constant':
      return constants.literal(e.value);
    case 'Name':
      return e.id === '__debug__' && e.ctx === 'Load' ? True : null;
    case 'Tuple': {
      if (e.ctx !== 'Load') return null;
      const items = foldAll(constants, e.elts);
      return items === null ? null : items.length === 0 ? EMPTY_TUPLE : constants.tuple(items);
    }
    case 'UnaryOp': {
      const operand = fold(constants, e.operand);
      if (operand === null || operand instanceof PyTuple) return null;
      return attempt(constants, (vm) => {
        if (e.op === 'Not') return vm.truth(operand) ? False : True;
        const { negative, positive, invert } = operand.type.slots;
        const slot = e.op === 'USub' ? negative : e.op === 'UAdd' ? positive : invert;
        return slot === undefined ? null : slot(vm, operand);
      });
    }
    case 'BinOp': {
      const left = fold(constants, e.left);
      const right = left === null ? null : fold(constants, e.right);
      if (left === null || right === null || !isSafe(left, right, OPERATORS[e.op])) return null;
      return attempt(constants, (vm) => vm.binary(left, right, OPERATORS[e.op]));
    }
    case 'Subscript': {
      if (e.ctx !== 'Load') return null;
      const value = fold(constants, e.value);
      const index = value === null ? null : fold(constants, e.slice);
      if (value === null || index === null) return null;
      return attempt(constants, (vm) => vm.getItem(value, index));
    }
    default:
      return null;
  }
}

/** All of them as constants, or null. */
export function foldAll(constants: Constants, elements: readonly Expression[]): PyObject[] | null {
  const items: PyObject[] = [];
  for (const element of elements) {
    const item = fold(constants, element);
    if (item === null) return null;
    items.push(item);
  }
  return items;
}

/** A list or set display of constants to search or walk through becomes a tuple or frozenset (fold_iter). */
export function foldIterable(constants: Constants, e: Expression): PyObject | null {
  if (e.kind !== 'List' && e.kind !== 'Set') return null;
  const items = foldAll(constants, e.elts);
  if (items === null) return null;
  if (e.kind === 'Set') return constants.frozenset(items);
  return items.length === 0 ? EMPTY_TUPLE : constants.tuple(items);
}

/** An operation that raises is left for the run (ast_opt clears the error). */
function attempt(constants: Constants, operation: (vm: Machine) => PyObject | null): PyObject | null {
  const { vm } = constants;
  try {
    const made = operation(vm);
    return made === null ? null : constants.merge(made);
  } catch (raised) {
    if (!(raised instanceof Raised)) throw raised;
    vm.heap.decref(raised.exception);
    return null;
  }
}

const bits = (o: PyInt): number => {
  const text = (o.value < 0 ? -o.value : o.value).toString(2);
  return text === '0' ? 0 : text.length;
};
const isSequence = (o: PyObject): boolean =>
  o instanceof PyTuple || o.type === StrType || o.type === BytesType;

/** safe_multiply, safe_power, safe_lshift, safe_mod: do not make large constants. */
function isSafe(left: PyObject, right: PyObject, op: ArithmeticOp): boolean {
  const ints = left instanceof PyInt && right instanceof PyInt;
  if (op === '*') {
    if (ints) return bits(left) + bits(right) <= 128;
    const sequence = isSequence(left) ? left : isSequence(right) ? right : null;
    const count = sequence === left ? right : left;
    if (sequence === null) return true;
    if (!(count instanceof PyInt) || typeof count.value === 'bigint' || count.value < 0) return false;
    const length = sequence instanceof PyTuple ? sequence.items.length : (sequence as PyStr).value.length;
    if (length === 0) return true;
    return count.value <= (sequence instanceof PyTuple ? 256 : 4096) / length;
  }
  if (op === '**') return !ints || (right.value >= 0 && bits(left) * Number(right.value) <= 128);
  if (op === '<<')
    return !ints || (right.value >= 0 && right.value <= 128 && bits(left) + Number(right.value) <= 128);
  if (op === '%') return !(left instanceof PyStr) && left.type !== BytesType;
  return true;
}
