/** Displays: tuples, lists, sets, dicts (starunpack_helper, compiler_dict). */
import type { Dict, Expression } from '../../syntax/ast';
import { foldAll } from '../fold';
import { Op, type Opcode } from '../opcodes';
import type { Unit } from '../unit';

/** Above this many operands CPython builds in pieces. */
export const STACK_USE_GUIDELINE = 30;

interface Building {
  readonly build: Opcode;
  readonly add: Opcode;
  readonly extend: Opcode;
  readonly asTuple: boolean;
}
export const LIST: Building = {
  build: Op.BUILD_LIST,
  add: Op.LIST_APPEND,
  extend: Op.LIST_EXTEND,
  asTuple: false,
};
const SET: Building = { build: Op.BUILD_SET, add: Op.SET_ADD, extend: Op.SET_UPDATE, asTuple: false };
export const TUPLE: Building = { ...LIST, asTuple: true };

export function compileSequence(
  u: Unit,
  e: { readonly kind: 'Tuple' | 'List' | 'Set'; readonly elts: readonly Expression[] },
) {
  compileElements(u, e.elts, e.kind === 'Tuple' ? TUPLE : e.kind === 'List' ? LIST : SET, 0);
}

/** Build a collection of `pushed` values that are on the stack already, and of the elements. */
export function compileElements(u: Unit, elements: readonly Expression[], how: Building, pushed: number) {
  const { constants } = u.compiler;
  const folded = elements.length > 2 ? foldAll(constants, elements) : null;
  if (folded !== null && !how.asTuple) {
    u.emit(how.build, pushed);
    u.constant(how.build === Op.BUILD_SET ? constants.frozenset(folded) : constants.tuple(folded));
    return u.emit(how.extend, 1);
  }
  const big = elements.length + pushed > STACK_USE_GUIDELINE;
  if (!big && !elements.some((element) => element.kind === 'Starred')) {
    for (const element of elements) u.expression(element);
    return u.emit(how.asTuple ? Op.BUILD_TUPLE : how.build, elements.length + pushed);
  }
  let built = false;
  if (big) {
    u.emit(how.build, pushed);
    built = true;
  }
  elements.forEach((element, i) => {
    if (element.kind === 'Starred') {
      if (!built) u.emit(how.build, i + pushed);
      built = true;
      u.expression(element.value);
      u.emit(how.extend, 1);
    } else {
      u.expression(element);
      if (built) u.emit(how.add, 1);
    }
  });
  if (how.asTuple) u.emit(Op.LIST_TO_TUPLE);
}

export function compileDict(u: Unit, e: Dict): void {
  let waiting: [Expression, Expression][] = [];
  let have = false;
  const flush = (): void => {
    if (waiting.length === 0) return;
    compilePairs(u, waiting);
    if (have) u.emit(Op.DICT_UPDATE, 1);
    have = true;
    waiting = [];
  };
  e.values.forEach((value, i) => {
    const key = e.keys[i] ?? null;
    if (key !== null) {
      waiting.push([key, value]);
      if (waiting.length * 2 > STACK_USE_GUIDELINE + 1) flush();
      return;
    }
    flush();
    if (!have) u.emit(Op.BUILD_MAP, 0);
    have = true;
    u.expression(value);
    u.emit(Op.DICT_UPDATE, 1);
  });
  flush();
  if (!have) u.emit(Op.BUILD_MAP, 0);
}

function compilePairs(u: Unit, pairs: readonly [Expression, Expression][]): void {
  const big = pairs.length * 2 > STACK_USE_GUIDELINE;
  if (big) u.emit(Op.BUILD_MAP, 0);
  for (const [key, value] of pairs) {
    u.expression(key);
    u.expression(value);
    if (big) u.emit(Op.MAP_ADD, 1);
  }
  if (!big) u.emit(Op.BUILD_MAP, pairs.length);
}
