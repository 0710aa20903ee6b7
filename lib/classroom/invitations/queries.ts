import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { countCode } from '@/lib/auth/rate-limits';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { endOf } from './rules';
import type { InvitationView, InvitedTo, OwnSeat } from './schema';

/** The invitations of a course, newest first. Asked with the right to manage students. */
export async function listInvitations({ courseId }: CourseProof<'teacher'>): Promise<InvitationView[]> {
  const rows = await db().invitation.findMany({
    where: { courseId },
    include: { section: { select: { title: true } }, createdBy: { select: { name: true } } },
    orderBy: [{ revokedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
    take: 100,
  });
  const now = new Date();
  return rows.map((row) => ({
    invitationId: row.id,
    code: row.code,
    section: row.section?.title ?? null,
    createdBy: row.createdBy.name,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    usesAllowed: row.usesAllowed,
    uses: row.uses,
    end: endOf(row, now),
  }));
}

/**
 * What a code leads to; null where it leads nowhere, or not any more. One answer for both: codes are secrets. Throws
 * AppError "rate-limited" for too many codes that lead nowhere.
 */
export async function lookUpCode(
  code: string,
  viewer: Viewer | null,
  address: string,
): Promise<InvitedTo | null> {
  const ledSomewhere = await countCode(viewer?.id ?? null, address);
  const found = await invitedTo(code);
  if (found !== null) await ledSomewhere();
  return found;
}

async function invitedTo(code: string): Promise<InvitedTo | null> {
  const live = { archivedAt: null };
  const shown = { course: { select: { title: true } }, section: { select: { title: true } } } as const;
  const invitation = await db().invitation.findFirst({ where: { code, course: live }, include: shown });
  if (invitation !== null) {
    if (endOf(invitation, new Date()) !== null) return null;
    return {
      title: invitation.course.title,
      section: invitation.section?.title ?? null,
      seatOf: null,
    };
  }
  const seat = await db().seat.findFirst({ where: { code, course: live }, include: shown });
  if (seat === null) return null;
  return { title: seat.course.title, section: seat.section?.title ?? null, seatOf: seat.name };
}

/** The places that are kept for this person: for their address, where a provider said that it is theirs. */
export async function listOwnSeats({ id }: Viewer): Promise<OwnSeat[]> {
  const person = await db().user.findFirst({
    where: { id, emailProvenAt: { not: null } },
    select: { email: true },
  });
  if (person === null) return [];
  const seats = await db().seat.findMany({
    where: { email: person.email, course: { archivedAt: null } },
    select: { id: true, course: { select: { title: true } }, section: { select: { title: true } } },
    orderBy: { createdAt: 'asc' },
    take: 50,
  });
  return seats.map((seat) => ({
    seatId: seat.id,
    title: seat.course.title,
    section: seat.section?.title ?? null,
  }));
}
