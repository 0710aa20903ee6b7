/** What happened to the mark of one person for one assignment, in order. Pure. */

/** By whom, when, why; points as they counted before and after, where it is about points. */
export interface BookEvent {
  readonly kind:
    | 'submitted'
    | 'regraded'
    | 'overridden'
    | 'override-lifted'
    | 'excused'
    | 'excuse-lifted'
    | 'extended'
    | 'extension-lifted';
  readonly at: Date;
  /** Null: the student, or nobody who is known. */
  readonly by: string | null;
  /** The exercise that it is about; null: the whole assignment. */
  readonly exercise: string | null;
  /** The attempt that it is about. */
  readonly attempt: number | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly reason: string | null;
}

interface MarksRow {
  readonly points: number;
  readonly gradedAt: Date;
  readonly regrade: { readonly by: string; readonly reason: string } | null;
}

interface OverrideRow {
  /** Null: lifted. */
  readonly points: number | null;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/** An answer with all marks and overrides that it ever had, the oldest first. */
export interface AnswerLife {
  readonly exercise: string;
  readonly attempt: number;
  readonly marks: readonly MarksRow[];
  readonly overrides: readonly OverrideRow[];
}

/** What was done to the points of an answer. */
export function eventsOfAnswer({ exercise, attempt, marks, overrides }: AnswerLife): BookEvent[] {
  const about = { exercise, attempt };
  const regrades = marks.flatMap(({ points, gradedAt, regrade }, index): BookEvent[] =>
    regrade === null
      ? []
      : [
          {
            ...about,
            kind: 'regraded',
            at: gradedAt,
            by: regrade.by,
            from: marks[index - 1]?.points ?? null,
            to: points,
            reason: regrade.reason,
          },
        ],
  );
  const marksAt = (at: Date) =>
    (marks.findLast(({ gradedAt }) => gradedAt <= at) ?? marks[0])?.points ?? null;
  const changes = overrides.map(
    ({ points, reason, by, at }, index): BookEvent => ({
      ...about,
      kind: points === null ? 'override-lifted' : 'overridden',
      at,
      by,
      from: overrides[index - 1]?.points ?? marksAt(at),
      to: points ?? marksAt(at),
      reason,
    }),
  );
  return [...regrades, ...changes];
}

/** The newest on top. */
export const newestFirst = (events: readonly BookEvent[]): BookEvent[] =>
  [...events].sort((a, b) => b.at.getTime() - a.at.getTime());
