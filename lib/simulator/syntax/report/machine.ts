import * as T from '../token';
import * as I from './compile-grammar';
import type { TokenList } from './token-list';

/** A piece of the program: its kind, its tokens from `start` to `end` (both included), its parts. */
export interface Tree {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly items: readonly Value[];
}
export type Value = Tree | readonly Value[] | null;

/** Runs an action; `undefined` fails the rule. May throw the error to report. */
export type RunAction = (
  text: string,
  values: readonly Value[],
  start: number,
  mark: number,
) => Value | undefined;

/** How many calls of rules CPython's parser nests (MAXSTACK) before it gives up. */
const MAX_DEPTH = 6000;
/** Backtracking may take a time exponential in the nesting; no message is worth more than this, both passes together. */
const MAX_STEPS = 1_700_000;

/** The program nests too deeply, or is too knotty, for the machine. */
export class Exhausted {
  constructor(readonly depth: boolean) {}
}

interface Entry {
  /** Of a choice: where to go on after a failure. Of a call: -1. */
  target: number;
  pos: number;
  readonly height: number;
  readonly rule: number;
  readonly back: number;
  readonly invalid: boolean;
  readonly frame: number;
}

interface Memo {
  readonly value: Value;
  /** -1 for a failure. */
  readonly end: number;
}
const FAILURE: Memo = { value: null, end: -1 };

/**
 * Runs the compiled grammar over a list of tokens with a stack of its own, so that no program can
 * exhaust the host's. It backtracks as CPython's generated parser (Parser/parser.c) does, and
 * counts how far it has looked (`fill`) across both passes.
 */
export class Machine {
  fill: number;
  private steps = 0;

  /** @param from the token to start at: those before it are known to be right */
  constructor(
    private readonly grammar: I.CompiledGrammar,
    private readonly tokens: TokenList,
    private readonly action: RunAction,
    private readonly from: number,
  ) {
    this.fill = from;
  }

  private kind(pos: number): number {
    if (pos >= this.fill) {
      this.fill = pos + 1;
      this.tokens.fetch(pos);
    }
    return this.tokens.kinds[pos] as number;
  }

  /** One pass from rule `start`. @returns whether the program follows the grammar */
  run(start: number, invalidPass: boolean): boolean {
    const { code, entries, memo, actions, words, names } = this.grammar;
    const quiet = names.indexOf('expression_without_invalid');
    const memos = memo.map((memory) => (memory === 'nothing' ? null : new Map<number, Memo>()));
    /** What a rule is remembered by, at a place. */
    const key = (rule: number, at: number, withInvalid: boolean): number =>
      withInvalid && memo[rule] === 'keep' ? ~at : at;
    const stack: Entry[] = [];
    const values: Value[] = [];
    let invalid = invalidPass;
    let pos = this.from;
    let frame = -1;
    let depth = 0;
    let pc = entries[start] as number;

    const enter = (rule: number, back: number) => {
      if (++depth > MAX_DEPTH) throw new Exhausted(true);
      stack.push({ target: -1, pos, height: values.length, rule, back, invalid, frame });
      frame = stack.length - 1;
      if (rule === quiet) invalid = false;
      pc = entries[rule] as number;
    };
    const leave = (entry: Entry) => {
      depth--;
      invalid = entry.invalid;
      frame = entry.frame;
    };
    /** Back to the last choice. @returns false when there is none */
    const fail = (): boolean => {
      for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
        if (entry.target >= 0) {
          pc = entry.target;
          pos = entry.pos;
          values.length = entry.height;
          return true;
        }
        leave(entry);
        memos[entry.rule]?.set(key(entry.rule, entry.pos, entry.invalid), FAILURE);
      }
      return false;
    };

    enter(start, -1);
    for (;;) {
      if (++this.steps > MAX_STEPS) throw new Exhausted(false);
      const operand = code[pc + 1] as number;
      let matched = true;
      switch (code[pc]) {
        case I.TOKEN:
          matched = this.kind(pos) === operand;
          if (matched) values.push(this.token(pos++));
          pc += 2;
          break;
        case I.WORD:
          matched = this.kind(pos) === T.NAME && this.tokens.text(pos) === words[operand];
          if (matched) values.push(this.token(pos++));
          pc += 2;
          break;
        case I.SOFT_KEYWORD:
          matched = this.kind(pos) === T.NAME && isSoftKeyword(this.tokens.text(pos));
          if (matched) values.push(this.token(pos++));
          pc++;
          break;
        case I.CALL: {
          const known = memos[operand]?.get(key(operand, pos, invalid));
          if (known === undefined) {
            enter(operand, pc + 2);
          } else if (known.end < 0) {
            matched = false;
          } else {
            values.push(known.value);
            pos = known.end;
            pc += 2;
          }
          break;
        }
        case I.RETURN: {
          const entry = stack.pop() as Entry;
          leave(entry);
          const place = key(entry.rule, entry.pos, entry.invalid);
          memos[entry.rule]?.set(place, { value: values[values.length - 1] ?? null, end: pos });
          if (entry.back < 0) return true;
          pc = entry.back;
          break;
        }
        case I.CHOICE:
          // Most choices are between tokens: the one that is not there needs no place to come back to.
          if (code[pc + 2] === I.TOKEN && this.kind(pos) !== code[pc + 3]) {
            pc = operand;
            break;
          }
          stack.push({ target: operand, pos, height: values.length, rule: 0, back: 0, invalid, frame });
          pc += 2;
          break;
        case I.COMMIT:
          stack.pop();
          pc = operand;
          break;
        case I.FAIL:
          matched = false;
          break;
        case I.APPEND:
          (values[values.length - 2] as Value[]).push(values.pop() as Value);
          pc++;
          break;
        case I.LOOP:
          (values[values.length - 2] as Value[]).push(values.pop() as Value);
          (stack[stack.length - 1] as Entry).pos = pos;
          pc = operand;
          break;
        case I.BACK_COMMIT: {
          const entry = stack.pop() as Entry;
          pos = entry.pos;
          values.length = entry.height;
          pc = operand;
          break;
        }
        case I.FAIL_TWICE:
          stack.pop();
          matched = false;
          break;
        case I.PUSH_NULL:
          values.push(null);
          pc++;
          break;
        case I.PUSH_LIST:
          values.push([]);
          pc++;
          break;
        case I.CUT:
          // The alternatives after this one no longer count.
          (stack[stack.length - 1] as Entry).target = I.FAILING;
          pc++;
          break;
        case I.ACTION: {
          const { text, values: indices } = actions[code[pc + 2] as number] as I.CompiledAction;
          const all = values.splice(values.length - operand, operand);
          const chosen = indices.length === 0 ? all : indices.map((index) => all[index] ?? null);
          const begin = (stack[frame] as Entry).pos;
          const result = this.action(text, chosen, begin, pos);
          if (result === undefined) {
            stack.length = frame + 1;
            // The rule as a whole fails: its own entry is on top, and no choice of it is left.
            matched = false;
          } else {
            values.push(result);
            pc += 3;
          }
          break;
        }
        case I.FORCED:
          if (this.kind(pos) === operand) {
            values.push(this.token(pos++));
            pc += 3;
          } else {
            const wanted = words[code[pc + 2] as number] as string;
            this.action(`@range expected | expected '${wanted}'`, [this.token(pos)], pos, pos + 1);
            return false;
          }
          break;
        case I.INVALID_ONLY:
          matched = invalid;
          pc++;
          break;
        default:
          throw new Error(`no instruction ${code[pc]}`);
      }
      if (!matched && !fail()) return false;
    }
  }

  private token(pos: number): Tree {
    const kind = this.tokens.kinds[pos];
    const name = kind === T.NAME ? 'Name' : kind === T.NUMBER ? 'Constant' : 'token';
    if (kind === T.NUMBER) this.tokens.checkNumber(pos);
    return { kind: name, start: pos, end: pos, items: [] };
  }
}

/** CPython compares as many letters as the name has, so that `c` and `mat` count too. */
function isSoftKeyword(name: string): boolean {
  return '_'.startsWith(name) || 'case'.startsWith(name) || 'match'.startsWith(name);
}
