import 'server-only';
import { z } from 'zod';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { selectAttemptsOf } from '../attempts/queries';
import { overviewQuestions, overviewStudent, type QuizColumns, questionKey } from './rules';
import type { ClassOverview, OverviewMark, StudentAnswers } from './schema';

/** The students of a course that a page shows at most. */
const mostStudents = 2000;

/** Each student × each question, with marks, attempts and last activity. Five queries, whatever the size. */
export async function classOverview(proof: CourseProof<'teacher'>): Promise<ClassOverview> {
  const { courseId } = proof;
  const [course, students, quizzes, marks, activity] = await Promise.all([
    db().course.findUniqueOrThrow({
      where: { id: courseId },
      select: { id: true, title: true, isDemo: true },
    }),
    db().membership.findMany({
      where: { courseId, role: 'student', removedAt: null },
      select: { user: { select: { id: true, name: true, email: true } } },
      orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
      take: mostStudents,
    }),
    selectQuizzes(courseId),
    selectBestMarks(courseId),
    selectActivity(courseId),
  ]);
  const answered = new Set([...marks.values()].flatMap((ofStudent) => [...ofStudent.keys()]));
  const questions = overviewQuestions(quizzes, answered);
  return {
    course,
    questions,
    students: students.map(({ user }) =>
      overviewStudent(
        {
          userId: user.id,
          name: user.name,
          email: user.email,
          attempts: activity.get(user.id)?.attempts ?? 0,
          lastActivity: activity.get(user.id)?.last ?? null,
          marks: marks.get(user.id) ?? new Map(),
        },
        questions,
      ),
    ),
  };
}

/**
 * The quizzes of the lessons and of the course, and others of the catalogue that somebody in it has begun;
 * exercises that were answered alone are practice, and assignments have dates and rules of their own: no columns.
 */
async function selectQuizzes(courseId: string): Promise<QuizColumns[]> {
  const quizzes = await db().quiz.findMany({
    where: {
      retiredAt: null,
      currentId: { not: null },
      OR: [
        { courseId, assignmentId: null, exerciseId: null },
        { courseId: null, lessonId: { not: null } },
        { courseId: null, exerciseId: null, attempts: { some: { courseId } } },
      ],
    },
    select: {
      id: true,
      slug: true,
      current: {
        select: {
          title: true,
          items: {
            select: { position: true, exerciseRevision: { select: { exerciseId: true, title: true } } },
            orderBy: { position: 'asc' },
          },
        },
      },
    },
    orderBy: { id: 'asc' },
    take: 200,
  });
  return quizzes.map(({ id, slug, current }) => ({
    id,
    slug,
    title: current?.title ?? '',
    items: (current?.items ?? []).map(({ position, exerciseRevision }) => ({
      position,
      exerciseId: exerciseRevision.exerciseId,
      title: exerciseRevision.title,
    })),
  }));
}

/** The marks of each student's best attempt at each quiz; of equals, the later one. */
async function selectBestMarks(courseId: string): Promise<Map<string, Map<string, OverviewMark>>> {
  const rows = await db().$queryRaw<
    { userId: string; quizId: string; exerciseId: string; points: number; possible: number }[]
  >`
    WITH marked AS (
      SELECT t."userId", t."quizId", t.id AS "attemptId", t.number, r."exerciseId",
             -- As effectivePoints of marks/rules.ts says; the tests hold the two together.
             coalesce((SELECT o.points FROM "MarksOverride" o
                       WHERE o."courseId" = a."courseId" AND o."answerId" = a.id
                       ORDER BY o.number DESC LIMIT 1), m.points) AS points, m.possible
      FROM "Attempt" t
      JOIN "Submission" s ON s."courseId" = t."courseId" AND s."attemptId" = t.id
      JOIN "Answer" a ON a."courseId" = t."courseId" AND a."submissionId" = s.id
      JOIN "Marks" m ON m."courseId" = t."courseId" AND m."answerId" = a.id AND m."supersededAt" IS NULL
      JOIN "ExerciseRevision" r ON r.id = a."exerciseRevisionId"
      WHERE t."courseId" = ${courseId}::uuid
    ), best AS (
      SELECT DISTINCT ON ("userId", "quizId") "attemptId"
      FROM (SELECT "userId", "quizId", "attemptId", number, sum(points) AS points
            FROM marked GROUP BY 1, 2, 3, 4) totals
      ORDER BY "userId", "quizId", points DESC, number DESC
    )
    SELECT "userId"::text, "quizId"::text, "exerciseId"::text, points::float8, possible::float8
    FROM marked WHERE "attemptId" IN (SELECT "attemptId" FROM best)`;
  const byStudent = new Map<string, Map<string, OverviewMark>>();
  for (const { userId, quizId, exerciseId, points, possible } of rows) {
    const marks = byStudent.get(userId) ?? new Map<string, OverviewMark>();
    byStudent.set(userId, marks.set(questionKey(quizId, exerciseId), { points, possible }));
  }
  return byStudent;
}

/** Submitted attempts, and when the person last opened, saved or submitted something. */
async function selectActivity(courseId: string): Promise<Map<string, { attempts: number; last: Date }>> {
  const rows = await db().$queryRaw<{ userId: string; attempts: number; last: Date }[]>`
    SELECT t."userId"::text, count(DISTINCT t.id) FILTER (WHERE t."submittedAt" IS NOT NULL)::int AS attempts,
           max(greatest(t."openedAt", t."submittedAt", d."savedAt")) AS last
    FROM "Attempt" t
    LEFT JOIN "Draft" d ON d."courseId" = t."courseId" AND d."attemptId" = t.id
    WHERE t."courseId" = ${courseId}::uuid
    GROUP BY t."userId"`;
  return new Map(rows.map(({ userId, attempts, last }) => [userId, { attempts, last }]));
}

/** What one student answered. Throws AppError "not-found" for who is not a student of this course. */
export async function studentAnswers(proof: CourseProof<'teacher'>, userId: string): Promise<StudentAnswers> {
  const membership = z.uuid().safeParse(userId).success
    ? await db().membership.findFirst({
        where: { courseId: proof.courseId, userId, role: 'student' },
        select: { user: { select: { id: true, name: true, email: true } } },
      })
    : null;
  if (membership === null) throw new AppError('not-found', 'There is no such student in this course.');
  const { id, name, email } = membership.user;
  return { student: { userId: id, name, email }, attempts: await selectAttemptsOf(proof, id) };
}
