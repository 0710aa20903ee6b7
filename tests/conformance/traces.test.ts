/** Every recorded program gives exactly the recorded trace, or is refused for the reason that the ledger states. */
import { describe, expect, it } from 'vitest';
import { outcomeOf } from './outcome';
import { programs, type SetName } from './programs';
import ledger from './refused.json' with { type: 'json' };

interface Refusal {
  readonly id: string;
  readonly feature: string;
  readonly reason: string;
}

describe.each<{ set: SetName; count: number; mostRefused: number }>([
  { set: 'corpus', count: 789, mostRefused: 0.03 },
  { set: 'fuzz', count: 1000, mostRefused: 0.01 },
  { set: 'memory', count: 104, mostRefused: 0.05 },
  { set: 'modules', count: 114, mostRefused: 0.04 },
  { set: 'snippets', count: 442, mostRefused: 0 },
  { set: 'arrays', count: 421, mostRefused: 0 },
  { set: 'calls', count: 880, mostRefused: 0 },
  { set: 'practice', count: 300, mostRefused: 0 },
  { set: 'teaching', count: 386, mostRefused: 0.03 },
  { set: 'students', count: 72, mostRefused: 0.2 },
  { set: 'names', count: 510, mostRefused: 0.02 },
  { set: 'everyday', count: 329, mostRefused: 0.12 },
  { set: 'counts', count: 229, mostRefused: 0.08 },
  { set: 'tangled', count: 80, mostRefused: 0.04 },
])('the $set', ({ set, count, mostRefused }) => {
  const all = programs(set);
  const outcomes = all.map((program) => ({ id: program.id, outcome: outcomeOf(program) }));

  it('has all of its programs', () => {
    expect(all).toHaveLength(count);
  });

  it('gives no trace that differs', () => {
    const different = outcomes.flatMap(({ id, outcome }) =>
      outcome.type === 'differs' ? [`${id}: ${outcome.text}`] : [],
    );
    expect(different).toEqual([]);
  });

  it('refuses what the ledger says, and nothing else', () => {
    const refused = outcomes.flatMap(({ id, outcome }) =>
      outcome.type === 'refused' ? [{ id, feature: outcome.feature, reason: outcome.message }] : [],
    );
    const stated = (ledger as readonly Refusal[]).filter(({ id }) => id.startsWith(`${set}:`));
    expect(refused).toEqual(stated);
  });

  it('refuses few', () => {
    const refused = outcomes.filter(({ outcome }) => outcome.type === 'refused').length;
    expect(refused / all.length).toBeLessThanOrEqual(mostRefused);
  });
});
