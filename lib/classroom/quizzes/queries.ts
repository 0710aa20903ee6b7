import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { db } from '@/lib/db/client';
import type { CourseQuiz } from './schema';

/** The quizzes that this course has made, by title; those that are no longer offered as well. */
export async function listCourseQuizzes({ courseId }: CourseProof<'teacher'>): Promise<CourseQuiz[]> {
  const quizzes = await db().quiz.findMany({
    where: { courseId, assignmentId: null },
    select: {
      id: true,
      slug: true,
      retiredAt: true,
      current: {
        select: {
          number: true,
          title: true,
          items: {
            select: {
              points: true,
              exerciseRevision: { select: { title: true, exercise: { select: { id: true, slug: true } } } },
            },
            orderBy: { position: 'asc' },
          },
        },
      },
    },
    take: 500,
  });
  return quizzes
    .flatMap(({ id, slug, retiredAt, current }): CourseQuiz[] =>
      current === null
        ? []
        : [
            {
              quizId: id,
              slug,
              title: current.title,
              revision: current.number,
              retired: retiredAt !== null,
              items: current.items.map(({ points, exerciseRevision: { title, exercise } }) => ({
                exerciseId: exercise.id,
                slug: exercise.slug,
                title,
                points: points.toNumber(),
              })),
            },
          ],
    )
    .sort((a, b) => a.title.localeCompare(b.title, 'en'));
}
