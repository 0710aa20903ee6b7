import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { databaseFault, withRetry } from '@/lib/db/errors';
import { writeAudit } from '../../audit/commands';
import { mayChangeMarks } from '../../marks/rules';
import { excusesOf } from '../excuses';
import type { ExcuseInput } from '../schema';
import { excuseSelection } from '../stored';
import { zoneOfLiveCourse } from './assignments';

const changed = () =>
  new AppError('conflict', 'Somebody else has changed what is excused here.', {
    remedy: 'Look at what they did, and decide again.',
  });

/**
 * Excuses a student from an assignment or from one exercise of it, or takes that back. A new row each time; none is
 * changed. Throws AppError "forbidden" for assistants, "not-found" for who or what is not of this course, "closed" in an
 * archived course, "conflict" where somebody else was quicker or there is nothing to change.
 */
export async function excuse(proof: CourseProof<'teacher'>, input: ExcuseInput): Promise<void> {
  const { courseId, viewer } = proof;
  const { assignmentId, userId, exerciseId, excused, reason, seen } = input;
  const gone = () => new AppError('not-found', 'There is no such mark.');
  if (courseId !== input.courseId) throw gone();
  if (!mayChangeMarks(proof.role))
    throw new AppError('forbidden', 'Only teachers and owners excuse a student.');
  await withRetry(() =>
    db().$transaction(async (tx) => {
      await zoneOfLiveCourse(tx, courseId);
      const items = await tx.assignmentItem.count({
        where: { courseId, assignmentId, exerciseId: exerciseId ?? { not: null } },
      });
      const members = await tx.membership.count({ where: { courseId, userId, role: 'student' } });
      if (items === 0 || members === 0) throw gone();
      const excuses = excusesOf(
        await tx.excuse.findMany({
          where: { courseId, assignmentId, userId },
          select: excuseSelection,
        }),
      );
      if (excuses.seen !== seen) throw changed();
      const stands = exerciseId === null ? excuses.whole !== null : excuses.exercises.has(exerciseId);
      if (stands === excused)
        throw new AppError('conflict', excused ? 'This is excused already.' : 'This is not excused.');
      await tx.excuse.create({
        data: {
          courseId,
          assignmentId,
          userId,
          exerciseId,
          number: seen + 1,
          excused,
          reason,
          authorId: viewer.id,
        },
      });
      await writeAudit(tx, proof, {
        action: excused ? 'marks.excused' : 'marks.excuse-lifted',
        subjectType: 'Assignment',
        subjectId: assignmentId,
        detail: { userId, exerciseId },
        reason,
      });
    }),
  ).catch((error: unknown) => {
    // Two at the same moment: the number of the second row is taken.
    const fault = databaseFault(error instanceof AppError ? error.cause : error);
    if (fault === 'unique') throw changed();
    throw error;
  });
}
