import 'server-only';
import { z } from 'zod';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { total } from '../../attempts/rules';
import type { AssignmentForTeacher, AssignmentRow, Choices } from '../schema';
import { termsOf, termsSelection } from '../stored';
import { itemOrder, itemSelection, itemView } from './items';

const mostAssignments = 500;

/** The assignments of a course, the newest first. Two queries, whatever the size. */
export async function listAssignments({ courseId }: CourseProof<'teacher'>): Promise<AssignmentRow[]> {
  const [assignments, submitted] = await Promise.all([
    db().assignment.findMany({
      where: { courseId },
      select: {
        id: true,
        title: true,
        ...termsSelection,
        items: { where: { exerciseId: { not: null } }, select: { points: true } },
      },
      orderBy: [{ opensAt: 'desc' }, { createdAt: 'desc' }],
      take: mostAssignments,
    }),
    db().$queryRaw<{ assignmentId: string; students: number }[]>`
      SELECT q."assignmentId"::text, count(DISTINCT t."userId")::int AS students
      FROM "Quiz" q
      JOIN "Attempt" t ON t."quizId" = q.id AND t."courseId" = q."courseId" AND t."submittedAt" IS NOT NULL
      JOIN "Membership" m ON m."courseId" = t."courseId" AND m."userId" = t."userId" AND m.role = 'student'
      WHERE q."courseId" = ${courseId}::uuid AND q."assignmentId" IS NOT NULL
      GROUP BY q."assignmentId"`,
  ]);
  const students = new Map(submitted.map((row) => [row.assignmentId, row.students]));
  return assignments.map((assignment) => ({
    assignmentId: assignment.id,
    title: assignment.title,
    terms: termsOf(assignment).terms,
    exercises: assignment.items.length,
    possible: total(assignment.items.map((item) => item.points?.toNumber() ?? 0)),
    submitted: students.get(assignment.id) ?? 0,
  }));
}

/** One assignment with its extensions, to be looked at and changed. Throws AppError "not-found". */
export async function selectAssignmentForTeacher(
  { courseId }: CourseProof<'teacher'>,
  assignmentId: string,
): Promise<AssignmentForTeacher> {
  const stored = z.uuid().safeParse(assignmentId).success
    ? await db().assignment.findFirst({
        where: { id: assignmentId, courseId },
        select: {
          id: true,
          version: true,
          title: true,
          sharedSeed: true,
          ...termsSelection,
          course: { select: { title: true, timeZone: true } },
          items: { select: itemSelection, orderBy: itemOrder },
          extensions: {
            where: { liftedAt: null },
            select: {
              ...termsSelection.extensions.select,
              id: true,
              reason: true,
              createdAt: true,
              author: { select: { name: true } },
              membership: { select: { user: { select: { name: true } } } },
              section: { select: { title: true } },
            },
            orderBy: { createdAt: 'desc' },
          },
        },
      })
    : null;
  if (stored === null) throw new AppError('not-found', 'There is no such assignment.');
  return {
    assignmentId: stored.id,
    version: stored.version,
    title: stored.title,
    terms: termsOf(stored).terms,
    variants: stored.sharedSeed === null ? 'own' : 'shared',
    items: stored.items.map(itemView),
    extensions: stored.extensions.map((extension) => ({
      extensionId: extension.id,
      for: extension.membership?.user.name ?? extension.section?.title ?? '',
      toSection: extension.sectionId !== null,
      dueAt: extension.dueAt,
      closesAt: extension.closesAt,
      moreAttempts: extension.moreAttempts,
      reason: extension.reason,
      by: extension.author.name,
      at: extension.createdAt,
    })),
    timeZone: stored.course.timeZone,
    courseTitle: stored.course.title,
  };
}

/** What an assignment of this course may be made of, and for whom. */
export async function selectChoices({ courseId }: CourseProof<'teacher'>): Promise<Choices> {
  const onOffer = { OR: [{ courseId: null }, { courseId }], retiredAt: null, currentId: { not: null } };
  const [course, exercises, lessons, quizzes] = await Promise.all([
    db().course.findUniqueOrThrow({
      where: { id: courseId },
      select: {
        timeZone: true,
        sections: { select: { id: true, title: true }, orderBy: { title: 'asc' } },
        memberships: {
          where: { role: 'student', removedAt: null },
          select: { user: { select: { id: true, name: true } } },
          orderBy: { user: { name: 'asc' } },
          take: 2000,
        },
      },
    }),
    db().exercise.findMany({
      where: onOffer,
      select: { id: true, slug: true, current: { select: { title: true } } },
      orderBy: { slug: 'asc' },
      take: 1000,
    }),
    db().lesson.findMany({
      where: onOffer,
      select: { id: true, current: { select: { title: true } } },
      orderBy: { slug: 'asc' },
      take: 1000,
    }),
    db().quiz.findMany({
      where: { ...onOffer, assignmentId: null, exerciseId: null },
      select: {
        id: true,
        current: {
          select: {
            title: true,
            items: {
              select: {
                points: true,
                exerciseRevision: { select: { title: true, exerciseId: true } },
              },
              orderBy: { position: 'asc' },
            },
          },
        },
      },
      // Those of the course first, then units in their order, then lessons.
      orderBy: [{ courseId: { sort: 'asc', nulls: 'last' } }, { unitPlace: 'asc' }, { slug: 'asc' }],
      take: 500,
    }),
  ]);
  return {
    timeZone: course.timeZone,
    exercises: exercises.map(({ id, slug, current }) => ({ id, slug, title: current?.title ?? slug })),
    lessons: lessons.map(({ id, current }) => ({ id, title: current?.title ?? '' })),
    quizzes: quizzes.map(({ id, current }) => ({
      id,
      title: current?.title ?? '',
      items: (current?.items ?? []).map(({ points, exerciseRevision: { exerciseId, title } }) => ({
        id: exerciseId,
        title,
        points: points.toNumber(),
      })),
    })),
    sections: course.sections,
    students: course.memberships.map(({ user }) => user),
  };
}
