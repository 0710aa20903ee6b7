/** Expressions (compiler_visit_expr, Python/compile.c). */
import { formatting } from '../../machine/format/formatting';
import type { Expression } from '../../syntax/ast';
import { fold, OPERATORS } from '../fold';
import { Op } from '../opcodes';
import { compileLambda } from '../statements/function';
import type { Unit } from '../unit';
import { compileCall } from './call';
import { compileComprehension } from './comprehension';
import { compileDict, compileSequence } from './display';
import { atAttribute, loadNone } from './expression-place';
import { compileFormatted, compileJoined } from './fstring';
import { compileConditional } from './jump';
import { BINARY_CODE, compileCompare } from './operator';

/** Leave the value of an expression on the stack. */
export function compileExpression(u: Unit, e: Expression) {
  const outer = u.place;
  u.place = e;
  const constant = fold(u.compiler.constants, e);
  if (constant !== null) u.constant(constant);
  else visit(u, e);
  u.place = outer;
}

function visit(u: Unit, e: Expression) {
  switch (e.kind) {
    case 'Name':
      return u.access(e.id, 'Load');
    case 'NamedExpr':
      u.expression(e.value);
      u.emit(Op.COPY, 1);
      return u.target(e.target);
    case 'BoolOp':
    case 'IfExp':
      return compileConditional(u, e);
    case 'BinOp': {
      const { left, right } = e;
      if (e.op === 'Mod' && right.kind === 'Tuple' && left.kind === 'Constant' && left.value.type === 'str') {
        const joined = fold(u.compiler.constants, right) === null ? formatting.get().asJoined(e) : null;
        if (joined !== null) return compileJoined(u, joined);
      }
      u.expression(left);
      u.expression(right);
      return u.emit(Op.BINARY_OP, BINARY_CODE.indexOf(OPERATORS[e.op]));
    }
    case 'UnaryOp':
      if (e.op === 'Not' && e.operand.kind === 'Compare' && e.operand.ops.length === 1) {
        // ast_opt turns `not a in b` into `a not in b`, and `not a is b` into `a is not b`.
        const { left, ops, comparators } = e.operand;
        const inverse = { Is: 'IsNot', IsNot: 'Is', In: 'NotIn', NotIn: 'In' } as const;
        const op = ops[0] as keyof typeof inverse;
        if (op in inverse) {
          const { line, column, endLine, endColumn } = e;
          const place = { line, column, endLine, endColumn };
          return compileCompare(u, { ...place, kind: 'Compare', left, ops: [inverse[op]], comparators });
        }
      }
      u.expression(e.operand);
      return u.emit(
        e.op === 'Not'
          ? Op.UNARY_NOT
          : e.op === 'USub'
            ? Op.UNARY_NEGATIVE
            : e.op === 'UAdd'
              ? Op.UNARY_POSITIVE
              : Op.UNARY_INVERT,
      );
    case 'Compare':
      return compileCompare(u, e);
    case 'Call':
      return compileCall(u, e);
    case 'Attribute':
      u.expression(e.value);
      atAttribute(u, e.attr, e);
      return u.name(Op.LOAD_ATTR, u.mangle(e.attr));
    case 'Subscript':
      u.expression(e.value);
      u.expression(e.slice);
      return u.emit(Op.BINARY_SUBSCR);
    case 'Slice':
      for (const part of [e.lower, e.upper])
        if (part === null) loadNone(u);
        else u.expression(part);
      if (e.step !== null) u.expression(e.step);
      return u.emit(Op.BUILD_SLICE, e.step === null ? 2 : 3);
    case 'Tuple':
    case 'List':
    case 'Set':
      return compileSequence(u, e);
    case 'Dict':
      return compileDict(u, e);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return compileComprehension(u, e);
    case 'Lambda':
      return compileLambda(u, e);
    case 'JoinedStr':
      return compileJoined(u, e);
    case 'FormattedValue':
      return compileFormatted(u, e);
    case 'Yield':
      if (e.value === null) loadNone(u);
      else u.expression(e.value);
      return u.emit(Op.YIELD_VALUE);
    case 'YieldFrom':
      return compileYieldFrom(u, e.value);
    case 'Await':
      return u.compiler.refuse(e, 'async', 'async and await are not supported.');
    case 'Starred':
    case 'Constant':
      throw new TypeError(`unexpected ${e.kind}`);
  }
}

function compileYieldFrom(u: Unit, value: Expression): void {
  u.expression(value);
  u.emit(Op.GET_YIELD_FROM_ITER);
  loadNone(u);
  const start = u.label();
  const exit = u.label();
  u.mark(start);
  u.jump(Op.SEND, exit);
  u.emit(Op.YIELD_VALUE);
  u.jump(Op.JUMP, start);
  u.mark(exit);
}
