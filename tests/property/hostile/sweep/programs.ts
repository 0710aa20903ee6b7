/** Programs that do one thing with hostile operands without end: one for each function, method, operator, built-in. */
import '@/lib/simulator';
import type { PyType } from '@/lib/simulator/memory/object';
import { ObjectType } from '@/lib/simulator/memory/types';
import { names } from '@/lib/simulator/numpy/module';
import {
  ARRAYS,
  BUILTINS,
  FORMS,
  KEYWORDS,
  NESTED,
  NUMPY_ARGUMENTS,
  OPERATORS,
  STATEMENTS,
  VALUE_ARGUMENTS,
  VALUES,
} from './operands';

/** A whole number from the first to the second. */
type Numbers = (from: number, to: number) => number;

const arrays = Object.keys(ARRAYS);

/** Names of the attributes that a type of this name has. */
function membersOf(name: string): string[] {
  const find = (type: PyType): PyType | undefined => {
    if (type.name === name) return type;
    for (const under of type.builtinSubtypes) {
      const found = find(under);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const type = find(ObjectType);
  if (type === undefined) throw new Error(`no type ${name}`);
  return [...new Set(type.mro.flatMap((one) => [...one.members.keys()]))].filter(
    (member) => member !== '__class__' && member !== '__doc__',
  );
}

const TYPES: Readonly<Record<string, readonly string[]>> = {
  str: ['text', 'varied', 'astral', 'fields', 'digits'],
  bytes: ['data'],
  bytearray: ['editable'],
  memoryview: ['window'],
  int: ['int', 'negative'],
  float: ['float', 'nan'],
  complex: ['complex'],
  list: ['list', 'lists', 'nested'],
  tuple: ['tuple'],
  dict: ['dict'],
  dict_keys: ['keys'],
  set: ['set'],
  frozenset: ['frozen'],
  range: ['range'],
};

/** The lines that make what the text names. */
function setup(text: string): string {
  const uses = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(text);
  const made = Object.entries(ARRAYS).filter(([name]) => uses(name));
  const numpy = made.length > 0 || uses('np') ? 'import numpy as np\n' : '';
  return `${uses('nested') ? NESTED : ''}${numpy}${made.map(([name, value]) => `${name} = ${value}\n`).join('')}`;
}

/** Each expression or statement that is swept, in a loop without end. */
export function* sweep(number: Numbers): Generator<string> {
  const pick = <T>(from: readonly T[]): T => from[number(0, from.length - 1)] as T;
  const loop = (expression: string): string =>
    pick([
      `while True:\n    ${expression}\n`,
      `for i in range(10**9):\n    ${expression}\n`,
      `all((${expression}, 1) for i in range(10**6))\n`,
      `def run():\n    while True:\n        ${expression}\nrun()\n`,
    ]);
  const operand = (): string => pick([pick(arrays), pick(arrays), pick(NUMPY_ARGUMENTS)]);
  const call = (most: number): string => {
    const given = Array.from({ length: number(0, most) }, operand);
    if (number(0, 3) === 0) given.push(pick(KEYWORDS));
    return given.join(', ');
  };
  const program = (line: string, before = ''): string => `${setup(before + line)}${before}${line}`;

  for (const name of names.keys()) yield program(loop(`f(${call(3)})`), `f = np.${name}\n`);
  for (const name of membersOf('ndarray'))
    yield program(loop(`f(${call(2)})`), `f = ${pick(arrays)}.${name}\n`);
  for (const operator of OPERATORS)
    for (let turn = 0; turn < 3; turn += 1)
      yield program(loop(`x ${operator} ${operand()}`), `x = ${pick(arrays)}\n`);
  for (const form of FORMS) {
    const text = form.replaceAll('X', pick(arrays)).replaceAll('Y', operand());
    yield program(loop(text));
  }
  for (const form of STATEMENTS) {
    const text = form.replaceAll('X', pick(arrays)).replaceAll('Y', operand());
    yield program(`while True:\n    ${text}\n`);
  }
  for (const [type, values] of Object.entries(TYPES))
    for (const name of membersOf(type)) {
      const value = VALUES[pick(values)] as string;
      const argument = pick(VALUE_ARGUMENTS);
      yield program(loop(`f(${argument})`), `x = ${value}\nf = x.${name}\n`);
    }
  for (const name of BUILTINS) {
    const given = Array.from({ length: number(1, 3) }, () => pick(Object.values(VALUES)));
    yield program(
      loop(`${name}(${given.map((_, k) => `x${k}`).join(', ')})`),
      given.map((value, k) => `x${k} = ${value}\n`).join(''),
    );
  }
  for (const operator of OPERATORS) {
    const [x, y] = [pick(Object.values(VALUES)), pick(Object.values(VALUES))];
    yield program(loop(`x ${operator} y`), `x = ${x}\ny = ${y}\n`);
  }
}
