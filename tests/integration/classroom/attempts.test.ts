import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveDraft } from '@/lib/classroom/attempts/commands';
import {
  courseOfOwnAttempt,
  listOwnAttempts,
  reviewAttempt,
  selectOpenAttempt,
} from '@/lib/classroom/attempts/queries';
import { submitAttempt } from '@/lib/classroom/submissions/commands';
import { db } from '@/lib/db/client';
import { closeRunner } from '@/lib/exercises/runner';
import { beliefs } from '@/prisma/demo/beliefs';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { loadCatalogue, makeClass, quizSlug, start, submissionFrom, type TestClass } from './class';

connectFreshDatabase();

let one: TestClass;
let two: TestClass;
let nth = 0;
/** A class for this test alone. */
const fresh = () => {
  nth += 1;
  return makeClass(`fresh${nth}`);
};

beforeAll(async () => {
  await loadCatalogue();
  one = await makeClass('one');
  two = await makeClass('two');
});
afterAll(closeRunner);

const choice = (id: string) => ({ kind: 'choice' as const, chosen: [id] });

describe('an attempt', () => {
  it('is opened once, also by two tabs at the same moment', async () => {
    const { student } = await fresh();
    const opened = await Promise.all(Array.from({ length: 6 }, () => start(student)));
    expect(new Set(opened.map((attempt) => attempt.attemptId)).size).toBe(1);
    expect(opened[0]).toMatchObject({ number: 1, quiz: { slug: quizSlug } });
    expect(opened[0]?.questions.map((question) => question.label)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is counted on after a submission', async () => {
    const { student } = await fresh();
    const first = await start(student);
    await submitAttempt(student, submissionFrom(first, beliefs.right));
    expect((await start(student)).number).toBe(2);
  });

  it('cannot be opened at a quiz that is not there', async () => {
    const { startOrContinueAttempt } = await import('@/lib/classroom/attempts/commands');
    await expect(
      startOrContinueAttempt(one.student, { courseId: one.courseId, quizSlug: 'no-such-quiz' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the course of an attempt', () => {
  it('is told to who made it, and to nobody else', async () => {
    const { student } = await fresh();
    const { attemptId } = await start(student);
    expect(await courseOfOwnAttempt(student.viewer, attemptId)).toBe(student.courseId);
    expect(await courseOfOwnAttempt(one.student.viewer, attemptId)).toBeNull();
    expect(await courseOfOwnAttempt(student.viewer, 'no id')).toBeNull();
  });
});

describe('what reaches the browser before the submission', () => {
  it('has nothing that tells the right answers apart', async () => {
    const { student } = await fresh();
    const attempt = await start(student);
    const text = JSON.stringify(attempt);
    for (const word of [
      '"right"',
      '"expected"',
      '"reason"',
      '"key"',
      '"scene"',
      '"changes"',
      'explanation',
      'trace"',
    ]) {
      expect(text).not.toContain(word);
    }
    // Values that stand in no option and no program, but in the trace: what the names show after each step.
    const table = attempt.questions[3]?.exercise;
    expect(table?.kind).toBe('trace-table');
    expect(JSON.stringify(table)).not.toContain('[10, 2, 3]');
    if (table?.kind === 'trace-table') {
      expect(table.rows.flatMap((row) => row.cells).every((cell) => cell.given === null)).toBe(true);
    }
  });
});

describe('a draft', () => {
  it('is kept, and restored with the attempt', async () => {
    const { student, courseId } = await fresh();
    const { attemptId } = await start(student);
    const answer = { kind: 'trace-table' as const, cells: { '2.A': '[1, 2' } };
    const saved = await saveDraft(student, { courseId, attemptId, position: 4, version: 0, answer });
    expect(saved.version).toBe(1);
    const restored = await selectOpenAttempt(student, quizSlug);
    expect(restored?.questions[3]?.draft).toMatchObject({ version: 1, answer });
    const again = await saveDraft(student, { courseId, attemptId, position: 4, version: 1, answer });
    expect(again.version).toBe(2);
  });

  it('is not overwritten by a tab that has not seen it', async () => {
    const { student, courseId } = await fresh();
    const { attemptId } = await start(student);
    const draft = { courseId, attemptId, position: 1 };
    await saveDraft(student, { ...draft, version: 0, answer: choice('a') });
    const conflict = { code: 'conflict', details: { version: 1, answer: choice('a') } };
    await expect(saveDraft(student, { ...draft, version: 0, answer: choice('b') })).rejects.toMatchObject(
      conflict,
    );
    await saveDraft(student, { ...draft, version: 1, answer: choice('c') });
    await expect(saveDraft(student, { ...draft, version: 1, answer: choice('d') })).rejects.toMatchObject({
      code: 'conflict',
      details: { version: 2, answer: choice('c') },
    });
  });

  it('has one winner when tabs save at the same moment', async () => {
    const { student, courseId } = await fresh();
    const { attemptId } = await start(student);
    for (const version of [0, 1]) {
      const saves = await Promise.allSettled(
        ['a', 'b', 'c', 'd'].map((id) =>
          saveDraft(student, { courseId, attemptId, position: 1, version, answer: choice(id) }),
        ),
      );
      expect(saves.filter((save) => save.status === 'fulfilled')).toHaveLength(1);
    }
  });

  it('is refused after the submission, and for a question that is not there', async () => {
    const { student, courseId } = await fresh();
    const attempt = await start(student);
    const draft = { courseId, attemptId: attempt.attemptId, version: 0, answer: choice('a') };
    await expect(saveDraft(student, { ...draft, position: 9 })).rejects.toMatchObject({ code: 'not-found' });
    await submitAttempt(student, submissionFrom(attempt, beliefs.right));
    await expect(saveDraft(student, { ...draft, position: 1 })).rejects.toMatchObject({ code: 'closed' });
    expect(await db().draft.count({ where: { attemptId: attempt.attemptId } })).toBe(0);
  });
});

describe('a submission', () => {
  it('is marked cell by cell, with the reason at the step', async () => {
    const { student } = await fresh();
    const attempt = await start(student);
    const result = await submitAttempt(student, submissionFrom(attempt, beliefs.copies));
    // (a), (b), (c) wrong; the table as computed by hand in the tests of grading: 8.28 of 10.
    expect(result).toEqual({ status: 'accepted', attemptId: attempt.attemptId, points: 8.28, possible: 13 });
    const review = await reviewAttempt(student, attempt.attemptId);
    expect(review).toMatchObject({ points: 8.28, possible: 13, number: 1 });
    expect(review.questions.map((question) => question.points)).toEqual([0, 0, 0, 8.28]);
    const [a, b, , table] = review.questions;
    expect(a?.cells[0]).toMatchObject({
      state: 'wrong',
      given: '[1, 2, 3]',
      expected: '[10, 2, 3]',
      step: 3,
    });
    expect(b?.cells[0]).toMatchObject({ state: 'wrong', given: 'Step 4', expected: 'Step 5', step: 5 });
    expect(table?.cells.find((cell) => cell.cell === '2.count')).toMatchObject({
      state: 'wrong',
      given: '1',
      expected: '2',
      step: 2,
      reason: expect.stringContaining('`B = A`'),
    });
    expect(a?.explanation).toContain('one array');
  });

  it('names the belief behind wrong answers, and keeps it with the marks', async () => {
    const { student } = await fresh();
    const attempt = await start(student);
    await submitAttempt(student, submissionFrom(attempt, beliefs.copies));
    const { questions } = await reviewAttempt(student, attempt.attemptId);
    expect(questions[3]?.diagnosis).toMatchObject({
      misconceptions: [{ id: 'AssignmentCopiesObject', belief: expect.stringContaining('makes a copy') }],
      cells: expect.arrayContaining(['2.count', '3.A']),
      step: 2,
    });
    expect(questions[3]?.diagnosis?.confidence).toBeGreaterThanOrEqual(0.95);
    expect(questions[0]?.diagnosis?.misconceptions.map(({ id }) => id)).toEqual(['AssignmentCopiesObject']);
    expect(questions[0]?.diagnosis?.confidence).toBeLessThan(0.95);
  });

  it('names none where one cell is wrong, or none', async () => {
    for (const belief of [beliefs.right, beliefs.waitsForCollector]) {
      const { student } = await fresh();
      const attempt = await start(student);
      await submitAttempt(student, submissionFrom(attempt, belief));
      const { questions } = await reviewAttempt(student, attempt.attemptId);
      expect(questions[3]?.diagnosis).toBeNull();
    }
  });

  it('gives full marks to the right answers', async () => {
    const { student } = await fresh();
    const attempt = await start(student);
    expect(await submitAttempt(student, submissionFrom(attempt, beliefs.right))).toMatchObject({
      points: 13,
      possible: 13,
    });
  });

  it('gives none to an empty one, and stores it', async () => {
    const { student, courseId } = await fresh();
    const { attemptId } = await start(student);
    const empty = { courseId, attemptId, submissionId: randomUUID(), answers: [] };
    expect(await submitAttempt(student, empty)).toMatchObject({
      status: 'accepted',
      points: 0,
      possible: 13,
    });
    const review = await reviewAttempt(student, attemptId);
    expect(new Set(review.questions.flatMap((question) => question.cells.map((cell) => cell.state)))).toEqual(
      new Set(['blank']),
    );
  });

  it('is sent back without using the attempt when a cell cannot be read', async () => {
    const { student } = await fresh();
    const attempt = await start(student);
    const submission = submissionFrom(attempt, beliefs.right);
    const table = submission.answers[3]?.answer;
    if (table?.kind !== 'trace-table') throw new Error('no table');
    table.cells['2.count'] = 'lots';
    expect(await submitAttempt(student, submission)).toEqual({
      status: 'unreadable',
      cells: [{ position: 4, cell: '2.count', message: 'Write a whole number, such as 2.' }],
    });
    expect(await db().submission.count({ where: { attemptId: attempt.attemptId } })).toBe(0);
    table.cells['2.count'] = '2';
    expect(await submitAttempt(student, submission)).toMatchObject({ status: 'accepted', points: 13 });
  });

  it('is stored once, however often and at whatever moment it is sent', async () => {
    const { student } = await fresh();
    const attempt = await start(student);
    const submission = submissionFrom(attempt, beliefs.slip);
    const results = await Promise.all(Array.from({ length: 8 }, () => submitAttempt(student, submission)));
    results.push(await submitAttempt(student, submission));
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(results[0]?.status).toBe('accepted');
    const where = { submission: { attemptId: attempt.attemptId } };
    expect(await db().answer.count({ where })).toBe(4);
    expect(await db().marks.count({ where: { answer: where } })).toBe(4);
    // What was sent with the same id later changes nothing.
    const forged = submissionFrom(attempt, beliefs.right, submission.submissionId);
    expect(await submitAttempt(student, forged)).toEqual(results[0]);
  });

  it('has one winner when two tabs submit different answers', async () => {
    const { student } = await fresh();
    const attempt = await start(student);
    const results = await Promise.allSettled(
      [beliefs.right, beliefs.copies, beliefs.slip].map((belief) =>
        submitAttempt(student, submissionFrom(attempt, belief)),
      ),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(2);
    for (const result of refused) expect(result).toMatchObject({ reason: { code: 'closed' } });
  });

  it('takes no answer to a question that the quiz does not have, or of another kind', async () => {
    const { student } = await fresh();
    const attempt = await start(student);
    const submission = submissionFrom(attempt, beliefs.right);
    await expect(
      submitAttempt(student, { ...submission, answers: [{ position: 9, answer: choice('a') }] }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
    for (const answer of [{ kind: 'trace-table' as const, cells: {} }, choice('z')]) {
      expect(
        await submitAttempt(student, { ...submission, answers: [{ position: 1, answer }] }),
      ).toMatchObject({
        status: 'unreadable',
      });
    }
  });
});

describe('other people, and other courses', () => {
  it('cannot see, change or submit an attempt', async () => {
    const attempt = await start(one.student);
    const { attemptId } = attempt;
    const submission = submissionFrom(attempt, beliefs.right);
    const draft = { attemptId, position: 1, version: 0, answer: choice('a') };
    for (const attacker of [one.other, two.student]) {
      const { courseId } = attacker;
      const refused = { code: 'not-found' };
      await expect(saveDraft(attacker, { ...draft, courseId })).rejects.toMatchObject(refused);
      await expect(submitAttempt(attacker, { ...submission, courseId })).rejects.toMatchObject(refused);
      await expect(reviewAttempt(attacker, attemptId)).rejects.toMatchObject(refused);
    }
    // The victim's course in the input, the attacker's proof.
    await expect(saveDraft(two.student, { ...draft, courseId: one.courseId })).rejects.toMatchObject({
      code: 'not-found',
    });
    await submitAttempt(one.student, submission);
    for (const attacker of [one.other, two.student]) {
      await expect(reviewAttempt(attacker, attemptId)).rejects.toMatchObject({ code: 'not-found' });
      await expect(
        submitAttempt(attacker, { ...submission, courseId: attacker.courseId }),
      ).rejects.toMatchObject({ code: 'not-found' });
      expect(await listOwnAttempts(attacker, quizSlug)).toEqual([]);
    }
  });

  it('cannot take a submission id that is in use', async () => {
    const victim = await fresh();
    const attacker = await fresh();
    const first = submissionFrom(await start(victim.student), beliefs.right);
    await submitAttempt(victim.student, first);
    const stolen = submissionFrom(await start(attacker.student), beliefs.copies, first.submissionId);
    await expect(submitAttempt(attacker.student, stolen)).rejects.toMatchObject({ code: 'conflict' });
    expect(await selectOpenAttempt(attacker.student, quizSlug)).not.toBeNull();
  });

  it('cannot review an attempt before it is submitted', async () => {
    const { student } = await fresh();
    const { attemptId } = await start(student);
    await expect(reviewAttempt(student, attemptId)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('cannot review what is no attempt at all', async () => {
    const { student } = await fresh();
    await expect(reviewAttempt(student, 'elsewhere')).rejects.toMatchObject({ code: 'not-found' });
  });
});

it('lists the own attempts with their marks', async () => {
  const { student } = await fresh();
  await submitAttempt(student, submissionFrom(await start(student), beliefs.right));
  await start(student);
  expect(await listOwnAttempts(student, quizSlug)).toMatchObject([
    { number: 2, submittedAt: null, points: null, possible: 13 },
    { number: 1, points: 13, possible: 13 },
  ]);
});
