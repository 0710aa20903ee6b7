import { describe, expect, it } from 'vitest';
import { beginOf, changesIn } from '@/lib/classroom/audit/rules';
import { auditKinds, auditQuerySchema } from '@/lib/classroom/audit/schema';

describe('what an entry says that changed', () => {
  it.each([
    [
      'the fields that differ',
      {
        before: { title: 'Week 1', latePercent: 0, dueAt: null, version: 1, items: [1], quizId: 'a' },
        after: {
          title: 'Week one',
          latePercent: 0,
          dueAt: '2026-11-02',
          version: 2,
          items: [2],
          quizId: 'b',
        },
      },
      [
        { field: 'title', from: 'Week 1', to: 'Week one' },
        { field: 'dueAt', from: null, to: '2026-11-02' },
      ],
    ],
    [
      'points from and to',
      { from: null, to: 7.5, marks: 4, possible: 10 },
      [{ field: '', from: null, to: '7.5' }],
    ],
    [
      'plain values, without ids',
      { userId: 'a', exerciseId: null, moreAttempts: 1, listed: [{ points: 1 }] },
      [{ field: 'moreAttempts', from: null, to: '1' }],
    ],
    ['nothing', null, []],
    ['a list', [1, 2], []],
  ])('%s', (_what, detail, expected) => expect(changesIn(detail)).toEqual(expected));
});

describe('a day of the course', () => {
  it('begins and ends by its own clocks', () => {
    expect(beginOf('2026-07-01', 'Europe/Berlin')?.toISOString()).toBe('2026-06-30T22:00:00.000Z');
    // The day on which the clocks go back has 25 hours.
    expect(beginOf('2026-10-25', 'Europe/Berlin')?.toISOString()).toBe('2026-10-24T22:00:00.000Z');
    expect(beginOf('2026-10-25', 'Europe/Berlin', 1)?.toISOString()).toBe('2026-10-25T23:00:00.000Z');
  });

  it('that begins after midnight, where the clocks skip it, begins with the first instant there is', () =>
    // In Beirut on 29 March 2026 they go from 23:59:59 to 01:00.
    expect(beginOf('2026-03-29', 'Asia/Beirut')?.toISOString()).toBe('2026-03-28T22:00:00.000Z'));
});

describe('the address', () => {
  const none = { kind: null, person: null, from: null, to: null, after: null };
  const id = '0199f4a0-0000-7000-8000-000000000001';

  it('is read, and what it says wrongly is left out', () => {
    expect(auditQuerySchema.parse({})).toEqual(none);
    expect(
      auditQuerySchema.parse({ kind: 'all', person: '1', from: '2026-02-30', to: 'x', after: '1.2' }),
    ).toEqual(none);
    expect(
      auditQuerySchema.parse({ kind: 'marks', from: '2026-02-28', after: `1700000000000.${id}` }),
    ).toEqual({
      ...none,
      kind: 'marks',
      from: '2026-02-28',
      after: { at: new Date(1_700_000_000_000), id },
    });
  });

  it('knows each kind once', () => expect(new Set(auditKinds).size).toBe(auditKinds.length));
});
