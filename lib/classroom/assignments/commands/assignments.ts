import 'server-only';
import { randomInt, randomUUID } from 'node:crypto';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { contentHash } from '@/lib/common/hash';
import { db } from '@/lib/db/client';
import { withRetry } from '@/lib/db/errors';
import type { Prisma } from '@/lib/db/generated/client';
import { largestSeed } from '../../attempts/rules';
import { revise } from '../../content/quizzes/commands';
import type { ArchiveAssignmentInput, ChangeAssignmentInput, MakeAssignmentInput } from '../schema';
import { maySetWork } from '../terms';
import { enteredDates, pinnedExercises, requireSections } from './entered';

type Transaction = Prisma.TransactionClient;

/** Throws AppError "not-found" for another course than that of the proof, "forbidden" for assistants. */
export function requireSetsWork(proof: CourseProof<'teacher'>, input: { readonly courseId: string }): void {
  if (proof.courseId !== input.courseId) throw new AppError('not-found', 'There is no such assignment.');
  if (!maySetWork(proof.role))
    throw new AppError('forbidden', 'Only teachers and owners set work and grant extensions.');
}

/** The time zone of a course that still takes work. Throws AppError "closed" for an archived one. */
export async function zoneOfLiveCourse(tx: Transaction, courseId: string): Promise<string> {
  const course = await tx.course.findUniqueOrThrow({
    where: { id: courseId },
    select: { timeZone: true, archivedAt: true },
  });
  if (course.archivedAt !== null)
    throw new AppError('closed', 'The course is archived: nothing in it changes.');
  return course.timeZone;
}

/**
 * Sets new work, with the current revisions of its exercises. Answers its id. Throws AppError "invalid-input" with the
 * messages by field, "forbidden" for assistants, "closed" in an archived course.
 */
export async function makeAssignment(
  proof: CourseProof<'teacher'>,
  input: MakeAssignmentInput,
): Promise<{ assignmentId: string }> {
  requireSetsWork(proof, input);
  const { courseId } = proof;
  return withRetry(() =>
    db().$transaction(async (tx) => {
      const columns = columnsOf(input, await zoneOfLiveCourse(tx, courseId));
      const sharedSeed = input.variants === 'shared' ? randomInt(largestSeed) : null;
      const { id } = await tx.assignment.create({
        data: { courseId, ...columns, sharedSeed },
        select: { id: true },
      });
      const quizId = randomUUID();
      await tx.quiz.create({ data: { id: quizId, courseId, assignmentId: id, slug: quizSlugOf(id) } });
      await writeParts(tx, courseId, { assignmentId: id, quizId }, input);
      await audit(tx, proof, 'assignment.made', id, { after: toldOf(input) });
      return { assignmentId: id };
    }),
  );
}

/**
 * Changes an assignment; attempts that are open keep what they were begun with. Throws as `makeAssignment`, and AppError
 * "conflict" where somebody else changed it since it was read.
 */
export async function changeAssignment(
  proof: CourseProof<'teacher'>,
  input: ChangeAssignmentInput,
): Promise<{ assignmentId: string }> {
  requireSetsWork(proof, input);
  const { courseId } = proof;
  const { assignmentId } = input;
  await withRetry(() =>
    db().$transaction(async (tx) => {
      const before = await lockAssignment(tx, courseId, assignmentId);
      if (before.version !== input.version) {
        throw new AppError('conflict', 'Somebody changed this assignment in the meantime.', {
          remedy: 'Load the page again, and make your change there.',
        });
      }
      const columns = columnsOf(input, await zoneOfLiveCourse(tx, courseId));
      const sharedSeed = input.variants === 'shared' ? (before.sharedSeed ?? randomInt(largestSeed)) : null;
      await tx.assignment.update({
        where: { id: assignmentId, courseId },
        data: { ...columns, sharedSeed, version: before.version + 1 },
      });
      await tx.assignmentItem.deleteMany({ where: { courseId, assignmentId } });
      await tx.assignmentSection.deleteMany({ where: { courseId, assignmentId } });
      await writeParts(tx, courseId, { assignmentId, quizId: before.quizId }, input);
      await audit(tx, proof, 'assignment.changed', assignmentId, {
        before: before.stored,
        after: toldOf(input),
      });
    }),
  );
  return { assignmentId };
}

/** Puts an assignment away, or back: what was handed in stays. Throws AppError "not-found". */
export async function archiveAssignment(
  proof: CourseProof<'teacher'>,
  input: ArchiveAssignmentInput,
): Promise<void> {
  requireSetsWork(proof, input);
  const { courseId } = proof;
  const { assignmentId, archived } = input;
  await withRetry(() =>
    db().$transaction(async (tx) => {
      const before = await lockAssignment(tx, courseId, assignmentId);
      if ((before.stored.archivedAt !== null) === archived) return;
      await zoneOfLiveCourse(tx, courseId);
      await tx.assignment.update({
        where: { id: assignmentId, courseId },
        data: { archivedAt: archived ? new Date() : null },
      });
      await audit(tx, proof, archived ? 'assignment.archived' : 'assignment.restored', assignmentId, {});
    }),
  );
}

export const quizSlugOf = (assignmentId: string): string => `assignments/${assignmentId}`;

interface LockedAssignment {
  readonly version: number;
  readonly sharedSeed: number | null;
  readonly quizId: string;
  /** As the audit keeps it. */
  readonly stored: { readonly archivedAt: string | null } & Prisma.InputJsonObject;
}

/** The assignment, which nobody else changes or is judged by until the transaction ends. */
export async function lockAssignment(
  tx: Transaction,
  courseId: string,
  assignmentId: string,
): Promise<LockedAssignment> {
  await tx.$queryRaw`
    SELECT 1 FROM "Assignment" WHERE id = ${assignmentId}::uuid AND "courseId" = ${courseId}::uuid FOR UPDATE`;
  const stored = await tx.assignment.findFirst({
    where: { id: assignmentId, courseId },
    include: {
      quiz: { select: { id: true } },
      items: {
        select: { position: true, exerciseId: true, lessonId: true, points: true },
        orderBy: { position: 'asc' },
      },
      sections: { select: { sectionId: true } },
    },
  });
  if (stored === null || stored.quiz === null)
    throw new AppError('not-found', 'There is no such assignment.');
  return {
    version: stored.version,
    sharedSeed: stored.sharedSeed,
    quizId: stored.quiz.id,
    // Dates and decimals as text, as JSON has them.
    stored: JSON.parse(JSON.stringify(stored)),
  };
}

function columnsOf(input: MakeAssignmentInput, timeZone: string) {
  const { title, attempts, counting, latePercent, lateGraceMinutes, lateFloorPercent } = input;
  const { feedback, solutions } = input;
  return {
    title,
    ...enteredDates(input, timeZone),
    attempts,
    counting,
    latePercent,
    lateGraceMinutes,
    lateFloorPercent,
    feedback,
    solutions,
  };
}

/** The items and sections, and the quiz that asks the exercises. */
async function writeParts(
  tx: Transaction,
  courseId: string,
  { assignmentId, quizId }: { readonly assignmentId: string; readonly quizId: string },
  { title, items, sectionIds }: MakeAssignmentInput,
): Promise<void> {
  await requireSections(tx, courseId, sectionIds);
  const pinned = await pinnedExercises(tx, courseId, items);
  await tx.assignmentItem.createMany({
    data: items.map((item, index) => ({
      courseId,
      assignmentId,
      position: index + 1,
      ...(item.type === 'exercise'
        ? { exerciseId: item.exerciseId, points: item.points }
        : { lessonId: item.lessonId }),
    })),
  });
  await tx.assignmentSection.createMany({
    data: sectionIds.map((sectionId) => ({ courseId, assignmentId, sectionId })),
  });
  const hash = contentHash({ title, items: pinned });
  await revise(tx, { id: quizId, title, hash }, pinned);
}

/** What was entered, without what only carries it. */
function toldOf(input: MakeAssignmentInput): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify({ ...input, courseId: undefined }));
}

async function audit(
  tx: Transaction,
  { courseId, viewer }: CourseProof<'teacher'>,
  action: string,
  subjectId: string,
  detail: Prisma.InputJsonObject,
): Promise<void> {
  await tx.auditRow.create({
    data: { courseId, actorId: viewer.id, action, subjectType: 'Assignment', subjectId, detail },
  });
}
