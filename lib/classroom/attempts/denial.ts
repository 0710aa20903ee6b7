import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { gateOf, requireAllowed } from '../assignments/queries/gate';
import { requireSameCourse } from './commands';
import type { DenialInput } from './schema';

/**
 * The student says that the belief named behind an answer of theirs is not what they were thinking. Said twice, it is
 * kept once. Throws AppError "not-found" where the answer is not theirs or names no belief, and the reason of the rule on
 * assignments as long as the belief is not shown.
 */
export async function denyDiagnosis(proof: CourseProof<'student'>, input: DenialInput): Promise<void> {
  requireSameCourse(proof, input);
  const { courseId, attemptId, position } = input;
  const marks = await db().marks.findFirst({
    where: {
      courseId,
      supersededAt: null,
      diagnosis: { not: Prisma.DbNull },
      answer: { position, submission: { attemptId, attempt: { userId: proof.viewer.id } } },
    },
    select: {
      id: true,
      answer: {
        select: {
          submission: { select: { attempt: { select: { quiz: { select: { assignmentId: true } } } } } },
        },
      },
    },
  });
  if (marks === null) throw new AppError('not-found', 'There is no such answer.');
  const { assignmentId } = marks.answer.submission.attempt.quiz;
  if (assignmentId !== null) {
    const gate = await gateOf(proof, assignmentId);
    requireAllowed(gate.access.solutions, gate.timeZone);
  }
  await db().diagnosisDenial.createMany({ data: { courseId, marksId: marks.id }, skipDuplicates: true });
}
