/** What all commands of authors do first. */
import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { countAuthoring } from '@/lib/auth/rate-limits';
import { AppError } from '@/lib/common/errors';
import { databaseFault } from '@/lib/db/errors';
import type { Prisma } from '@/lib/db/generated/client';
import { type HeldCourse, inHeldCourse } from '../../courses/commands/held-course';
import { mayWriteExercises, mostExercises } from '../rules';

export const noSuchExercise = () => new AppError('not-found', 'There is no such exercise in this course.');

/** Refuses who may not write, before anything is computed for them. Throws AppError "not-found", "forbidden", "rate-limited". */
export async function requireAuthor(
  { courseId, role, viewer }: CourseProof<'teacher'>,
  input: { readonly courseId: string },
  what: 'write' | 'import' = 'write',
): Promise<void> {
  if (courseId !== input.courseId) throw noSuchExercise();
  if (!mayWriteExercises(role)) throw new AppError('forbidden', 'Only teachers and owners write exercises.');
  await countAuthoring(viewer.id, what);
}

/**
 * Changes the exercises of a course in one transaction, one such change of a course at a time. Throws as `inHeldCourse`,
 * and AppError "conflict" where an id is taken at this very moment.
 */
export async function inAuthoredCourse<T>(
  proof: CourseProof<'teacher'>,
  input: { readonly courseId: string },
  change: (tx: Prisma.TransactionClient, held: HeldCourse) => Promise<T>,
): Promise<T> {
  try {
    return await inHeldCourse(proof, input, 'change-content', change);
  } catch (error) {
    const cause = error instanceof AppError ? error.cause : error;
    throw databaseFault(cause) === 'unique' ? takenId() : error;
  }
}

export const takenId = () =>
  new AppError('conflict', 'This id is that of another exercise.', {
    remedy: 'Copy the text into a new exercise, which gets an id of its own.',
  });

/** Throws AppError "too-large" where the course has as many exercises as it may. */
export async function requireRoom(
  tx: Prisma.TransactionClient,
  courseId: string,
  more: number,
): Promise<void> {
  const drafts = await tx.exerciseDraft.count({ where: { courseId } });
  const exercises = await tx.exercise.count({ where: { courseId } });
  // A published one may have a draft: together they are counted at most twice.
  if (Math.max(drafts, exercises) + more <= mostExercises) return;
  throw new AppError('too-large', `A course has ${mostExercises} exercises of its own at most.`);
}
