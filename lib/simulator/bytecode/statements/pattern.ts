/**
 * Patterns (compiler_pattern, Python/compile.c). A pattern consumes the subject on top of the stack; the names it
 * captures wait on the stack until the whole pattern has matched.
 */
import type { MatchClass, MatchMapping, MatchOr, MatchSequence, Pattern } from '../../syntax/ast';
import { loadNone } from '../expressions/expression-place';
import { Op, type Opcode } from '../opcodes';
import type { Label, Unit } from '../unit';

const EQUAL = 2;
const AT_LEAST = 5;
const SUBTRACT = 10;

/** What is known while a pattern is compiled (struct pattern_context). */
export interface PatternContext {
  /** Names captured so far: their values are on the stack in this order. */
  stores: string[];
  /** Where to go on failure, by the number of values to pop. */
  failPop: Label[];
  /** Values on the stack above the captured ones that have to be popped on failure. */
  onTop: number;
}

export const newContext = (): PatternContext => ({ stores: [], failPop: [], onTop: 0 });

export const isWildcard = (p: Pattern): boolean =>
  p.kind === 'MatchAs' && p.pattern === null && p.name === null;

const number = (u: Unit, value: number): void =>
  u.constant(u.compiler.constants.literal({ type: 'int', value }));

/** The label where `pops` values are popped before the next case is tried. */
export function failLabel(u: Unit, pc: PatternContext, pops: number): Label {
  while (pc.failPop.length <= pops) pc.failPop.push(u.label());
  return pc.failPop[pops] as Label;
}

function jumpToFail(u: Unit, pc: PatternContext, op: Opcode) {
  u.jump(op, failLabel(u, pc, pc.onTop + pc.stores.length));
}

/** The places that pop what a failed pattern left. */
export function emitFailPop(u: Unit, pc: PatternContext) {
  for (let size = pc.failPop.length - 1; size >= 0; size--) {
    u.mark(pc.failPop[size] as Label);
    if (size > 0) u.emit(Op.POP_TOP);
  }
  pc.failPop = [];
}

function rotate(u: Unit, count: number) {
  for (let n = count; n > 1; n--) u.emit(Op.SWAP, n);
}

function storeName(u: Unit, name: string | null, pc: PatternContext) {
  if (name === null) return u.emit(Op.POP_TOP);
  rotate(u, pc.onTop + pc.stores.length + 1);
  pc.stores.push(name);
}

export function compilePattern(u: Unit, p: Pattern, pc: PatternContext) {
  u.place = p;
  switch (p.kind) {
    case 'MatchValue':
      u.expression(p.value);
      u.emit(Op.COMPARE_OP, EQUAL);
      return jumpToFail(u, pc, Op.POP_JUMP_IF_FALSE);
    case 'MatchSingleton':
      u.constant(u.compiler.constants.literal(p.value));
      u.emit(Op.IS_OP, 0);
      return jumpToFail(u, pc, Op.POP_JUMP_IF_FALSE);
    case 'MatchStar':
      return storeName(u, p.name, pc);
    case 'MatchAs':
      if (p.pattern !== null) {
        pc.onTop++;
        u.emit(Op.COPY, 1);
        compilePattern(u, p.pattern, pc);
        pc.onTop--;
      }
      return storeName(u, p.name, pc);
    case 'MatchSequence':
      return compileSequencePattern(u, p, pc);
    case 'MatchMapping':
      return compileMapping(u, p, pc);
    case 'MatchClass':
      return compileClassPattern(u, p, pc);
    case 'MatchOr':
      return compileOr(u, p, pc);
  }
}

function compileSequencePattern(u: Unit, p: MatchSequence, pc: PatternContext) {
  const { patterns } = p;
  const size = patterns.length;
  const star = patterns.findIndex((part) => part.kind === 'MatchStar');
  const starred = patterns[star];
  const starWildcard = starred?.kind === 'MatchStar' && starred.name === null;
  const onlyWildcards = patterns.every((part) => isWildcard(part) || (part === starred && starWildcard));
  pc.onTop++;
  u.emit(Op.MATCH_SEQUENCE);
  jumpToFail(u, pc, Op.POP_JUMP_IF_FALSE);
  if (star < 0 || size > 1) {
    u.emit(Op.GET_LEN);
    number(u, star < 0 ? size : size - 1);
    u.emit(Op.COMPARE_OP, star < 0 ? EQUAL : AT_LEAST);
    jumpToFail(u, pc, Op.POP_JUMP_IF_FALSE);
  }
  pc.onTop--;
  if (onlyWildcards) return u.emit(Op.POP_TOP);
  if (starWildcard) return compileBySubscript(u, patterns, star, pc);
  if (star < 0) u.emit(Op.UNPACK_SEQUENCE, size);
  else u.emit(Op.UNPACK_EX, star + ((size - star - 1) << 8));
  compileUnpacked(u, patterns, pc);
}

/** `[a, *_, b]`: the parts are read by index. */
function compileBySubscript(u: Unit, patterns: readonly Pattern[], star: number, pc: PatternContext): void {
  pc.onTop++;
  patterns.forEach((part, i) => {
    if (i === star || isWildcard(part)) return;
    u.emit(Op.COPY, 1);
    if (i < star) number(u, i);
    else {
      u.emit(Op.GET_LEN);
      number(u, patterns.length - i);
      u.emit(Op.BINARY_OP, SUBTRACT);
    }
    u.emit(Op.BINARY_SUBSCR);
    compilePattern(u, part, pc);
  });
  pc.onTop--;
  u.emit(Op.POP_TOP);
}

/** The parts, which are on the stack, first on top. */
function compileUnpacked(u: Unit, patterns: readonly Pattern[], pc: PatternContext): void {
  pc.onTop += patterns.length;
  for (const part of patterns) {
    pc.onTop--;
    compilePattern(u, part, pc);
  }
}

function failIfNone(u: Unit, pc: PatternContext) {
  u.emit(Op.COPY, 1);
  loadNone(u);
  u.emit(Op.IS_OP, 1);
  jumpToFail(u, pc, Op.POP_JUMP_IF_FALSE);
}

function compileMapping(u: Unit, p: MatchMapping, pc: PatternContext) {
  const size = p.keys.length;
  pc.onTop++;
  u.emit(Op.MATCH_MAPPING);
  jumpToFail(u, pc, Op.POP_JUMP_IF_FALSE);
  if (size === 0 && p.rest === null) {
    pc.onTop--;
    return u.emit(Op.POP_TOP);
  }
  if (size > 0) {
    u.emit(Op.GET_LEN);
    number(u, size);
    u.emit(Op.COMPARE_OP, AT_LEAST);
    jumpToFail(u, pc, Op.POP_JUMP_IF_FALSE);
  }
  for (const key of p.keys) u.expression(key);
  u.emit(Op.BUILD_TUPLE, size);
  u.emit(Op.MATCH_KEYS);
  pc.onTop += 2;
  failIfNone(u, pc);
  u.emit(Op.UNPACK_SEQUENCE, size);
  pc.onTop--;
  compileUnpacked(u, p.patterns, pc);
  pc.onTop -= 2;
  if (p.rest === null) {
    u.emit(Op.POP_TOP);
    return u.emit(Op.POP_TOP);
  }
  u.emit(Op.BUILD_MAP, 0);
  u.emit(Op.SWAP, 3);
  u.emit(Op.DICT_UPDATE, 2);
  u.emit(Op.UNPACK_SEQUENCE, size);
  for (let left = size; left > 0; left--) {
    u.emit(Op.COPY, 1 + left);
    u.emit(Op.SWAP, 2);
    u.emit(Op.DELETE_SUBSCR);
  }
  storeName(u, p.rest, pc);
}

function compileClassPattern(u: Unit, p: MatchClass, pc: PatternContext): void {
  const { constants } = u.compiler;
  const parts = [...p.patterns, ...p.kwd_patterns];
  u.expression(p.cls);
  for (const name of p.kwd_attrs) u.constant(constants.literal({ type: 'str', value: name }));
  u.emit(Op.BUILD_TUPLE, p.kwd_attrs.length);
  u.emit(Op.MATCH_CLASS, p.patterns.length);
  pc.onTop++;
  failIfNone(u, pc);
  u.emit(Op.UNPACK_SEQUENCE, parts.length);
  pc.onTop--;
  compileUnpacked(u, parts, pc);
}

function compileOr(u: Unit, p: MatchOr, pc: PatternContext): void {
  const end = u.label();
  let control: string[] = [];
  p.patterns.forEach((alternative, i) => {
    const own = newContext();
    u.place = alternative;
    u.emit(Op.COPY, 1);
    compilePattern(u, alternative, own);
    if (i === 0) control = own.stores;
    else reorder(u, own.stores, control);
    u.jump(Op.JUMP, end);
    emitFailPop(u, own);
  });
  u.emit(Op.POP_TOP);
  jumpToFail(u, pc, Op.JUMP);
  u.mark(end);
  const rotations = control.length + 1 + pc.onTop + pc.stores.length;
  for (const name of control) {
    rotate(u, rotations);
    pc.stores.push(name);
  }
  u.emit(Op.POP_TOP);
}

/** Bring the captured values of an alternative into the order of the first one. */
function reorder(u: Unit, stores: string[], control: readonly string[]): void {
  for (let at = control.length - 1; at >= 0; at--) {
    const index = stores.indexOf(control[at] as string);
    if (index === at) continue;
    const rotated = stores.splice(0, index + 1);
    stores.splice(at - index, 0, ...rotated);
    for (let n = index + 1; n > 0; n--) rotate(u, at + 1);
  }
}
