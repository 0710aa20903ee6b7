import 'server-only';
import { may } from '@/lib/auth/policy';
import type { CourseProof } from '@/lib/auth/proof';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { stateOf } from './rules';
import { type AwaitedPerson, type PeopleFilter, type PeoplePage, type Person, peopleOnPage } from './schema';

/** One page of the people of a course. Five queries, however many people there are. */
export async function listPeople(proof: CourseProof<'teacher'>, filter: PeopleFilter): Promise<PeoplePage> {
  const { courseId } = proof;
  const [present, gone, awaited] = await Promise.all([
    db().membership.count({ where: { courseId, removedAt: null } }),
    db().membership.count({ where: { courseId, removedAt: { not: null } } }),
    db().seat.count({ where: { courseId } }),
  ]);
  const counts = { in: present, awaited, gone };
  if (filter.state === 'awaited') {
    const where = seatsWhere(courseId, filter);
    const [found, seats] = await Promise.all([db().seat.count({ where }), selectSeats(proof, where, filter)]);
    return { people: [], awaited: seats, ...pageOf(filter, found), counts };
  }
  const where = membersWhere(courseId, filter);
  const [found, people] = await Promise.all([db().membership.count({ where }), selectMembers(where, filter)]);
  return { people, awaited: [], ...pageOf(filter, found), counts };
}

const pageOf = ({ page }: PeopleFilter, found: number) => ({
  found,
  page,
  pages: Math.max(1, Math.ceil(found / peopleOnPage)),
});

const window = ({ page }: PeopleFilter) => ({ skip: (page - 1) * peopleOnPage, take: peopleOnPage });

/** What was searched for, as it stands: `%` and `_` are characters as others are. */
const like = (search: string) =>
  ({ contains: search.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' }) as const;

const ofSection = (section: string | null) =>
  section === null ? {} : { sectionId: section === 'none' ? null : section };

function membersWhere(
  courseId: string,
  { search, section, role, state }: PeopleFilter,
): Prisma.MembershipWhereInput {
  return {
    courseId,
    removedAt: state === 'in' ? null : { not: null },
    ...ofSection(section),
    ...(role !== null && { role }),
    ...(search !== '' && {
      OR: [
        { user: { name: like(search) } },
        { user: { email: like(search) } },
        { studentNumber: like(search) },
      ],
    }),
  };
}

function seatsWhere(courseId: string, { search, section }: PeopleFilter): Prisma.SeatWhereInput {
  return {
    courseId,
    ...ofSection(section),
    ...(search !== '' && {
      OR: [{ name: like(search) }, { email: like(search) }, { studentNumber: like(search) }],
    }),
  };
}

async function selectMembers(where: Prisma.MembershipWhereInput, filter: PeopleFilter): Promise<Person[]> {
  const rows = await db().membership.findMany({
    where,
    select: {
      userId: true,
      role: true,
      sectionId: true,
      studentNumber: true,
      removedAt: true,
      removedById: true,
      user: { select: { name: true, email: true } },
    },
    // By role first: who teaches stands on top.
    orderBy: [{ role: 'asc' }, { user: { name: 'asc' } }, { userId: 'asc' }],
    ...window(filter),
  });
  return rows.map(({ userId, role, sectionId, studentNumber, user, ...ending }) => ({
    userId,
    ...user,
    studentNumber,
    role,
    sectionId,
    state: stateOf({ userId, ...ending }),
    endedAt: ending.removedAt,
  }));
}

async function selectSeats(
  { role }: CourseProof,
  where: Prisma.SeatWhereInput,
  filter: PeopleFilter,
): Promise<AwaitedPerson[]> {
  const seats = await db().seat.findMany({
    where,
    select: { id: true, name: true, email: true, studentNumber: true, sectionId: true, code: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    ...window(filter),
  });
  const shown = may(role, 'manage-students');
  return seats.map(({ id, code, ...seat }) => ({ seatId: id, ...seat, code: shown ? code : null }));
}
