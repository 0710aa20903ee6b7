import { describe, expect, it } from 'vitest';
import { proveMembership, selectCoursesOf } from '@/lib/auth/membership';
import { checkCredentials } from '@/lib/auth/sign-in';
import { analyseExercise } from '@/lib/classroom/analysis/queries/item';
import { listAnalysis } from '@/lib/classroom/analysis/queries/list';
import { itemQuerySchema, listQuerySchema } from '@/lib/classroom/analysis/schema';
import { databaseNow } from '@/lib/classroom/assignments/queries/gate';
import { listDue } from '@/lib/classroom/assignments/queries/student';
import { ownTotal } from '@/lib/classroom/gradebook/own-total';
import { selectBookPage } from '@/lib/classroom/gradebook/queries/page';
import { bookQuerySchema } from '@/lib/classroom/gradebook/schema';
import { liveBoard } from '@/lib/classroom/live/queries/board';
import { classOverview } from '@/lib/classroom/progress/queries';
import { db } from '@/lib/db/client';
import { loadContent } from '@/lib/exercises/loader/load-content';
import { enrol, makeCourse, makePerson } from '@/prisma/builders';
import { removeDemoCourse, restoreDemoCourse } from '@/prisma/demo/removal';
import { seed } from '@/prisma/seed';
import { connectFreshDatabase } from '@/tests/helpers/database';

connectFreshDatabase();

/** The whole catalogue is loaded, and hundreds of answers are marked: on a busy machine that takes its time. */
const patience = 240_000;

const { lessons, exercises, quizzes } = await loadContent('exercises');
const all = lessons.length + exercises.length + quizzes.length;

it('loads the catalogue without a demo course where none is wanted', { timeout: patience }, async () => {
  expect(await seed({ root: '.', demo: false })).toMatchObject({ exercises: `${all} written`, accounts: [] });
  expect(await db().user.count()).toBe(0);
});

it('makes a demo course that is alive, once', { timeout: patience }, async () => {
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

describe('the demo course', () => {
  const course = () => db().course.findFirstOrThrow({ where: { isDemo: true }, select: { id: true } });

  it('has forty synthetic students in two sections, who cannot sign in and are called demo', async () => {
    const { id: courseId } = await course();
    const synthetic = await db().membership.findMany({
      where: { courseId, role: 'student', user: { passwordHash: null } },
      select: { user: { select: { name: true } }, section: { select: { title: true } } },
    });
    expect(synthetic).toHaveLength(40);
    expect(synthetic.every(({ user }) => user.name.endsWith(' (demo)'))).toBe(true);
    const inMonday = synthetic.filter(({ section }) => section?.title === 'Monday group');
    const inThursday = synthetic.filter(({ section }) => section?.title === 'Thursday group');
    expect([inMonday.length, inThursday.length]).toEqual([20, 20]);
  });

  it('has work that is open, due and closed, and that most have done within its time', async () => {
    const { id: courseId } = await course();
    const assignments = await db().assignment.findMany({
      where: { courseId },
      select: {
        title: true,
        opensAt: true,
        dueAt: true,
        closesAt: true,
        quiz: { select: { attempts: { select: { userId: true, openedAt: true, submittedAt: true } } } },
      },
      orderBy: { opensAt: 'asc' },
    });
    const now = Date.now();
    const phases = assignments.map(({ dueAt, closesAt }) =>
      (closesAt?.getTime() ?? 0) < now
        ? 'closed'
        : (dueAt?.getTime() ?? 0) < now + 2 * 86_400_000
          ? 'due'
          : 'open',
    );
    expect(phases).toEqual(['closed', 'due', 'open']);
    for (const { title, opensAt, closesAt, quiz } of assignments) {
      const attempts = quiz?.attempts ?? [];
      expect(title.startsWith('Demo: ')).toBe(true);
      expect(new Set(attempts.map(({ userId }) => userId)).size).toBeGreaterThanOrEqual(25);
      for (const { openedAt, submittedAt } of attempts) {
        expect(openedAt >= opensAt).toBe(true);
        // Some are at work: the next test.
        if (submittedAt === null && title.endsWith('(open)')) continue;
        expect(submittedAt !== null && submittedAt <= new Date(now)).toBe(true);
        expect(submittedAt !== null && closesAt !== null && submittedAt <= closesAt).toBe(true);
      }
    }
  });

  it('adds up to the same for each student as in the gradebook', async () => {
    const { id: courseId } = await course();
    const teacher = await db().user.findUniqueOrThrow({ where: { email: 'teacher@demo.lastref' } });
    const proof = await proveMembership(teacher, courseId, 'teacher');
    const book = await selectBookPage(proof, bookQuerySchema.parse({ courseId }));
    const now = await databaseNow();
    const own = await Promise.all(
      book.rows.map(async ({ userId, name, email }) => {
        const student = await proveMembership({ id: userId, name, email }, courseId, 'student');
        return ownTotal(await listDue(student, now));
      }),
    );
    expect(own).toEqual(book.rows.map(({ total }) => total));
    expect(own.filter((total) => total !== null && total.points > 0).length).toBeGreaterThan(25);
  });

  it('has students at work and students who are stuck, after each start anew', {
    timeout: patience,
  }, async () => {
    const { id: courseId } = await course();
    const teacher = await db().user.findUniqueOrThrow({ where: { email: 'teacher@demo.lastref' } });
    const proof = await proveMembership(teacher, courseId, 'teacher');
    const quiz = await db().quiz.findFirstOrThrow({
      where: { courseId, assignment: { title: 'Demo: references and copies (open)' } },
    });
    const standings = async () => {
      const { students } = await liveBoard(proof, { courseId, quiz: quiz.slug });
      const working = students.filter(({ standing }) => standing === 'working');
      return { working: working.length, stuck: working.filter(({ stuck }) => stuck !== null).length };
    };
    expect(await standings()).toEqual({ working: 4, stuck: 2 });
    // Hours later the app starts again.
    const earlier = new Date(Date.now() - 10 * 3_600_000);
    await db().attempt.updateMany({ where: { courseId, submittedAt: null }, data: { openedAt: earlier } });
    await db().draft.updateMany({ where: { courseId }, data: { savedAt: earlier } });
    expect(await standings()).toEqual({ working: 4, stuck: 0 });
    await seed({ root: '.', demo: true });
    expect(await standings()).toEqual({ working: 4, stuck: 2 });
  });

  it('shows beliefs that weaken from the first to the last attempt, and figures for each exercise', async () => {
    const teacher = await db().user.findUniqueOrThrow({ where: { email: 'teacher@demo.lastref' } });
    const proof = await proveMembership(teacher, (await course()).id, 'teacher');
    const { exercises } = await listAnalysis(proof, listQuerySchema.parse({}));
    const table = exercises.find(({ slug }) => slug === 'reference-counts/count-after-each-step');
    expect(table?.n).toBeGreaterThanOrEqual(25);
    expect(
      exercises.filter(({ discrimination }) => discrimination.status === 'known').length,
    ).toBeGreaterThan(8);
    const ofSlug = async (slug: string) => {
      const id = exercises.find((one) => one.slug === slug)?.exerciseId ?? '';
      return (await analyseExercise(proof, id, itemQuerySchema.parse({}))).analysis;
    };
    const { flow } = await ofSlug('names-and-objects/value-through-the-other-name');
    const copies = flow.find(({ id }) => id === 'AssignmentCopiesObject');
    expect(copies?.left.length).toBeGreaterThan(copies?.came.length ?? 0);
    const analysis = await ofSlug('reference-counts/count-after-each-step');
    expect(analysis.seconds.status).toBe('known');
    // Three variants, each with enough answers to be told of.
    expect(analysis.varies).toBe(true);
    expect(analysis.parameters.some(({ values }) => values.length > 1)).toBe(true);
    expect(analysis.parts.every(({ states }) => states.unreadable === 0)).toBe(true);
  });

  it('is removed whole, stays away, and can be brought back', { timeout: patience }, async () => {
    const { id: courseId } = await course();
    const other = await makePerson({ name: 'Owner', email: 'owner@example.org' });
    const own = await makeCourse('Own');
    await enrol(own, other, 'owner');
    expect(await removeDemoCourse()).toEqual({ people: 42 });
    expect(await removeDemoCourse()).toBeNull();
    expect(await db().course.findMany({ select: { title: true } })).toEqual([{ title: 'Own' }]);
    expect(await db().user.findMany({ select: { name: true } })).toEqual([{ name: 'Owner' }]);
    const left = [db().attempt.count(), db().answer.count(), db().marks.count(), db().assignment.count()];
    expect(await Promise.all(left)).toEqual([0, 0, 0, 0]);
    expect(await seed({ root: '.', demo: true })).toMatchObject({ accounts: [], demo: 'no demo course' });
    expect(await db().course.count()).toBe(1);
    expect(await restoreDemoCourse()).toBe(true);
    expect(await restoreDemoCourse()).toBe(false);
    expect((await seed({ root: '.', demo: true })).accounts).toHaveLength(2);
    expect((await course()).id).not.toBe(courseId);
  });
});
