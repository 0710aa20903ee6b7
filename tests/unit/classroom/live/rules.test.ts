import { describe, expect, it } from 'vitest';
import { changeOf, payloadOf } from '@/lib/classroom/live/channel';
import {
  beliefsOf,
  cellOf,
  questionsOf,
  type StoredStanding,
  standingOf,
  stuckOf,
} from '@/lib/classroom/live/rules';

const now = new Date('2026-10-05T10:00:00Z');
const ago = (minutes: number, seconds = 0) => new Date(now.getTime() - minutes * 60_000 - seconds * 1000);

const nothing: StoredStanding = { last: null, marks: new Map(), shares: [] };
const working = (openedAt: Date, savedAt: Date | null = null): StoredStanding => ({
  ...nothing,
  last: { openedAt, savedAt, submittedAt: null, typed: new Set(['one']) },
});
const submitted = (...shares: number[]): StoredStanding => ({
  last: { openedAt: ago(30), savedAt: null, submittedAt: ago(20), typed: new Set() },
  marks: new Map([
    ['one', { points: 10, possible: 10, believes: [] }],
    ['two', { points: 2.5, possible: 10, believes: ['CopyIsDeep'] }],
    ['three', { points: 0, possible: 5, believes: [] }],
  ]),
  shares,
});

describe('where a student stands', () => {
  it('is by the last attempt', () => {
    expect(standingOf(nothing)).toBe('none');
    expect(standingOf(working(ago(1)))).toBe('working');
    expect(standingOf(submitted(1))).toBe('submitted');
    // Trying again: what was submitted before is in the marks, and no cell shows it.
    expect(standingOf({ ...submitted(0.5), last: working(ago(1)).last })).toBe('working');
  });

  it('shows in a cell what is saved, or the marks', () => {
    const states = (standing: StoredStanding) =>
      ['one', 'two', 'three', 'four'].map((exercise) => cellOf(standing, exercise).state);
    expect(states(nothing)).toEqual(['none', 'none', 'none', 'none']);
    expect(states(working(ago(1)))).toEqual(['typed', 'open', 'open', 'open']);
    // The fourth was not asked in the revision that was answered.
    expect(states(submitted(0.5))).toEqual(['right', 'partly', 'wrong', 'none']);
    expect(cellOf(submitted(0.5), 'two')).toEqual({
      state: 'partly',
      points: 2.5,
      possible: 10,
      believes: ['CopyIsDeep'],
    });
  });
});

describe('who is stuck', () => {
  it.each([
    ['4 min 59 s', ago(4, 59), null],
    ['5 min', ago(5), { code: 'quiet', minutes: 5 }],
    ['59 min 59 s', ago(59, 59), { code: 'quiet', minutes: 59 }],
    ['60 min: they have left', ago(60), null],
  ])('has changed nothing for %s', (_, at, stuck) => {
    expect(stuckOf(working(at), now)).toEqual(stuck);
    expect(stuckOf(working(ago(120), at), now)).toEqual(stuck);
  });

  it.each([
    ['two attempts are no sign yet', [0.5, 0.5], null],
    ['three, and the last as good as the first', [0.5, 0.2, 0.5], { code: 'no-gain', attempts: 3 }],
    ['the last is the best', [0.5, 0.2, 0.6], null],
    ['everything was right before: they practise', [1, 0.2, 0.6], null],
  ])('has tried often without gain: %s', (_, shares, stuck) => {
    expect(stuckOf(submitted(...shares), now)).toEqual(stuck);
  });
});

it('counts for each question who has it right, of those with marks', () => {
  const cells = (standing: StoredStanding) => ({
    cells: ['one', 'two'].map((exercise) => cellOf(standing, exercise)),
  });
  const questions = [
    { exerciseId: 'one', label: 'a', title: 'One' },
    { exerciseId: 'two', label: 'b', title: 'Two' },
  ];
  const students = [cells(nothing), cells(working(ago(1))), cells(submitted(0.5)), cells(submitted(0.5))];
  expect(questionsOf(questions, students)).toMatchObject([
    { right: 2, marked: 2 },
    { right: 0, marked: 2 },
  ]);
});

it('counts a student once for a misconception, the commonest first', () => {
  const shown = [
    { userId: 'ada', believes: ['CopyIsDeep', 'CountsNamesOnly'] as const },
    { userId: 'ada', believes: ['CountsNamesOnly'] as const },
    { userId: 'bela', believes: ['CountsNamesOnly'] as const },
    { userId: 'cleo', believes: [] },
  ];
  expect(beliefsOf(shown, (id) => id.toLowerCase())).toEqual([
    { id: 'CountsNamesOnly', title: 'countsnamesonly', students: ['ada', 'bela'] },
    { id: 'CopyIsDeep', title: 'copyisdeep', students: ['ada'] },
  ]);
});

describe('what the processes say to each other', () => {
  const change = {
    courseId: '01890a5d-ac96-774b-bcce-b302099a8057',
    quizId: '01890a5d-ac96-774b-bcce-b302099a8058',
  };

  it('is read as it was said', () => {
    expect(changeOf(payloadOf(change))).toEqual(change);
  });

  it.each(['', 'x', `${change.courseId}`, `${payloadOf(change)} more`, `${change.courseId} x`])(
    'is nothing where it is %j',
    (payload) => {
      expect(changeOf(payload)).toBeNull();
    },
  );
});
