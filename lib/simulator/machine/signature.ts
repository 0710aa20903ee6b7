/**
 * How built-in functions check their arguments, with CPython's messages (Python/getargs.c, Objects/descrobject.c,
 * Objects/methodobject.c).
 *
 * A signature is written as in CPython's documentation: `'object, /'`, `'iterable, /, start=0'`,
 * `'iterable, /, *, key=None, reverse=False'`, `''`, `'*args'`, `'*args, **kwargs'`. The text of a default only says
 * that the parameter may be left out; the function then gets `undefined` in its place.
 */
import type { KeywordNames, Machine, PyObject } from '../memory/object';
import { TypeErrorType } from './types/exceptions';

export type BoundArguments = readonly (PyObject | undefined)[];

export interface Signature {
  readonly names: readonly string[];
  /** How many may not be given by name, and how many may be given by position. */
  readonly positionalOnly: number;
  readonly positional: number;
  readonly required: readonly boolean[];
  /** 'raw': the function gets its arguments as they come, keywords included if `keywords`. */
  readonly style: 'none' | 'one' | 'positional' | 'keywords' | 'raw';
  readonly keywords: boolean;
}

const known = new Map<string, Signature>();

/** Parse a signature; equal texts share one result. */
export function signature(text: string): Signature {
  let made = known.get(text);
  if (made === undefined) {
    made = parse(text);
    known.set(text, made);
  }
  return made;
}

function parse(text: string): Signature {
  const names: string[] = [];
  const required: boolean[] = [];
  let positionalOnly = 0;
  let positional = -1;
  let raw = false;
  let keywords = false;
  for (const part of text === '' ? [] : text.split(/\s*,\s*/)) {
    if (part === '/') positionalOnly = names.length;
    else if (part === '*') positional = names.length;
    else if (part.startsWith('**')) keywords = raw = true;
    else if (part.startsWith('*')) raw = true;
    else {
      const equals = part.indexOf('=');
      names.push(equals < 0 ? part : part.slice(0, equals));
      required.push(equals < 0);
    }
  }
  if (positional < 0) positional = names.length;
  const style = raw
    ? 'raw'
    : names.length === 0
      ? 'none'
      : positionalOnly === names.length
        ? names.length === 1 && required[0]
          ? 'one'
          : 'positional'
        : 'keywords';
  return { names, positionalOnly, positional, required, style, keywords };
}

const plural = (n: number): string => (n === 1 ? '' : 's');

/**
 * The arguments in the order of the parameters, `undefined` where one is left out. Raises TypeError.
 * `name` is the function's own name, `qualified` the name with its type or module (`list.append`, `math.sqrt`).
 */
export function bind(
  vm: Machine,
  s: Signature,
  name: string,
  qualified: string,
  args: readonly PyObject[],
  names: KeywordNames,
): BoundArguments {
  if (s.style === 'keywords') return bindKeywords(vm, s, name, args, names);
  if (names.length > 0 && !s.keywords) vm.raise(TypeErrorType, `${qualified}() takes no keyword arguments`);
  const n = args.length;
  if (s.style === 'none') {
    if (n !== 0) vm.raise(TypeErrorType, `${qualified}() takes no arguments (${n} given)`);
  } else if (s.style === 'one') {
    if (n !== 1) vm.raise(TypeErrorType, `${qualified}() takes exactly one argument (${n} given)`);
  } else if (s.style === 'positional') {
    let least = 0;
    while (s.required[least]) least++;
    checkPositional(vm, name, n, least, s.names.length);
  }
  return args;
}

/** `_PyArg_CheckPositional`: raises TypeError unless least <= n <= most. */
export function checkPositional(vm: Machine, name: string, n: number, least: number, most: number): void {
  if (n < least) {
    const kind = least === most ? '' : 'at least ';
    vm.raise(TypeErrorType, `${name} expected ${kind}${least} argument${plural(least)}, got ${n}`);
  }
  if (n > most) {
    const kind = least === most ? '' : 'at most ';
    vm.raise(TypeErrorType, `${name} expected ${kind}${most} argument${plural(most)}, got ${n}`);
  }
}

/** `_PyArg_UnpackKeywords`. */
function bindKeywords(
  vm: Machine,
  s: Signature,
  name: string,
  args: readonly PyObject[],
  keywords: KeywordNames,
): BoundArguments {
  const total = args.length;
  const given = total - keywords.length;
  const most = s.names.length;
  const fail = (message: string): never => vm.raise(TypeErrorType, message);
  if (total > most) {
    const kind = given === 0 ? 'keyword ' : '';
    fail(`${name}() takes at most ${most} ${kind}argument${plural(most)} (${total} given)`);
  }
  let least = 0;
  while (least < s.positional && s.required[least]) least++;
  if (given > s.positional) {
    if (s.positional === 0) fail(`${name}() takes no positional arguments`);
    const kind = least < s.positional ? 'at most' : 'exactly';
    fail(
      `${name}() takes ${kind} ${s.positional} positional argument${plural(s.positional)} (${given} given)`,
    );
  }
  const leastOnly = Math.min(s.positionalOnly, least);
  if (given < leastOnly) {
    const kind = leastOnly < s.positional ? 'at least' : 'exactly';
    fail(`${name}() takes ${kind} ${leastOnly} positional argument${plural(leastOnly)} (${given} given)`);
  }
  const bound: (PyObject | undefined)[] = args.slice(0, given);
  let left = keywords.length;
  for (let i = given; i < most; i++) {
    const at = i < s.positionalOnly ? -1 : keywords.indexOf(s.names[i] as string);
    bound[i] = at < 0 ? undefined : args[given + at];
    if (at >= 0) left--;
    else if (s.required[i]) fail(`${name}() missing required argument '${s.names[i]}' (pos ${i + 1})`);
  }
  if (left > 0) {
    for (let i = s.positionalOnly; i < given; i++)
      if (keywords.includes(s.names[i] as string))
        fail(`argument for ${name}() given by name ('${s.names[i]}') and position (${i + 1})`);
    const unexpected = keywords.find((k) => s.names.indexOf(k) < s.positionalOnly);
    fail(`'${unexpected}' is an invalid keyword argument for ${name}()`);
  }
  return bound;
}
