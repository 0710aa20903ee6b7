import { describe, expect, it } from 'vitest';
import { type Literal, says, showLiteral } from '@/lib/exercises/literals/literal';
import { readLiteral } from '@/lib/exercises/literals/read-literal';

const read = (text: string): Literal => {
  const literal = readLiteral(text);
  if (literal === null) throw new Error(`not read: ${text}`);
  return literal;
};

describe('reading a value', () => {
  it.each([
    ['[10, 2, 3]', '[10, 2, 3]'],
    ['[10,2,3]', '[10, 2, 3]'],
    ['10, 2, 3', '[10, 2, 3]'],
    ['10 2 3', '[10, 2, 3]'],
    ['[10 2 3]', '[10, 2, 3]'],
    ['[ 10   2 3 ]', '[10, 2, 3]'],
    ['array([10, 2, 3])', '[10, 2, 3]'],
    ['np.array([10, 2, 3])', '[10, 2, 3]'],
    ['array([10, 2, 3], dtype=int64)', '[10, 2, 3]'],
    ['[10, 2, 3,]', '[10, 2, 3]'],
    ['[[1, 2], [3, 4]]', '[[1, 2], [3, 4]]'],
    ['[[1 2]\n [3 4]]', '[[1, 2], [3, 4]]'],
    ['(1,)', '(1,)'],
    ['(1, 2)', '(1, 2)'],
    ['(5)', '5'],
    ['np.int64(5)', '5'],
    ['007', '7'],
    ['1_000', '1000'],
    ['-3', '-3'],
    ['1.', '1.0'],
    ['1.0', '1.0'],
    ['.5', '.5'],
    ['1e3', '1e3'],
    ['True', 'True'],
    ['np.True_', 'True'],
    ["'a'", "'a'"],
    ['"it\'s"', '"it\'s"'],
    ["['a', None]", "['a', None]"],
    ["{'x': 1}", "{'x': 1}"],
    ['{1, 2}', '{1, 2}'],
    ['{}', '{}'],
    ['[]', '[]'],
  ])('reads %j as %s', (text, shown) => {
    expect(showLiteral(read(text))).toBe(shown);
  });

  it.each([
    '[10, 2',
    '10, 2]',
    'two',
    'a b',
    '[1, 2)',
    '(1 2)',
    '1 +',
    '[1, , 2]',
    "'open",
    '__import__("os")',
    '',
  ])('does not read %j', (text) => {
    expect(readLiteral(text)).toBeNull();
  });

  it('does not read what is nested beyond reason', () => {
    expect(readLiteral('['.repeat(400))).toBeNull();
    expect(readLiteral(`${'['.repeat(60)}${']'.repeat(60)}`)).toBeNull();
  });

  it('reads back what it shows', () => {
    for (const text of ['[10, 2, 3]', '(1,)', "{'x': [1, 2]}", "'a\\\\b'", "'two\\nlines'"]) {
      expect(showLiteral(read(showLiteral(read(text))))).toBe(showLiteral(read(text)));
    }
  });
});

describe('whether a text says what is expected', () => {
  const array = read('array([10, 2, 3])');
  it.each([
    ['[10, 2, 3]', array, true],
    ['10, 2, 3', array, true],
    ['10.0, 2, 3', array, true],
    ['(10, 2, 3)', array, false],
    ['[10, 3, 2]', array, false],
    ['[10, 2]', array, false],
    ['array([1, 2])', read('[1, 2]'), true],
    ['array([1, 2])', read('(1, 2)'), false],
    ['[1, 2]', read('(1, 2)'), false],
    ['1, 2', read('(1, 2)'), true],
    ['{2, 1}', read('{1, 2}'), true],
    ['{1, 1}', read('{1, 2}'), false],
    ['{1, 2, 1}', read('{1, 2}'), false],
    ["{'a': 1, 'a': 1}", read("{'a': 1, 'b': 2}"), false],
    ["{'b': 2, 'a': 1}", read("{'a': 1, 'b': 2}"), true],
    ['1', read('1.0'), true],
    ['1', read('True'), false],
    ['nan', read('nan'), true],
    ['9007199254740993', read('9007199254740992'), false],
  ])('%s', (text, expected, same) => {
    expect(says(read(text), expected)).toBe(same);
  });
});
