import 'server-only';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import type { Scope, ScopeChoices } from '../schema';

/**
 * The course with what its analysis can be narrowed to. Throws AppError "not-found" for a section or an assignment that
 * is not of this course.
 */
export async function scopeChoices(courseId: string, { section, assignment }: Scope): Promise<ScopeChoices> {
  const { sections, assignments, ...course } = await db().course.findUniqueOrThrow({
    where: { id: courseId },
    select: {
      id: true,
      title: true,
      isDemo: true,
      sections: { select: { id: true, title: true }, orderBy: { title: 'asc' }, take: 500 },
      assignments: { select: { id: true, title: true }, orderBy: { opensAt: 'desc' }, take: 500 },
    },
  });
  if (section !== null && !sections.some(({ id }) => id === section))
    throw new AppError('not-found', 'There is no such section in this course.');
  if (assignment !== null && !assignments.some(({ id }) => id === assignment))
    throw new AppError('not-found', 'There is no such assignment in this course.');
  return { course, sections, assignments };
}
