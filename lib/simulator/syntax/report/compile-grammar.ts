import { ownValue } from '../../trace/own-value';
import * as T from '../token';
import type { Alternative, Element, Memory, Rule } from './grammar-reader';

/** Instructions of the grammar machine, after LPeg's. Operands follow in the code. */
export const TOKEN = 0;
export const WORD = 1;
export const SOFT_KEYWORD = 2;
export const CALL = 3;
export const RETURN = 4;
export const CHOICE = 5;
export const COMMIT = 6;
export const FAIL = 7;
/** Adds the top value to the list below it. */
export const APPEND = 8;
export const BACK_COMMIT = 9;
export const FAIL_TWICE = 10;
export const PUSH_NULL = 11;
export const PUSH_LIST = 12;
export const CUT = 13;
/** count of values, index of the action. */
export const ACTION = 14;
/** kind, index of the spelling. */
export const FORCED = 15;
/** Fails in the first pass. */
export const INVALID_ONLY = 16;
/** As APPEND; then the choice of the loop starts from here, and the next round begins. */
export const LOOP = 17;

/** The address of a FAIL. */
export const FAILING = 0;

/** What an alternative makes of its values. */
export interface CompiledAction {
  readonly text: string;
  /** For each label in the text, the index of its value. */
  readonly values: readonly number[];
}

export interface CompiledGrammar {
  readonly code: readonly number[];
  /** Rule → where its code starts. */
  readonly entries: readonly number[];
  readonly memo: readonly Memory[];
  readonly names: readonly string[];
  readonly actions: readonly CompiledAction[];
  /** Spellings of soft keywords and of forced tokens. */
  readonly words: readonly string[];
}

const NAMED_TOKENS: Readonly<Record<string, number>> = {
  ENDMARKER: T.ENDMARKER,
  NAME: T.NAME,
  NUMBER: T.NUMBER,
  STRING: T.STRING,
  NEWLINE: T.NEWLINE,
  INDENT: T.INDENT,
  DEDENT: T.DEDENT,
  ASYNC: T.ASYNC,
  AWAIT: T.AWAIT,
};

function kindOf(text: string): number {
  const operator = T.OPERATORS.indexOf(text);
  if (operator >= 0) return T.LPAR + operator;
  return T.KEYWORD_KINDS.get(text) ?? T.NAME;
}

export function compileGrammar(rules: readonly Rule[]): CompiledGrammar {
  const code: number[] = [FAIL];
  const actions: CompiledAction[] = [];
  const words: string[] = [];
  const numbers = new Map(rules.map((rule, index) => [rule.name, index]));

  const emit = (...parts: number[]) => {
    code.push(...parts);
    return code.length - 1;
  };

  const compileElement = (element: Element): void => {
    switch (element.type) {
      case 'text':
        if (element.soft && kindOf(element.text) < T.LPAR) emit(WORD, words.push(element.text) - 1);
        else if (element.forced) emit(FORCED, kindOf(element.text), words.push(element.text) - 1);
        else emit(TOKEN, kindOf(element.text));
        return;
      case 'ref': {
        const kind = ownValue(NAMED_TOKENS, element.name);
        if (kind !== undefined) emit(TOKEN, kind);
        else if (element.name === 'SOFT_KEYWORD') emit(SOFT_KEYWORD);
        else emit(CALL, numbers.get(element.name) as number);
        return;
      }
      case 'group':
        compileAlternatives(element.alternatives);
        return;
      case 'optional': {
        const other = emit(CHOICE, 0);
        compileElement(element.element);
        const end = emit(COMMIT, 0);
        code[other] = code.length;
        emit(PUSH_NULL);
        code[end] = code.length;
        return;
      }
      case 'star':
        emit(PUSH_LIST);
        compileLoop(element.element, null);
        return;
      case 'plus':
        compileRepeated(element.element, null);
        return;
      case 'gather':
        compileRepeated(element.element, element.separator);
        return;
      case 'and': {
        const other = emit(CHOICE, 0);
        compileElement(element.element);
        const end = emit(BACK_COMMIT, 0);
        code[other] = code.length;
        emit(FAIL);
        code[end] = code.length;
        return;
      }
      case 'not': {
        const end = emit(CHOICE, 0);
        compileElement(element.element);
        emit(FAIL_TWICE);
        code[end] = code.length;
        return;
      }
      case 'cut':
        emit(CUT);
    }
  };

  /** One or more, the first without a separator, in a list. */
  const compileRepeated = (element: Element, separator: Element | null) => {
    emit(PUSH_LIST);
    compileElement(element);
    emit(APPEND);
    compileLoop(element, separator);
  };

  const compileLoop = (element: Element, separator: Element | null) => {
    const end = emit(CHOICE, 0);
    const start = code.length;
    if (separator !== null) compileElement(separator);
    compileElement(element);
    if (separator !== null) emit(ACTION, 2, actions.push({ text: '=', values: [1] }) - 1);
    emit(LOOP, start);
    code[end] = code.length;
  };

  const compileAlternatives = (alternatives: readonly Alternative[]) => {
    const ends: number[] = [];
    alternatives.forEach((alternative, index) => {
      const last = index === alternatives.length - 1;
      const hasCut = alternative.items.some((item) => item.element.type === 'cut');
      const other = last && !hasCut ? -1 : emit(CHOICE, 0);
      compileAlternative(alternative);
      if (other < 0) return;
      ends.push(emit(COMMIT, 0));
      code[other] = code.length;
      if (last) emit(FAIL);
    });
    for (const end of ends) code[end] = code.length;
  };

  const compileAlternative = ({ items, action }: Alternative) => {
    const labels = new Map<string, number>();
    let count = 0;
    // CPython's generator guards only the alternatives that are an invalid rule and nothing else.
    const lone = items.length === 1 ? items[0]?.element : undefined;
    if (lone?.type === 'ref' && lone.name.startsWith('invalid_')) emit(INVALID_ONLY);
    for (const { label, element } of items) {
      compileElement(element);
      if (element.type === 'and' || element.type === 'not' || element.type === 'cut') continue;
      if (label !== '' && !labels.has(label)) labels.set(label, count);
      count++;
    }
    if (action === '' && count === 1) return;
    const bar = action.indexOf('|');
    const head = bar < 0 ? action : action.slice(0, bar);
    const names = head.replace(/^=/, '= ').trim().split(/\s+/).slice(1);
    const values = names.filter((name) => name !== '-').map((name) => labels.get(name) as number);
    emit(ACTION, count, actions.push({ text: action, values }) - 1);
  };

  const entries = rules.map((rule) => {
    const entry = code.length;
    compileAlternatives(rule.alternatives);
    emit(RETURN);
    return entry;
  });
  return {
    code,
    entries,
    memo: rules.map((rule) => rule.memo),
    names: rules.map((rule) => rule.name),
    actions,
    words,
  };
}
