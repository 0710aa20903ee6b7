/** The memory after each step, forwards, backwards and anywhere; who holds what; what happened. */
import { describe, expect, it } from 'vitest';
import { elementsOf, eventsOf, holders, type MemoryState, stateAt, type Trace } from '@/lib/simulator';
import { LISTS, VIEW } from './hand-made';

/** A state as plain data. */
function plain(state: MemoryState): unknown {
  const buffers = [...state.buffers].map(([id, { owner, bytes }]) => [id, owner, [...bytes]]);
  return { n: state.step.n, objects: [...state.objects].sort(([a], [b]) => a - b), buffers };
}

const fresh = (trace: Trace): Trace => ({ ...trace });
const counts = (state: MemoryState): unknown[] =>
  [...state.objects.values()].map((record) => [record.id, record.count]);
const labels = (state: MemoryState, id: number): string[] =>
  (holders(state).get(id) ?? []).map((holder) => holder.label);

describe('the memory after a step', () => {
  it('is the same from the front, from the back and at random', () => {
    const forwards = [0, 1, 2, 3, 4, 5].map((n) => plain(stateAt(VIEW, n)));
    const back = fresh(VIEW);
    const backwards = [5, 4, 3, 2, 1, 0].map((n) => plain(stateAt(back, n))).reverse();
    const random = fresh(VIEW);
    const jumps = [3, 0, 5, 2, 4, 1, 3].map((n) => [n, plain(stateAt(random, n))] as const);
    expect(backwards).toEqual(forwards);
    for (const [n, state] of jumps) expect(state).toEqual(forwards[n]);
  });

  it('stays as it was when others are asked for', () => {
    const second = stateAt(VIEW, 2);
    const before = plain(second);
    stateAt(VIEW, 5);
    stateAt(VIEW, 3);
    expect(plain(second)).toEqual(before);
  });

  it('has counts, and lets go of what is freed with its buffer', () => {
    expect(counts(stateAt(VIEW, 2))).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect(stateAt(VIEW, 5).objects.size).toBe(0);
    expect(stateAt(VIEW, 5).buffers.size).toBe(0);
  });

  it('has no step beyond the ends', () => {
    expect(() => stateAt(VIEW, 6)).toThrow(RangeError);
    expect(() => stateAt(VIEW, -1)).toThrow(RangeError);
  });

  it('shows a write through every view', () => {
    const values = (n: number, id: number): unknown => {
      const state = stateAt(fresh(VIEW), n);
      const record = state.objects.get(id);
      return record?.kind === 'ndarray' ? elementsOf(state, record) : null;
    };
    expect(values(2, 1)).toEqual(['1', '2', '3']);
    expect(values(3, 1)).toEqual(['1', '9', '3']);
    expect(values(3, 2)).toEqual(['9', '3']);
    expect(values(4, 2)).toEqual(['9', '3']);
  });
});

describe('holders', () => {
  it('say names and bases', () => {
    expect(labels(stateAt(VIEW, 2), 1)).toEqual(['name a', 'base of v']);
    expect(labels(stateAt(VIEW, 4), 1)).toEqual(['base of v']);
  });

  it('say items, loops and constants, and add up to the count', () => {
    const state = stateAt(LISTS, 3);
    expect(labels(state, 1)).toEqual(['name y', 'list x[0]']);
    expect(labels(state, 9)).toEqual(['iterable of tuple_iterator #10', 'constant in the code']);
    expect(labels(state, 10)).toEqual(['for loop']);
    for (const [id, list] of holders(state)) expect(list).toHaveLength(state.objects.get(id)?.count ?? -1);
  });
});

describe('events', () => {
  const eventsAt = (n: number) => eventsOf(stateAt(VIEW, n - 1), stateAt(VIEW, n));
  it('tell a view made', () => {
    expect(eventsAt(2)).toEqual([
      { type: 'bind', frame: 0, name: 'v', value: 2, before: null },
      { type: 'create', id: 2 },
      { type: 'count', id: 1, before: 1, after: 2 },
    ]);
  });
  it('tell the element written', () => {
    expect(eventsAt(3)).toEqual([{ type: 'write', id: 1, slots: ['[1]'] }]);
  });
  it('tell a name removed, and objects freed', () => {
    expect(eventsAt(4)).toContainEqual({ type: 'unbind', frame: 0, name: 'a', before: 1 });
    expect(eventsAt(5)).toContainEqual({ type: 'freed', id: 1, by: 'rc' });
  });
});
