/**
 * Practice without end keeps its promises. Here a sample is made, with another seed each time, which a failure prints;
 * `npm run practice:check` makes 10,000, or as many as it is told.
 */
import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { practiceConcepts, practiceRequestSchema } from '@/lib/exercises/practice';
import { faultsOf, requestsFrom } from './practice-faults';

const seed = randomInt(2 ** 31 - 1);
const sample = 60;

describe('generated practice', () => {
  it(`runs, is not degenerate, and its options differ: ${sample} of seed ${seed}`, () => {
    expect(requestsFrom(seed, sample).flatMap(faultsOf)).toEqual([]);
  });

  it.each(practiceConcepts)('is there for %s alone, at each difficulty', (concept) => {
    const requests = [1, 2, 3, 4, 5].map((difficulty) => ({ concepts: [concept], difficulty, seed: 7 }));
    expect(requests.flatMap(faultsOf)).toEqual([]);
  });

  it('is asked for by one to three different concepts', () => {
    const parse = (concepts: readonly string[]) =>
      practiceRequestSchema.safeParse({ concepts, difficulty: 1, seed: 1 }).success;
    expect([parse(['views']), parse(['views', 'del', 'copies'])]).toEqual([true, true]);
    expect([parse([]), parse(['views', 'views']), parse(['magic'])]).toEqual([false, false, false]);
    expect(parse(['views', 'del', 'copies', 'loops'])).toBe(false);
  });
});
