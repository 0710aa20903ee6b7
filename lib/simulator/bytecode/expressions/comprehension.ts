/** Comprehensions and generator expressions: functions of their own (compiler_comprehension). */
import type { Comprehension, DictComp, GeneratorExp, ListComp, SetComp } from '../../syntax/ast';
import { Op } from '../opcodes';
import { Unit } from '../unit';
import { returnNone } from './expression-place';
import { compileIterable } from './iterable';
import { jumpIf } from './jump';

type ComprehensionExpression = ListComp | SetComp | DictComp | GeneratorExp;

export function compileComprehension(u: Unit, e: ComprehensionExpression): void {
  const first = e.generators[0] as Comprehension;
  if (e.generators.some((generator) => generator.is_async))
    u.compiler.refuse(e, 'async', 'async and await are not supported.');
  const scope = u.child(e);
  const inner = new Unit(u.compiler, scope, qualifiedName(u, scope.name), e.line);
  inner.place = e;
  const collects = e.kind !== 'GeneratorExp';
  if (collects) {
    inner.emit(e.kind === 'ListComp' ? Op.BUILD_LIST : e.kind === 'SetComp' ? Op.BUILD_SET : Op.BUILD_MAP, 0);
    inner.push('operand');
  }
  compileLoop(inner, e, 0, 0);
  inner.place = e;
  if (collects) inner.emit(Op.RETURN_VALUE);
  else returnNone(inner);
  u.makeFunction(inner.finish(), 0);
  compileIterable(u, first.iter);
  u.emit(Op.GET_ITER);
  u.emit(Op.CALL, 0);
}

/** The qualified name of a function or class made in a unit (compiler_set_qualname). */
export function qualifiedName(u: Unit, name: string): string {
  if (u.scope.kind === 'module' || u.scope.symbols.get(name) === 'global-explicit') return name;
  return u.scope.kind === 'class' ? `${u.qualifiedName}.${name}` : `${u.qualifiedName}.<locals>.${name}`;
}

/** The loop of one `for`, and within it those after it; `depth` loops are open around it. */
function compileLoop(u: Unit, e: ComprehensionExpression, index: number, depth: number): void {
  const generator = e.generators[index] as Comprehension;
  const start = u.label();
  const skip = u.label();
  const end = u.label();
  const { iter } = generator;
  const single = iter.kind === 'List' || iter.kind === 'Tuple' ? iter.elts[0] : undefined;
  // `for y in [f(x)]` assigns without a loop.
  const assigns =
    index > 0 &&
    single !== undefined &&
    single.kind !== 'Starred' &&
    (iter.kind === 'List' || iter.kind === 'Tuple') &&
    iter.elts.length === 1;
  if (index === 0) u.emit(Op.LOAD_FAST, 0);
  else if (assigns) u.expression(single);
  else {
    compileIterable(u, iter);
    u.emit(Op.GET_ITER);
  }
  if (!assigns) {
    depth++;
    u.mark(start);
    u.push('for loop');
    u.jump(Op.FOR_ITER, end);
  }
  u.target(generator.target);
  for (const test of generator.ifs) jumpIf(u, test, skip, false);
  if (index + 1 < e.generators.length) compileLoop(u, e, index + 1, depth);
  else compileItem(u, e, depth);
  u.mark(skip);
  if (assigns) return;
  u.jump(Op.JUMP, start);
  u.pop();
  u.mark(end);
}

function compileItem(u: Unit, e: ComprehensionExpression, depth: number) {
  if (e.kind === 'DictComp') {
    u.expression(e.key);
    u.expression(e.value);
    return u.emit(Op.MAP_ADD, depth + 1);
  }
  u.expression(e.elt);
  if (e.kind === 'GeneratorExp') {
    u.place = e.elt;
    u.emit(Op.YIELD_VALUE);
    u.emit(Op.POP_TOP);
  } else u.emit(e.kind === 'ListComp' ? Op.LIST_APPEND : Op.SET_ADD, depth + 1);
}
