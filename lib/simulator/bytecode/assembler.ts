/** From the lists of a unit to a code object: jumps resolved, exception table built (Python/compile.c, assemble). */

import type { PyObject } from '../memory/object';
import type { Position } from '../syntax/ast';
import type { Scope } from '../syntax/scope';
import { type CodePosition, type HandlerRange, PyCode, type StepPoint } from './code';

interface Assembled {
  readonly compiler: { readonly library: boolean };
  readonly scope: Scope;
  readonly qualifiedName: string;
  readonly firstLine: number;
  readonly place: Position;
  readonly opcodes: readonly number[];
  readonly operands: number[];
  readonly positions: readonly number[];
  readonly handlers: readonly (HandlerOfInstruction | undefined)[];
  readonly jumps: readonly [number, { readonly index: number }][];
  readonly places: readonly CodePosition[];
  readonly steps: readonly StepPoint[];
  readonly consts: PyObject[];
  readonly names: readonly string[];
  readonly keywordNames: readonly (readonly string[])[];
  readonly docstring: string | null;
  readonly slotNames: readonly string[];
  readonly cellSlots: readonly number[];
  readonly isFunction: boolean;
}
interface HandlerOfInstruction {
  readonly label: { readonly index: number };
  readonly depth: number;
  readonly pushLast: boolean;
}

export function assemble(u: Assembled): PyCode {
  for (const [at, label] of u.jumps) u.operands[at] = label.index;
  const { scope } = u;
  return new PyCode({
    name: scope.name,
    qualifiedName: u.qualifiedName,
    firstLine: u.firstLine,
    opcodes: u.opcodes,
    operands: u.operands,
    positions: u.positions,
    places: u.places,
    steps: u.steps,
    constants: u.consts,
    names: u.names,
    keywordNames: u.keywordNames,
    handlers: exceptionTable(u, u.slotNames.length),
    slotNames: u.slotNames,
    localCount: scope.varnames.length,
    cellSlots: u.cellSlots,
    freeNames: scope.freevars,
    argCount: scope.argCount,
    positionalOnlyCount: scope.positionalOnlyCount,
    keywordOnlyCount: scope.keywordOnlyCount,
    hasStarArgs: scope.hasStarArgs,
    hasStarKeywords: scope.hasStarKeywords,
    isGenerator: scope.isGenerator,
    isFunction: u.isFunction,
    docstring: u.docstring,
    library: u.compiler.library,
  });
}

/** Runs of instructions with the same handler; `depth` becomes an index into the frame's slots. */
function exceptionTable(u: Assembled, stackBase: number): HandlerRange[] {
  const table: HandlerRange[] = [];
  let start = 0;
  for (let i = 1; i <= u.handlers.length; i++) {
    const handler = u.handlers[start];
    if (i < u.handlers.length && u.handlers[i] === handler) continue;
    if (handler) {
      const { label, depth, pushLast } = handler;
      table.push({ start, end: i, target: label.index, depth: stackBase + depth, pushLast });
    }
    start = i;
  }
  return table;
}
