import type { Expression } from '../ast';
import { PythonSyntaxError, TooKnotty } from '../error';
import { StringProblem } from '../string-escapes';
import { concatenate } from '../strings';
import * as T from '../token';
import { messageAction, namedAction } from './actions';
import { type CompiledGrammar, compileGrammar } from './compile-grammar';
import { GRAMMAR } from './grammar';
import { INVALID_GRAMMAR } from './grammar-invalid';
import { readGrammar } from './grammar-reader';
import { Exhausted, Machine, type RunAction, type Tree, type Value } from './machine';
import { TokenList } from './token-list';

let compiled: CompiledGrammar | null = null;

function grammar(): CompiledGrammar {
  compiled ??= compileGrammar(readGrammar(`${GRAMMAR}\n${INVALID_GRAMMAR}`));
  return compiled;
}

/**
 * Why CPython refuses the source: it parses again as CPython does, in two passes, the second with
 * the rules that recognise mistakes (Parser/pegen.c, `_PyPegen_run_parser`).
 * @param from where the statement of the module that is wrong starts
 * @returns null where the grammar accepts the source after all
 */
export function reportError(source: string, from: number): PythonSyntaxError | null {
  const tokens = new TokenList(source);
  const start = tokens.at(from);
  return runPasses(tokens, 'file', start > WHOLE_PROGRAM ? start : 0);
}

/**
 * In a short program the statements before the wrong one are read again too, as CPython does: its
 * rules for mistakes take some right statements for wrong ones (`print +1`).
 */
const WHOLE_PROGRAM = 4000;

function runPasses(tokens: TokenList, rule: string, from: number): PythonSyntaxError | null {
  let fill = 0;
  try {
    const rules = grammar();
    const start = rules.names.indexOf(rule);
    const machine = new Machine(rules, tokens, (...args) => runAction(tokens, machine.fill, ...args), from);
    try {
      if (machine.run(start, false)) return null;
      const last = machine.fill - 1;
      machine.run(start, true);
      const kind = tokens.kinds[last];
      if (kind === T.INDENT || kind === T.DEDENT) return indentationError(tokens, kind, machine.fill - 1);
      // No rule has recognised the mistake: the first pass knows best how far the program is right.
      throw tokens.rangeError('invalid syntax', last, last);
    } finally {
      fill = machine.fill;
    }
  } catch (error) {
    if (error instanceof Exhausted) {
      if (!error.depth) throw new TooKnotty();
      return new PythonSyntaxError('MemoryError', '', tokens.lines[Math.max(0, fill - 1)] as number, 0);
    }
    if (!(error instanceof PythonSyntaxError)) throw error;
    return tokens.laterError(fill) ?? error;
  }
}

/** Unlike other errors, these go before what is wrong further on. */
function indentationError(tokens: TokenList, kind: number, index: number): PythonSyntaxError {
  const message = kind === T.INDENT ? 'unexpected indent' : 'unexpected unindent';
  return tokens.tokenError('IndentationError', message, index);
}

function runAction(
  tokens: TokenList,
  fill: number,
  text: string,
  values: readonly Value[],
  start: number,
  mark: number,
): ReturnType<RunAction> {
  switch (text.charCodeAt(0)) {
    case 64:
      throw messageAction(text, values, { tokens, fill, mark });
    case 35: {
      const name = text.slice(1, text.indexOf(' '));
      if (name === 'fold') return fold(values, tokens, mark);
      if (name === 'strings') return strings(values[0] as readonly Tree[], tokens, fill);
      if (name === 'real' || name === 'imaginary') return checkPart(name, values[0] as Tree, tokens);
      const error = namedAction(name, values, { tokens, fill, mark });
      if (error !== null) throw error;
      return undefined;
    }
    case 61:
      return values[0] as Value;
  }
  if (text === '') return values;
  const space = text.indexOf(' ');
  const kind = space < 0 ? text : text.slice(0, space);
  return { kind, start, end: tokens.lastBefore(mark), items: values };
}

/** A first part and what follows it, again and again, as one tree. */
function fold(values: readonly Value[], tokens: TokenList, mark: number): Value {
  const head = values[0] as Tree;
  const rest = values[1] as readonly Value[];
  const last = rest[rest.length - 1];
  if (last === undefined || last === null) return head;
  const kind = 'kind' in last ? last.kind : 'BinOp';
  return { kind, start: head.start, end: tokens.lastBefore(mark), items: values };
}

/** The parts of a complex number in a pattern. */
function checkPart(name: string, part: Tree, tokens: TokenList): Tree {
  const imaginary = /[jJ]$/.test(tokens.text(part.start));
  if (imaginary === (name === 'imaginary')) return part;
  throw tokens.rangeError(`${name} number required in complex literal`, part.start, part.end);
}

/** Adjacent strings: only to see whether they hold, f-strings' parts included. */
function strings(list: readonly Tree[], tokens: TokenList, fill: number): Tree {
  const first = (list[0] as Tree).start;
  const last = (list[list.length - 1] as Tree).end;
  const literals = list.map(({ start }) => ({
    text: tokens.text(start),
    line: tokens.lines[start] as number,
    column: tokens.columns[start] as number,
    endLine: tokens.endLines[start] as number,
    endColumn: tokens.endColumns[start] as number,
  }));
  const place = { line: 0, column: 0, endLine: 0, endColumn: 0 };
  let at = 0;
  const compile = (source: string, line: number, column: number): Expression => {
    const error = runPasses(new TokenList(source, line, column, 'f-string: '), 'fstring', 0);
    if (error !== null) throw error;
    return { kind: 'Constant', ...place, value: { type: 'None' } };
  };
  try {
    const joined = concatenate(literals, place, compile, (index) => {
      at = index;
    });
    return { kind: joined.kind, start: first, end: last, items: [] };
  } catch (error) {
    if (!(error instanceof StringProblem)) throw error;
    const token = (list[at] as Tree).start;
    throw error.atString
      ? tokens.rangeError(error.message, token, token)
      : tokens.tokenError('SyntaxError', error.message, fill - 1);
  }
}
