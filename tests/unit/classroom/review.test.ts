/**
 * When a concept comes back. The expected numbers are worked out by hand from the published description of FSRS-6
 * (github.com/open-spaced-repetition/awesome-fsrs, "The Algorithm") with its default parameters
 * w = 0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
 * 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542.
 */
import { describe, expect, it } from 'vitest';
import { dueToday, ratingOf, reviewed } from '@/lib/classroom/review/rules';
import type { ReviewCard } from '@/lib/classroom/review/schema';

const at = (text: string) => new Date(`${text}Z`);
const monday = at('2026-03-02T10:00');
const days = (card: ReviewCard) => (card.due.getTime() - card.lastReview.getTime()) / 86_400_000;

describe('the first review of a concept', () => {
  // At a retention of 0.9 the interval is the stability, rounded and at least 1: 1, 1 and 2 days. Without short-term steps
  // a better rating always waits a day longer than a worse one: 1, 2 and 3.
  // S0 = w[G - 1]; D0 = w4 - exp(w5 (G - 1)) + 1: 6.4133, 5.1122 and 2.1181 for again, hard and good.
  it.each([
    ['again', 0.212, 6.4133, 1],
    ['hard', 1.2931, 5.1122, 2],
    ['good', 2.3065, 2.1181, 3],
  ] as const)(
    '%s: stability, difficulty and days are those of the first rating',
    (rating, stability, difficulty, wait) => {
      const card = reviewed('views', null, rating, monday);
      expect(card.stability).toBeCloseTo(stability, 3);
      expect(card.difficulty).toBeCloseTo(difficulty, 3);
      expect(card.reps).toBe(1);
      expect(card.lastReview).toEqual(monday);
      expect(days(card)).toBe(wait);
      expect(card.scheduledDays).toBe(wait);
    },
  );
});

describe('the second review', () => {
  const first = reviewed('views', null, 'good', monday);
  const wednesday = at('2026-03-04T10:00');

  it('good after two days: the stability that the formula of recall gives', () => {
    // R = (1 + f t / S)^-0.1542 with f = 0.9^(-1 / 0.1542) - 1 = 0.98036, t = 2, S = 2.3065: 1.85010^-0.1542 = 0.90950.
    // S' = S (1 + e^1.8722 (11 - D) S^-0.1666 (e^(0.796 (1 - R)) - 1))
    //    = 2.3065 (1 + 6.50259 × 8.88190 × 0.87001 × 0.07470) = 2.3065 × 4.75366 = 10.964
    const second = reviewed('views', first, 'good', wednesday);
    expect(second.stability).toBeCloseTo(10.964, 2);
    expect(days(second)).toBe(11);
    expect(second).toMatchObject({ reps: 2, lapses: 0 });
  });

  it('again: a lapse, back tomorrow, and less is remembered than before', () => {
    const second = reviewed('views', first, 'again', wednesday);
    expect(second.lapses).toBe(1);
    expect(second.stability).toBeLessThan(first.stability);
    expect(second.difficulty).toBeGreaterThan(first.difficulty);
    expect(days(second)).toBe(1);
  });

  it('hard waits less long than good, and longer than again', () => {
    const [again, hard, good] = (['again', 'hard', 'good'] as const).map((rating) =>
      days(reviewed('views', first, rating, wednesday)),
    ) as [number, number, number];
    expect(again).toBeLessThan(hard);
    expect(hard).toBeLessThan(good);
  });

  it('has no chance in it: the same review gives the same card', () => {
    expect(reviewed('views', first, 'good', wednesday)).toEqual(reviewed('views', first, 'good', wednesday));
  });
});

it('the marks are the rating: all is good, half is hard, less is again', () => {
  expect(ratingOf({ points: 10, possible: 10 })).toBe('good');
  expect(ratingOf({ points: 9.99, possible: 10 })).toBe('hard');
  expect(ratingOf({ points: 5, possible: 10 })).toBe('hard');
  expect(ratingOf({ points: 4.99, possible: 10 })).toBe('again');
  expect(ratingOf({ points: 0, possible: 1 })).toBe('again');
});

describe('what to review today', () => {
  const card = (more: Partial<ReviewCard> = {}): ReviewCard => ({
    concept: 'views',
    due: at('2026-03-04T10:00'),
    stability: 2,
    difficulty: 2,
    scheduledDays: 2,
    reps: 1,
    lapses: 0,
    state: 2,
    lastReview: monday,
    ...more,
  });
  const none = new Map();

  it('a card from the morning of its day on, not the day before', () => {
    expect(dueToday([card()], none, at('2026-03-03T23:59'))).toEqual([]);
    expect(dueToday([card()], none, at('2026-03-04T00:01'))).toMatchObject([
      { concept: 'views', since: monday },
    ]);
    expect(dueToday([card()], none, at('2026-03-20T12:00'))).toHaveLength(1);
  });

  it('a concept that was answered wrongly and never reviewed, at once', () => {
    expect(dueToday([], new Map([['del', monday]]), monday)).toEqual([
      { concept: 'del', since: monday, card: null },
    ]);
  });

  it('a wrong answer brings a card forward; one from before its last review does not', () => {
    const tuesday = at('2026-03-03T09:00');
    expect(dueToday([card()], new Map([['views', tuesday]]), tuesday)).toMatchObject([{ since: tuesday }]);
    expect(dueToday([card()], new Map([['views', monday]]), tuesday)).toEqual([]);
  });

  it('what waits longest comes first', () => {
    const wrong = new Map([
      ['del', at('2026-03-01T09:00')],
      ['cycles', at('2026-02-01T09:00')],
    ] as const);
    expect(dueToday([card()], wrong, at('2026-03-05T09:00')).map(({ concept }) => concept)).toEqual([
      'cycles',
      'del',
      'views',
    ]);
  });
});
