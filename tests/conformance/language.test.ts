/** Programs that use one part of the language each: calls, classes, generators, exceptions, patterns, counts. */
import { describe, expect, it } from 'vitest';
import { outcomeOf } from './outcome';
import { programs } from './programs';

describe.each(programs('language'))('$id', (program) => {
  it('gives exactly the recorded trace', () => {
    expect(outcomeOf(program)).toMatchObject({ type: 'equal' });
  });
});
