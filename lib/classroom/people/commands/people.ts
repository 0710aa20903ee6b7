import 'server-only';
import { mayManage } from '@/lib/auth/policy';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import type { Prisma } from '@/lib/db/generated/client';
import { writeAudit } from '../../audit/commands';
import { type HeldCourse, inHeldCourse } from '../../courses/commands/held-course';
import { requireSection } from '../../courses/commands/sections';
import type { ChangeRoleInput, MovePeopleInput, PutBackInput, RemovePersonInput } from '../schema';
import { memberOf, requireOwnerStays } from './members';

const mayNot = () =>
  new AppError('forbidden', 'Only an owner of the course does this to its teachers and owners.');

/**
 * Gives a person who is in the course another role. Throws AppError "forbidden" for a role beyond one's own, "conflict"
 * where nobody would own the course any more, "not-found", and as `inHeldCourse`.
 */
export async function changeRole(proof: CourseProof<'teacher'>, input: ChangeRoleInput): Promise<void> {
  await inHeldCourse(proof, input, 'manage-students', async (tx, held) => {
    const { userId, role } = input;
    const member = await memberOf(tx, input);
    if (member.removedAt !== null) throw notHere();
    if (!mayManage(held.role, member.role, role)) throw mayNot();
    if (member.role === role) return;
    if (member.role === 'owner') await requireOwnerStays(tx, input);
    await change(tx, held, userId, { role }, 'person.role-changed', { before: member.role, after: role });
  });
}

/**
 * Moves students, and places that are kept, to a section or out of any. All or none. Answers how many moved. Throws
 * AppError "not-found" for who is not of the course, and as `inHeldCourse`.
 */
export async function movePeople(
  proof: CourseProof<'teacher'>,
  input: MovePeopleInput,
): Promise<{ moved: number }> {
  return inHeldCourse(proof, input, 'manage-students', async (tx, held) => {
    const { courseId, sectionId } = input;
    const userIds = [...new Set(input.userIds)];
    const seatIds = [...new Set(input.seatIds)];
    if (sectionId !== null) await requireSection(tx, { courseId, sectionId });
    const members = await tx.membership.findMany({
      where: { courseId, userId: { in: userIds }, role: { in: ['student', 'assistant'] } },
      select: { userId: true, sectionId: true },
    });
    const seats = await tx.seat.findMany({
      where: { courseId, id: { in: seatIds } },
      select: { id: true, sectionId: true },
    });
    if (members.length !== userIds.length || seats.length !== seatIds.length) {
      throw new AppError('not-found', 'Not all of these are students of the course.', {
        remedy: 'Load the page again, and choose there.',
      });
    }
    const moving = members.filter((member) => member.sectionId !== sectionId);
    const movingSeats = seats.filter((seat) => seat.sectionId !== sectionId);
    if (moving.length + movingSeats.length === 0) return { moved: 0 };
    await tx.membership.updateMany({
      where: { courseId, userId: { in: moving.map(({ userId }) => userId) } },
      data: { sectionId },
    });
    await tx.seat.updateMany({
      where: { courseId, id: { in: movingSeats.map(({ id }) => id) } },
      data: { sectionId },
    });
    await tx.auditRow.createMany({
      data: [
        ...moving.map((member) => ({
          subjectType: 'Membership',
          subjectId: member.userId,
          detail: { before: member.sectionId, after: sectionId },
        })),
        ...movingSeats.map((seat) => ({
          subjectType: 'Seat',
          subjectId: seat.id,
          detail: { before: seat.sectionId, after: sectionId },
        })),
      ].map((row) => ({ ...row, courseId, actorId: held.viewer.id, action: 'person.moved' })),
    });
    return { moved: moving.length + movingSeats.length };
  });
}

/**
 * Takes a person out of the course; what they did stays. Done twice, it is done once. Throws AppError "forbidden" for
 * teachers and owners unless one is an owner, "conflict" for oneself, "not-found", and as `inHeldCourse`.
 */
export async function removePerson(proof: CourseProof<'teacher'>, input: RemovePersonInput): Promise<void> {
  await inHeldCourse(proof, input, 'manage-students', async (tx, held) => {
    const { userId } = input;
    if (userId === held.viewer.id) {
      throw new AppError('conflict', 'You cannot remove yourself.', { remedy: 'You can leave the course.' });
    }
    const member = await memberOf(tx, input);
    if (!mayManage(held.role, member.role)) throw mayNot();
    if (member.removedAt !== null) return;
    if (member.role === 'owner') await requireOwnerStays(tx, input);
    const end = { removedAt: new Date(), removedById: held.viewer.id };
    await change(tx, held, userId, end, 'person.removed', { role: member.role });
  });
}

/**
 * Puts a person who left or was removed back, with the role and the section that they had. Done twice, it is done once.
 * Throws as `removePerson`.
 */
export async function putBack(proof: CourseProof<'teacher'>, input: PutBackInput): Promise<void> {
  await inHeldCourse(proof, input, 'manage-students', async (tx, held) => {
    const member = await memberOf(tx, input);
    if (!mayManage(held.role, member.role)) throw mayNot();
    if (member.removedAt === null) return;
    const back = { removedAt: null, removedById: null };
    await change(tx, held, input.userId, back, 'person.put-back', { role: member.role });
  });
}

const notHere = () => new AppError('not-found', 'This person is not in the course any more.');

async function change(
  tx: Prisma.TransactionClient,
  held: HeldCourse,
  userId: string,
  data: Prisma.MembershipUncheckedUpdateInput,
  action: string,
  detail: Prisma.InputJsonObject,
): Promise<void> {
  const { courseId } = held;
  await tx.membership.update({ where: { courseId_userId: { courseId, userId } }, data });
  await writeAudit(tx, held, { action, subjectType: 'Membership', subjectId: userId, detail });
}
