import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { saveDraft } from '@/lib/classroom/attempts/commands';
import { onChange, stopHearing } from '@/lib/classroom/live/changes';
import { liveAnswers } from '@/lib/classroom/live/queries/answers';
import { liveBoard } from '@/lib/classroom/live/queries/board';
import { liveChoices } from '@/lib/classroom/live/queries/quizzes';
import { submitAttempt } from '@/lib/classroom/submissions/commands';
import { databaseUrl } from '@/lib/common/env';
import { db } from '@/lib/db/client';
import { withConnection } from '@/lib/db/connection';
import { closeRunner } from '@/lib/exercises/runner';
import { beliefs } from '@/prisma/demo/beliefs';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { loadCatalogue, makeClass, quizSlug, start, submissionFrom, type TestClass } from './class';

connectFreshDatabase();

let one: TestClass;
let other: TestClass;
const ends: (() => void)[] = [];

beforeAll(async () => {
  await loadCatalogue();
  one = await makeClass('live');
  other = await makeClass('elsewhere');
});
afterEach(async () => {
  for (const end of ends.splice(0)) end();
  await stopHearing();
});
afterAll(closeRunner);

const board = (of: TestClass = one) => liveBoard(of.teacher, { courseId: of.courseId, quiz: quizSlug });

/** What is heard of a course. The first thing is always that something may have been missed. */
async function hear(courseId: string): Promise<(string | null)[]> {
  const heard: (string | null)[] = [];
  ends.push(onChange(courseId, (quizId) => heard.push(quizId)));
  await vi.waitUntil(() => heard.length > 0, { timeout: 10_000 });
  expect(heard.splice(0)).toEqual([null]);
  return heard;
}

describe('a class at work', () => {
  it('shows who has not begun, who writes, and what was submitted', async () => {
    const before = await board();
    expect(before.students.map(({ name, standing }) => [name, standing])).toEqual([
      ['ada', 'none'],
      ['bela', 'none'],
    ]);
    expect(before.questions.map(({ label }) => label)).toEqual(['a', 'b', 'c', 'd']);

    const attempt = await start(one.student);
    const submission = submissionFrom(attempt, beliefs.copies);
    const [first] = submission.answers;
    if (first === undefined) throw new Error('no question');
    await saveDraft(one.student, {
      courseId: one.courseId,
      attemptId: attempt.attemptId,
      version: 0,
      ...first,
    });
    const during = await board();
    expect(during.students[0]?.standing).toBe('working');
    expect(during.students[0]?.cells.map(({ state }) => state)).toEqual(['typed', 'open', 'open', 'open']);

    await submitAttempt(one.student, submission);
    const after = await board();
    const [ada] = after.students;
    expect(ada).toMatchObject({ standing: 'submitted', attempts: 1 });
    expect(ada?.cells.every(({ points }) => points !== null)).toBe(true);
    expect(after.beliefs).toMatchObject([
      { id: 'AssignmentCopiesObject', students: [one.student.viewer.id] },
    ]);

    // A second attempt: what was submitted stays behind the figures, and the cells show what is written now.
    await start(one.student);
    const again = await board();
    expect(again.students[0]).toMatchObject({ standing: 'working', attempts: 1 });
    expect(again.beliefs).toEqual(after.beliefs);
  });

  it('opens the answers to a question, and those that show a misconception', async () => {
    const { questions } = await board();
    const ask = (more: object) =>
      liveAnswers(one.teacher, { courseId: one.courseId, quiz: quizSlug, page: 1, ...more });
    const toTable = await ask({ question: questions[3]?.exerciseId });
    expect(toTable.question).toBe(questions[3]?.title);
    expect(toTable.answers.map(({ name, questions: [only, ...more] }) => [name, only?.label, more])).toEqual([
      ['ada', 'd', []],
    ]);
    expect((await ask({ belief: 'AssignmentCopiesObject' })).total).toBe(1);
    expect(await ask({ belief: 'CopyIsDeep' })).toMatchObject({ total: 0, pages: 1, answers: [] });
    expect(await ask({ page: 2 })).toMatchObject({ total: 1, answers: [] });
  });

  it('lists the quizzes of late for the course alone', async () => {
    expect((await liveChoices(one.teacher)).quizzes.map(({ slug, students }) => [slug, students])).toEqual([
      [quizSlug, 1],
    ]);
    expect((await liveChoices(other.teacher)).quizzes).toEqual([]);
  });

  it('is kept from those who teach another course', async () => {
    const foreign = { courseId: one.courseId, quiz: quizSlug };
    await expect(liveBoard(other.teacher, foreign)).rejects.toMatchObject({ code: 'not-found' });
    await expect(liveAnswers(other.teacher, { ...foreign, page: 1 })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await board(other)).students.every(({ standing }) => standing === 'none')).toBe(true);
  });
});

describe('what moves a class', () => {
  it('is heard within two seconds of the submission', async () => {
    const heard = await hear(other.courseId);
    const attempt = await start(other.other);
    const { id } = await db().quiz.findUniqueOrThrow({ where: { slug: quizSlug }, select: { id: true } });
    await vi.waitUntil(() => heard.length === 1, { timeout: 2_000 });
    await submitAttempt(other.other, submissionFrom(attempt, beliefs.right));
    await vi.waitUntil(() => heard.length === 2, { timeout: 2_000 });
    expect(heard).toEqual([id, id]);
  });

  it('is not heard of another course, nor of what was not committed', async () => {
    const heard = await hear(one.courseId);
    const attempt = await start(other.student);
    await expect(
      submitAttempt(other.student, { ...submissionFrom(attempt, beliefs.right), courseId: one.courseId }),
    ).rejects.toMatchObject({ code: 'not-found' });
    await submitAttempt(other.student, submissionFrom(attempt, beliefs.right));
    // PostgreSQL tells in the order of the commits: what comes last shows that nothing came before.
    await start(one.other);
    await vi.waitUntil(() => heard.length > 0, { timeout: 10_000 });
    expect(heard).toHaveLength(1);
  });

  it('is said to be missed where the connection broke, and is heard again', async () => {
    const heard = await hear(one.courseId);
    await withConnection(databaseUrl(), (client) =>
      client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE application_name = 'lastref live' AND datname = current_database()`),
    );
    await vi.waitUntil(() => heard.includes(null), { timeout: 10_000 });
    await submitAttempt(one.other, submissionFrom(await start(one.other), beliefs.right));
    await vi.waitUntil(() => heard.length === 2, { timeout: 2_000 });
  });
});
