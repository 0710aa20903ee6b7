/** What a teacher entered, as instants and as rows that exist. Throws AppError "invalid-input" by field. */
import 'server-only';
import { AppError } from '@/lib/common/errors';
import type { Prisma } from '@/lib/db/generated/client';
import type { PinnedItem } from '../../content/quizzes/commands';
import { instantText } from '../reason-text';
import type { MakeAssignmentInput } from '../schema';
import { readLocal } from '../zones';

/** What is wrong, by field. */
export type Wrong = Partial<
  Record<'opens' | 'due' | 'closes' | 'items' | 'sectionIds' | 'for' | 'moreAttempts', string>
>;

export function requireNone(fields: Wrong): void {
  if (Object.keys(fields).length === 0) return;
  throw new AppError('invalid-input', 'Some of what was entered is not right.', { details: { fields } });
}

/** Reads a local time of the course; what is wrong with it is told under the name of its field. */
export function entered(
  text: string | null,
  field: keyof Wrong,
  timeZone: string,
  wrong: Wrong,
): Date | null {
  if (text === null) return null;
  const entry = readLocal(text, timeZone);
  switch (entry.type) {
    case 'instant':
      return entry.at;
    case 'missing':
      wrong[field] =
        `The clocks of ${timeZone} skip this time: they go on at ${instantText(entry.next, timeZone)}. Choose that or another time.`;
      return null;
    case 'twice':
      wrong[field] =
        `The clocks of ${timeZone} show this time twice: ${instantText(entry.first, timeZone)} and ${instantText(entry.second, timeZone)}. Choose a time before or after that hour.`;
      return null;
    case 'unreadable':
      wrong[field] = 'Enter a date and a time.';
      return null;
  }
}

export interface Dates {
  readonly opensAt: Date;
  readonly dueAt: Date | null;
  readonly closesAt: Date | null;
}

/** The dates of an assignment, in their order. */
export function enteredDates(
  { opens, due, closes }: Pick<MakeAssignmentInput, 'opens' | 'due' | 'closes'>,
  timeZone: string,
): Dates {
  const wrong: Wrong = {};
  const opensAt = entered(opens, 'opens', timeZone, wrong);
  const dueAt = entered(due, 'due', timeZone, wrong);
  const closesAt = entered(closes, 'closes', timeZone, wrong);
  if (opensAt !== null && dueAt !== null && dueAt <= opensAt) wrong.due = 'It is due after it opens.';
  if (opensAt !== null && closesAt !== null && closesAt <= opensAt)
    wrong.closes = 'It closes after it opens.';
  if (dueAt !== null && closesAt !== null && closesAt < dueAt)
    wrong.closes = 'It closes when it is due, or later.';
  requireNone(wrong);
  if (opensAt === null) throw new Error('an assignment opens at some time');
  return { opensAt, dueAt, closesAt };
}

/** What the quiz of the assignment asks: the current revisions of its exercises, in order. */
export async function pinnedExercises(
  tx: Prisma.TransactionClient,
  courseId: string,
  items: MakeAssignmentInput['items'],
): Promise<PinnedItem[]> {
  const mine = { OR: [{ courseId: null }, { courseId }], retiredAt: null, currentId: { not: null } };
  const exerciseIds = items.flatMap((item) => (item.type === 'exercise' ? [item.exerciseId] : []));
  const lessonIds = items.flatMap((item) => (item.type === 'lesson' ? [item.lessonId] : []));
  const exercises = await tx.exercise.findMany({
    where: { ...mine, id: { in: exerciseIds } },
    select: { id: true, currentId: true },
  });
  const lessons = await tx.lesson.count({ where: { ...mine, id: { in: lessonIds } } });
  const current = new Map(exercises.map(({ id, currentId }) => [id, currentId]));
  const pinned: PinnedItem[] = [];
  for (const item of items) {
    if (item.type !== 'exercise') continue;
    const exerciseRevisionId = current.get(item.exerciseId);
    if (exerciseRevisionId)
      pinned.push({ position: pinned.length + 1, exerciseRevisionId, points: item.points });
  }
  if (pinned.length < exerciseIds.length || lessons < lessonIds.length)
    requireNone({ items: 'One of the items is not on offer any more. Take it out.' });
  return pinned;
}

/** Throws where a section is not one of the course. */
export async function requireSections(
  tx: Prisma.TransactionClient,
  courseId: string,
  sectionIds: readonly string[],
): Promise<void> {
  const known = await tx.section.count({ where: { courseId, id: { in: [...sectionIds] } } });
  if (known < sectionIds.length) requireNone({ sectionIds: 'One of the sections does not exist any more.' });
}
