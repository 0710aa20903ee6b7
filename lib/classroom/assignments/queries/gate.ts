/** The rule on assignments, held against the database: its rows, and its clock. */
import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError, type ErrorCode } from '@/lib/common/errors';
import { type Database, db } from '@/lib/db/client';
import { reasonText } from '../reason-text';
import { type Access, accessTo, type Reason, type Verdict } from '../rules';
import { termsOf, termsSelection } from '../stored';

/** What a person may do with an assignment, and what it takes to say so. */
export interface Gate {
  readonly access: Access;
  readonly timeZone: string;
  readonly now: Date;
  /** The seed of everybody's variants; null: each attempt has its own. */
  readonly sharedSeed: number | null;
}

/** The clock that all decisions go by: that of the database, whatever this machine or the browser believes. */
export async function databaseNow(database: Database = db()): Promise<Date> {
  const [row] = await database.$queryRaw<{ now: Date }[]>`
    SELECT date_trunc('milliseconds', clock_timestamp()) AS now`;
  if (row === undefined) throw new Error('the database has no clock');
  return row.now;
}

/**
 * What this person may do with this assignment: now, or at an instant that the database's clock has shown. Read
 * anew each time. Throws AppError "not-found" where the course has no such assignment.
 */
export async function gateOf(
  { courseId, viewer }: CourseProof,
  assignmentId: string,
  { database = db(), at }: { database?: Database; at?: Date | undefined } = {},
): Promise<Gate> {
  const assignment = await database.assignment.findFirst({
    where: { id: assignmentId, courseId },
    select: {
      ...termsSelection,
      sharedSeed: true,
      course: { select: { archivedAt: true, timeZone: true } },
      quiz: { select: { id: true } },
    },
  });
  if (assignment === null || assignment.quiz === null)
    throw new AppError('not-found', 'There is no such assignment.');
  const quizId = assignment.quiz.id;
  const membership = await database.membership.findUnique({
    where: { courseId_userId: { courseId, userId: viewer.id } },
    select: { userId: true, role: true, sectionId: true, removedAt: true },
  });
  const attempts = await database.attempt.findMany({
    where: { courseId, userId: viewer.id, quizId },
    select: { submittedAt: true },
  });
  const now = at ?? (await databaseNow(database));
  const { archivedAt, timeZone } = assignment.course;
  const access = accessTo({
    ...termsOf(assignment),
    member: membership && { ...membership, removed: membership.removedAt !== null },
    attempts: {
      submitted: attempts.filter((attempt) => attempt.submittedAt !== null).length,
      open: attempts.some((attempt) => attempt.submittedAt === null),
    },
    courseArchived: archivedAt !== null,
    timeZone,
    now,
  });
  return { access, timeZone, now, sharedSeed: assignment.sharedSeed };
}

/**
 * As `gateOf`, in a transaction: neither the assignment nor the membership changes until it ends, so what was allowed
 * is still allowed when it is written.
 */
export async function lockedGate(
  tx: Database,
  proof: CourseProof,
  assignmentId: string,
  at?: Date,
): Promise<Gate> {
  const { courseId, viewer } = proof;
  await tx.$queryRaw`
    SELECT 1 FROM "Assignment" WHERE id = ${assignmentId}::uuid AND "courseId" = ${courseId}::uuid FOR SHARE`;
  await tx.$queryRaw`
    SELECT 1 FROM "Membership" WHERE "courseId" = ${courseId}::uuid AND "userId" = ${viewer.id}::uuid FOR SHARE`;
  await tx.$queryRaw`SELECT 1 FROM "Course" WHERE id = ${courseId}::uuid FOR SHARE`;
  return gateOf(proof, assignmentId, { database: tx, at });
}

const codes: Partial<Record<Reason['code'], ErrorCode>> = {
  'not-a-member': 'not-found',
  'other-section': 'not-found',
  'attempts-used-up': 'attempts-used-up',
  'after-due': 'forbidden',
  never: 'forbidden',
};

/** Throws the reason against it, in words; `details.reason` is its code. */
export function requireAllowed(verdict: Verdict, timeZone: string): void {
  if (verdict.allowed) return;
  const { reason } = verdict;
  throw new AppError(codes[reason.code] ?? 'closed', reasonText(reason, timeZone), {
    details: { reason: reason.code },
  });
}
