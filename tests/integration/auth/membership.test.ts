import { beforeAll, describe, expect, it } from 'vitest';
import { proveMembership, selectCoursesOf } from '@/lib/auth/membership';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { enrol, makeCourse, makePerson } from '@/prisma/builders';
import { connectFreshDatabase } from '@/tests/helpers/database';

connectFreshDatabase();

let own: string;
let other: string;
let student: Viewer;
let teacher: Viewer;
let stranger: Viewer;

beforeAll(async () => {
  own = await makeCourse('Own');
  other = await makeCourse('Other');
  student = await makePerson({ name: 'Student', email: 'student@example.org' });
  teacher = await makePerson({ name: 'Teacher', email: 'teacher@example.org' });
  stranger = await makePerson({ name: 'Stranger', email: 'stranger@example.org' });
  await enrol(own, student, 'student');
  await enrol(own, teacher, 'teacher');
  await enrol(other, stranger, 'owner');
});

describe('a proof of membership', () => {
  it('is given to who has the right', async () => {
    expect(await proveMembership(student, own, 'student')).toMatchObject({ courseId: own, role: 'student' });
    expect(await proveMembership(teacher, own, 'student')).toMatchObject({ role: 'teacher' });
    expect(await proveMembership(teacher, own, 'teacher')).toMatchObject({ role: 'teacher' });
  });

  it('is refused to a member without the right', async () => {
    await expect(proveMembership(student, own, 'teacher')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(proveMembership(teacher, own, 'owner')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('tells a stranger no more than that there is no such course', async () => {
    const messages = await Promise.all(
      [
        [stranger, own],
        [student, other],
        [student, '00000000-0000-4000-8000-000000000000'],
        [student, '\'; DROP TABLE "User"; --'],
      ].map(([viewer, course]) =>
        proveMembership(viewer as Viewer, course as string, 'student').catch((error) => [
          error.code,
          error.message,
        ]),
      ),
    );
    expect(new Set(messages.map((message) => JSON.stringify(message))).size).toBe(1);
    expect(messages[0]).toEqual(['not-found', 'There is no such course.']);
  });

  it('goes by the role that the database has now', async () => {
    const person = await makePerson({ name: 'Moved', email: 'moved@example.org' });
    await enrol(own, person, 'teacher');
    await proveMembership(person, own, 'teacher');
    await enrol(own, person, 'student');
    await expect(proveMembership(person, own, 'teacher')).rejects.toMatchObject({ code: 'forbidden' });
    await db().membership.update({
      where: { courseId_userId: { courseId: own, userId: person.id } },
      data: { removedAt: new Date() },
    });
    await expect(proveMembership(person, own, 'student')).rejects.toMatchObject({ code: 'not-found' });
    expect(await selectCoursesOf(person)).toEqual([]);
  });
});

it('lists the courses of a person', async () => {
  expect(await selectCoursesOf(student)).toEqual([
    { courseId: own, title: 'Own', role: 'student', isDemo: false },
  ]);
});
