/** Exercises that teachers write, where they are used: by their own course, and by no other. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeAssignment, selectChoices } from '@/lib/classroom/assignments';
import { reviewAttempt, startOrContinueAttempt, submitAttempt } from '@/lib/classroom/attempts';
import { offerExercise, publishDraft, retireExercise, saveDraft } from '@/lib/classroom/authoring';
import { listUnits, listUnitsFor } from '@/lib/classroom/catalogue';
import { catalogueFiles } from '@/lib/classroom/content/export/queries';
import {
  listCourseQuizzes,
  listOfferedQuizzes,
  retireQuiz,
  saveQuiz,
  selectCourseQuiz,
  selectOfferedQuiz,
} from '@/lib/classroom/quizzes';
import { db } from '@/lib/db/client';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { exerciseId as idOfDrafts, table } from '@/tests/unit/classroom/authoring/drafts';
import { assignmentInput } from './assigned';
import { withAuthorThreads } from './authors';
import { loadCatalogue, makeClass, type TestClass } from './class';

connectFreshDatabase();
withAuthorThreads();

let one: TestClass;
let others: TestClass;
let id: string;
beforeAll(async () => {
  await loadCatalogue();
  one = await makeClass('own');
  others = await makeClass('strangers');
  id = randomUUID();
  const draft = { ...table(), yaml: table().yaml.replace(idOfDrafts, id) };
  await saveDraft(one.teacher, { courseId: one.courseId, exerciseId: id, draft, seen: 0 });
  await publishDraft(one.teacher, { courseId: one.courseId, exerciseId: id, seen: 1 });
});

const quizOf = (course: TestClass, quizId: string) =>
  saveQuiz(course.teacher, {
    courseId: course.courseId,
    quizId,
    title: 'With our own',
    items: [{ exerciseId: id, points: 4 }],
    seen: 0,
  });
const offer = (offered: boolean) =>
  offerExercise(one.teacher, { courseId: one.courseId, exerciseId: id, offered });
const startAlone = (course: TestClass) =>
  startOrContinueAttempt(course.student, { courseId: course.courseId, quizSlug: id });
const offeredIds = async (course: TestClass) =>
  (await listOfferedQuizzes(course.student)).map(({ quizId }) => quizId);

describe('an exercise of a course', () => {
  it('is among those that its teachers put into quizzes and assignments, and not in the catalogue', async () => {
    const [own] = await listUnitsFor(one.teacher);
    expect(own).toMatchObject({
      title: 'Exercises of this course',
      exercises: [{ id, title: 'Two names', address: `/teach/${one.courseId}/exercises/${id}` }],
    });
    const choices = await selectChoices(one.teacher);
    expect(choices.exercises.map((exercise) => exercise.id)).toContain(id);
    for (const units of [await listUnits(), await listUnitsFor(others.teacher)]) {
      expect(units.flatMap(({ exercises }) => exercises.map((exercise) => exercise.id))).not.toContain(id);
    }
    expect((await selectChoices(others.teacher)).exercises.map((exercise) => exercise.id)).not.toContain(id);
    expect((await catalogueFiles()).filter(({ path }) => path.includes(one.courseId))).toEqual([]);
  });

  it('is asked by a quiz of its course, answered, marked and reviewed there', async () => {
    const quizId = randomUUID();
    await quizOf(one, quizId);
    expect(await selectCourseQuiz(one.teacher, quizId)).toMatchObject({
      items: [{ exerciseId: id, address: `/teach/${one.courseId}/exercises/${id}` }],
    });
    const attempt = await startOrContinueAttempt(one.student, { courseId: one.courseId, quizSlug: quizId });
    expect(attempt.questions).toMatchObject([{ exercise: { kind: 'trace-table', title: 'Two names' } }]);
    const answer = {
      kind: 'trace-table' as const,
      cells: { '2.A': '[1, 2]', '2.B': '[1, 2]', '3.A': '[10, 2]', '3.B': '[10, 2]' },
    };
    await submitAttempt(one.student, {
      courseId: one.courseId,
      attemptId: attempt.attemptId,
      submissionId: randomUUID(),
      answers: [{ position: 1, answer }],
    });
    expect(await reviewAttempt(one.student, attempt.attemptId)).toMatchObject({ points: 4, possible: 4 });
  });

  it('is set as an assignment by its teachers', async () => {
    const items = [{ type: 'exercise' as const, exerciseId: id, points: 3 }];
    await makeAssignment(one.teacher, await assignmentInput(one.courseId, { items }));
    expect(await db().assignmentItem.count({ where: { exerciseId: id } })).toBe(1);
    await expect(
      makeAssignment(others.teacher, await assignmentInput(others.courseId, { items })),
    ).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('is asked by no other course', async () => {
    await expect(quizOf(others, randomUUID())).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('is taken by itself by students of its course once it is offered so, and by nobody else', async () => {
    await expect(startAlone(one)).rejects.toMatchObject({ code: 'not-found' });
    expect(await offeredIds(one)).not.toContain(id);
    await offer(true);
    await offer(true);
    expect(await offeredIds(one)).toContain(id);
    expect(await offeredIds(others)).not.toContain(id);
    expect(await selectOfferedQuiz(one.student, id)).toMatchObject({
      title: 'Two names',
      questions: 1,
      possible: 10,
    });
    await expect(selectOfferedQuiz(others.student, id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await startAlone(one)).toMatchObject({ quiz: { slug: id }, questions: [{ points: 10 }] });
    await expect(startAlone(others)).rejects.toMatchObject({ code: 'not-found' });
    await offer(false);
    expect(await offeredIds(one)).not.toContain(id);
    const audit = await db().auditRow.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } });
    expect(audit.map(({ action }) => action)).toEqual([
      'exercise.published',
      'exercise.offered',
      'exercise.withheld',
    ]);
  });

  it('has a quiz of its own that no teacher changes as one of theirs', async () => {
    expect((await listCourseQuizzes(one.teacher)).map(({ quizId }) => quizId)).not.toContain(id);
    await expect(selectCourseQuiz(one.teacher, id)).rejects.toMatchObject({ code: 'not-found' });
    const stolen = {
      courseId: one.courseId,
      quizId: id,
      title: 'x',
      items: [{ exerciseId: id, points: 1 }],
      seen: 1,
    };
    await expect(saveQuiz(one.teacher, stolen)).rejects.toMatchObject({ code: 'not-found' });
    const retired = { courseId: one.courseId, quizId: id, retired: false };
    await expect(retireQuiz(one.teacher, retired)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is left alone when the catalogue is loaded', async () => {
    await offer(true);
    await loadCatalogue();
    expect(await db().exercise.findUniqueOrThrow({ where: { id } })).toMatchObject({
      courseId: one.courseId,
      retiredAt: null,
    });
    expect(await offeredIds(one)).toContain(id);
  }, 60_000);

  it('put away, is asked by nothing new, and what asks it goes on', async () => {
    const quizId = randomUUID();
    await quizOf(one, quizId);
    await retireExercise(one.teacher, { courseId: one.courseId, exerciseId: id, retired: true });
    expect(await offeredIds(one)).not.toContain(id);
    await expect(quizOf(one, randomUUID())).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(offer(true)).rejects.toMatchObject({ code: 'conflict' });
    expect(
      await startOrContinueAttempt(one.other, { courseId: one.courseId, quizSlug: quizId }),
    ).toMatchObject({
      questions: [{ exercise: { title: 'Two names' } }],
    });
  });

  it('goes with its course, whatever was answered', async () => {
    await db().$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL lastref.erase = 'on'`;
      await tx.course.delete({ where: { id: one.courseId } });
    });
    expect(await db().exercise.count({ where: { id } })).toBe(0);
  });
});
