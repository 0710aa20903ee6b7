import { describe, expect, it } from 'vitest';
import { latenessAt } from '@/lib/classroom/assignments/late';
import { type MarkedAttempt, scoreOf } from '@/lib/classroom/assignments/score';
import type { Counting, LatePolicy } from '@/lib/classroom/assignments/terms';
import { dueAt, msAfter } from './make';

const minute = 60_000;
const hour = 60 * minute;
const policy = (percentPerDay: number, graceMinutes = 0, floorPercent = 0): LatePolicy => ({
  percentPerDay,
  graceMinutes,
  floorPercent,
});

describe('how late', () => {
  const late = (ms: number, one: LatePolicy, zone = 'UTC') => {
    const lateness = latenessAt(msAfter(dueAt, ms), dueAt, one, zone);
    return lateness && [lateness.days, lateness.percent];
  };

  it.each([
    [-1, policy(10), null],
    [0, policy(10), null],
    [1, policy(10), [1, 10]],
    [24 * hour, policy(10), [1, 10]],
    [24 * hour + 1, policy(10), [2, 20]],
    [10 * minute, policy(10, 10), null],
    // The grace takes nothing off, and moves nothing.
    [10 * minute + 1, policy(10, 10), [1, 10]],
    [24 * hour + 1, policy(10, 10), [2, 20]],
    [30 * hour, policy(10, 48 * 60), null],
    [48 * hour + 1, policy(10, 48 * 60), [3, 30]],
    [9 * 24 * hour, policy(10), [9, 90]],
    [20 * 24 * hour, policy(10), [20, 100]],
    [20 * 24 * hour, policy(10, 0, 40), [20, 60]],
    [1, policy(100, 0, 100), [1, 0]],
    [1, policy(0), [1, 0]],
  ])('%i ms after due, with %j: %j', (ms, one, expected) => expect(late(ms, one)).toEqual(expected));

  it('counts days of the course, which have 25 and 23 hours when the clocks change', () => {
    // Due on 24 October 2026, 23:59 in Berlin; the clocks go back in the night.
    expect(late(25 * hour, policy(10), 'Europe/Berlin')).toEqual([1, 10]);
    expect(late(25 * hour + 1, policy(10), 'Europe/Berlin')).toEqual([2, 20]);
    const spring = new Date('2026-03-08T04:59:00.000Z');
    const at = (ms: number) => latenessAt(msAfter(spring, ms), spring, policy(10), 'America/New_York')?.days;
    expect([at(23 * hour), at(23 * hour + 1), at(47 * hour), at(47 * hour + 1)]).toEqual([1, 2, 2, 3]);
  });

  it('is never late where nothing is due', () => {
    expect(latenessAt(msAfter(dueAt, 1e12), null, policy(10), 'UTC')).toBeNull();
  });
});

describe('what counts', () => {
  const attempt = (number: number, points: number, lateMs = 0, possible = 10): MarkedAttempt => ({
    number,
    points,
    possible,
    submittedAt: msAfter(dueAt, lateMs),
  });
  const score = (counting: Counting, attempts: MarkedAttempt[], late = policy(10), possible = 10) =>
    scoreOf({ counting, late }, dueAt, attempts, possible, 'UTC');

  it('is nothing where nothing was submitted', () => {
    for (const counting of ['best', 'last', 'average'] as const) expect(score(counting, [])).toBeNull();
  });

  it.each([
    // By hand: 9 on the first day late is 9 × 0.9 = 8.1, which 8.2 in time beats; 9.2 × 0.9 = 8.28 beats it.
    ['best', [attempt(1, 8.2), attempt(2, 9, 1)], 8.2, [1]],
    ['best', [attempt(1, 8.2), attempt(2, 9.2, 1)], 8.28, [2]],
    ['best', [attempt(1, 7), attempt(2, 7)], 7, [2]],
    ['last', [attempt(2, 3), attempt(1, 9)], 3, [2]],
    ['last', [attempt(1, 9), attempt(2, 5, 24 * hour + 1)], 4, [2]],
    // (8.2 + 8.1) / 2, (1 + 2 + 2) / 3 = 1.666…, (0.01 + 0.02) / 2 = 0.015.
    ['average', [attempt(1, 8.2), attempt(2, 9, 1)], 8.15, [1, 2]],
    ['average', [attempt(1, 1), attempt(2, 2), attempt(3, 2)], 1.67, [1, 2, 3]],
    ['average', [attempt(1, 0.01), attempt(2, 0.02)], 0.02, [1, 2]],
    // 1.05 × 0.9 = 0.945, which binary fractions put below the half.
    ['best', [attempt(1, 1.05, 1)], 0.95, [1]],
  ] as const)('%s of %j is %d', (counting, attempts, points, counted) => {
    expect(score(counting, [...attempts])).toMatchObject({ points, possible: 10, counted });
  });

  it('says what was taken off', () => {
    expect(score('best', [attempt(1, 9, 1)])?.late).toEqual({ days: 1, percent: 10 });
    expect(score('best', [attempt(1, 9)])?.late).toBeNull();
  });

  it('keeps at least the floor', () => {
    expect(score('best', [attempt(1, 8, 30 * 24 * hour)], policy(10, 0, 25))?.points).toBe(2);
    expect(score('best', [attempt(1, 8, 30 * 24 * hour)], policy(10))?.points).toBe(0);
  });

  it('takes an attempt at an earlier revision with its share', () => {
    // 6 of 8 is three quarters: 9 of 12; 10 of 12 is less than 7.5 of 8.
    expect(score('last', [attempt(1, 6, 0, 8)], policy(10), 12)?.points).toBe(9);
    expect(score('best', [attempt(1, 7.5, 0, 8), attempt(2, 10, 0, 12)], policy(10), 12)).toMatchObject({
      points: 11.25,
      counted: [1],
    });
  });
});
