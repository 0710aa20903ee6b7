import 'server-only';
import { countCode } from '@/lib/auth/rate-limits';
import type { Viewer } from '@/lib/auth/viewer';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { withRetry } from '@/lib/db/errors';
import type { Prisma } from '@/lib/db/generated/client';
import { databaseNow } from '../../assignments/queries/gate';
import { writeAudit } from '../../audit/commands';
import { requireLiveCourse } from '../../courses/commands/held-course';
import { stateOf } from '../../people/rules';
import { endOf } from '../rules';
import type { Joined, JoinInput, TakeSeatInput } from '../schema';

type Transaction = Prisma.TransactionClient;

const leadsNowhere = () =>
  new AppError('not-found', 'This code leads to no course, or takes nobody any more.', {
    remedy: 'Look at it again, or ask the person who gave it to you.',
  });

/** How somebody comes in: as a student of this section, with this number; null leaves what they had. */
interface Entry {
  readonly courseId: string;
  readonly title: string;
  readonly sectionId: string | null;
  readonly studentNumber: string | null;
  readonly by: Prisma.InputJsonObject;
}

/**
 * Joins a course as a student, by the code of an invitation or of a place that is kept. Who left comes back to their
 * work; who is in the course already stays what they are there. Throws AppError "not-found" for a code that leads
 * nowhere, "forbidden" for who was removed, "closed" for an archived course, "rate-limited" for too many codes that lead
 * nowhere, from this person or from this address of the network.
 */
export async function joinCourse(viewer: Viewer, { code }: JoinInput, address: string): Promise<Joined> {
  const ledSomewhere = await countCode(viewer.id, address);
  const joined = await withRetry(() =>
    db().$transaction(async (tx) => {
      const invitation = await tx.invitation.findUnique({
        where: { code },
        select: { id: true, courseId: true },
      });
      if (invitation !== null) return joinByInvitation(tx, viewer, invitation);
      const seat = await tx.seat.findUnique({ where: { code }, select: { id: true, courseId: true } });
      if (seat !== null) return joinBySeat(tx, viewer, seat);
      throw leadsNowhere();
    }),
  );
  await ledSomewhere();
  return joined;
}

/**
 * Takes a place that is kept for one's address. Throws AppError "not-found" unless a provider said that the address is
 * theirs, and as `joinCourse`.
 */
export async function takeSeat(viewer: Viewer, { seatId }: TakeSeatInput): Promise<Joined> {
  return withRetry(() =>
    db().$transaction(async (tx) => {
      const person = await tx.user.findFirst({
        where: { id: viewer.id, emailProvenAt: { not: null } },
        select: { email: true },
      });
      const seat =
        person &&
        (await tx.seat.findFirst({
          where: { id: seatId, email: person.email },
          select: { id: true, courseId: true },
        }));
      if (!seat) throw new AppError('not-found', 'No such place is kept for you.');
      return joinBySeat(tx, viewer, seat);
    }),
  );
}

interface Found {
  readonly id: string;
  readonly courseId: string;
}

async function joinByInvitation(tx: Transaction, viewer: Viewer, { id, courseId }: Found): Promise<Joined> {
  await requireLiveCourse(tx, courseId);
  // Locked: of two who take the last place at the same moment, the second finds it taken.
  await tx.$queryRaw`SELECT 1 FROM "Invitation" WHERE id = ${id}::uuid FOR UPDATE`;
  const invitation = await tx.invitation.findUnique({
    where: { id },
    include: { course: { select: { title: true } } },
  });
  if (invitation === null || endOf(invitation, await databaseNow(tx)) !== null) throw leadsNowhere();
  const joined = await enter(tx, viewer, {
    courseId,
    title: invitation.course.title,
    sectionId: invitation.sectionId,
    studentNumber: null,
    by: { invitationId: id },
  });
  if (!joined.already) await tx.invitation.update({ where: { id }, data: { uses: { increment: 1 } } });
  return joined;
}

async function joinBySeat(tx: Transaction, viewer: Viewer, { id, courseId }: Found): Promise<Joined> {
  await requireLiveCourse(tx, courseId);
  await tx.$queryRaw`SELECT 1 FROM "Seat" WHERE id = ${id}::uuid FOR UPDATE`;
  const seat = await tx.seat.findUnique({
    where: { id },
    include: { course: { select: { title: true } } },
  });
  if (seat === null) throw leadsNowhere();
  const known = await tx.membership.findUnique({
    where: { courseId_userId: { courseId, userId: viewer.id } },
    select: { role: true, removedAt: true },
  });
  // Who teaches looks at the link of a student: the place stays kept.
  if (known !== null && known.removedAt === null && known.role !== 'student')
    throw new AppError('conflict', 'This place is for a student, and you are not one in this course.');
  await tx.seat.delete({ where: { id } });
  return enter(tx, viewer, {
    courseId,
    title: seat.course.title,
    sectionId: seat.sectionId,
    studentNumber: seat.studentNumber,
    by: { seatId: id, name: seat.name, email: seat.email },
  });
}

async function enter(tx: Transaction, viewer: Viewer, entry: Entry): Promise<Joined> {
  const { courseId, title, sectionId, studentNumber, by } = entry;
  const place = { courseId, userId: viewer.id };
  // Two tabs at the same moment: one of them writes the row, and both find it.
  const { count } = await tx.membership.createMany({
    data: { ...place, role: 'student', sectionId, studentNumber },
    skipDuplicates: true,
  });
  const audit = (action: string) =>
    writeAudit(
      tx,
      { courseId, viewer },
      { action, subjectType: 'Membership', subjectId: viewer.id, detail: { by, sectionId } },
    );
  if (count === 1) {
    await audit('person.joined');
    return { courseId, title, already: false };
  }
  await tx.$queryRaw`
    SELECT 1 FROM "Membership" WHERE "courseId" = ${courseId}::uuid AND "userId" = ${viewer.id}::uuid FOR UPDATE`;
  const member = await tx.membership.findUnique({ where: { courseId_userId: place } });
  if (member === null)
    throw new AppError('conflict', `Somebody has the student number ${studentNumber} already.`);
  const state = stateOf(member);
  if (state === 'removed') {
    throw new AppError('forbidden', 'You were removed from this course.', {
      remedy: 'Ask a teacher of the course to put you back.',
    });
  }
  const own = {
    sectionId: state === 'left' ? (sectionId ?? member.sectionId) : (member.sectionId ?? sectionId),
    studentNumber: member.studentNumber ?? studentNumber,
  };
  if (state === 'left') {
    // A code makes students, whatever one was before.
    await tx.membership.update({
      where: { courseId_userId: place },
      data: { ...own, role: 'student', removedAt: null, removedById: null },
    });
    await audit('person.came-back');
  } else if (
    member.role === 'student' &&
    (own.sectionId !== member.sectionId || own.studentNumber !== member.studentNumber)
  ) {
    await tx.membership.update({ where: { courseId_userId: place }, data: own });
    await audit('person.placed');
  }
  return { courseId, title, already: state === 'in' };
}
