import 'server-only';
import { may } from '@/lib/auth/policy';
import type { CourseProof } from '@/lib/auth/proof';
import { toCsv } from '@/lib/common/csv';
import { AppError } from '@/lib/common/errors';
import { contentHash } from '@/lib/common/hash';
import { type Database, db } from '@/lib/db/client';
import { spelled } from '../invitations/code-text';
import { stateOf } from '../people/rules';
import { readRoster } from './read-roster';
import { type KnownCourse, planRoster } from './rules';
import type { PreviewRosterInput, RosterPreview } from './schema';

/**
 * What an import of this file would do, row by row; nothing is written. It reads the people of the course alone: whether
 * anybody else has an account, it does not tell. Throws AppError "invalid-input" for what is no roster, "forbidden" for
 * who does not manage students, "not-found" for another course than the proof's.
 */
export async function previewRoster(
  proof: CourseProof<'teacher'>,
  input: PreviewRosterInput,
): Promise<RosterPreview> {
  if (proof.courseId !== input.courseId) throw new AppError('not-found', 'There is no such course.');
  requireManager(proof);
  return planOf(db(), proof.courseId, input.text);
}

/** The plan for a file, with the digest of all that it says. Three queries, however long the file is. */
export async function planOf(database: Database, courseId: string, text: string): Promise<RosterPreview> {
  const { rows, bad } = readRoster(text);
  const plan = planRoster(rows, bad, await knownCourse(database, courseId));
  return { ...plan, digest: contentHash(plan) };
}

async function knownCourse(database: Database, courseId: string): Promise<KnownCourse> {
  const section = { select: { title: true } } as const;
  const members = await database.membership.findMany({
    where: { courseId },
    select: {
      userId: true,
      role: true,
      studentNumber: true,
      removedAt: true,
      removedById: true,
      section,
      user: { select: { name: true, email: true } },
    },
    orderBy: { userId: 'asc' },
  });
  const seats = await database.seat.findMany({
    where: { courseId },
    select: { id: true, name: true, email: true, studentNumber: true, section },
    orderBy: { id: 'asc' },
  });
  const sections = await database.section.findMany({ where: { courseId }, select: { title: true } });
  return {
    members: members.map(({ section: of, user, removedAt, removedById, ...member }) => ({
      ...member,
      ...user,
      section: of?.title ?? null,
      state: stateOf({ userId: member.userId, removedAt, removedById }),
    })),
    seats: seats.map(({ id, section: of, ...seat }) => ({ seatId: id, ...seat, section: of?.title ?? null })),
    sections: sections.map(({ title }) => title),
  };
}

/**
 * Everybody in the course, and the places that are kept with their codes, as CSV: what the import reads. Throws AppError
 * "forbidden" for who does not manage students.
 */
export async function exportRoster(proof: CourseProof<'teacher'>): Promise<{ csv: string }> {
  requireManager(proof);
  const { courseId } = proof;
  const section = { select: { title: true } } as const;
  const [members, seats] = await Promise.all([
    db().membership.findMany({
      where: { courseId, removedAt: null },
      select: { role: true, studentNumber: true, section, user: { select: { name: true, email: true } } },
      orderBy: [{ role: 'asc' }, { user: { name: 'asc' } }, { userId: 'asc' }],
    }),
    db().seat.findMany({
      where: { courseId },
      select: { name: true, email: true, studentNumber: true, section, code: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
  ]);
  const row = (who: { name: string; email: string }, number: string | null, of: { title: string } | null) => [
    who.name,
    who.email,
    of?.title ?? '',
    number ?? '',
  ];
  return {
    csv: toCsv([
      ['name', 'email', 'section', 'student id', 'role', 'code'],
      ...members.map((one) => [...row(one.user, one.studentNumber, one.section), one.role, '']),
      ...seats.map((one) => [...row(one, one.studentNumber, one.section), 'student', spelled(one.code)]),
    ]),
  };
}

function requireManager({ role }: CourseProof): void {
  if (!may(role, 'manage-students'))
    throw new AppError('forbidden', 'Your role in this course does not allow this.');
}
