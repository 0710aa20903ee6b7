import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { hasRight, type Right, type Role } from './policy';
import type { CourseProof } from './proof';
import { requireUser } from './session';
import type { Viewer } from './viewer';

/**
 * Proof of a right in a course. Throws AppError "not-found" for who is not in the course, as for a course
 * that does not exist, and "forbidden" for a member without the right.
 */
export async function proveMembership<R extends Right>(
  viewer: Viewer,
  courseId: string,
  right: R,
): Promise<CourseProof<R>> {
  const membership = z.uuid().safeParse(courseId).success
    ? await db().membership.findFirst({
        where: { courseId, userId: viewer.id, removedAt: null },
        select: { role: true },
      })
    : null;
  if (membership === null) throw new AppError('not-found', 'There is no such course.');
  if (!hasRight(membership.role, right))
    throw new AppError('forbidden', 'Your role in this course does not allow this.');
  return { viewer, courseId, role: membership.role } as CourseProof<R>;
}

/** Proof for the person who is signed in. Throws as `requireUser` and `proveMembership` do. */
export async function requireMembership<R extends Right>(
  courseId: string,
  right: R,
): Promise<CourseProof<R>> {
  return proveMembership(await requireUser(), courseId, right);
}

export interface CourseOfViewer {
  readonly courseId: string;
  readonly title: string;
  readonly role: Role;
  readonly isDemo: boolean;
}

/** The courses that a person is in, by title. */
export async function selectCoursesOf(viewer: Viewer): Promise<CourseOfViewer[]> {
  const memberships = await db().membership.findMany({
    where: { userId: viewer.id, removedAt: null, course: { archivedAt: null } },
    select: { role: true, course: { select: { id: true, title: true, isDemo: true } } },
    orderBy: { course: { title: 'asc' } },
    take: 200,
  });
  return memberships.map(({ role, course }) => ({
    courseId: course.id,
    title: course.title,
    role,
    isDemo: course.isDemo,
  }));
}
