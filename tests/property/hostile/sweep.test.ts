/**
 * Every operation of the built-in types, on operands as large as the limits allow, over and over in one statement: none
 * does work that it does not charge. Operands and operations come from the simulator's own tables, so that a new method
 * is swept as soon as it is there. SWEEP=all tries every argument; else each operation gets a few.
 */
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '@/lib/simulator/limits';
import { BUILTINS } from '@/lib/simulator/machine/library';
import type { PyType } from '@/lib/simulator/memory/object';
import * as types from '@/lib/simulator/memory/types';
import { NdArrayType } from '@/lib/simulator/numpy/types';
import { cpuTime, endsAsRunsEnd, MOST, slowness } from './measure';

const ALL = process.env.SWEEP === 'all';

/** A fifth of what a program may do, in a fifth of the time: the sweep is long. */
const SHARE = 0.2;
const LIMITS = {
  instructions: SHARE * DEFAULT_LIMITS.instructions,
  bytes: SHARE * DEFAULT_LIMITS.bytes,
};

/** Large operands of each type, as expressions. */
const OPERANDS: readonly (readonly [PyType, readonly string[]])[] = [
  [types.StrType, ["'x' * 10**6", "'é ' * 10**5"]],
  [types.BytesType, ["b'x' * 10**6"]],
  [BUILTINS.get('bytearray') as PyType, ['bytearray(10**6)']],
  [types.ListType, ['[1] * 100000']],
  [types.TupleType, ['(1, "a") * 50000']],
  [types.DictType, ['dict.fromkeys(range(20000))']],
  [types.SetType, ['set(range(20000))']],
  [types.FrozenSetType, ['frozenset(range(20000))']],
  [types.IntType, ['1 << 10**6', '10**4000']],
  [types.RangeType, ['range(10**12)']],
  [NdArrayType, ['__import__("numpy").ones((300, 300))']],
];

const ARGUMENTS = ALL
  ? ['', 'x', 'x, x', '1', "'x'", "b'x'", '10**6', '-1', '[x] * 300', 'None', 'x[1:]', '0, x', "'x', 'yy'"]
  : ['', 'x'];

const OPERATORS = [
  ...['x + x', 'x * 2', 'x - x', 'x // 3', 'x % 7', 'x ** 2', 'x >> 1', 'x & x', 'x | x', 'x ^ x', 'x @ x'],
  ...['-x', '~x', 'not x', 'x == y', 'x < y', 'x in [y]', '1 in x', "'y' in x", "b'y' in x", 'x[1:]'],
  ...['x[::-1]', 'x[-1]', '[*x]', '{x}', '{x: 1}', "f'{x}'", "f'{x!r}'", "'%s' % (x,)", 'hash(x)', 'str(x)'],
  ...['len(x)', 'list(x)', 'tuple(x)', 'sorted(x)', 'set(x)', 'bytes(x)', 'sum(x)', 'max(x)', 'ascii(x)'],
];

/** The same expression again and again in one statement, so that no step lies between. */
const again = (operand: string, expression: string): string =>
  `x = ${operand}\ny = ${operand}\n[${expression} for _ in range(10**6)]\n`;

/** Expressions that took longer than a program may. */
function slow(operand: string, expressions: readonly string[]): string[] {
  return expressions.filter((expression) => {
    const source = again(operand, expression);
    const time = (): number => cpuTime(() => endsAsRunsEnd(source, LIMITS));
    // What is slow once is measured again: the host may have compiled or collected.
    return time() > SHARE * MOST && Math.min(time(), time()) > SHARE * MOST * slowness();
  });
}

describe('work is charged', () => {
  const operands = OPERANDS.flatMap(([type, texts]) => texts.map((text) => [text, type] as const));
  it.each(operands)(
    'by the methods on %s',
    (operand, { members }) => {
      const named = [...members.keys()].filter((name) => ALL || !name.startsWith('__'));
      const calls = named.flatMap((name) => ARGUMENTS.map((args) => `x.${name}(${args})`));
      expect(slow(operand, calls)).toEqual([]);
    },
    600_000,
  );

  it.each(operands)(
    'by the operators on %s',
    (operand) => {
      expect(slow(operand, OPERATORS)).toEqual([]);
    },
    600_000,
  );
});
