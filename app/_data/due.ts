import 'server-only';
import { requireMembership } from '@/lib/auth';
import { databaseNow, listDue } from '@/lib/classroom/assignments';
import type { DueAssignment } from '@/lib/classroom/assignments/schema';
import { ownCourses } from './current-course';

/** Something that a teacher assigned and that can still be handed in. */
export interface DueItem {
  readonly title: string;
  /** The title of its course; null for who is in one course alone. */
  readonly course: string | null;
  readonly address: string;
  /** Null where it is never due. */
  readonly due: { readonly at: Date; readonly timeZone: string } | null;
  /** The part of the points that counts so far, from 0 to 1; null where nothing is submitted, or where it does not show. */
  readonly best: number | null;
  readonly submitted: number;
  readonly open: boolean;
}

/**
 * What is due for the person who is signed in, in all their courses, the nearest first: what can still be done, or was
 * begun and not submitted. What they are excused from is due no more.
 */
export async function dueItems(): Promise<DueItem[]> {
  const [courses, now] = await Promise.all([ownCourses(), databaseNow()]);
  const found = await Promise.all(
    courses.map(async ({ courseId, title }) => {
      const assignments = await listDue(await requireMembership(courseId, 'student'), now);
      return assignments.filter(canBeDone).map((one) => itemOf(one, courses.length > 1 ? title : null));
    }),
  );
  const dueAt = ({ due }: DueItem) => due?.at.getTime() ?? Number.POSITIVE_INFINITY;
  return found.flat().toSorted((a, b) => dueAt(a) - dueAt(b));
}

function itemOf(one: DueAssignment, course: string | null): DueItem {
  const { courseId, assignmentId, title, access, timeZone, score, submitted, open } = one;
  const { dueAt } = access.bounds;
  return {
    title,
    course,
    address: `/assignments/${courseId}/${assignmentId}`,
    due: dueAt && { at: dueAt, timeZone },
    best: score && score.possible > 0 ? score.points / score.possible : null,
    submitted,
    open,
  };
}

const canBeDone = ({ access: { phase, start, save }, excuses }: DueAssignment): boolean =>
  excuses.whole === null && (phase === 'open' || phase === 'late') && (start.allowed || save.allowed);
