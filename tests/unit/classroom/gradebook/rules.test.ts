import { describe, expect, it } from 'vitest';
import { type Excuses, excusesOf, noExcuses } from '@/lib/classroom/assignments/excuses';
import type { Terms } from '@/lib/classroom/assignments/terms';
import {
  type BookAttempt,
  type Mark,
  markOfExercise,
  reckon,
  type Situation,
  totalOf,
} from '@/lib/classroom/gradebook/rules';
import { dueAt, msAfter, terms } from '../assignments/make';

const day = 86_400_000;
const items = [
  { exerciseId: 'one', points: 10 },
  { exerciseId: 'two', points: 5 },
];

const attempt = (number: number, points: number, more: Partial<BookAttempt> = {}): BookAttempt => ({
  number,
  points,
  possible: 15,
  submittedAt: msAfter(dueAt, -day),
  overridden: false,
  ...more,
});

const situation = (more: Partial<Situation> = {}, own: Partial<Terms> = {}): Situation => ({
  assignment: { terms: terms(own), extensions: [], items, possible: 15 },
  member: { userId: 'ada', role: 'student', sectionId: null, removed: false },
  attempts: [],
  excuses: noExcuses,
  timeZone: 'UTC',
  now: msAfter(dueAt, -1),
  ...more,
});
const markOf = (more: Partial<Situation> = {}, own: Partial<Terms> = {}) => reckon(situation(more, own)).mark;

const row = (number: number, exerciseId: string | null, excused: boolean) => ({
  exerciseId,
  number,
  excused,
  reason: `because ${number}`,
  at: dueAt,
  author: { name: 'Ann' },
});
const excused = (...rows: [exerciseId: string | null, excused: boolean][]): Excuses =>
  excusesOf(rows.map(([exerciseId, stands], index) => row(index + 1, exerciseId, stands)));

describe('a mark', () => {
  it('waits until the very end of due, and is missing a millisecond later', () => {
    expect(markOf({ now: dueAt })).toMatchObject({ state: 'waiting', points: null, possible: 15 });
    expect(markOf({ now: msAfter(dueAt, 1) })).toMatchObject({ state: 'missing', points: null });
  });

  it('waits for as long as an extension of the person goes on', () => {
    const extension = {
      userId: 'ada',
      sectionId: null,
      dueAt: msAfter(dueAt, day),
      closesAt: null,
      moreAttempts: 0,
    };
    const assignment = { terms: terms({}), extensions: [extension], items, possible: 15 };
    expect(markOf({ assignment, now: msAfter(dueAt, day) }).state).toBe('waiting');
    expect(markOf({ assignment, now: msAfter(dueAt, day + 1) }).state).toBe('missing');
  });

  it('is missing from closing on where nothing is due, and waits for ever where it never closes', () => {
    const closesAt = msAfter(dueAt, 2 * day);
    expect(markOf({ now: msAfter(closesAt, 1) }, { dueAt: null, closesAt }).state).toBe('missing');
    expect(markOf({ now: msAfter(dueAt, 900 * day) }, { dueAt: null, closesAt: null }).state).toBe('waiting');
  });

  it('is not for who is in another section, unless they handed it in', () => {
    const own = { sectionIds: ['morning'] };
    expect(markOf({ now: msAfter(dueAt, 1) }, own).state).toBe('not-for');
    expect(markOf({ attempts: [attempt(1, 9)] }, own)).toMatchObject({ state: 'scored', points: 9 });
  });

  it('says what was taken off for being late, and that points were given', () => {
    const late = attempt(1, 10, { submittedAt: msAfter(dueAt, day + 1), overridden: true });
    const late10 = { late: { percentPerDay: 10, graceMinutes: 0, floorPercent: 0 } };
    // Two days were begun: 20 % of 10 points.
    expect(markOf({ attempts: [late] }, late10)).toEqual({
      state: 'scored',
      points: 8,
      possible: 15,
      late: true,
      latePercent: 20,
      overridden: true,
      partly: false,
    });
  });

  it('says of an average that some of it was late, and no percentage', () => {
    const attempts = [attempt(1, 10), attempt(2, 10, { submittedAt: msAfter(dueAt, 1) })];
    const own = {
      counting: 'average' as const,
      late: { percentPerDay: 10, graceMinutes: 0, floorPercent: 0 },
    };
    expect(markOf({ attempts }, own)).toMatchObject({ points: 9.5, late: true, latePercent: null });
    const graceful = { ...own, late: { ...own.late, graceMinutes: 1 } };
    expect(markOf({ attempts }, graceful)).toMatchObject({ points: 10, late: false });
  });

  it('knows an override only of the attempt that counts', () => {
    const attempts = [attempt(1, 3, { overridden: true }), attempt(2, 9)];
    expect(markOf({ attempts })).toMatchObject({ points: 9, overridden: false });
  });
});

describe('an excuse', () => {
  it('of the whole leaves nothing to earn, whatever was handed in', () => {
    const mark = markOf({ attempts: [attempt(1, 9)], excuses: excused([null, true]) });
    expect(mark).toMatchObject({ state: 'excused', points: null, possible: 0 });
  });

  it('of one exercise leaves what the others are worth', () => {
    const excuses = excused(['two', true]);
    // The caller has taken the answer to it out of the attempt: 7 of 10 are left.
    const mark = markOf({ attempts: [attempt(1, 7, { possible: 10 })], excuses });
    expect(mark).toMatchObject({ state: 'scored', points: 7, possible: 10, partly: true });
  });

  it('of every exercise is one of the whole', () => {
    expect(markOf({ excuses: excused(['one', true], ['two', true]) }).state).toBe('excused');
  });

  it('is taken back by a later row on the same thing alone', () => {
    const excuses = excused([null, true], ['one', true], [null, false]);
    expect(excuses.whole).toBeNull();
    expect([...excuses.exercises]).toEqual([['one', { reason: 'because 2', author: 'Ann', at: dueAt }]]);
    expect(excuses.seen).toBe(3);
    expect(excusesOf([row(3, null, false), row(1, null, true)])).toMatchObject({ whole: null, seen: 3 });
  });
});

describe('the mark of an exercise', () => {
  const answer = (number: number, points: number) => ({
    number,
    marks: points,
    points,
    possible: 10,
    overridden: false,
  });
  const [first = { exerciseId: 'one', points: 10 }] = items;
  const ofFirst = (all: Situation, answers: ReturnType<typeof answer>[]): Mark =>
    markOfExercise(all, reckon(all), first, answers);

  it('is that of the attempt that counts for the assignment, and late like it', () => {
    const late = { percentPerDay: 10, graceMinutes: 0, floorPercent: 0 };
    const attempts = [attempt(1, 6), attempt(2, 14, { submittedAt: msAfter(dueAt, 1) })];
    const all = situation({ attempts }, { late });
    // The second attempt is the better one, at 12.6 of 15; its answer earned 9, and 10 % are taken off.
    expect(ofFirst(all, [answer(1, 6), answer(2, 9)])).toMatchObject({
      state: 'scored',
      points: 8.1,
      possible: 10,
      latePercent: 10,
    });
  });

  it('is the average of the attempts where the average counts', () => {
    const all = situation({ attempts: [attempt(1, 6), attempt(2, 9)] }, { counting: 'average' });
    expect(ofFirst(all, [answer(1, 5), answer(2, 10)])).toMatchObject({ points: 7.5, possible: 10 });
  });

  it('waits where the attempt that counts did not ask it', () => {
    const all = situation({ attempts: [attempt(1, 6)] });
    expect(ofFirst(all, [])).toMatchObject({ state: 'waiting', points: null });
  });

  it('is excused by itself or with all', () => {
    for (const excuses of [excused(['one', true]), excused([null, true])]) {
      const all = situation({ attempts: [attempt(1, 5, { possible: 5 })], excuses });
      expect(ofFirst(all, [answer(1, 5)])).toMatchObject({ state: 'excused', points: null, possible: 0 });
    }
  });

  it('is missing with the assignment', () =>
    expect(ofFirst(situation({ now: msAfter(dueAt, 1) }), [])).toMatchObject({
      state: 'missing',
      points: null,
      possible: 10,
    }));
});

describe('a total', () => {
  const mark = (state: Mark['state'], points: number | null, possible: number): Mark => ({
    state,
    points,
    possible,
    late: false,
    latePercent: null,
    overridden: false,
    partly: false,
  });

  it('counts what was handed in and what is missing, and nothing else', () => {
    const marks = [
      mark('scored', 7.25, 10),
      mark('missing', null, 5),
      mark('waiting', null, 20),
      mark('excused', null, 0),
      mark('not-for', null, 8),
    ];
    expect(totalOf(marks)).toEqual({ points: 7.25, possible: 15 });
  });

  it('is nothing where nothing counts yet', () => {
    expect(totalOf([mark('waiting', null, 20), mark('excused', null, 0)])).toBeNull();
    expect(totalOf([])).toBeNull();
  });

  it('adds hundredths without the noise of binary fractions', () =>
    expect(totalOf([mark('scored', 0.1, 1), mark('scored', 0.2, 1)])).toEqual({ points: 0.3, possible: 2 }));
});
