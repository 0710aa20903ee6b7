import 'server-only';
import { type Deed, may, type Role } from '@/lib/auth/policy';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { withRetry } from '@/lib/db/errors';
import type { Prisma } from '@/lib/db/generated/client';

type Transaction = Prisma.TransactionClient;

/** A course that nobody else changes until the transaction ends, and what its actor is there at this instant. */
export interface HeldCourse {
  readonly courseId: string;
  readonly viewer: CourseProof['viewer'];
  readonly role: Role;
  readonly archivedAt: Date | null;
}

export const noSuchCourse = () => new AppError('not-found', 'There is no such course.');

const archived = () =>
  new AppError('closed', 'This course is archived: nothing in it changes.', {
    remedy: 'An owner of the course can bring it back.',
  });

/**
 * Changes a course or its people in one transaction: one such change of a course at a time, and the role of who does it
 * is read anew once it is their turn. Throws AppError "not-found" for another course than the proof's, "forbidden" for a
 * role that may not, "closed" in an archived course.
 */
export async function inHeldCourse<T>(
  proof: CourseProof,
  input: { readonly courseId: string },
  deed: Deed | 'leave',
  change: (tx: Transaction, held: HeldCourse) => Promise<T>,
): Promise<T> {
  if (proof.courseId !== input.courseId) throw noSuchCourse();
  return withRetry(() =>
    db().$transaction(
      async (tx) => {
        const held = await hold(tx, proof);
        if (deed !== 'leave' && !may(held.role, deed))
          throw new AppError('forbidden', 'Your role in this course does not allow this.');
        // Archiving itself is asked for its own state.
        if (held.archivedAt !== null && deed !== 'archive-course') throw archived();
        return change(tx, held);
      },
      { timeout: 20_000, maxWait: 20_000 },
    ),
  );
}

async function hold(tx: Transaction, { courseId, viewer }: CourseProof): Promise<HeldCourse> {
  const [course] = await tx.$queryRaw<{ archivedAt: Date | null }[]>`
    SELECT "archivedAt" FROM "Course" WHERE id = ${courseId}::uuid FOR NO KEY UPDATE`;
  const membership = await tx.membership.findFirst({
    where: { courseId, userId: viewer.id, removedAt: null },
    select: { role: true },
  });
  if (course === undefined || membership === null) throw noSuchCourse();
  return { courseId, viewer, role: membership.role, archivedAt: course.archivedAt };
}

/**
 * Lets the transaction write into a course that somebody joins. Throws AppError "not-found", and "closed" for an
 * archived one.
 */
export async function requireLiveCourse(tx: Transaction, courseId: string): Promise<void> {
  const [course] = await tx.$queryRaw<{ archivedAt: Date | null }[]>`
    SELECT "archivedAt" FROM "Course" WHERE id = ${courseId}::uuid FOR SHARE`;
  if (course === undefined) throw noSuchCourse();
  if (course.archivedAt !== null) throw archived();
}
