import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { databaseNow } from '../../assignments/queries/gate';
import { writeAudit } from '../../audit/commands';
import { inHeldCourse } from '../../courses/commands/held-course';
import { requireSection } from '../../courses/commands/sections';
import { newInvitationCode } from '../codes';
import type { MakeInvitationInput, RevokeInvitationInput } from '../schema';

/** Invitations of one course at most, revoked ones too: more than a course needs, and few enough to be listed. */
const most = 100;

/** A new invitation. Throws AppError "not-found" for a section of others, "conflict" beyond 100, and as `inHeldCourse`. */
export async function makeInvitation(
  proof: CourseProof<'teacher'>,
  input: MakeInvitationInput,
): Promise<{ invitationId: string; code: string }> {
  return inHeldCourse(proof, input, 'manage-students', async (tx, held) => {
    const { courseId, sectionId, days, usesAllowed } = input;
    if (sectionId !== null) await requireSection(tx, { courseId, sectionId });
    if ((await tx.invitation.count({ where: { courseId } })) >= most)
      throw new AppError('conflict', `A course has ${most} invitations at most.`);
    const now = await databaseNow(tx);
    const expiresAt = days === null ? null : new Date(now.getTime() + days * 86_400_000);
    const { id, code } = await tx.invitation.create({
      data: {
        courseId,
        sectionId,
        code: newInvitationCode(),
        createdById: held.viewer.id,
        createdAt: now,
        expiresAt,
        usesAllowed,
      },
      select: { id: true, code: true },
    });
    await writeAudit(tx, held, {
      action: 'invitation.made',
      subjectType: 'Invitation',
      subjectId: id,
      detail: { sectionId, expiresAt: expiresAt?.toISOString() ?? null, usesAllowed },
    });
    return { invitationId: id, code };
  });
}

/** From now on nobody joins by it. Done twice, it is done once. Throws AppError "not-found", and as `inHeldCourse`. */
export async function revokeInvitation(
  proof: CourseProof<'teacher'>,
  input: RevokeInvitationInput,
): Promise<void> {
  await inHeldCourse(proof, input, 'manage-students', async (tx, held) => {
    const { courseId, invitationId } = input;
    const { count } = await tx.invitation.updateMany({
      where: { id: invitationId, courseId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) {
      if ((await tx.invitation.count({ where: { id: invitationId, courseId } })) > 0) return;
      throw new AppError('not-found', 'There is no such invitation in this course.');
    }
    await writeAudit(tx, held, {
      action: 'invitation.revoked',
      subjectType: 'Invitation',
      subjectId: invitationId,
    });
  });
}
