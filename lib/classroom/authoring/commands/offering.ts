/** Whether an exercise of a course is offered: to its teachers' quizzes and assignments, and to its students alone. */
import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { writeAudit } from '../../audit/commands';
import type { OfferExerciseInput, RetireExerciseInput } from '../schema';
import { inAuthoredCourse, noSuchExercise, requireAuthor } from './held';

/**
 * Puts an exercise of the course away, or brings it back. Put away, nothing new can ask it and students no longer find
 * it; what asks it, its revisions and the answers to them stay. Done twice, it is done once. Throws AppError "not-found",
 * "forbidden", and as `inHeldCourse`.
 */
export async function retireExercise(
  proof: CourseProof<'teacher'>,
  input: RetireExerciseInput,
): Promise<void> {
  await requireAuthor(proof, input);
  await inAuthoredCourse(proof, input, async (tx, held) => {
    const { courseId, exerciseId: id, retired } = input;
    const now = new Date();
    const { count } = await tx.exercise.updateMany({
      where: { id, courseId, retiredAt: retired ? null : { not: null } },
      data: { retiredAt: retired ? now : null },
    });
    if (count === 0 && (await tx.exercise.count({ where: { id, courseId } })) === 0) throw noSuchExercise();
    if (count === 0) return;
    // Brought back, it is not offered to students by itself before somebody says so.
    if (retired)
      await tx.quiz.updateMany({ where: { id, courseId, retiredAt: null }, data: { retiredAt: now } });
    await writeAudit(tx, held, {
      action: retired ? 'exercise.retired' : 'exercise.restored',
      subjectType: 'Exercise',
      subjectId: id,
    });
  });
}

/**
 * Lets students of the course take an exercise by itself, with its solution after each attempt, or no longer. Done twice,
 * it is done once. Throws AppError "not-found", "conflict" for one that is put away, "forbidden", and as `inHeldCourse`.
 */
export async function offerExercise(proof: CourseProof<'teacher'>, input: OfferExerciseInput): Promise<void> {
  await requireAuthor(proof, input);
  await inAuthoredCourse(proof, input, async (tx, held) => {
    const { courseId, exerciseId: id, offered } = input;
    const exercise = await tx.exercise.findUnique({
      where: { id, courseId },
      select: { retiredAt: true, alone: { select: { retiredAt: true } } },
    });
    if (exercise === null || exercise.alone === null) throw noSuchExercise();
    if (exercise.retiredAt !== null && offered)
      throw new AppError('conflict', 'This exercise is put away.', { remedy: 'Bring it back first.' });
    if ((exercise.alone.retiredAt === null) === offered) return;
    await tx.quiz.update({ where: { id, courseId }, data: { retiredAt: offered ? null : new Date() } });
    await writeAudit(tx, held, {
      action: offered ? 'exercise.offered' : 'exercise.withheld',
      subjectType: 'Exercise',
      subjectId: id,
    });
  });
}
