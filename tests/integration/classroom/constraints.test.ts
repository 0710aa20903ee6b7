import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { enrol, makeCourse, makePerson } from '@/prisma/builders';
import { connectFreshDatabase } from '@/tests/helpers/database';

connectFreshDatabase();

const ids = {
  exercise: '3f0c7c1e-7d0e-4d57-9a6d-0f6f3f1c2b01',
  quiz: '3f0c7c1e-7d0e-4d57-9a6d-0f6f3f1c2b02',
  submission: '3f0c7c1e-7d0e-4d57-9a6d-0f6f3f1c2b03',
};
const hash = 'a'.repeat(64);
const openedAt = new Date(Date.now() - 60_000);
let course: string;
let otherCourse: string;
let userId: string;
let attempt: { courseId: string; userId: string; quizId: string; quizRevisionId: string };
let attemptId: string;
let exerciseRevisionId: string;

beforeAll(async () => {
  course = await makeCourse('One');
  otherCourse = await makeCourse('Two');
  const person = await makePerson({ name: 'Ada', email: 'ada@example.org' });
  userId = person.id;
  await enrol(course, person, 'student');
  await enrol(otherCourse, person, 'student');
  await db().exercise.create({ data: { id: ids.exercise, slug: 'u/e' } });
  const exercise = { exerciseId: ids.exercise, number: 1, hash, title: 'E', kind: 'choice', content: {} };
  ({ id: exerciseRevisionId } = await db().exerciseRevision.create({ data: exercise }));
  await db().quiz.create({ data: { id: ids.quiz, slug: 'q' } });
  const quiz = await db().quizRevision.create({
    data: {
      quizId: ids.quiz,
      number: 1,
      hash,
      title: 'Q',
      items: { create: { position: 1, exerciseRevisionId, points: 1 } },
    },
  });
  attempt = { courseId: course, userId, quizId: ids.quiz, quizRevisionId: quiz.id };
  const stored = { ...attempt, number: 1, seed: 1, simulatorVersion: '1', openedAt };
  ({ id: attemptId } = await db().attempt.create({ data: stored }));
});

const open = (more: object) =>
  db().attempt.create({ data: { ...attempt, number: 2, seed: 1, simulatorVersion: '1', ...more } });

describe('the database itself', () => {
  it('allows one open attempt for each person and quiz', async () => {
    await expect(open({})).rejects.toMatchObject({ code: 'P2002' });
    await expect(open({ courseId: otherCourse })).resolves.toBeDefined();
  });

  it('refuses an attempt in a course of which the person is no member, and one at a revision of another quiz', async () => {
    const empty = await makeCourse('Three');
    await expect(open({ courseId: empty })).rejects.toMatchObject({ code: 'P2003' });
    await expect(open({ quizId: ids.exercise, openedAt, submittedAt: new Date() })).rejects.toMatchObject({
      code: 'P2003',
    });
  });

  it('refuses rows that refer across courses', async () => {
    const draft = { attemptId, position: 1, version: 1, body: {} };
    await expect(db().draft.create({ data: { ...draft, courseId: otherCourse } })).rejects.toMatchObject({
      code: 'P2003',
    });
    await expect(
      db().submission.create({ data: { id: ids.submission, courseId: otherCourse, attemptId } }),
    ).rejects.toMatchObject({ code: 'P2003' });
  });

  it('refuses values that make no sense', async () => {
    await expect(db().user.create({ data: { name: 'X', email: 'X@example.org' } })).rejects.toThrow(
      'User_email_lower',
    );
    await expect(
      db().draft.create({ data: { courseId: course, attemptId, position: 1, version: 1, body: [] } }),
    ).rejects.toThrow('Draft_body');
    await expect(
      db().attempt.update({ where: { id: attemptId }, data: { submittedAt: new Date(0) } }),
    ).rejects.toThrow('Attempt_submitted_after_opened');
  });

  it('never changes an answer or a revision, and deletes them with their course alone, when told so', async () => {
    await db().submission.create({ data: { id: ids.submission, courseId: course, attemptId } });
    const answer = await db().answer.create({
      data: {
        courseId: course,
        submissionId: ids.submission,
        position: 1,
        exerciseRevisionId,
        body: { kind: 'x' },
      },
    });
    await db().marks.create({
      data: { courseId: course, answerId: answer.id, points: 1, possible: 1, cells: [], rules: '1' },
    });
    const never = /rows of "\w+" are never changed/;
    await expect(db().answer.update({ where: { id: answer.id }, data: { body: {} } })).rejects.toThrow(never);
    await expect(db().answer.delete({ where: { id: answer.id } })).rejects.toThrow(never);
    await expect(db().submission.delete({ where: { id: ids.submission } })).rejects.toThrow(never);
    await expect(
      db().exerciseRevision.update({ where: { id: exerciseRevisionId }, data: { title: 'Y' } }),
    ).rejects.toThrow(never);
    await expect(db().course.delete({ where: { id: course } })).rejects.toThrow(never);
    await db().$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL lastref.erase = 'on'`;
      await tx.course.delete({ where: { id: course } });
    });
    expect(await db().answer.count()).toBe(0);
    expect(await db().attempt.count({ where: { courseId: course } })).toBe(0);
    expect(await db().exerciseRevision.count()).toBe(1);
  });

  it('has one row of marks that counts for each answer', async () => {
    const submissionId = '3f0c7c1e-7d0e-4d57-9a6d-0f6f3f1c2b04';
    const second = await db().attempt.findFirstOrThrow({ where: { courseId: otherCourse } });
    await db().submission.create({ data: { id: submissionId, courseId: otherCourse, attemptId: second.id } });
    const answer = await db().answer.create({
      data: { courseId: otherCourse, submissionId, position: 1, exerciseRevisionId, body: {} },
    });
    const marks = { courseId: otherCourse, answerId: answer.id, possible: 1, cells: [], rules: '1' };
    await db().marks.create({ data: { ...marks, points: 0.5 } });
    await expect(db().marks.create({ data: { ...marks, points: 1 } })).rejects.toMatchObject({
      code: 'P2002',
    });
    await expect(
      db().marks.create({ data: { ...marks, points: 2, supersededAt: new Date() } }),
    ).rejects.toThrow('Marks_points');
  });
});
