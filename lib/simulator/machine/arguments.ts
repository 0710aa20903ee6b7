/** From the arguments of a call to the slots of a frame (initialize_locals, Python/ceval.c). */

import type { CodeFields } from '../bytecode/code';
import { EMPTY_TUPLE, PyTuple } from '../memory/containers';
import type { KeywordNames, PyObject } from '../memory/object';
import type { Frame } from './frame';
import type { Runtime } from './runtime';
import { dictGetName, dictSetName, newDict, type PyDict } from './types/dict';
import { TypeErrorType } from './types/exceptions';
import type { PyFunction } from './types/function';

/** Fill the slots of a new frame; takes over the arguments, also when it raises TypeError. */
export function bindArguments(
  vm: Runtime,
  frame: Frame,
  func: PyFunction,
  args: PyObject[],
  names: KeywordNames,
): void {
  const { code } = func;
  const { slots } = frame;
  const given = args.length - names.length;
  const { argCount, keywordOnlyCount } = code;
  if (
    names.length === 0 &&
    given === argCount &&
    keywordOnlyCount === 0 &&
    !code.hasStarArgs &&
    !code.hasStarKeywords
  ) {
    for (let i = 0; i < given; i++) slots[i] = args[i] as PyObject;
    return;
  }
  const total = argCount + keywordOnlyCount;
  let rest: PyDict | null = null;
  if (code.hasStarKeywords) {
    rest = newDict(vm);
    slots[total + (code.hasStarArgs ? 1 : 0)] = rest;
  }
  const n = Math.min(given, argCount);
  for (let i = 0; i < n; i++) slots[i] = args[i] as PyObject;
  const extra = args.slice(n, given);
  if (code.hasStarArgs) slots[total] = extra.length === 0 ? EMPTY_TUPLE : vm.heap.add(new PyTuple(extra));
  for (let i = 0; i < names.length; i++) {
    const failure = bindKeyword(vm, func, slots, rest, names, i, args[given + i] as PyObject);
    if (failure === null) continue;
    vm.heap.decrefAll(args.slice(given + i));
    if (!code.hasStarArgs) vm.heap.decrefAll(extra);
    vm.raise(TypeErrorType, failure);
  }
  if (extra.length > 0 && !code.hasStarArgs) {
    const message = tooMany(func, given, slots);
    vm.heap.decrefAll(extra);
    vm.raise(TypeErrorType, message);
  }
  bindDefaults(vm, func, slots, given);
}

/** Place one keyword argument; returns an error message, or null when it is placed. */
function bindKeyword(
  vm: Runtime,
  func: PyFunction,
  slots: (PyObject | null)[],
  rest: PyDict | null,
  names: KeywordNames,
  at: number,
  value: PyObject,
): string | null {
  const { code } = func;
  const name = names[at] as string;
  const total = code.argCount + code.keywordOnlyCount;
  let index = -1;
  for (let j = code.positionalOnlyCount; j < total; j++)
    if (code.slotNames[j] === name) {
      index = j;
      break;
    }
  if (index < 0) {
    if (rest === null) {
      const only = positionalOnlyGiven(code, names);
      return only.length > 0
        ? `${func.qualifiedName}() got some positional-only arguments passed as keyword arguments: '${only.join(', ')}'`
        : `${func.qualifiedName}() got an unexpected keyword argument '${name}'`;
    }
    dictSetName(vm, rest, name, value);
    vm.heap.decref(value);
    return null;
  }
  if (slots[index] !== null) return `${func.qualifiedName}() got multiple values for argument '${name}'`;
  slots[index] = value;
  return null;
}

const positionalOnlyGiven = (code: CodeFields, names: KeywordNames): string[] =>
  code.slotNames.slice(0, code.positionalOnlyCount).filter((name) => names.includes(name));

function bindDefaults(vm: Runtime, func: PyFunction, slots: (PyObject | null)[], given: number): void {
  const { code } = func;
  const { argCount } = code;
  const defaults = func.defaults?.items ?? [];
  const required = argCount - defaults.length;
  if (given < argCount) {
    const missing: string[] = [];
    for (let i = given; i < required; i++) if (slots[i] === null) missing.push(code.slotNames[i] as string);
    if (missing.length > 0) vm.raise(TypeErrorType, missingMessage(func, missing, 'positional'));
    for (let i = Math.max(given, required); i < argCount; i++)
      slots[i] ??= makeDefault(defaults[i - required] as PyObject);
  }
  if (code.keywordOnlyCount === 0) return;
  const missing: string[] = [];
  for (let i = argCount; i < argCount + code.keywordOnlyCount; i++) {
    if (slots[i] !== null) continue;
    const name = code.slotNames[i] as string;
    const value = func.keywordDefaults === null ? null : dictGetName(func.keywordDefaults, name);
    if (value === null) missing.push(name);
    else slots[i] = makeDefault(value);
  }
  if (missing.length > 0) vm.raise(TypeErrorType, missingMessage(func, missing, 'keyword-only'));
}

/** A default is the object itself, made once. */
function makeDefault(value: PyObject): PyObject {
  value.rc++;
  return value;
}

/** missing_arguments: 'a', 'b', and 'c'. */
function missingMessage(func: PyFunction, names: readonly string[], kind: string): string {
  const quoted = names.map((name) => `'${name}'`);
  const last = quoted.length - 1;
  const list =
    quoted.length === 1
      ? quoted[0]
      : quoted.length === 2
        ? quoted.join(' and ')
        : `${quoted.slice(0, last).join(', ')}, and ${quoted[last]}`;
  const plural = quoted.length === 1 ? '' : 's';
  return `${func.qualifiedName}() missing ${quoted.length} required ${kind} argument${plural}: ${list}`;
}

/** too_many_positional */
function tooMany(func: PyFunction, given: number, slots: readonly (PyObject | null)[]): string {
  const { code } = func;
  let keywordOnly = 0;
  for (let i = code.argCount; i < code.argCount + code.keywordOnlyCount; i++)
    if (slots[i] !== null) keywordOnly++;
  const defaults = func.defaults?.items.length ?? 0;
  const plural = (n: number): string => (n === 1 ? '' : 's');
  const takes =
    defaults > 0
      ? `from ${code.argCount - defaults} to ${code.argCount} positional arguments`
      : `${code.argCount} positional argument${plural(code.argCount)}`;
  const also =
    keywordOnly > 0
      ? ` positional argument${plural(given)} (and ${keywordOnly} keyword-only argument${plural(keywordOnly)})`
      : '';
  return `${func.qualifiedName}() takes ${takes} but ${given}${also} ${given === 1 && keywordOnly === 0 ? 'was' : 'were'} given`;
}
