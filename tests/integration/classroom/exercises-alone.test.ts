/** Exercises that are answered alone, and the catalogue that lists them. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startOrContinueAttempt } from '@/lib/classroom/attempts/commands';
import { reviewAttempt } from '@/lib/classroom/attempts/queries';
import type { AttemptView, StartInput } from '@/lib/classroom/attempts/schema';
import { listUnits, selectExercise, selectStandings } from '@/lib/classroom/catalogue/queries';
import { syncContent } from '@/lib/classroom/content/commands';
import { classOverview } from '@/lib/classroom/progress/queries';
import { submitAttempt } from '@/lib/classroom/submissions/commands';
import { db } from '@/lib/db/client';
import { closeRunner } from '@/lib/exercises/runner';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { loadCatalogue, makeClass, type TestClass } from './class';

connectFreshDatabase();

const slug = 'copies/shallow-copy';
let one: TestClass;
beforeAll(async () => {
  await loadCatalogue();
  one = await makeClass('alone');
});
afterAll(closeRunner);

const open = (more: Partial<StartInput> = {}, who = one.student) =>
  startOrContinueAttempt(who, { courseId: one.courseId, quizSlug: slug, ...more });

const submit = (attempt: AttemptView, cells: Record<string, string> = {}) =>
  submitAttempt(one.student, {
    courseId: one.courseId,
    attemptId: attempt.attemptId,
    submissionId: randomUUID(),
    answers: [{ position: 1, answer: { kind: 'output', cells } }],
  });

it('the catalogue has the units in their order, each with its quiz, the easy exercises first', async () => {
  const units = await listUnits();
  expect(units.map((unit) => unit.slug).slice(0, 3)).toEqual([
    'names-and-objects',
    'reference-counts',
    'del-and-rebinding',
  ]);
  expect(units).toHaveLength(12);
  for (const unit of units) {
    expect(unit.quiz?.questions, unit.slug).toBeGreaterThan(0);
    expect(unit.title).not.toContain('-');
    const levels = unit.exercises.map((exercise) => exercise.difficulty);
    expect(levels).toEqual(levels.toSorted((a, b) => a - b));
  }
  const all = units.flatMap((unit) => unit.exercises);
  expect(all).toHaveLength(await db().exercise.count({ where: { retiredAt: null } }));
  expect(await selectExercise(slug)).toMatchObject({
    exercise: { slug, kind: 'output' },
    unit: { slug: 'copies' },
  });
  await expect(selectExercise('copies/no-such')).rejects.toMatchObject({ code: 'not-found' });
});

it('an exercise is a quiz of one question, marked out of ten, and a column of no class', async () => {
  const attempt = await open();
  expect(attempt.questions).toHaveLength(1);
  expect(attempt.quiz.slug).toBe(slug);
  const result = await submit(attempt);
  expect(result).toMatchObject({ status: 'accepted', points: 0, possible: 10 });
  expect(await reviewAttempt(one.student, attempt.attemptId)).toMatchObject({ varies: true, quiz: { slug } });
  const { questions } = await classOverview(one.teacher);
  expect(questions.map((question) => question.key).join()).not.toContain(
    attempt.questions[0]?.exercise.title,
  );
  const quizzes = await db().quiz.findMany({ where: { slug: { in: [slug] } } });
  expect(quizzes).toMatchObject([{ exerciseId: quizzes[0]?.id }]);
});

it('another attempt brings a fresh variant, or the same one where that is asked', async () => {
  const snippet = (attempt: AttemptView) => attempt.questions[0]?.exercise.snippet;
  const seedOf = async ({ attemptId }: AttemptView) =>
    (await db().attempt.findUniqueOrThrow({ where: { id: attemptId } })).seed;
  const first = await open();
  await submit(first);
  const same = await open({ variant: 'same' });
  expect(snippet(same)).toBe(snippet(first));
  expect(await seedOf(same)).toBe(await seedOf(first));
  await submit(same);
  const fresh = await open({ variant: 'fresh' });
  expect(await seedOf(fresh)).not.toBe(await seedOf(first));
  // Nobody has the variant of somebody else by asking for the same.
  const other = await open({ variant: 'same' }, one.other);
  expect(await seedOf(other)).not.toBe(await seedOf(first));
});

it('how far a person is tells the best marks and what is open, of their own attempts alone', async () => {
  const standings = await selectStandings(one.student);
  expect(standings.get(slug)).toEqual({ best: 0, submitted: 3, open: true });
  expect((await selectStandings(one.other)).get(slug)).toEqual({ best: null, submitted: 0, open: true });
  expect(standings.has('copies')).toBe(false);
});

it('loading the same content again changes nothing', async () => {
  const count = () => db().quizRevision.count();
  const before = await count();
  expect((await syncContent('exercises')).written).toBe(0);
  expect(await count()).toBe(before);
});
