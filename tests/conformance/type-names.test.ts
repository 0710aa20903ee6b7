/**
 * What CPython's types and the module builtins have, as `dir()` told it (record/record-names.py): the simulator has it as well,
 * or refuses it. An AttributeError or a NameError for it would be wrong.
 */
import { expect, it } from 'vitest';
import { simulate } from '@/lib/simulator';
import names from './type-names.json' with { type: 'json' };

/** The programs that end in an error of this class. */
const endingIn = (exception: string, programs: readonly string[]): string[] =>
  programs.filter((source) => {
    const { ending } = simulate(source);
    return ending.type === 'raised' && ending.exception === exception;
  });

it.each(names.types)('an object of type $type has what CPython says', ({ source, names: known }) => {
  expect(known.length).toBeGreaterThan(3);
  expect(
    endingIn(
      'AttributeError',
      known.map((name) => `${source}x.${name}\n`),
    ),
  ).toEqual([]);
});

it('every built-in name is there, or refused', () => {
  expect(names.builtins.length).toBeGreaterThan(140);
  expect(
    endingIn(
      'NameError',
      names.builtins.map((name) => `${name}\n`),
    ),
  ).toEqual([]);
});

it('still raises for what no type has', () => {
  const programs = ['x = 5\nx.nothing\n', 'class C:\n    pass\nC().__dir\n', 'x = []\nx.push(1)\n'];
  expect(endingIn('AttributeError', programs)).toEqual(programs);
});
