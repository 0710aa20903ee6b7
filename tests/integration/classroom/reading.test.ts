/** What a person has read of the lessons: kept for them alone, in their course alone. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listLessonProgress, readingInputSchema, saveReading } from '@/lib/classroom/reading';
import { submitAttempt } from '@/lib/classroom/submissions/commands';
import { db } from '@/lib/db/client';
import { closeRunner } from '@/lib/exercises/runner';
import { beliefs } from '@/prisma/demo/beliefs';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { quizSlug as lesson, loadCatalogue, makeClass, start, submissionFrom, type TestClass } from './class';

connectFreshDatabase();

let one: TestClass;
let two: TestClass;
beforeAll(async () => {
  await loadCatalogue();
  one = await makeClass('reading');
  two = await makeClass('reading elsewhere');
});
afterAll(closeRunner);

const noon = new Date('2026-03-02T12:00:00Z');
const later = new Date('2026-03-02T12:01:00Z');
const read = (mode: 'watch' | 'table' | 'quiz', step: number | null, at = noon, who = one.student) =>
  saveReading(who, { courseId: who.courseId, slug: lesson, mode, step }, at);

it('modes gather, each once; the last place is where one stopped', async () => {
  expect(await listLessonProgress(one.student)).toEqual([]);
  await read('watch', 2);
  await read('table', null);
  await read('watch', 3, later);
  expect(await listLessonProgress(one.student)).toEqual([
    {
      slug: lesson,
      title: 'Garbage collection and array references in NumPy',
      seen: ['watch', 'table'],
      last: { mode: 'watch', step: 3, at: later },
      quizDone: false,
    },
  ]);
});

it('two tabs at the same moment lose no mode of each other', async () => {
  const who = two.other;
  await Promise.all([read('watch', 1, noon, who), read('table', 1, noon, who), read('quiz', 1, noon, who)]);
  const [progress] = await listLessonProgress(who);
  expect(progress?.seen.toSorted()).toEqual(['quiz', 'table', 'watch']);
});

it('the quiz is done once an attempt is submitted, not when it is looked at', async () => {
  await read('quiz', null, later);
  expect((await listLessonProgress(one.student))[0]).toMatchObject({ quizDone: false });
  await submitAttempt(one.student, submissionFrom(await start(one.student), beliefs.copies));
  expect((await listLessonProgress(one.student))[0]).toMatchObject({ quizDone: true });
});

it('who only took the quiz has begun the lesson, and stopped nowhere', async () => {
  await submitAttempt(two.student, submissionFrom(await start(two.student), beliefs.right));
  expect(await listLessonProgress(two.student)).toMatchObject([{ seen: [], last: null, quizDone: true }]);
});

it('nobody sees what another one reads, nor what they read in another course', async () => {
  expect(await listLessonProgress(one.other)).toEqual([]);
});

it('the course of the proof counts, whatever the input names', async () => {
  const forged = { courseId: two.courseId, slug: lesson, mode: 'table', step: 1 } as const;
  await expect(saveReading(one.other, forged, noon)).rejects.toMatchObject({ code: 'not-found' });
  expect(await db().lessonProgress.count({ where: { userId: one.other.viewer.id } })).toBe(0);
});

it('an unknown lesson is refused, and so is one that is retired', async () => {
  const unknown = { courseId: one.courseId, slug: 'no-such-lesson', mode: 'watch', step: 1 } as const;
  await expect(saveReading(one.student, unknown, noon)).rejects.toMatchObject({ code: 'not-found' });
  const id = randomUUID();
  await db().lesson.create({ data: { id, slug: 'gone', retiredAt: noon } });
  await expect(saveReading(one.student, { ...unknown, slug: 'gone' }, noon)).rejects.toMatchObject({
    code: 'not-found',
  });
});

it('an unknown mode and a step below 0 never come so far', () => {
  const input = { courseId: one.courseId, slug: lesson, mode: 'watch', step: 0 };
  expect(readingInputSchema.safeParse(input).success).toBe(true);
  expect(readingInputSchema.safeParse({ ...input, mode: 'dream' }).success).toBe(false);
  expect(readingInputSchema.safeParse({ ...input, step: -1 }).success).toBe(false);
});
