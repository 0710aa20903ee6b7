import 'server-only';
import { z } from 'zod';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { total } from '../../attempts/rules';
import { lastOverride, standingOverride } from '../../marks/queries';
import { effectivePoints } from '../../marks/rules';
import { latenessAt } from '../late';
import { byDue } from '../order';
import { accessTo } from '../rules';
import type { AssignmentPage, DueAssignment, ShownAttempt } from '../schema';
import { type MarkedAttempt, scoreOf } from '../score';
import { termsOf, termsSelection } from '../stored';
import { databaseNow } from './gate';
import { itemOrder, itemSelection, itemView } from './items';

/** The assignments of a course that a page lists at most. */
const mostAssignments = 500;

const attemptSelection = {
  id: true,
  number: true,
  submittedAt: true,
  quizRevision: { select: { items: { select: { points: true } } } },
  submission: {
    select: {
      answers: {
        select: {
          marks: { where: { supersededAt: null }, select: { points: true } },
          overrides: lastOverride,
        },
      },
    },
  },
} as const;

/** An assignment with one person's attempts, and whether this person is in the course still. */
const selectionFor = (userId: string) =>
  ({
    id: true,
    courseId: true,
    title: true,
    ...termsSelection,
    course: {
      select: {
        timeZone: true,
        archivedAt: true,
        memberships: {
          where: { userId },
          select: { userId: true, role: true, sectionId: true, removedAt: true },
        },
      },
    },
    quiz: {
      select: {
        slug: true,
        current: { select: { items: { select: { points: true } } } },
        attempts: { where: { userId }, select: attemptSelection, orderBy: { number: 'desc' } },
      },
    },
  }) as const;

const selectDue = (courseId: string, userId: string) =>
  db().assignment.findMany({
    where: { courseId, archivedAt: null },
    select: selectionFor(userId),
    orderBy: { createdAt: 'desc' },
    take: mostAssignments,
  });

type StoredForStudent = Awaited<ReturnType<typeof selectDue>>[number];
type StoredAttempt = NonNullable<StoredForStudent['quiz']>['attempts'][number];

/**
 * The assignments of the course that are for this person, what is to be done first on top, as they are at this
 * instant: that of `databaseNow`. What opens later is listed with its title and dates alone.
 */
export async function listDue(proof: CourseProof<'student'>, now: Date): Promise<DueAssignment[]> {
  const stored = await selectDue(proof.courseId, proof.viewer.id);
  return stored
    .map((one) => dueAssignment(one, now))
    .filter(({ access: { see } }) => see.allowed || see.reason.code === 'not-open')
    .sort(byDue);
}

/**
 * An assignment as this person may see it now. Throws AppError "not-found" where there is none for them; before it
 * opens there are no items in it.
 */
export async function selectAssignment(
  proof: CourseProof<'student'>,
  assignmentId: string,
): Promise<AssignmentPage> {
  const gone = () => new AppError('not-found', 'There is no such assignment.');
  if (!z.uuid().safeParse(assignmentId).success) throw gone();
  const stored = await db().assignment.findFirst({
    where: { id: assignmentId, courseId: proof.courseId },
    select: {
      ...selectionFor(proof.viewer.id),
      items: { select: itemSelection, orderBy: itemOrder },
    },
  });
  if (stored === null || stored.quiz === null) throw gone();
  const now = await databaseNow();
  const due = dueAssignment(stored, now);
  const { see, feedback } = due.access;
  if (!see.allowed && see.reason.code !== 'not-open') throw gone();
  const { terms } = termsOf(stored);
  return {
    ...due,
    items: see.allowed ? stored.items.map(itemView) : [],
    attempts: stored.quiz.attempts.flatMap((attempt): ShownAttempt[] => {
      const marked = markedAttempt(attempt);
      if (marked === null) return [];
      return [
        {
          attemptId: attempt.id,
          number: attempt.number,
          submittedAt: marked.submittedAt,
          late: latenessAt(marked.submittedAt, due.access.bounds.dueAt, terms.late, due.timeZone),
          points: feedback.allowed ? marked.points : null,
          possible: marked.possible,
        },
      ];
    }),
    terms,
    quizSlug: stored.quiz.slug,
    now,
  };
}

function dueAssignment(stored: StoredForStudent, now: Date): DueAssignment {
  const { id, courseId, title, course, quiz } = stored;
  const { terms, extensions } = termsOf(stored);
  const [membership] = course.memberships;
  const attempts = quiz?.attempts ?? [];
  const marked = attempts.flatMap((attempt) => markedAttempt(attempt) ?? []);
  const open = attempts.some(({ submittedAt }) => submittedAt === null);
  const access = accessTo({
    terms,
    extensions,
    member: membership ? { ...membership, removed: membership.removedAt !== null } : null,
    attempts: { submitted: marked.length, open },
    courseArchived: course.archivedAt !== null,
    timeZone: course.timeZone,
    now,
  });
  const points = (quiz?.current?.items ?? []).map((item) => item.points.toNumber());
  const possible = total(points);
  return {
    assignmentId: id,
    courseId,
    title,
    timeZone: course.timeZone,
    access,
    exercises: points.length,
    possible,
    submitted: marked.length,
    open,
    score: access.feedback.allowed
      ? scoreOf(terms, access.bounds.dueAt, marked, possible, course.timeZone)
      : null,
  };
}

/** A submitted attempt with what counts for its answers; null where it is open. */
function markedAttempt(attempt: StoredAttempt): MarkedAttempt | null {
  const { number, submittedAt, submission, quizRevision } = attempt;
  if (submittedAt === null || submission === null) return null;
  const points = submission.answers.flatMap(({ marks, overrides }) =>
    marks.map((one) => effectivePoints(one.points.toNumber(), standingOverride(overrides))),
  );
  const possible = total(quizRevision.items.map((item) => item.points.toNumber()));
  return { number, points: total(points), possible, submittedAt };
}
