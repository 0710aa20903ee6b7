/** Calls (compiler_call). */
import type { Call, Expression, Keyword } from '../../syntax/ast';
import { Op } from '../opcodes';
import type { Unit } from '../unit';
import { compileElements, STACK_USE_GUIDELINE, TUPLE } from './display';
import { atAttribute } from './expression-place';

export function compileCall(u: Unit, e: Call): void {
  const { func, args, keywords } = e;
  const operands = args.length + keywords.length + (keywords.length > 0 ? 1 : 0);
  if (
    func.kind === 'Attribute' &&
    operands < STACK_USE_GUIDELINE &&
    !args.some((arg) => arg.kind === 'Starred') &&
    !keywords.some((keyword) => keyword.arg === null)
  ) {
    u.expression(func.value);
    const outer = u.place;
    u.place = func;
    atAttribute(u, func.attr, func);
    u.name(Op.LOAD_METHOD, u.mangle(func.attr));
    for (const arg of args) u.expression(arg);
    for (const keyword of keywords) u.expression(keyword.value);
    u.place = outer;
    atAttribute(u, func.attr, { ...position(e), endLine: func.endLine, endColumn: func.endColumn });
    emitCall(u, args.length + keywords.length, keywords);
    u.place = outer;
    return;
  }
  u.emit(Op.PUSH_NULL);
  u.expression(func);
  compileArguments(u, 0, args, keywords);
}

const position = ({ line, column, endLine, endColumn }: Call) => ({ line, column, endLine, endColumn });

function emitCall(u: Unit, count: number, keywords: readonly Keyword[]): void {
  if (keywords.length > 0)
    u.emit(Op.KW_NAMES, u.keywordNames.push(keywords.map((keyword) => keyword.arg as string)) - 1);
  u.emit(Op.CALL, count);
}

/** The arguments and the call; `pushed` arguments are on the stack already (compiler_call_helper). */
export function compileArguments(
  u: Unit,
  pushed: number,
  args: readonly Expression[],
  keywords: readonly Keyword[],
) {
  const many = args.length + keywords.length * 2 > STACK_USE_GUIDELINE;
  if (many || args.some((arg) => arg.kind === 'Starred') || keywords.some((keyword) => keyword.arg === null))
    return compileSpread(u, pushed, args, keywords);
  for (const arg of args) u.expression(arg);
  for (const keyword of keywords) u.expression(keyword.value);
  emitCall(u, pushed + args.length + keywords.length, keywords);
}

function compileSpread(
  u: Unit,
  pushed: number,
  args: readonly Expression[],
  keywords: readonly Keyword[],
): void {
  const only = args[0];
  if (pushed === 0 && args.length === 1 && only?.kind === 'Starred') u.expression(only.value);
  else compileElements(u, args, TUPLE, pushed);
  let have = false;
  let waiting: Keyword[] = [];
  const flush = (): void => {
    if (waiting.length === 0) return;
    for (const keyword of waiting) {
      u.constant(u.compiler.constants.literal({ type: 'str', value: keyword.arg as string }));
      u.expression(keyword.value);
    }
    u.emit(Op.BUILD_MAP, waiting.length);
    if (have) u.emit(Op.DICT_MERGE, 1);
    have = true;
    waiting = [];
  };
  for (const keyword of keywords) {
    if (keyword.arg !== null) {
      waiting.push(keyword);
      continue;
    }
    flush();
    if (!have) u.emit(Op.BUILD_MAP, 0);
    have = true;
    u.expression(keyword.value);
    u.emit(Op.DICT_MERGE, 1);
  }
  flush();
  u.emit(Op.CALL_FUNCTION_EX, keywords.length > 0 ? 1 : 0);
}
