import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import type { Viewer } from '@/lib/auth/viewer';
import { env } from '@/lib/common/env';
import { db } from '@/lib/db/client';
import type { CourseSettings, OwnCourse } from './schema';

/** The courses that a person is in, those of now first, by title. */
export async function listOwnCourses(viewer: Viewer): Promise<OwnCourse[]> {
  const memberships = await db().membership.findMany({
    where: { userId: viewer.id, removedAt: null },
    select: {
      role: true,
      section: { select: { title: true } },
      course: { select: { id: true, title: true, isDemo: true, archivedAt: true } },
    },
    orderBy: [{ course: { archivedAt: { sort: 'asc', nulls: 'first' } } }, { course: { title: 'asc' } }],
    take: 200,
  });
  return memberships.map(({ role, section, course }) => ({
    courseId: course.id,
    title: course.title,
    role,
    section: section?.title ?? null,
    isDemo: course.isDemo,
    archived: course.archivedAt !== null,
  }));
}

/** Whether a person may make a course here: everybody, or those who teach one already. */
export async function mayMakeCourses(viewer: Viewer): Promise<boolean> {
  if (env().LASTREF_COURSES === 'everyone') return true;
  const teaching = await db().membership.count({
    where: { userId: viewer.id, removedAt: null, role: { in: ['owner', 'teacher'] } },
  });
  return teaching > 0;
}

/** The settings of a course with its sections. Two queries. */
export async function courseSettings({ courseId }: CourseProof<'teacher'>): Promise<CourseSettings> {
  const [course, sections] = await Promise.all([
    db().course.findUniqueOrThrow({
      where: { id: courseId },
      select: { title: true, timeZone: true, isDemo: true, archivedAt: true },
    }),
    db().section.findMany({
      where: { courseId },
      select: {
        id: true,
        title: true,
        _count: { select: { memberships: { where: { removedAt: null } }, seats: true } },
      },
      orderBy: { title: 'asc' },
      take: 500,
    }),
  ]);
  return {
    courseId,
    ...course,
    sections: sections.map(({ id, title, _count }) => ({
      sectionId: id,
      title,
      people: _count.memberships + _count.seats,
    })),
  };
}
