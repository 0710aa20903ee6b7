import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { proveMembership } from '@/lib/auth/membership';
import { listOpenAttempts } from '@/lib/classroom/attempts/queries';
import { retireQuiz, saveQuiz } from '@/lib/classroom/quizzes/commands';
import {
  listCourseQuizzes,
  listOfferedQuizzes,
  selectCourseQuiz,
  selectOfferedQuiz,
} from '@/lib/classroom/quizzes/queries';
import { mostQuizzes } from '@/lib/classroom/quizzes/rules';
import { db } from '@/lib/db/client';
import { enrol, makePerson } from '@/prisma/builders';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { makeClass, type TestClass } from './class';

connectFreshDatabase();

let one: TestClass;
let exercises: string[];
beforeAll(async () => {
  one = await makeClass('quizzes');
  exercises = await Promise.all(['a', 'b'].map((slug) => makeExercise(`unit/${slug}`, slug)));
});

async function makeExercise(slug: string, hashOf: string, courseId: string | null = null): Promise<string> {
  const { id } = await db().exercise.create({ data: { id: randomUUID(), slug, courseId } });
  const data = {
    exerciseId: id,
    number: 1,
    hash: hashOf.repeat(64),
    title: slug,
    kind: 'choice',
    content: {},
  };
  const revision = await db().exerciseRevision.create({ data });
  await db().exercise.update({ where: { id }, data: { currentId: revision.id } });
  return id;
}

const input = (quizId: string, seen: number, points: number, more: object = {}) => ({
  courseId: one.courseId,
  quizId,
  title: 'Ours',
  items: exercises.map((exerciseId) => ({ exerciseId, points })),
  seen,
  ...more,
});
const listed = async (quizId: string) =>
  (await listCourseQuizzes(one.teacher)).find((quiz) => quiz.quizId === quizId);

describe('a quiz of a course', () => {
  it('is made of exercises with points, and revised by a change; the old revision stays', async () => {
    const id = randomUUID();
    await saveQuiz(one.teacher, input(id, 0, 2));
    expect(await listed(id)).toMatchObject({
      title: 'Ours',
      revision: 1,
      items: [{ points: 2 }, { points: 2 }],
    });
    await saveQuiz(one.teacher, input(id, 1, 2));
    expect(await listed(id)).toMatchObject({ revision: 1 });
    await saveQuiz(one.teacher, input(id, 1, 3.5));
    expect(await listed(id)).toMatchObject({ revision: 2, items: [{ points: 3.5 }, { points: 3.5 }] });
    const first = await db().quizRevision.findFirstOrThrow({
      where: { quizId: id, number: 1 },
      select: { items: { select: { points: true } } },
    });
    expect(first.items.map(({ points }) => points.toNumber())).toEqual([2, 2]);
    const audit = await db().auditRow.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } });
    expect(audit.map(({ action }) => action)).toEqual(['quiz.made', 'quiz.revised']);
  });

  it('asks the revisions that it was saved with, tells of newer ones, and takes them when it is saved', async () => {
    const id = randomUUID();
    await saveQuiz(one.teacher, input(id, 0, 2));
    const exerciseId = exercises[0] ?? '';
    const newer = {
      exerciseId,
      number: 2,
      hash: 'd'.repeat(64),
      title: 'newer',
      kind: 'choice',
      content: {},
    };
    const { id: currentId } = await db().exerciseRevision.create({ data: newer });
    await db().exercise.update({ where: { id: exerciseId }, data: { currentId } });
    expect(await selectCourseQuiz(one.teacher, id)).toMatchObject({
      revision: 1,
      items: [{ title: 'unit/a', outdated: true }, { outdated: false }],
    });
    await saveQuiz(one.teacher, input(id, 1, 2));
    expect(await selectCourseQuiz(one.teacher, id)).toMatchObject({
      revision: 2,
      items: [{ title: 'newer', outdated: false }, { outdated: false }],
    });
  });

  it('tells of two who change it at once the second one', async () => {
    const id = randomUUID();
    await saveQuiz(one.teacher, input(id, 0, 1));
    await expect(saveQuiz(one.teacher, input(id, 0, 2))).rejects.toMatchObject({ code: 'conflict' });
    const both = await Promise.allSettled([
      saveQuiz(one.teacher, input(id, 1, 4)),
      saveQuiz(one.teacher, input(id, 1, 5)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
  });

  it('is saved once when it is sent again, at the same moment or later, because the answer was lost', async () => {
    const id = randomUUID();
    await Promise.all([saveQuiz(one.teacher, input(id, 0, 1)), saveQuiz(one.teacher, input(id, 0, 1))]);
    await saveQuiz(one.teacher, input(id, 0, 1));
    await Promise.all([saveQuiz(one.teacher, input(id, 1, 2)), saveQuiz(one.teacher, input(id, 1, 2))]);
    await saveQuiz(one.teacher, input(id, 1, 2));
    expect(await listed(id)).toMatchObject({ revision: 2, items: [{ points: 2 }, { points: 2 }] });
    const audit = await db().auditRow.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } });
    expect(audit.map(({ action }) => action)).toEqual(['quiz.made', 'quiz.revised']);
  });

  it('is changed by its own teachers alone, and asks nothing of other courses', async () => {
    const id = randomUUID();
    await saveQuiz(one.teacher, input(id, 0, 1));
    const other = await makeClass('others');
    const theirs = { ...input(id, 1, 2), courseId: other.courseId };
    await expect(saveQuiz(other.teacher, theirs)).rejects.toMatchObject({ code: 'not-found' });
    await expect(saveQuiz(other.teacher, input(id, 1, 2))).rejects.toMatchObject({ code: 'not-found' });
    const helper = await makePerson({ name: 'helper', email: 'helper@example.org' });
    await enrol(one.courseId, helper, 'assistant');
    const assistant = await proveMembership(helper, one.courseId, 'teacher');
    await expect(saveQuiz(assistant, input(id, 1, 2))).rejects.toMatchObject({ code: 'forbidden' });
    const own = await makeExercise('theirs/c', 'c', other.courseId);
    const stolen = input(id, 1, 2, { items: [{ exerciseId: own, points: 1 }] });
    await expect(saveQuiz(one.teacher, stolen)).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await listed(id)).toMatchObject({ revision: 1 });
  });

  it('is handed in by who began it, also when it is offered no longer', async () => {
    const id = randomUUID();
    await saveQuiz(one.teacher, input(id, 0, 1));
    const { currentId } = await db().quiz.findUniqueOrThrow({ where: { id } });
    const of = { courseId: one.courseId, userId: one.student.viewer.id, quizId: id };
    await db().attempt.create({
      data: {
        ...of,
        quizRevisionId: currentId ?? '',
        number: 1,
        seed: 1,
        simulatorVersion: '0',
        openedAt: new Date(),
      },
    });
    await retireQuiz(one.teacher, { courseId: one.courseId, quizId: id, retired: true });
    expect(await listOpenAttempts(one.student)).toMatchObject([{ quiz: { slug: id, course: one.courseId } }]);
  });

  it('is one of 500 at most, so that each list of them is whole', async () => {
    const full = await makeClass('full');
    const ids = Array.from({ length: mostQuizzes - 1 }, () => randomUUID());
    await db().quiz.createMany({ data: ids.map((id) => ({ id, slug: id, courseId: full.courseId })) });
    const made = (id: string) => ({ ...input(id, 0, 1), courseId: full.courseId });
    await saveQuiz(full.teacher, made(randomUUID()));
    await expect(saveQuiz(full.teacher, made(randomUUID()))).rejects.toMatchObject({ code: 'too-large' });
  });

  it('can be offered no longer', async () => {
    const id = randomUUID();
    await saveQuiz(one.teacher, input(id, 0, 1));
    await retireQuiz(one.teacher, { courseId: one.courseId, quizId: id, retired: true });
    await retireQuiz(one.teacher, { courseId: one.courseId, quizId: id, retired: true });
    expect(await listed(id)).toMatchObject({ retired: true, revision: 1 });
    expect(await db().auditRow.count({ where: { subjectId: id, action: 'quiz.retired' } })).toBe(1);
    await expect(
      retireQuiz(one.teacher, { courseId: one.courseId, quizId: randomUUID(), retired: true }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('can be offered again, which leaves a row of its own', async () => {
    const id = randomUUID();
    await saveQuiz(one.teacher, input(id, 0, 1));
    for (const retired of [true, false, false])
      await retireQuiz(one.teacher, { courseId: one.courseId, quizId: id, retired });
    expect(await listed(id)).toMatchObject({ retired: false });
    const audit = await db().auditRow.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } });
    expect(audit.map(({ action }) => action)).toEqual(['quiz.made', 'quiz.retired', 'quiz.restored']);
  });
});

describe('a quiz of a course, for its students', () => {
  const offered = async (proof = one.student) =>
    (await listOfferedQuizzes(proof)).map(({ quizId }) => quizId);

  it('is offered in its course alone, until it is retired', async () => {
    const id = randomUUID();
    await saveQuiz(one.teacher, input(id, 0, 2.5));
    const other = await makeClass('strangers');
    expect(await offered()).toContain(id);
    expect(await offered(other.student)).toEqual([]);
    expect(await selectOfferedQuiz(one.student, id)).toMatchObject({ questions: 2, possible: 5 });
    await expect(selectOfferedQuiz(other.student, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(selectCourseQuiz(other.teacher, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(selectCourseQuiz(one.teacher, 'no-uuid')).rejects.toMatchObject({ code: 'not-found' });
    await retireQuiz(one.teacher, { courseId: one.courseId, quizId: id, retired: true });
    expect(await offered()).not.toContain(id);
    await expect(selectOfferedQuiz(one.student, id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await selectCourseQuiz(one.teacher, id)).toMatchObject({ retired: true });
  });

  it('stays in sight of who has begun it, and nobody else, when it is retired', async () => {
    const id = randomUUID();
    await saveQuiz(one.teacher, input(id, 0, 1));
    const { currentId } = await db().quiz.findUniqueOrThrow({ where: { id } });
    await db().attempt.create({
      data: {
        courseId: one.courseId,
        userId: one.student.viewer.id,
        quizId: id,
        quizRevisionId: currentId ?? '',
        number: 1,
        seed: 1,
        simulatorVersion: '1',
      },
    });
    await retireQuiz(one.teacher, { courseId: one.courseId, quizId: id, retired: true });
    expect(await selectOfferedQuiz(one.student, id)).toMatchObject({ retired: true });
    await expect(selectOfferedQuiz(one.other, id)).rejects.toMatchObject({ code: 'not-found' });
  });
});
