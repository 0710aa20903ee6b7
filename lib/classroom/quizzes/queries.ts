import 'server-only';
import { z } from 'zod';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { total } from '../attempts/rules';
import { exerciseAddress } from '../catalogue/rules';
import type { CourseQuiz, OfferedQuiz } from './schema';

const selection = {
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
          exerciseRevision: {
            select: {
              id: true,
              title: true,
              exercise: { select: { id: true, slug: true, courseId: true, currentId: true } },
            },
          },
        },
        orderBy: { position: 'asc' },
      },
    },
  },
} as const;

/** The quizzes of a course, and its exercises that are asked alone; those of its assignments belong to these. */
const madeBy = (courseId: string) => ({ courseId, assignmentId: null, currentId: { not: null } });

interface Narrowed {
  readonly id?: string;
  readonly retiredAt?: null;
  /** null: only those that teachers have put together. */
  readonly exerciseId?: null;
}

/** All that a course can have: `mostQuizzes`, and its exercises by themselves. */
const mostListed = 2000;

const selectQuizzes = (courseId: string, more: Narrowed = {}) =>
  db().quiz.findMany({
    where: { ...madeBy(courseId), ...more },
    select: selection,
    orderBy: [{ current: { title: 'asc' } }, { id: 'asc' }],
    take: mostListed,
  });

type Row = Awaited<ReturnType<typeof selectQuizzes>>[number];

/** The quizzes that this course has made, by title; those that are no longer offered as well. */
export async function listCourseQuizzes({ courseId }: CourseProof<'teacher'>): Promise<CourseQuiz[]> {
  return byTitle((await selectQuizzes(courseId, { exerciseId: null })).map(courseQuiz));
}

/** One of them. Throws AppError "not-found". */
export async function selectCourseQuiz(
  { courseId }: CourseProof<'teacher'>,
  quizId: string,
): Promise<CourseQuiz> {
  return courseQuiz(await only(courseId, quizId, { exerciseId: null }));
}

/** The quizzes of the course, and its exercises by themselves, that its students may begin, by title. */
export async function listOfferedQuizzes({ courseId }: CourseProof<'student'>): Promise<OfferedQuiz[]> {
  return byTitle((await selectQuizzes(courseId, { retiredAt: null })).map(offeredQuiz));
}

/**
 * A quiz of the course for one of its students: one that is offered, or one that they have begun. Throws AppError
 * "not-found" for any other.
 */
export async function selectOfferedQuiz(
  { courseId, viewer }: CourseProof<'student'>,
  quizId: string,
): Promise<OfferedQuiz> {
  const quiz = offeredQuiz(await only(courseId, quizId));
  const own = { courseId, quizId: quiz.quizId, userId: viewer.id };
  if (quiz.retired && (await db().attempt.count({ where: own })) === 0) throw notFound();
  return quiz;
}

const notFound = () => new AppError('not-found', 'There is no such quiz in this course.');

async function only(courseId: string, quizId: string, more: Narrowed = {}): Promise<Row> {
  const id = z.uuid().safeParse(quizId);
  const [row] = id.success ? await selectQuizzes(courseId, { ...more, id: id.data }) : [];
  if (row === undefined) throw notFound();
  return row;
}

function courseQuiz({ id, slug, retiredAt, current }: Row): CourseQuiz {
  return {
    quizId: id,
    slug,
    title: current?.title ?? '',
    revision: current?.number ?? 0,
    retired: retiredAt !== null,
    items: (current?.items ?? []).map(
      ({ points, exerciseRevision: { id: revisionId, title, exercise } }) => ({
        exerciseId: exercise.id,
        slug: exercise.slug,
        address: exerciseAddress(exercise),
        title,
        points: points.toNumber(),
        outdated: exercise.currentId !== revisionId,
      }),
    ),
  };
}

function offeredQuiz(row: Row): OfferedQuiz {
  const { quizId, slug, title, retired, items } = courseQuiz(row);
  return {
    quizId,
    slug,
    title,
    retired,
    questions: items.length,
    possible: total(items.map(({ points }) => points)),
  };
}

const byTitle = <Titled extends { readonly title: string }>(quizzes: readonly Titled[]): Titled[] =>
  quizzes.toSorted((a, b) => a.title.localeCompare(b.title, 'en'));
