import 'server-only';
import { z } from 'zod';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { total } from '../../attempts/rules';
import { lastOverride, standingOverride } from '../../marks/queries';
import { effectivePoints } from '../../marks/rules';
import { type Excuses, excusesOf, possibleWith, withoutExcused } from '../excuses';
import { latenessAt } from '../late';
import { byDue } from '../order';
import { accessTo } from '../rules';
import type { AssignmentPage, DueAssignment, ShownAttempt } from '../schema';
import { type MarkedAttempt, scoreOf } from '../score';
import { excuseSelection, termsOf, termsSelection } from '../stored';
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
          exerciseRevision: { select: { exerciseId: true } },
          marks: { where: { supersededAt: null }, select: { points: true, possible: true } },
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
    excuses: { where: { userId }, select: excuseSelection },
    quiz: {
      select: {
        slug: true,
        current: {
          select: {
            items: { select: { points: true, exerciseRevision: { select: { exerciseId: true } } } },
          },
        },
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
      const marked = markedAttempt(attempt, due.excuses);
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
  const excuses = excusesOf(stored.excuses);
  const marked = attempts.flatMap((attempt) => markedAttempt(attempt, excuses) ?? []);
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
  const items = (quiz?.current?.items ?? []).map(({ points, exerciseRevision }) => ({
    exerciseId: exerciseRevision.exerciseId,
    points: points.toNumber(),
  }));
  const counting = possibleWith(excuses, items);
  return {
    assignmentId: id,
    courseId,
    title,
    timeZone: course.timeZone,
    access,
    exercises: items.length,
    possible: total(items.map(({ points }) => points)),
    counting,
    submitted: marked.length,
    open,
    excuses,
    score:
      access.feedback.allowed && counting !== null
        ? scoreOf(terms, access.bounds.dueAt, countingOf(marked), counting, course.timeZone)
        : null,
  };
}

/** A submitted attempt: whole, and without its answers to excused exercises, of which nothing may be left. */
interface ShownMarks extends MarkedAttempt {
  readonly counting: MarkedAttempt | null;
}

const countingOf = (marked: readonly ShownMarks[]): MarkedAttempt[] =>
  marked.flatMap(({ counting }) => counting ?? []);

/** A submitted attempt with what counts for its answers; null where it is open. */
function markedAttempt(attempt: StoredAttempt, excuses: Excuses): ShownMarks | null {
  const { number, submittedAt, submission, quizRevision } = attempt;
  if (submittedAt === null || submission === null) return null;
  const answers = submission.answers.flatMap(({ marks, overrides, exerciseRevision }) =>
    marks.map((one) => ({
      exerciseId: exerciseRevision.exerciseId,
      points: effectivePoints(one.points.toNumber(), standingOverride(overrides)),
      possible: one.possible.toNumber(),
    })),
  );
  const possible = total(quizRevision.items.map((item) => item.points.toNumber()));
  const whole = { number, points: total(answers.map(({ points }) => points)), possible, submittedAt };
  return { ...whole, counting: withoutExcused(whole, answers, excuses) };
}
