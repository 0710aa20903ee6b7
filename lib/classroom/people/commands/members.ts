import 'server-only';
import type { Role } from '@/lib/auth/policy';
import { AppError } from '@/lib/common/errors';
import type { Prisma } from '@/lib/db/generated/client';

interface Place {
  readonly courseId: string;
  readonly userId: string;
}

/** Throws AppError "not-found" for who never was in the course. */
export async function memberOf(
  tx: Prisma.TransactionClient,
  { courseId, userId }: Place,
): Promise<{ role: Role; removedAt: Date | null }> {
  const member = await tx.membership.findUnique({
    where: { courseId_userId: { courseId, userId } },
    select: { role: true, removedAt: true },
  });
  if (member === null) throw new AppError('not-found', 'There is no such person in this course.');
  return member;
}

/** Throws AppError "conflict" where this person is the only owner who is left. The course must be held. */
export async function requireOwnerStays(
  tx: Prisma.TransactionClient,
  { courseId, userId }: Place,
): Promise<void> {
  const others = await tx.membership.count({
    where: { courseId, role: 'owner', removedAt: null, userId: { not: userId } },
  });
  if (others > 0) return;
  throw new AppError('conflict', 'A course has an owner at all times, and this is the only one.', {
    remedy: 'Make somebody else an owner first, or hand the course over.',
  });
}
