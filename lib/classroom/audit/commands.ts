import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import type { Prisma } from '@/lib/db/generated/client';

export interface AuditEntry {
  /** What was changed and how, such as "person.removed". */
  readonly action: string;
  readonly subjectType:
    | 'Assignment'
    | 'Exercise'
    | 'Course'
    | 'Section'
    | 'Membership'
    | 'Invitation'
    | 'Seat';
  readonly subjectId: string;
  readonly detail?: Prisma.InputJsonObject;
  readonly reason?: string | null;
}

/** Writes who changed what, in the transaction of the change. */
export async function writeAudit(
  tx: Prisma.TransactionClient,
  { courseId, viewer }: { readonly courseId: string; readonly viewer: Viewer },
  { action, subjectType, subjectId, detail = {}, reason = null }: AuditEntry,
): Promise<void> {
  await tx.auditRow.create({
    data: { courseId, actorId: viewer.id, action, subjectType, subjectId, detail, reason },
  });
}
