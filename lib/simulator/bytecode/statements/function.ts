/** Functions and lambdas (compiler_function, compiler_lambda). */
import type { Argument, Arguments, Expression, FunctionDef, Lambda } from '../../syntax/ast';
import { qualifiedName } from '../expressions/comprehension';
import { returnNone } from '../expressions/expression-place';
import { HAS_ANNOTATIONS, HAS_DEFAULTS, HAS_KEYWORD_DEFAULTS } from '../flags';
import { foldAll } from '../fold';
import { Op } from '../opcodes';
import { Unit } from '../unit';

/** Leave the defaults on the stack; returns the flags of MAKE_FUNCTION. */
function compileDefaults(u: Unit, args: Arguments): number {
  let flags = 0;
  if (args.defaults.length > 0) {
    flags |= HAS_DEFAULTS;
    const folded = foldAll(u.compiler.constants, args.defaults);
    if (folded !== null) u.constant(u.compiler.constants.tuple(folded));
    else {
      for (const value of args.defaults) u.expression(value);
      u.emit(Op.BUILD_TUPLE, args.defaults.length);
    }
  }
  let count = 0;
  args.kwonlyargs.forEach((arg, i) => {
    const value = args.kw_defaults[i] ?? null;
    if (value === null) return;
    u.constant(u.compiler.constants.literal({ type: 'str', value: u.mangle(arg.arg) }));
    u.expression(value);
    count++;
  });
  if (count === 0) return flags;
  u.emit(Op.BUILD_MAP, count);
  return flags | HAS_KEYWORD_DEFAULTS;
}

/** Evaluate the annotations into a tuple of names and values (compiler_visit_annotations). */
function compileAnnotations(u: Unit, args: Arguments, returns: Expression | null): number {
  let count = 0;
  const add = (name: string, annotation: Expression | null): void => {
    if (annotation === null) return;
    u.constant(u.compiler.constants.literal({ type: 'str', value: u.mangle(name) }));
    u.expression(annotation);
    count += 2;
  };
  const addArg = (arg: Argument | null): void => {
    if (arg === null) return;
    const { annotation } = arg;
    add(arg.arg, annotation?.kind === 'Starred' ? annotation.value : annotation);
  };
  for (const arg of [...args.args, ...args.posonlyargs]) addArg(arg);
  addArg(args.vararg);
  for (const arg of args.kwonlyargs) addArg(arg);
  addArg(args.kwarg);
  add('return', returns);
  if (count === 0) return 0;
  u.emit(Op.BUILD_TUPLE, count);
  return HAS_ANNOTATIONS;
}

/** Call the decorators, innermost first. */
export function applyDecorators(u: Unit, decorators: readonly Expression[]): void {
  const outer = u.place;
  for (let i = decorators.length - 1; i >= 0; i--) {
    u.place = decorators[i] as Expression;
    u.emit(Op.CALL, 0);
  }
  u.place = outer;
}

/** The docstring of a body, or null. */
export function docstringOf(body: FunctionDef['body']): string | null {
  const first = body[0];
  if (first?.kind !== 'Expr' || first.value.kind !== 'Constant') return null;
  return first.value.value.type === 'str' ? first.value.value.value : null;
}

export function compileFunction(u: Unit, s: FunctionDef): void {
  for (const decorator of s.decorator_list) u.expression(decorator);
  let flags = compileDefaults(u, s.args);
  flags |= compileAnnotations(u, s.args, s.returns);
  const scope = u.child(s);
  const firstLine = s.decorator_list[0]?.line ?? s.line;
  const inner = new Unit(u.compiler, scope, qualifiedName(u, u.mangle(s.name)), firstLine);
  inner.docstring = docstringOf(s.body);
  inner.place = { ...s, endLine: s.line, endColumn: s.column };
  inner.body(inner.docstring === null ? s.body : s.body.slice(1));
  returnNone(inner);
  u.makeFunction(inner.finish(), flags);
  applyDecorators(u, s.decorator_list);
  u.access(s.name, 'Store');
}

export function compileLambda(u: Unit, e: Lambda): void {
  const flags = compileDefaults(u, e.args);
  const scope = u.child(e);
  const inner = new Unit(u.compiler, scope, qualifiedName(u, scope.name), e.line);
  inner.place = e;
  inner.expression(e.body);
  inner.place = e.body;
  if (scope.isGenerator) returnNone(inner);
  else inner.emit(Op.RETURN_VALUE);
  u.makeFunction(inner.finish(), flags);
}
