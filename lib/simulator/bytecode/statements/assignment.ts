/** Assignment, augmented assignment, deletion (compiler_visit_expr1 for stores, compiler_augassign). */
import type { Assign, AugAssign, Expression } from '../../syntax/ast';
import { atAttribute } from '../expressions/expression-place';
import { BINARY_CODE } from '../expressions/operator';
import { OPERATORS } from '../fold';
import { Op } from '../opcodes';
import type { Unit } from '../unit';

export function compileAssign(u: Unit, s: Assign) {
  const { targets, value } = s;
  const only = targets.length === 1 ? targets[0] : undefined;
  if (only !== undefined && isSwap(u, only, value)) return compileSwap(u, only, value);
  u.expression(value);
  targets.forEach((target, i) => {
    if (i < targets.length - 1) u.emit(Op.COPY, 1);
    u.target(target);
  });
}

type Display = Expression & { readonly kind: 'Tuple' };

/** `a, b = x, y` and `a, b, c = x, y, z` make no tuple (optimize_basic_block). */
function isSwap(u: Unit, target: Expression, value: Expression): boolean {
  return (
    (target.kind === 'Tuple' || target.kind === 'List') &&
    value.kind === 'Tuple' &&
    target.elts.length === value.elts.length &&
    value.elts.length >= 1 &&
    value.elts.length <= 3 &&
    ![...target.elts, ...value.elts].some((e) => e.kind === 'Starred') &&
    value.elts.some((e) => !u.compiler.isConstant(e))
  );
}

function compileSwap(u: Unit, target: Expression, value: Expression): void {
  const targets = (target as Display).elts;
  const n = targets.length;
  for (const element of (value as Display).elts) u.expression(element);
  const outer = u.place;
  u.place = target;
  const last = targets.at(-1);
  const names = targets.map((e) => (e.kind === 'Name' && u.isFast(e.id) ? e.id : null));
  // Stores to distinct fast locals on one line are reordered instead of the stack (apply_static_swaps).
  const reorder =
    n > 1 &&
    !names.includes(null) &&
    new Set(names).size === n &&
    targets.every((e) => e.line === last?.line);
  if (reorder) for (const e of [...targets].reverse()) u.target(e);
  else {
    if (n > 1) u.emit(Op.SWAP, n);
    for (const e of targets) u.target(e);
  }
  u.place = outer;
}

/** Store the value on the stack to a target, or delete it. */
export function compileTarget(u: Unit, e: Expression): void {
  const outer = u.place;
  u.place = e;
  switch (e.kind) {
    case 'Name':
      u.access(e.id, e.ctx);
      break;
    case 'Attribute':
      u.expression(e.value);
      atAttribute(u, e.attr, e);
      u.name(e.ctx === 'Del' ? Op.DELETE_ATTR : Op.STORE_ATTR, u.mangle(e.attr));
      break;
    case 'Subscript':
      u.expression(e.value);
      u.expression(e.slice);
      u.emit(e.ctx === 'Del' ? Op.DELETE_SUBSCR : Op.STORE_SUBSCR);
      break;
    case 'Tuple':
    case 'List':
      if (e.ctx === 'Store') unpack(u, e.elts);
      for (const element of e.elts) u.target(element.kind === 'Starred' ? element.value : element);
      break;
    default:
      throw new TypeError(`cannot assign to ${e.kind}`);
  }
  u.place = outer;
}

function unpack(u: Unit, elements: readonly Expression[]) {
  const star = elements.findIndex((element) => element.kind === 'Starred');
  if (star < 0) u.emit(Op.UNPACK_SEQUENCE, elements.length);
  else u.emit(Op.UNPACK_EX, star + ((elements.length - star - 1) << 8));
}

export function compileAugmented(u: Unit, s: AugAssign) {
  const { target } = s;
  const operate = () => {
    u.expression(s.value);
    u.place = s;
    u.emit(Op.INPLACE_OP, BINARY_CODE.indexOf(OPERATORS[s.op]));
  };
  switch (target.kind) {
    case 'Name':
      u.place = target;
      u.access(target.id, 'Load');
      operate();
      u.place = target;
      return u.access(target.id, 'Store');
    case 'Attribute': {
      u.expression(target.value);
      u.place = target;
      u.emit(Op.COPY, 1);
      atAttribute(u, target.attr, target);
      u.name(Op.LOAD_ATTR, u.mangle(target.attr));
      operate();
      u.place = target;
      atAttribute(u, target.attr, target);
      u.emit(Op.SWAP, 2);
      return u.name(Op.STORE_ATTR, u.mangle(target.attr));
    }
    case 'Subscript':
      u.expression(target.value);
      u.expression(target.slice);
      u.place = target;
      u.emit(Op.COPY, 2);
      u.emit(Op.COPY, 2);
      u.emit(Op.BINARY_SUBSCR);
      operate();
      u.place = target;
      u.emit(Op.SWAP, 3);
      u.emit(Op.SWAP, 2);
      return u.emit(Op.STORE_SUBSCR);
    default:
      throw new TypeError(`cannot assign to ${target.kind}`);
  }
}
