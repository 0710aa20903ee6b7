import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { archiveCourse, changeCourse, makeCourse } from '@/lib/classroom/courses/commands/courses';
import { makeSection } from '@/lib/classroom/courses/commands/sections';
import { courseSettings, listOwnCourses } from '@/lib/classroom/courses/queries';
import { makeCourseSchema } from '@/lib/classroom/courses/schema';
import { makeInvitation } from '@/lib/classroom/invitations/commands/invitations';
import { joinCourse } from '@/lib/classroom/invitations/commands/joining';
import { leaveCourse } from '@/lib/classroom/people/commands/leaving';
import { removePerson } from '@/lib/classroom/people/commands/people';
import { provideEnv } from '@/lib/common/env';
import { db } from '@/lib/db/client';
import { translateDatabaseError } from '@/lib/db/errors';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { auditOf, membershipOf, type Staffed, somebody, staffedCourse } from './people-of-tests';

connectFreshDatabase();

let own: Staffed;
let other: Staffed;

beforeEach(async () => {
  own = await staffedCourse('Own');
  other = await staffedCourse('Other');
});

describe('making a course', () => {
  afterEach(() => provideEnv({ LASTREF_COURSES: 'everyone' }));

  it('makes its maker the owner', async () => {
    const viewer = await somebody();
    const { courseId } = await makeCourse(viewer, { title: 'Mine', timeZone: 'Europe/Berlin' });
    expect(await membershipOf(courseId, viewer)).toMatchObject({ role: 'owner' });
    expect(await listOwnCourses(viewer)).toMatchObject([{ title: 'Mine', role: 'owner', archived: false }]);
    expect(await auditOf(courseId)).toEqual(['course.made']);
  });

  it('is for teachers where the settings say so', async () => {
    provideEnv({ LASTREF_COURSES: 'teachers' });
    const input = { title: 'Mine', timeZone: 'UTC' };
    await expect(makeCourse(own.student.viewer, input)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(makeCourse(own.assistant.viewer, input)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(makeCourse(own.teacher.viewer, input)).resolves.toBeDefined();
  });

  it.each([
    ['', 'UTC'],
    ['   ', 'UTC'],
    ['x'.repeat(121), 'UTC'],
    ['a\u0000b', 'UTC'],
    ['a\nb', 'UTC'],
    ['a\u202eb', 'UTC'],
    ['Good', 'Mars/Olympus'],
    ['Good', ''],
  ])('refuses the title %j in %j', (title, timeZone) => {
    expect(makeCourseSchema.safeParse({ title, timeZone }).success).toBe(false);
  });
});

describe('the settings of a course', () => {
  it('are changed by its teachers, with the audit of what was before', async () => {
    const { courseId } = own;
    await changeCourse(own.teacher, { courseId, title: 'New', timeZone: 'Asia/Tokyo' });
    await changeCourse(own.teacher, { courseId, title: 'New', timeZone: 'Asia/Tokyo' });
    expect(await courseSettings(own.teacher)).toMatchObject({ title: 'New', timeZone: 'Asia/Tokyo' });
    const rows = await db().auditRow.findMany({ where: { courseId } });
    expect(rows.map(({ detail }) => detail)).toEqual([
      {
        before: { title: 'Own', timeZone: 'UTC' },
        after: { title: 'New', timeZone: 'Asia/Tokyo' },
      },
    ]);
    await expect(
      changeCourse(own.assistant, { courseId, title: 'Mine', timeZone: 'UTC' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      changeCourse(own.owner, { courseId: other.courseId, title: 'Mine', timeZone: 'UTC' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('an archived course', () => {
  const archive = (archived: boolean) => archiveCourse(own.asOwner, { courseId: own.courseId, archived });

  it('is read-only for everybody, and takes work again when it is brought back', async () => {
    const { courseId } = own;
    const { code } = await makeInvitation(own.teacher, {
      courseId,
      sectionId: null,
      days: null,
      usesAllowed: null,
    });
    await archive(true);
    await archive(true);
    const closed = { code: 'closed', message: expect.stringContaining('archived') };
    await expect(makeSection(own.owner, { courseId, title: 'S' })).rejects.toMatchObject(closed);
    await expect(changeCourse(own.owner, { courseId, title: 'T', timeZone: 'UTC' })).rejects.toMatchObject(
      closed,
    );
    await expect(leaveCourse(own.student, { courseId })).rejects.toMatchObject(closed);
    await expect(removePerson(own.owner, { courseId, userId: own.student.viewer.id })).rejects.toMatchObject(
      closed,
    );
    await expect(joinCourse(await somebody(), { code }, 'here')).rejects.toMatchObject(closed);
    expect(await listOwnCourses(own.student.viewer)).toMatchObject([{ courseId, archived: true }]);
    await archive(false);
    await makeSection(own.owner, { courseId, title: 'S' });
    expect(await auditOf(courseId)).toEqual([
      'invitation.made',
      'course.archived',
      'course.restored',
      'section.made',
    ]);
  });

  it('is archived by its owners alone', async () => {
    const input = { courseId: own.courseId, archived: true };
    // Whoever got hold of a proof: the role is read again at the data.
    const proof = own.teacher as unknown as typeof own.asOwner;
    await expect(archiveCourse(proof, input)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(archiveCourse(other.asOwner, input)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('takes no row in any of its tables, whoever writes it', async () => {
    const { courseId } = own;
    const tables = await db().$queryRaw<{ name: string; kept: boolean }[]>`
      SELECT c.table_name::text AS name, EXISTS (
        SELECT FROM information_schema.triggers t
        WHERE t.event_object_table = c.table_name AND t.trigger_name = 'archived_insert'
      ) AS kept
      FROM information_schema.columns c
      WHERE c.table_schema = 'public' AND c.column_name = 'courseId'`;
    // Rows of the audit tell of archiving itself; scores follow marks, which are kept.
    expect(
      tables
        .filter(({ kept }) => !kept)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['AttemptScore', 'AuditRow']);
    await archive(true);
    const refused = async (work: Promise<unknown>) => {
      const error = await work.then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(translateDatabaseError(error)).toMatchObject({ code: 'closed' });
    };
    const userId = own.student.viewer.id;
    await refused(db().section.create({ data: { courseId, title: 'S' } }));
    await refused(
      db().membership.update({
        where: { courseId_userId: { courseId, userId } },
        data: { role: 'owner' },
      }),
    );
    await refused(db().membership.deleteMany({ where: { courseId } }));
    // Other courses are not held up, and the course may still be erased whole.
    await db().section.create({ data: { courseId: other.courseId, title: 'S' } });
    await db().auditRow.count({ where: { courseId } });
  });
});
