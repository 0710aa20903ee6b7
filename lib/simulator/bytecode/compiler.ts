/** From the syntax tree to code objects (Python/compile.c). */
import type { Machine } from '../memory/object';
import type { Module } from '../syntax/ast';
import type { Scope } from '../syntax/scope';
import { Unsupported } from '../syntax/unsupported';
import type { PyCode } from './code';
import { Constants } from './constants';
import { compileExpression } from './expressions/expression';
import { returnNone } from './expressions/expression-place';
import { fold } from './fold';
import { Op } from './opcodes';
import { hasAnnotations } from './statements/annotation';
import { compileTarget } from './statements/assignment';
import { docstringOf } from './statements/function';
import { compileStatement } from './statements/statement';
import { type Compiler, Unit } from './unit';

/** Compile a module. Its constants are objects of `vm`. Throws `Unsupported`. */
export function compile(vm: Machine, module: Module, scope: Scope, library = false): PyCode {
  const constants = new Constants(vm);
  const compiler: Compiler = {
    constants,
    library,
    expression: compileExpression,
    statement: compileStatement,
    target: compileTarget,
    isConstant: (e) => fold(constants, e) !== null,
    refuse(place, feature, message) {
      throw new Unsupported(place, feature, message);
    },
  };
  const u = new Unit(compiler, scope, '<module>', 1);
  if (hasAnnotations(module.body)) u.emit(Op.SETUP_ANNOTATIONS);
  const doc = docstringOf(module.body);
  if (doc !== null) {
    u.constant(constants.literal({ type: 'str', value: doc }));
    u.name(Op.STORE_NAME, '__doc__');
  }
  u.body(doc === null ? module.body : module.body.slice(1));
  returnNone(u);
  const code = u.finish();
  constants.release();
  return code;
}
