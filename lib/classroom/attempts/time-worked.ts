/**
 * How long a question was worked on, as far as a server can tell: the time between two saves of an attempt belongs to the
 * question that the second one saves. Who stops typing for longer than five minutes is taken to have paused.
 */

/** In seconds: a longer gap counts as this much. */
export const longestGap = 300;

export function secondsWorked(from: Date, to: Date): number {
  const seconds = Math.round((to.getTime() - from.getTime()) / 1000);
  return Math.min(Math.max(seconds, 0), longestGap);
}

interface SavedTime {
  readonly position: number;
  readonly seconds: number;
  readonly savedAt: Date;
}

/**
 * The seconds of each question at the submission; a question that is left out has no known time. What came after the last
 * save belongs to the question that was saved last; where nothing was saved it belongs to the one question there is.
 */
export function secondsOfQuestions(
  positions: readonly number[],
  drafts: readonly SavedTime[],
  { openedAt, arrivedAt }: { readonly openedAt: Date; readonly arrivedAt: Date },
): ReadonlyMap<number, number> {
  const last = drafts.toSorted((a, b) => a.savedAt.getTime() - b.savedAt.getTime()).at(-1);
  const [only, ...more] = positions;
  if (last === undefined) {
    return new Map(only === undefined || more.length > 0 ? [] : [[only, secondsWorked(openedAt, arrivedAt)]]);
  }
  const rest = secondsWorked(last.savedAt, arrivedAt);
  return new Map(
    drafts.map((draft) => [draft.position, draft.seconds + (draft.position === last.position ? rest : 0)]),
  );
}
