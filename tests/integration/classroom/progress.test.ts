import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classOverview, studentAnswers } from '@/lib/classroom/progress/queries';
import { submitAttempt } from '@/lib/classroom/submissions/commands';
import { closeRunner } from '@/lib/exercises/runner';
import { beliefs } from '@/prisma/demo/beliefs';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { loadCatalogue, makeClass, start, submissionFrom, type TestClass } from './class';

connectFreshDatabase();

let one: TestClass;
let two: TestClass;

beforeAll(async () => {
  await loadCatalogue();
  one = await makeClass('one');
  two = await makeClass('two');
  for (const belief of [beliefs.copies, beliefs.right, beliefs.delDestroys]) {
    await submitAttempt(one.student, submissionFrom(await start(one.student), belief));
  }
  await start(one.student);
  await submitAttempt(two.student, submissionFrom(await start(two.student), beliefs.slip));
});
afterAll(closeRunner);

describe('the overview of a class', () => {
  it('has each student and each question, with the best attempt and the last activity', async () => {
    const overview = await classOverview(one.teacher);
    expect(overview.course.title).toBe('one');
    // Every lesson has a quiz of its own, and its columns; the marks are those of the one that was taken.
    const taken = overview.questions.filter(({ key }) => overview.students[0]?.marks[key] != null);
    expect(taken.map((question) => question.label)).toEqual(['a', 'b', 'c', 'd']);
    expect(new Set(taken.map((question) => question.quizSlug)).size).toBe(1);
    expect(overview.students.map((student) => student.name)).toEqual(['ada', 'bela']);
    const [ada, bela] = overview.students;
    expect(ada).toMatchObject({ attempts: 3, points: 13, possible: 13 });
    expect(taken.map(({ key }) => ada?.marks[key]?.points)).toEqual([1, 1, 1, 10]);
    expect(ada?.lastActivity).toBeInstanceOf(Date);
    expect(bela).toMatchObject({ attempts: 0, points: 0, possible: 0, lastActivity: null });
  });

  it('knows nothing of other courses', async () => {
    const overview = await classOverview(two.teacher);
    expect(overview.students.map((student) => student.attempts)).toEqual([1, 0]);
  });
});

describe('the answers of one student', () => {
  it('are the submitted attempts, newest first', async () => {
    const { student, attempts } = await studentAnswers(one.teacher, one.student.viewer.id);
    expect(student.name).toBe('ada');
    expect(attempts.map((attempt) => attempt.number)).toEqual([3, 2, 1]);
    expect(attempts[2]?.questions[3]?.cells.find((cell) => cell.cell === '2.count')).toMatchObject({
      given: '1',
      state: 'wrong',
    });
  });

  it('are not shown to the teacher of another course, and teachers are no students', async () => {
    for (const userId of [one.student.viewer.id, two.teacher.viewer.id, 'x']) {
      await expect(studentAnswers(two.teacher, userId)).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});
