import type { MisconceptionId } from '@/lib/exercises/misconception-ids';
import type { CellState, LiveBelief, LiveCell, LiveQuestion, LiveStudent, Standing, Stuck } from './schema';

/** When somebody counts as stuck. */
export const thresholds = {
  /** Minutes without a change from which on somebody at work is stuck, and from which on they have left. */
  quietAfter: 5,
  goneAfter: 60,
  /** Submitted attempts from which on one without a better mark is told. */
  attemptsWithoutGain: 3,
} as const;

/** What is stored of a student and a quiz. */
export interface StoredStanding {
  /** The last attempt; null where there is none. */
  readonly last: {
    readonly openedAt: Date;
    readonly submittedAt: Date | null;
    /** When something was last saved in it; null where nothing was. */
    readonly savedAt: Date | null;
    /** Exercises of which something is saved. */
    readonly typed: ReadonlySet<string>;
  } | null;
  /** Marks of the last submitted attempt, by exercise. */
  readonly marks: ReadonlyMap<string, StoredMark>;
  /** Points out of those possible, from 0 to 1, of each submitted attempt in their order. */
  readonly shares: readonly number[];
}

export interface StoredMark {
  readonly points: number;
  readonly possible: number;
  readonly believes: readonly MisconceptionId[];
}

const minute = 60_000;

export function standingOf({ last }: StoredStanding): Standing {
  if (last === null) return 'none';
  return last.submittedAt === null ? 'working' : 'submitted';
}

/**
 * Stuck is who has an open attempt and has changed nothing in it for a while, but not for so long that they have
 * left; or who has tried often, has never had everything right, and the last time had no more than some time before.
 */
export function stuckOf({ last, shares }: StoredStanding, now: Date): Stuck | null {
  if (last !== null && last.submittedAt === null) {
    const changed = Math.max(last.openedAt.getTime(), last.savedAt?.getTime() ?? 0);
    const minutes = Math.floor((now.getTime() - changed) / minute);
    if (minutes >= thresholds.quietAfter && minutes < thresholds.goneAfter) return { code: 'quiet', minutes };
  }
  const latest = shares.at(-1);
  if (latest === undefined || shares.length < thresholds.attemptsWithoutGain) return null;
  const best = Math.max(...shares.slice(0, -1));
  return latest <= best && best < 1 ? { code: 'no-gain', attempts: shares.length } : null;
}

export function cellOf(standing: StoredStanding, exerciseId: string): LiveCell {
  const { last, marks } = standing;
  const unmarked = (state: CellState): LiveCell => ({ state, points: null, possible: null, believes: [] });
  if (last === null) return unmarked('none');
  if (last.submittedAt === null) return unmarked(last.typed.has(exerciseId) ? 'typed' : 'open');
  const mark = marks.get(exerciseId);
  return mark === undefined ? unmarked('none') : { state: gradeOf(mark), ...mark };
}

function gradeOf({ points, possible }: StoredMark): CellState {
  if (points >= possible) return 'right';
  return points > 0 ? 'partly' : 'wrong';
}

/** The columns with how many have them right. */
export function questionsOf(
  questions: readonly Pick<LiveQuestion, 'exerciseId' | 'label' | 'title'>[],
  students: readonly Pick<LiveStudent, 'cells'>[],
): LiveQuestion[] {
  return questions.map((question, column) => {
    const cells = students.flatMap(({ cells: { [column]: cell } }) => (cell === undefined ? [] : [cell]));
    return {
      ...question,
      right: cells.filter(({ state }) => state === 'right').length,
      marked: cells.filter(({ points }) => points !== null).length,
    };
  });
}

/** Who shows which misconception in what they submitted last, the commonest first. */
export function beliefsOf(
  shown: readonly { readonly userId: string; readonly believes: readonly MisconceptionId[] }[],
  titleOf: (id: MisconceptionId) => string,
): LiveBelief[] {
  const holders = new Map<MisconceptionId, Set<string>>();
  for (const { userId, believes } of shown) {
    for (const id of believes) holders.set(id, (holders.get(id) ?? new Set()).add(userId));
  }
  return [...holders]
    .map(([id, students]) => ({ id, title: titleOf(id), students: [...students] }))
    .sort((a, b) => b.students.length - a.students.length || a.title.localeCompare(b.title, 'en'));
}
