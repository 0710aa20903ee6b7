/** Class statements (compiler_class). */
import type { ClassDef } from '../../syntax/ast';
import { compileArguments } from '../expressions/call';
import { qualifiedName } from '../expressions/comprehension';
import { loadNone } from '../expressions/expression-place';
import { Op } from '../opcodes';
import { Unit } from '../unit';
import { hasAnnotations } from './annotation';
import { applyDecorators, docstringOf } from './function';

export function compileClass(u: Unit, s: ClassDef): void {
  const { constants } = u.compiler;
  const text = (value: string) => constants.literal({ type: 'str', value });
  for (const decorator of s.decorator_list) u.expression(decorator);
  const firstLine = s.decorator_list[0]?.line ?? s.line;
  const name = qualifiedName(u, u.mangle(s.name));
  const inner = new Unit(u.compiler, u.child(s), name, firstLine);
  inner.place = { ...s, endLine: s.line, endColumn: s.column };
  inner.name(Op.LOAD_NAME, '__name__');
  inner.name(Op.STORE_NAME, '__module__');
  inner.constant(text(name));
  inner.name(Op.STORE_NAME, '__qualname__');
  if (hasAnnotations(s.body)) inner.emit(Op.SETUP_ANNOTATIONS);
  const doc = docstringOf(s.body);
  if (doc !== null) {
    inner.constant(text(doc));
    inner.name(Op.STORE_NAME, '__doc__');
  }
  inner.body(doc === null ? s.body : s.body.slice(1));
  if (inner.scope.cellvars.includes('__class__')) {
    inner.cell(Op.LOAD_CLOSURE, '__class__');
    inner.emit(Op.COPY, 1);
    inner.name(Op.STORE_NAME, '__classcell__');
  } else loadNone(inner);
  inner.emit(Op.RETURN_VALUE);
  u.emit(Op.PUSH_NULL);
  u.emit(Op.LOAD_BUILD_CLASS);
  u.makeFunction(inner.finish(), 0);
  u.constant(text(s.name));
  compileArguments(u, 2, s.bases, s.keywords);
  applyDecorators(u, s.decorator_list);
  u.access(s.name, 'Store');
}
