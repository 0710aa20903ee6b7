import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { writeAudit } from '../../audit/commands';
import { inHeldCourse } from '../../courses/commands/held-course';
import type { LeaveCourseInput, RemoveSeatInput, TransferCourseInput } from '../schema';
import { memberOf, requireOwnerStays } from './members';

/**
 * Leaves a course; one's work stays there, and a teacher or an invitation brings one back to it. Throws AppError
 * "conflict" for the only owner, and as `inHeldCourse`.
 */
export async function leaveCourse(proof: CourseProof, input: LeaveCourseInput): Promise<void> {
  await inHeldCourse(proof, input, 'leave', async (tx, { courseId, viewer, role }) => {
    const place = { courseId, userId: viewer.id };
    if (role === 'owner') await requireOwnerStays(tx, place);
    await tx.membership.update({
      where: { courseId_userId: place },
      data: { removedAt: new Date(), removedById: viewer.id },
    });
    await writeAudit(tx, proof, {
      action: 'person.left',
      subjectType: 'Membership',
      subjectId: viewer.id,
      detail: { role },
    });
  });
}

/**
 * Hands the course over: the person becomes an owner, and who did so a teacher. Throws AppError "conflict" for oneself,
 * "not-found" for who is not in the course, and as `inHeldCourse`.
 */
export async function transferCourse(proof: CourseProof<'owner'>, input: TransferCourseInput): Promise<void> {
  await inHeldCourse(proof, input, 'manage-staff', async (tx, held) => {
    const { courseId, viewer } = held;
    const { userId } = input;
    if (userId === viewer.id) throw new AppError('conflict', 'You own this course already.');
    const member = await memberOf(tx, input);
    if (member.removedAt !== null)
      throw new AppError('not-found', 'This person is not in the course any more.');
    await tx.membership.update({
      where: { courseId_userId: { courseId, userId } },
      data: { role: 'owner' },
    });
    await tx.membership.update({
      where: { courseId_userId: { courseId, userId: viewer.id } },
      data: { role: 'teacher' },
    });
    await writeAudit(tx, held, {
      action: 'course.transferred',
      subjectType: 'Course',
      subjectId: courseId,
      detail: { from: viewer.id, to: userId, before: member.role },
    });
  });
}

/** Keeps a place for somebody no longer: nobody has worked there. Throws AppError "not-found", and as `inHeldCourse`. */
export async function removeSeat(proof: CourseProof<'teacher'>, input: RemoveSeatInput): Promise<void> {
  await inHeldCourse(proof, input, 'manage-students', async (tx, held) => {
    const { courseId, seatId } = input;
    const seat = await tx.seat.findFirst({
      where: { id: seatId, courseId },
      select: { name: true, email: true, studentNumber: true, sectionId: true },
    });
    if (seat === null) throw new AppError('not-found', 'This place is not kept any more.');
    await tx.seat.delete({ where: { id: seatId, courseId } });
    await writeAudit(tx, held, {
      action: 'seat.removed',
      subjectType: 'Seat',
      subjectId: seatId,
      detail: seat,
    });
  });
}
