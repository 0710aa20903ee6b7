/**
 * Programs that a property test, a sweep or a conformance check once found wrong, each run for ever after. To pin a
 * failure: add the smallest program that shows it, and what was wrong, to pinned/programs.json.
 */
import { describe, expect, it } from 'vitest';
import { holders, simulate, stateAt } from '@/lib/simulator';
import pinned from './pinned/programs.json' with { type: 'json' };

describe('programs that failed once', () => {
  it.each(pinned)('$why', ({ src }) => {
    const trace = simulate(src, { audit: true });
    expect(trace.ending.type).toBe('finished');
    for (const { n } of trace.steps) {
      const state = stateAt(trace, n);
      for (const [id, list] of holders(state)) {
        const count = state.objects.get(id)?.count;
        if (count != null)
          expect(`step ${n}, object ${id}: ${list.length}`).toBe(`step ${n}, object ${id}: ${count}`);
      }
    }
  });
});
