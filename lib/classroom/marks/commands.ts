import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { databaseFault, withRetry } from '@/lib/db/errors';
import { mayChangeMarks } from './rules';
import type { OverrideInput } from './schema';

const changed = () =>
  new AppError('conflict', 'Somebody else has changed the points of this answer.', {
    remedy: 'Look at the points that they gave, and decide again.',
  });

/**
 * Gives an answer points that count instead of its marks, or lifts that. A new row each time; none is changed.
 * Throws AppError "forbidden" for assistants, "not-found" for an answer of another course, "invalid-input" for more
 * points than the question has, "conflict" where the override is not the one that was last seen.
 */
export async function overrideMarks(
  proof: CourseProof<'teacher'>,
  { courseId, answerId, points, reason, seen }: OverrideInput,
): Promise<void> {
  if (courseId !== proof.courseId) throw new AppError('not-found', 'There is no such answer.');
  if (!mayChangeMarks(proof.role))
    throw new AppError('forbidden', 'Only teachers and owners change the points of an answer.');
  await withRetry(() =>
    db().$transaction(async (tx) => {
      const marks = await tx.marks.findFirst({
        where: { courseId, answerId, supersededAt: null },
        select: { points: true, possible: true },
      });
      if (marks === null) throw new AppError('not-found', 'There is no such answer.');
      const possible = marks.possible.toNumber();
      if (points !== null && points > possible) {
        throw new AppError(
          'invalid-input',
          `The question is worth ${possible} points; no answer earns more.`,
        );
      }
      const last = await tx.marksOverride.findFirst({
        where: { courseId, answerId },
        select: { number: true, points: true },
        orderBy: { number: 'desc' },
      });
      if ((last?.number ?? 0) !== seen) throw changed();
      if (points === null && (last === null || last.points === null))
        throw new AppError('conflict', 'There is no override that could be lifted.');
      await tx.marksOverride.create({
        data: { courseId, answerId, number: seen + 1, points, reason, authorId: proof.viewer.id },
      });
      await tx.auditRow.create({
        data: {
          courseId,
          actorId: proof.viewer.id,
          action: points === null ? 'marks.override-lifted' : 'marks.overridden',
          subjectType: 'Answer',
          subjectId: answerId,
          detail: {
            from: last?.points?.toNumber() ?? null,
            to: points,
            marks: marks.points.toNumber(),
            possible,
          },
          reason,
        },
      });
    }),
  ).catch((error: unknown) => {
    // Two at the same moment: the number of the second row is taken.
    if (
      databaseFault(error) === 'unique' ||
      (error instanceof AppError && databaseFault(error.cause) === 'unique')
    )
      throw changed();
    throw error;
  });
}
