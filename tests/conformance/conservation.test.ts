/**
 * Conservation of references: after every step of every recorded program each object's count is the number of
 * references recounted from roots, heap and temporaries, and the holders of the trace add up to it.
 */
import { describe, expect, it } from 'vitest';
import { holders, simulate, stateAt, type Trace } from '@/lib/simulator';
import { programs, SETS } from './programs';

/** The first object whose holders do not add up to its count, or null. */
function unaccounted(trace: Trace): string | null {
  for (const { n } of trace.steps) {
    const state = stateAt(trace, n);
    for (const [id, list] of holders(state)) {
      const record = state.objects.get(id);
      if (record?.count == null || record.count === list.length) continue;
      return `step ${n}: ${record.kind} ${id} has count ${record.count} and ${list.length} holders`;
    }
  }
  return null;
}

/** What the end of a program must not leave: an object that no reference holds. */
function leftOver(trace: Trace): string | null {
  if (trace.ending.type !== 'finished') return null;
  for (const record of stateAt(trace, trace.steps.length).objects.values())
    if (record.count === 0) return `${record.kind} ${record.id} is alive with count 0`;
  return null;
}

/** Objects freed twice, or changed after they were freed. */
function afterDeath(trace: Trace): string | null {
  const dead = new Set<number>();
  for (const step of trace.steps) {
    for (const { id } of step.changed)
      if (dead.has(id)) return `step ${step.n}: object ${id} changed when it was dead`;
    for (const { id } of step.freed) {
      if (dead.has(id)) return `step ${step.n}: object ${id} freed twice`;
      dead.add(id);
    }
  }
  return null;
}

describe.each(SETS)('the %s', (set) => {
  it('loses no reference at any step', () => {
    const failures: string[] = [];
    for (const { id, src } of programs(set)) {
      try {
        const trace = simulate(src, { audit: true, recorded: true, limits: { steps: 20_000 } });
        const failure = unaccounted(trace) ?? leftOver(trace) ?? afterDeath(trace);
        if (failure !== null) failures.push(`${id}: ${failure}`);
      } catch (thrown) {
        failures.push(`${id}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
      }
    }
    expect(failures).toEqual([]);
  }, 300_000);
});
