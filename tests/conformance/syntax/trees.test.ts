import { describe, expect, it } from 'vitest';
import { parse } from '../../../lib/simulator/syntax';
import { recordedPrograms, revive } from './trees';

describe('programs get the tree that CPython gives, with its positions', () => {
  it.each(recordedPrograms().map(({ source, tree }) => [source.slice(0, 60), source, tree] as const))(
    '%j',
    (_, source, tree) => {
      expect(parse(source)).toEqual(revive(tree));
    },
  );
});
