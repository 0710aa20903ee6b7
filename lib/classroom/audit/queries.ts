import 'server-only';
import { z } from 'zod';
import type { CourseProof } from '@/lib/auth/proof';
import { db } from '@/lib/db/client';
import { beginOf, changesIn } from './rules';
import type { AuditPage, AuditQuery } from './schema';

const rowsOfPage = 50;

/** Who changed what in a course, when and why, the newest on top: one page. */
export async function selectAudit(
  { courseId }: CourseProof<'teacher'>,
  { kind, person, from, to, after }: AuditQuery,
): Promise<AuditPage> {
  const { timeZone } = await db().course.findUniqueOrThrow({
    where: { id: courseId },
    select: { timeZone: true },
  });
  const begin = from === null ? null : beginOf(from, timeZone);
  const end = to === null ? null : beginOf(to, timeZone, 1);
  const [rows, actors] = await Promise.all([
    db().auditRow.findMany({
      where: {
        courseId,
        ...(kind !== null && { action: { startsWith: `${kind}.` } }),
        ...(person !== null && { actorId: person }),
        AND: [
          begin === null ? {} : { at: { gte: begin } },
          end === null ? {} : { at: { lt: end } },
          after === null ? {} : { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] },
        ],
      },
      include: { actor: { select: { name: true } } },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: rowsOfPage + 1,
    }),
    db().auditRow.groupBy({ by: ['actorId'], where: { courseId, actorId: { not: null } } }),
  ]);
  const shown = rows.slice(0, rowsOfPage);
  const [names, people] = await Promise.all([
    selectSubjects(courseId, shown),
    db().user.findMany({
      where: { id: { in: actors.flatMap(({ actorId }) => actorId ?? []) } },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
  ]);
  const last = shown.at(-1);
  return {
    timeZone,
    people,
    rows: shown.map(({ id, action, at, actor, subjectId, reason, detail }) => ({
      id,
      action,
      at,
      by: actor?.name ?? null,
      subject: names.get(subjectId) ?? null,
      reason,
      changes: changesIn(detail),
      detail,
    })),
    next: last !== undefined && rows.length > rowsOfPage ? `${last.at.getTime()}.${last.id}` : null,
  };
}

/** The names of what was changed, as far as it is of this course: one query a type. */
async function selectSubjects(
  courseId: string,
  rows: readonly { readonly subjectType: string; readonly subjectId: string }[],
): Promise<Map<string, string>> {
  // The table keeps them as text, since not everything that is changed has a UUID.
  const idsOf = (type: string) =>
    rows
      .filter(({ subjectType, subjectId }) => subjectType === type && z.uuid().safeParse(subjectId).success)
      .map(({ subjectId }) => subjectId);
  const [assignments, exercises, sections, members, answers] = await Promise.all([
    db().assignment.findMany({
      where: { courseId, id: { in: idsOf('Assignment') } },
      select: { id: true, title: true },
    }),
    db().exercise.findMany({
      where: { id: { in: idsOf('Exercise') }, OR: [{ courseId: null }, { courseId }] },
      select: { id: true, slug: true, current: { select: { title: true } } },
    }),
    db().section.findMany({
      where: { courseId, id: { in: idsOf('Section') } },
      select: { id: true, title: true },
    }),
    db().membership.findMany({
      where: { courseId, userId: { in: idsOf('Membership') } },
      select: { userId: true, user: { select: { name: true } } },
    }),
    db().answer.findMany({
      where: { courseId, id: { in: idsOf('Answer') } },
      select: {
        id: true,
        exerciseRevision: { select: { title: true } },
        submission: {
          select: { attempt: { select: { membership: { select: { user: { select: { name: true } } } } } } },
        },
      },
    }),
  ]);
  return new Map([
    ...[...assignments, ...sections].map(({ id, title }) => [id, title] as const),
    ...exercises.map(({ id, slug, current }) => [id, current?.title ?? slug] as const),
    ...members.map(({ userId, user }) => [userId, user.name] as const),
    ...answers.map(
      ({ id, exerciseRevision, submission }) =>
        [id, `${submission.attempt.membership.user.name}, ${exerciseRevision.title}`] as const,
    ),
  ]);
}
