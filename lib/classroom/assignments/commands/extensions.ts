import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { withRetry } from '@/lib/db/errors';
import type { Prisma } from '@/lib/db/generated/client';
import type { ExtendInput, LiftExtensionInput } from '../schema';
import { lockAssignment, requireSetsWork, zoneOfLiveCourse } from './assignments';
import { entered, requireNone, type Wrong } from './entered';

type Transaction = Prisma.TransactionClient;

/**
 * Gives a person or a section more time or more attempts. Throws AppError "invalid-input" with the messages by field,
 * "not-found" for who or what is not of this course, "forbidden" for assistants.
 */
export async function extendAssignment(
  proof: CourseProof<'teacher'>,
  input: ExtendInput,
): Promise<{ extensionId: string }> {
  requireSetsWork(proof, input);
  const { courseId, viewer } = proof;
  const { assignmentId, userId, sectionId, moreAttempts, reason } = input;
  return withRetry(() =>
    db().$transaction(async (tx) => {
      await lockAssignment(tx, courseId, assignmentId);
      const timeZone = await zoneOfLiveCourse(tx, courseId);
      await requireOfCourse(tx, courseId, input);
      const dates = await laterDates(tx, input, timeZone);
      const { id } = await tx.assignmentExtension.create({
        data: {
          courseId,
          assignmentId,
          userId,
          sectionId,
          ...dates,
          moreAttempts,
          reason,
          authorId: viewer.id,
        },
        select: { id: true },
      });
      await audit(tx, proof, 'assignment.extended', assignmentId, reason, {
        extensionId: id,
        userId,
        sectionId,
        dueAt: dates.dueAt?.toISOString() ?? null,
        closesAt: dates.closesAt?.toISOString() ?? null,
        moreAttempts,
      });
      return { extensionId: id };
    }),
  );
}

/** Takes an extension back; its row stays. Throws AppError "not-found" for one that does not stand. */
export async function liftExtension(proof: CourseProof<'teacher'>, input: LiftExtensionInput): Promise<void> {
  requireSetsWork(proof, input);
  const { courseId } = proof;
  const { extensionId, reason } = input;
  const gone = () => new AppError('not-found', 'There is no such extension any more.');
  await withRetry(() =>
    db().$transaction(async (tx) => {
      const extension = await tx.assignmentExtension.findFirst({
        where: { id: extensionId, courseId },
        select: { assignmentId: true },
      });
      if (extension === null) throw gone();
      await lockAssignment(tx, courseId, extension.assignmentId);
      const { count } = await tx.assignmentExtension.updateMany({
        where: { id: extensionId, courseId, liftedAt: null },
        data: { liftedAt: new Date() },
      });
      if (count === 0) throw gone();
      await audit(tx, proof, 'assignment.extension-lifted', extension.assignmentId, reason, { extensionId });
    }),
  );
}

async function requireOfCourse(
  tx: Transaction,
  courseId: string,
  { userId, sectionId }: ExtendInput,
): Promise<void> {
  const known =
    userId === null
      ? await tx.section.count({ where: { courseId, id: sectionId ?? '' } })
      : await tx.membership.count({ where: { courseId, userId, role: 'student', removedAt: null } });
  if (known === 0) requireNone({ for: 'This is no student and no section of the course any more.' });
}

/** The dates of an extension: later than those they extend. */
async function laterDates(
  tx: Transaction,
  { assignmentId, due, closes, moreAttempts }: ExtendInput,
  timeZone: string,
): Promise<{ dueAt: Date | null; closesAt: Date | null }> {
  const base = await tx.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: { dueAt: true, closesAt: true, attempts: true },
  });
  const wrong: Wrong = {};
  const dueAt = entered(due, 'due', timeZone, wrong);
  const closesAt = entered(closes, 'closes', timeZone, wrong);
  if (dueAt !== null && base.dueAt === null) wrong.due = 'Nothing is due: there is nothing to extend.';
  else if (dueAt !== null && base.dueAt !== null && dueAt <= base.dueAt)
    wrong.due = 'An extension is due later than the assignment.';
  if (closesAt !== null && base.closesAt === null)
    wrong.closes = 'The assignment never closes: there is nothing to extend.';
  else if (closesAt !== null && base.closesAt !== null && closesAt <= base.closesAt)
    wrong.closes = 'An extension closes later than the assignment.';
  if (dueAt !== null && closesAt !== null && closesAt < dueAt)
    wrong.closes = 'It closes when it is due, or later.';
  if (moreAttempts > 0 && base.attempts === null)
    wrong.moreAttempts = 'Attempts are not limited: there is nothing to extend.';
  requireNone(wrong);
  return { dueAt, closesAt };
}

async function audit(
  tx: Transaction,
  { courseId, viewer }: CourseProof<'teacher'>,
  action: string,
  subjectId: string,
  reason: string,
  detail: Prisma.InputJsonObject,
): Promise<void> {
  await tx.auditRow.create({
    data: { courseId, actorId: viewer.id, action, subjectType: 'Assignment', subjectId, detail, reason },
  });
}
