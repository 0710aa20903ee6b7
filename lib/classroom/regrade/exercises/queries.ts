/** Which exercises of a course there are to be graded again, and by what. */
import 'server-only';
import { z } from 'zod';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';

export interface AnsweredExercise {
  readonly exerciseId: string;
  readonly title: string;
  /** Of the current revision; above 1 it was changed since it was made. */
  readonly revision: number;
  readonly changedAt: Date;
}

const mostExercises = 1000;

/** The exercises with answers of this course, those of one assignment where it is named; what changed last on top. */
export async function listAnswered(
  { courseId }: CourseProof<'teacher'>,
  assignmentId: string | null,
): Promise<AnsweredExercise[]> {
  return db().$queryRaw<AnsweredExercise[]>`
    SELECT e.id::text AS "exerciseId", r.title, r.number AS revision, r."createdAt" AS "changedAt"
    FROM "Exercise" e
    JOIN "ExerciseRevision" r ON r.id = e."currentId"
    WHERE EXISTS (
      SELECT FROM "ExerciseRevision" v
      JOIN "Answer" a ON a."exerciseRevisionId" = v.id AND a."courseId" = ${courseId}::uuid
      WHERE v."exerciseId" = e.id)
    AND (${assignmentId}::uuid IS NULL OR EXISTS (
      SELECT FROM "AssignmentItem" i
      WHERE i."courseId" = ${courseId}::uuid AND i."assignmentId" = ${assignmentId}::uuid AND i."exerciseId" = e.id))
    ORDER BY (r.number > 1) DESC, r."createdAt" DESC, r.title
    LIMIT ${mostExercises}`;
}

export interface RevisionsOfExercise {
  readonly title: string;
  /** Answers of this course, to whatever revision. */
  readonly answers: number;
  /** The newest first. */
  readonly revisions: readonly {
    readonly id: string;
    readonly number: number;
    readonly at: Date;
    readonly current: boolean;
  }[];
}

/** By which revisions the answers to an exercise may be graded. Throws AppError "not-found". */
export async function selectRevisions(
  { courseId }: CourseProof<'teacher'>,
  exerciseId: string,
): Promise<RevisionsOfExercise> {
  const exercise = z.uuid().safeParse(exerciseId).success
    ? await db().exercise.findFirst({
        where: { id: exerciseId, OR: [{ courseId: null }, { courseId }] },
        select: {
          slug: true,
          currentId: true,
          current: { select: { title: true } },
          revisions: {
            select: { id: true, number: true, createdAt: true },
            orderBy: { number: 'desc' },
            take: 50,
          },
        },
      })
    : null;
  if (exercise === null) throw new AppError('not-found', 'There is no such exercise.');
  const answers = await db().answer.count({ where: { courseId, exerciseRevision: { exerciseId } } });
  const { slug, currentId, current, revisions } = exercise;
  return {
    title: current?.title ?? slug,
    answers,
    revisions: revisions.map(({ id, number, createdAt }) => ({
      id,
      number,
      at: createdAt,
      current: id === currentId,
    })),
  };
}
