import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import type { Viewer } from '@/lib/auth/viewer';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { writeAudit } from '../../audit/commands';
import { mayMakeCourses } from '../queries';
import type { ArchiveCourseInput, ChangeCourseInput, MakeCourseInput } from '../schema';
import { inHeldCourse } from './held-course';

/** A new course, whose owner is who makes it. Throws AppError "forbidden" for who makes none by the settings. */
export async function makeCourse(
  viewer: Viewer,
  { title, timeZone }: MakeCourseInput,
): Promise<{ courseId: string }> {
  if (!(await mayMakeCourses(viewer))) {
    throw new AppError('forbidden', 'Here only teachers make courses.', {
      remedy: 'Ask a teacher to make one, and to give it to you.',
    });
  }
  return db().$transaction(async (tx) => {
    const { id: courseId } = await tx.course.create({ data: { title, timeZone }, select: { id: true } });
    await tx.membership.create({ data: { courseId, userId: viewer.id, role: 'owner' } });
    await writeAudit(
      tx,
      { courseId, viewer },
      { action: 'course.made', subjectType: 'Course', subjectId: courseId, detail: { title, timeZone } },
    );
    return { courseId };
  });
}

/** Gives a course another name or time zone. Throws as `inHeldCourse`. */
export async function changeCourse(proof: CourseProof<'teacher'>, input: ChangeCourseInput): Promise<void> {
  await inHeldCourse(proof, input, 'change-course', async (tx, held) => {
    const { courseId, title, timeZone } = input;
    const before = await tx.course.findUniqueOrThrow({
      where: { id: courseId },
      select: { title: true, timeZone: true },
    });
    if (before.title === title && before.timeZone === timeZone) return;
    await tx.course.update({ where: { id: courseId }, data: { title, timeZone } });
    await writeAudit(tx, held, {
      action: 'course.changed',
      subjectType: 'Course',
      subjectId: courseId,
      detail: { before, after: { title, timeZone } },
    });
  });
}

/** Makes a course read-only for everybody, or brings it back. Done twice, it is done once. Throws as `inHeldCourse`. */
export async function archiveCourse(proof: CourseProof<'owner'>, input: ArchiveCourseInput): Promise<void> {
  await inHeldCourse(proof, input, 'archive-course', async (tx, held) => {
    const { courseId, archived } = input;
    if ((held.archivedAt !== null) === archived) return;
    await tx.course.update({
      where: { id: courseId },
      data: { archivedAt: archived ? new Date() : null },
    });
    await writeAudit(tx, held, {
      action: archived ? 'course.archived' : 'course.restored',
      subjectType: 'Course',
      subjectId: courseId,
    });
  });
}
