import { expect, it } from 'vitest';
import { proveMembership, selectCoursesOf } from '@/lib/auth/membership';
import { checkCredentials } from '@/lib/auth/sign-in';
import { classOverview } from '@/lib/classroom/progress/queries';
import { db } from '@/lib/db/client';
import { loadContent } from '@/lib/exercises/loader/load-content';
import { seed } from '@/prisma/seed';
import { connectFreshDatabase } from '@/tests/helpers/database';

connectFreshDatabase();

const { lessons, exercises, quizzes } = await loadContent('exercises');
const all = lessons.length + exercises.length + quizzes.length;

it('loads the catalogue without a demo course where none is wanted', async () => {
  expect(await seed({ root: '.', demo: false })).toMatchObject({ exercises: `${all} written`, accounts: [] });
  expect(await db().user.count()).toBe(0);
});

it('makes a demo course that is alive, once', async () => {
  const first = await seed({ root: '.', demo: true });
  const counts = async () => [await db().user.count(), await db().course.count(), await db().answer.count()];
  const before = await counts();
  expect(await seed({ root: '.', demo: true })).toEqual({ ...first, exercises: `${all} unchanged` });
  expect(await counts()).toEqual(before);

  expect(first.accounts.map((account) => account.role)).toEqual(['teacher', 'student']);
  for (const { role, email, password } of first.accounts) {
    const viewer = await checkCredentials({ email, password }, 'here');
    if (viewer === null) throw new Error(`${email} cannot sign in`);
    expect(await selectCoursesOf(viewer)).toMatchObject([
      // A course has an owner at all times.
      { title: 'Demo course', role: role === 'teacher' ? 'owner' : role, isDemo: true },
    ]);
  }

  const teacher = await db().user.findUniqueOrThrow({ where: { email: 'teacher@demo.lastref' } });
  const [course] = await selectCoursesOf(teacher);
  const overview = await classOverview(await proveMembership(teacher, course?.courseId ?? '', 'teacher'));
  const points = Object.fromEntries(overview.students.map((student) => [student.name, student.points]));
  expect(points['Ada (demo)']).toBe(13);
  expect(points['Bela (demo)']).toBe(13);
  expect(points['Chidi (demo)']).toBe(8.28);
  expect(points['Hana (demo)']).toBe(0);
  // Each belief is told apart from the others by what it earns.
  const earned = ['Chidi', 'Dana', 'Emre', 'Fatima', 'Goran'].map((name) => points[`${name} (demo)`]);
  expect(new Set(earned).size).toBe(earned.length);
});
