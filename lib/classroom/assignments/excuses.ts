/** What of an assignment does not count for a person, and what is left of an attempt without it. Pure. */
import { total } from '../attempts/rules';
import type { MarkedAttempt } from './score';

/** An excuse that stands. */
export interface ExcuseView {
  readonly reason: string;
  readonly author: string;
  readonly at: Date;
}

export interface StoredExcuse {
  /** Null: the whole assignment. */
  readonly exerciseId: string | null;
  readonly number: number;
  readonly excused: boolean;
  readonly reason: string;
  readonly at: Date;
  readonly author: { readonly name: string };
}

export interface Excuses {
  /** Null: the assignment counts, without the exercises below. */
  readonly whole: ExcuseView | null;
  readonly exercises: ReadonlyMap<string, ExcuseView>;
  /** The number of the last row; 0 where there is none. */
  readonly seen: number;
}

export const noExcuses: Excuses = { whole: null, exercises: new Map(), seen: 0 };

/** What stands of the rows of one person and assignment, in any order: on each thing the last one says. */
export function excusesOf(stored: readonly StoredExcuse[]): Excuses {
  let whole: ExcuseView | null = null;
  const exercises = new Map<string, ExcuseView>();
  const ordered = [...stored].sort((a, b) => a.number - b.number);
  for (const { exerciseId, excused, reason, at, author } of ordered) {
    const view = { reason, at, author: author.name };
    if (exerciseId === null) whole = excused ? view : null;
    else if (excused) exercises.set(exerciseId, view);
    else exercises.delete(exerciseId);
  }
  return { whole, exercises, seen: ordered.at(-1)?.number ?? 0 };
}

/** The points that are left to earn: null where everything is excused. */
export function possibleWith(
  excuses: Excuses,
  items: readonly { readonly exerciseId: string; readonly points: number }[],
): number | null {
  if (excuses.whole !== null) return null;
  const left = items.filter(({ exerciseId }) => !excuses.exercises.has(exerciseId));
  return left.length === 0 ? null : total(left.map(({ points }) => points));
}

/** What counts for the answer to one exercise of an attempt. */
export interface MarkedAnswer {
  readonly exerciseId: string;
  readonly points: number;
  readonly possible: number;
}

/** An attempt without its answers to excused exercises; null where nothing of it is left. */
export function withoutExcused(
  attempt: MarkedAttempt,
  answers: readonly MarkedAnswer[],
  { exercises }: Excuses,
): MarkedAttempt | null {
  const out = answers.filter(({ exerciseId }) => exercises.has(exerciseId));
  const points = total([attempt.points, ...out.map((answer) => -answer.points)]);
  const possible = total([attempt.possible, ...out.map((answer) => -answer.possible)]);
  return possible > 0 ? { ...attempt, points, possible } : null;
}
