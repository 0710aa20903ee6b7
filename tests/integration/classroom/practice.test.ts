/** Practice without end and its reviews, on a real database: kept for one person in one course, marked once. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAssignment } from '@/lib/classroom/assignments';
import { listOpenAttempts, startOrContinueAttempt, submitAttempt } from '@/lib/classroom/attempts';
import { submitPractice } from '@/lib/classroom/practice/commands';
import { selectPractice } from '@/lib/classroom/practice/queries';
import {
  type PracticeQuestion,
  practiceQuestionSchema,
  practiceSubmitSchema,
} from '@/lib/classroom/practice/schema';
import { listPredictions } from '@/lib/classroom/predictions/queries';
import { dueConcepts } from '@/lib/classroom/review/queries';
import { db } from '@/lib/db/client';
import type { Answer } from '@/lib/exercises/public';
import { closeRunner } from '@/lib/exercises/runner';
import { beliefs } from '@/prisma/demo/beliefs';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { optionsOf } from '@/tests/helpers/practice';
import { assignmentInput, minutes, moveDates, submissionTo } from './assigned';
import { loadCatalogue, makeClass, start, submissionFrom, type TestClass } from './class';

connectFreshDatabase();

let one: TestClass;
let two: TestClass;
beforeAll(async () => {
  await loadCatalogue();
  one = await makeClass('practice');
  two = await makeClass('practice elsewhere');
});
afterAll(closeRunner);

const at = (text: string) => new Date(`${text}Z`);
const ask = (seed: number, more: Partial<PracticeQuestion> = {}): PracticeQuestion =>
  practiceQuestionSchema.parse({ concepts: ['views'], difficulty: 2, kind: 'choice', seed, ...more });

/** The answer that chooses the right option of a question, or a wrong one. */
function choosing({ kind: _, ...request }: PracticeQuestion, right: boolean): Answer {
  const options = optionsOf(request);
  return (right ? options.right : options.wrong).answer;
}

const submit = (question: PracticeQuestion, right: boolean, now: Date, who = one.student) =>
  submitPractice(who, { courseId: who.courseId, question, answer: choosing(question, right) }, now);

const monday = at('2026-03-02T10:00');

describe('a question of practice', () => {
  it('tells nothing of its answer before it is submitted, and all of it afterwards', async () => {
    const question = ask(1);
    const before = await selectPractice(one.student, question);
    expect(before.status).toBe('open');
    expect(JSON.stringify(before)).not.toMatch(/believes|explanation|expected|misconceptions|reason/);
    expect(await submit(question, true, monday)).toEqual({ status: 'accepted' });
    const after = await selectPractice(one.student, question);
    expect(after).toMatchObject({
      status: 'answered',
      answeredAt: monday,
      question: { points: 1, possible: 1 },
    });
  });

  it('is marked once: another answer to it changes nothing', async () => {
    const question = ask(1);
    expect(await submit(question, false, at('2026-03-02T11:00'))).toEqual({ status: 'accepted' });
    expect(await selectPractice(one.student, question)).toMatchObject({
      question: { points: 1 },
      answeredAt: monday,
    });
  });

  it('answered in two tabs at the same moment it is stored once', async () => {
    const question = ask(77, { concepts: ['loops'] });
    await Promise.all([submit(question, true, monday, two.other), submit(question, true, monday, two.other)]);
    expect(await db().practiceAnswer.count({ where: { userId: two.other.viewer.id } })).toBe(1);
  });

  it('is the same whatever the order of its concepts', async () => {
    const question = ask(2, { concepts: ['views', 'del'] });
    expect(question.concepts).toEqual(['del', 'views']);
    await submit(question, true, monday);
    expect((await selectPractice(one.student, ask(2, { concepts: ['del', 'views'] }))).status).toBe(
      'answered',
    );
  });

  it('with a table sends back what cannot be read, and stores nothing', async () => {
    const question = ask(3, { kind: 'trace-table' });
    const view = await selectPractice(one.student, question);
    if (view.question.exercise.kind !== 'trace-table') throw new Error('this is no table');
    const cell =
      view.question.exercise.rows.flatMap(({ cells }) => cells).find(({ given }) => given === null)?.id ?? '';
    const answer: Answer = { kind: 'trace-table', cells: { [cell]: 'two or three or four' } };
    const input = { courseId: one.courseId, question, answer };
    expect(await submitPractice(one.student, input, monday)).toMatchObject({
      status: 'unreadable',
      cells: [{ cell }],
    });
    expect((await selectPractice(one.student, question)).status).toBe('open');
  });

  it('is refused where its words are none of practice', () => {
    const input = { courseId: one.courseId, question: ask(1), answer: { kind: 'choice', chosen: [] } };
    expect(practiceSubmitSchema.safeParse(input).success).toBe(true);
    for (const more of [
      { concepts: [] },
      { concepts: ['views', 'views'] },
      { concepts: ['no-such'] },
      { difficulty: 6 },
      { seed: -1 },
      { kind: 'program' },
      { key: {} },
    ])
      expect(practiceSubmitSchema.safeParse({ ...input, question: { ...ask(1), ...more } }).success).toBe(
        false,
      );
  });

  it('that was answered can never be changed in the database', async () => {
    await expect(db().practiceAnswer.updateMany({ data: { points: 0 } })).rejects.toThrow(/never changed/);
    await expect(db().practiceAnswer.deleteMany({})).rejects.toThrow(/never changed/);
  });
});

describe('what another student may see and do', () => {
  it('their answers are not found: the question is open to everybody else, and in every other course', async () => {
    expect((await selectPractice(one.other, ask(1))).status).toBe('open');
    expect((await selectPractice(two.student, ask(1))).status).toBe('open');
    expect(await listPredictions(one.other)).toEqual([]);
  });

  it('a course that the proof is not for is not found, whatever the input names', async () => {
    const question = ask(9);
    const input = { courseId: one.courseId, question, answer: choosing(question, true) };
    await expect(submitPractice(two.student, input, monday)).rejects.toMatchObject({ code: 'not-found' });
    expect(await db().practiceAnswer.count({ where: { userId: two.student.viewer.id } })).toBe(0);
  });
});

describe('review', () => {
  const due = (now: Date, who = one.student) => dueConcepts(who, now);

  it('a concept that was answered wrongly comes back, is reviewed, and waits', async () => {
    expect(await due(monday)).toEqual([]);
    await submit(ask(20, { concepts: ['views', 'del'] }), false, monday);
    expect((await due(monday)).map(({ concept }) => concept)).toEqual(['del', 'views']);
    // The question of one due concept is its review; right the first time it waits three days.
    const tuesday = at('2026-03-03T09:00');
    await submit(ask(21), true, tuesday);
    expect((await due(tuesday)).map(({ concept }) => concept)).toEqual(['del']);
    expect((await due(at('2026-03-05T23:00'))).map(({ concept }) => concept)).toEqual(['del']);
    expect((await due(at('2026-03-06T00:30'))).map(({ concept }) => concept)).toEqual(['del', 'views']);
    const card = await db().reviewCard.findFirstOrThrow({
      where: { userId: one.student.viewer.id, concept: 'views' },
    });
    expect(card).toMatchObject({ reps: 1, lapses: 0, scheduledDays: 3, lastReview: tuesday });
  });

  it('practice of a concept that is not due moves no card', async () => {
    await submit(ask(22), true, at('2026-03-03T12:00'));
    const card = await db().reviewCard.findFirstOrThrow({
      where: { userId: one.student.viewer.id, concept: 'views' },
    });
    expect(card.reps).toBe(1);
  });

  it('a wrong review is for tomorrow, not for today again', async () => {
    const friday = at('2026-03-06T09:00');
    await submit(ask(23), false, friday);
    expect((await due(friday)).map(({ concept }) => concept)).toEqual(['del']);
    expect((await due(at('2026-03-07T09:00'))).map(({ concept }) => concept)).toEqual(['del', 'views']);
    const card = await db().reviewCard.findFirstOrThrow({
      where: { userId: one.student.viewer.id, concept: 'views' },
    });
    expect(card).toMatchObject({ reps: 2, lapses: 1, scheduledDays: 1 });
  });

  it('two reviews at the same moment count as one', async () => {
    const now = at('2026-03-09T09:00');
    await Promise.all([submit(ask(24), true, now), submit(ask(25), true, at('2026-03-09T09:00:01'))]);
    const card = await db().reviewCard.findFirstOrThrow({
      where: { userId: one.student.viewer.id, concept: 'views' },
    });
    expect(card.reps).toBe(3);
  });

  it("nobody else has these cards, and nobody else's answers move them", async () => {
    expect(await due(at('2026-04-01T09:00'), one.other)).toEqual([]);
    expect(await due(at('2026-04-01T09:00'), two.student)).toEqual([]);
    const before = await db().reviewCard.findMany({ orderBy: { concept: 'asc' } });
    await submit(ask(30), true, at('2026-04-01T09:00'), one.other);
    expect(await db().reviewCard.findMany({ orderBy: { concept: 'asc' } })).toEqual(before);
  });
});

describe('predictions', () => {
  it('an answer to an assignment tells nothing before its solutions do: no dot, no idea, no review', async () => {
    const who = two.student;
    const { assignmentId } = await makeAssignment(two.teacher, await assignmentInput(two.courseId));
    const attempt = await startOrContinueAttempt(who, {
      courseId: two.courseId,
      quizSlug: `assignments/${assignmentId}`,
    });
    expect(await listOpenAttempts(who)).toEqual([]);
    await submitAttempt(who, submissionTo(attempt, beliefs.copies));
    expect(await listPredictions(who)).toEqual([]);
    expect(await dueConcepts(who, new Date())).toEqual([]);
    await moveDates(assignmentId, { dueAt: minutes(-1) });
    expect((await listPredictions(who)).length).toBeGreaterThan(0);
    expect((await dueConcepts(who, new Date())).length).toBeGreaterThan(0);
  });

  it('answers to exercises and in practice stand in one list, the newest first; what was left empty does not', async () => {
    const before = (await listPredictions(one.student)).length;
    await submitAttempt(one.student, submissionFrom(await start(one.student), beliefs.copies));
    const quiz = await listPredictions(one.student);
    expect(quiz.length).toBeGreaterThan(before);
    expect(quiz.some(({ right, named }) => !right && named.includes('AssignmentCopiesObject'))).toBe(true);
    expect(quiz.map(({ at }) => at.getTime())).toEqual(
      quiz.map(({ at }) => at.getTime()).toSorted((a, b) => b - a),
    );
    const empty = await start(one.student);
    const ids = { courseId: one.courseId, attemptId: empty.attemptId, submissionId: randomUUID() };
    await submitAttempt(one.student, { ...ids, answers: [] });
    expect(await listPredictions(one.student)).toHaveLength(quiz.length);
  });

  it('an open attempt is listed for its owner alone, until it is submitted', async () => {
    const input = { courseId: one.courseId, quizSlug: 'copies/shallow-copy' };
    const open = await startOrContinueAttempt(one.student, input);
    expect(await listOpenAttempts(one.student)).toMatchObject([
      {
        attemptId: open.attemptId,
        quiz: { slug: 'copies/shallow-copy', lesson: null, exercise: true },
        questions: 1,
        drafted: 0,
      },
    ]);
    expect(await listOpenAttempts(one.other)).toEqual([]);
    const ids = { courseId: one.courseId, attemptId: open.attemptId, submissionId: randomUUID() };
    await submitAttempt(one.student, { ...ids, answers: [] });
    expect(await listOpenAttempts(one.student)).toEqual([]);
  });
});
