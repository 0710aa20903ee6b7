/** What stands in the gradebook, and what a course adds up to. Pure; what counts of the attempts, `scoreOf` says. */
import { type Excuses, possibleWith } from '../assignments/excuses';
import { latenessAt } from '../assignments/late';
import { isFor } from '../assignments/rules';
import { type MarkedAttempt, scoreOf } from '../assignments/score';
import { boundsOf, type Extension, type Member, type Terms } from '../assignments/terms';
import { total } from '../attempts/rules';

export const markStates = ['scored', 'missing', 'waiting', 'excused', 'not-for'] as const;

/**
 * scored: something was handed in. missing: nothing was, and it is past due. waiting: nothing was, and it still can be.
 * excused: it does not count. not-for: it is set for other sections.
 */
export type MarkState = (typeof markStates)[number];

/** A cell of the gradebook. */
export interface Mark {
  readonly state: MarkState;
  /** What counts, after what is taken off for being late; null where nothing was handed in, or it is excused. */
  readonly points: number | null;
  /** What can be earned, without what is excused; 0 where all of it is. */
  readonly possible: number;
  /** Some attempt that counts was late. */
  readonly late: boolean;
  /** What was taken off for it, in percent; null where several attempts count. */
  readonly latePercent: number | null;
  /** Points of an attempt that counts were given by a teacher. */
  readonly overridden: boolean;
  /** Some of its exercises are excused. */
  readonly partly: boolean;
}

/** A submitted attempt, without its answers to what is excused. */
export interface BookAttempt extends MarkedAttempt {
  readonly overridden: boolean;
}

export interface BookItem {
  readonly exerciseId: string;
  readonly points: number;
}

/** An assignment as the gradebook reckons with it. */
export interface BookAssignment {
  readonly terms: Terms;
  /** All that stand, of everybody. */
  readonly extensions: readonly Extension[];
  readonly items: readonly BookItem[];
  /** What all items are worth together. */
  readonly possible: number;
}

/** One person and one assignment. */
export interface Situation {
  readonly assignment: BookAssignment;
  readonly member: Member;
  readonly attempts: readonly BookAttempt[];
  readonly excuses: Excuses;
  readonly timeZone: string;
  readonly now: Date;
}

export interface Reckoned {
  readonly mark: Mark;
  /** The attempts that count. */
  readonly counted: readonly BookAttempt[];
  readonly dueAt: Date | null;
}

/** The mark of an assignment, and what it was made of. A page asks for it by the ten thousand. */
export function reckon(situation: Situation): Reckoned {
  const { assignment, member, attempts, excuses, timeZone, now } = situation;
  const { terms, extensions } = assignment;
  const { dueAt, closesAt } = boundsOf(terms, extensions, member);
  // Most have no excuse, and what all is worth is known.
  const possible = excuses.seen === 0 ? assignment.possible : possibleWith(excuses, assignment.items);
  if (possible === null) return nothingOf('excused', 0, dueAt);
  const score = scoreOf(terms, dueAt, attempts, possible, timeZone);
  if (score === null) {
    const end = dueAt ?? closesAt;
    const state = !isFor(terms, member) ? 'not-for' : end !== null && now > end ? 'missing' : 'waiting';
    return nothingOf(state, possible, dueAt, excuses.exercises.size > 0);
  }
  const counted =
    attempts.length === 1 ? attempts : attempts.filter(({ number }) => score.counted.includes(number));
  return {
    mark: {
      state: 'scored',
      points: score.points,
      possible,
      late: score.late !== null || (counted.length > 1 && someLate(counted, dueAt, terms, timeZone)),
      latePercent: score.late?.percent ?? null,
      overridden: counted.some(isOverridden),
      partly: excuses.exercises.size > 0,
    },
    counted,
    dueAt,
  };
}

const isOverridden = ({ overridden }: BookAttempt): boolean => overridden;

const someLate = (
  attempts: readonly BookAttempt[],
  dueAt: Date | null,
  { late }: Terms,
  timeZone: string,
): boolean => attempts.some(({ submittedAt }) => latenessAt(submittedAt, dueAt, late, timeZone) !== null);

/** Where there is nothing that counts. */
const nothingOf = (
  state: Exclude<MarkState, 'scored'>,
  possible: number,
  dueAt: Date | null,
  partly = false,
): Reckoned => ({
  mark: { state, points: null, possible, late: false, latePercent: null, overridden: false, partly },
  counted: [],
  dueAt,
});

/** What counts for the answer to one exercise of an attempt. */
export interface BookAnswer {
  /** Of the attempt. */
  readonly number: number;
  /** As it was graded. */
  readonly marks: number;
  /** What counts: those of an override where one stands, else the marks. */
  readonly points: number;
  readonly possible: number;
  readonly overridden: boolean;
}

/**
 * The mark of one exercise of an assignment: of the attempts that count for the assignment, after what is taken off for
 * being late; the average of their shares where several count.
 */
export function markOfExercise(
  { assignment, excuses, timeZone }: Pick<Situation, 'assignment' | 'excuses' | 'timeZone'>,
  { mark, counted, dueAt }: Reckoned,
  item: BookItem,
  answers: readonly BookAnswer[],
): Mark {
  const plain = { ...mark, points: null, possible: item.points, partly: false, overridden: false };
  if (excuses.whole !== null || excuses.exercises.has(item.exerciseId))
    return { ...plain, state: 'excused', possible: 0, late: false, latePercent: null };
  const parts = answers.flatMap((answer) => {
    const attempt = counted.find(({ number }) => number === answer.number);
    return attempt === undefined ? [] : [{ ...answer, submittedAt: attempt.submittedAt }];
  });
  const { late } = assignment.terms;
  const score = scoreOf({ counting: 'average', late }, dueAt, parts, item.points, timeZone);
  if (score === null) return { ...plain, state: mark.state === 'scored' ? 'waiting' : mark.state };
  return { ...plain, points: score.points, overridden: parts.some(({ overridden }) => overridden) };
}

export interface Total {
  readonly points: number;
  readonly possible: number;
}

/**
 * What a person has so far: the points of what was handed in, of all points of what was handed in or is missing. What
 * is excused, still waits, or is for others leaves both sums. Null where nothing counts yet.
 */
export function totalOf(marks: readonly Pick<Mark, 'state' | 'points' | 'possible'>[]): Total | null {
  const counting = marks.filter(({ state }) => state === 'scored' || state === 'missing');
  if (counting.length === 0) return null;
  return {
    points: total(counting.map(({ points }) => points ?? 0)),
    possible: total(counting.map(({ possible }) => possible)),
  };
}
