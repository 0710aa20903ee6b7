/** What is asked for in practice, and that each concept can be. `thousands-*.test.ts` make 10,000 of a fresh seed. */
import { describe, expect, it } from 'vitest';
import { practiceConcepts, practiceRequestSchema } from '@/lib/exercises/practice';
import { faultsOf } from './faults';
import pinned from './pinned.json' with { type: 'json' };

describe('generated practice', () => {
  it.each(practiceConcepts)('is there for %s alone, at each difficulty', (concept) => {
    const requests = [1, 2, 3, 4, 5].map((difficulty) => ({ concepts: [concept], difficulty, seed: 7 }));
    expect(requests.flatMap(faultsOf)).toEqual([]);
  });

  it.each(pinned)('keeps its promises where it failed once: $why', ({ request }) => {
    expect(faultsOf(practiceRequestSchema.parse(request))).toEqual([]);
  });

  it('is asked for by one to three different concepts', () => {
    const parse = (concepts: readonly string[]) =>
      practiceRequestSchema.safeParse({ concepts, difficulty: 1, seed: 1 }).success;
    expect([parse(['views']), parse(['views', 'del', 'copies'])]).toEqual([true, true]);
    expect([parse([]), parse(['views', 'views']), parse(['magic'])]).toEqual([false, false, false]);
    expect(parse(['views', 'del', 'copies', 'loops'])).toBe(false);
  });
});
