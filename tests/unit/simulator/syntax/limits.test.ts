import { describe, expect, it } from 'vitest';
import { PythonSyntaxError, parse } from '../../../../lib/simulator/syntax';

function outcome(source: string): string {
  try {
    parse(source);
    return 'ok';
  } catch (error) {
    if (error instanceof PythonSyntaxError) return `${error.type}: ${error.message}`;
    throw error;
  }
}

const DEEP = 'RecursionError: maximum recursion depth exceeded during compilation';
const nestedIfs = (depth: number) =>
  `${Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}if x:\n`).join('')}${' '.repeat(depth)}y\n`;

describe('a program that nests too deeply is refused in CPython’s words', () => {
  it.each([
    ['brackets without end', '('.repeat(10_000), 'SyntaxError: too many nested parentheses'],
    ['199 brackets', `${'('.repeat(199)}1${')'.repeat(199)}`, 'ok'],
    ['201 brackets', `${'['.repeat(201)}1${']'.repeat(201)}`, 'SyntaxError: too many nested parentheses'],
    ['minus signs', `${'-'.repeat(10_000)}1`, 'MemoryError: '],
    ['not', `${'not '.repeat(10_000)}1`, 'MemoryError: '],
    ['powers', `1${'**1'.repeat(10_000)}`, 'MemoryError: '],
    ['lambdas', `${'lambda: '.repeat(10_000)}1`, 'MemoryError: '],
    ['ternaries', `${'1 if 1 else '.repeat(10_000)}1`, 'MemoryError: '],
    ['a sum of 20,000', `1${'+1'.repeat(20_000)}`, DEEP],
    ['attributes', `a${'.b'.repeat(20_000)}`, DEEP],
    ['calls', `a${'()'.repeat(20_000)}`, DEEP],
    ['elif', `if x:\n y\n${'elif x:\n y\n'.repeat(5_000)}`, DEEP],
    ['a wide comparison', `1${'<1'.repeat(20_000)}`, 'ok'],
    ['blocks', nestedIfs(99), 'ok'],
    ['too many blocks', nestedIfs(101), 'IndentationError: too many levels of indentation'],
    ['an error after many lines', `${'x = 1\n'.repeat(50_000)}y = = 2`, 'SyntaxError: invalid syntax'],
    [
      'an error deep inside',
      `${'['.repeat(150)}1 2${']'.repeat(150)}`,
      'SyntaxError: invalid syntax. Perhaps you forgot a comma?',
    ],
  ])('%s', (_, source, expected) => {
    expect(outcome(source)).toBe(expected);
  });
});
