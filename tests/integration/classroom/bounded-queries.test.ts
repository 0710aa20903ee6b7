/** Each list takes as many queries for many people, quizzes and assignments as for few. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { proveMembership } from '@/lib/auth/membership';
import { makeAssignment } from '@/lib/classroom/assignments/commands/assignments';
import { databaseNow } from '@/lib/classroom/assignments/queries/gate';
import { listDue } from '@/lib/classroom/assignments/queries/student';
import { listAssignments } from '@/lib/classroom/assignments/queries/teacher';
import { listOpenAttempts, listOwnAttempts } from '@/lib/classroom/attempts/queries';
import { listUnits } from '@/lib/classroom/catalogue';
import { liveBoard } from '@/lib/classroom/live/queries/board';
import { liveChoices } from '@/lib/classroom/live/queries/quizzes';
import { listPeople, peopleFilterSchema } from '@/lib/classroom/people';
import { classOverview } from '@/lib/classroom/progress';
import { saveQuiz } from '@/lib/classroom/quizzes/commands';
import { listCourseQuizzes, listOfferedQuizzes } from '@/lib/classroom/quizzes/queries';
import { listAnswered, listRegrades } from '@/lib/classroom/regrade';
import { submitAttempt } from '@/lib/classroom/submissions/commands';
import { db } from '@/lib/db/client';
import { closeRunner } from '@/lib/exercises/runner';
import { enrol, makePerson } from '@/prisma/builders';
import { beliefs } from '@/prisma/demo/beliefs';
import { countQueries } from '@/tests/helpers/count-queries';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { assignmentInput } from './assigned';
import { loadCatalogue, makeClass, quizSlug, start, submissionFrom, type TestClass } from './class';

connectFreshDatabase();

let one: TestClass;
beforeAll(async () => {
  await loadCatalogue();
  one = await makeClass('bounded');
  await grow(2);
});
afterAll(closeRunner);

/** So many more students who have answered, quizzes and assignments. */
async function grow(by: number): Promise<void> {
  const { courseId, teacher } = one;
  const { id: exerciseId } = await db().exercise.findFirstOrThrow({
    where: { currentId: { not: null } },
    select: { id: true },
  });
  for (let n = 0; n < by; n += 1) {
    const person = await makePerson({ name: `Student ${n}`, email: `${randomUUID()}@example.org` });
    await enrol(courseId, person, 'student');
    const attempt = await start(await proveMembership(person, courseId, 'student'));
    await submitAttempt(
      await proveMembership(person, courseId, 'student'),
      submissionFrom(attempt, beliefs.copies),
    );
    const items = [{ exerciseId, points: 1 }];
    await saveQuiz(teacher, { courseId, quizId: randomUUID(), title: `Quiz ${n}`, items, seen: 0 });
    await makeAssignment(teacher, await assignmentInput(courseId, { title: `Work ${n}` }));
  }
}

const lists: Readonly<Record<string, () => Promise<unknown>>> = {
  people: () => listPeople(one.teacher, peopleFilterSchema.parse({})),
  'the class': () => classOverview(one.teacher),
  'what there is to watch': () => liveChoices(one.teacher),
  'the class at work': () => liveBoard(one.teacher, { courseId: one.courseId, quiz: quizSlug }),
  'quizzes of teachers': () => listCourseQuizzes(one.teacher),
  'quizzes of students': () => listOfferedQuizzes(one.student),
  'assignments of teachers': () => listAssignments(one.teacher),
  'assignments of students': async () => listDue(one.student, await databaseNow()),
  'attempts that are open': () => listOpenAttempts(one.student),
  'attempts at a quiz': () => listOwnAttempts(one.student, quizSlug),
  'what can be graded again': () => listAnswered(one.teacher, null),
  'what was graded again': () => listRegrades(one.teacher),
  'exercises of the catalogue': () => listUnits(),
};

it('takes no more queries for ten times as many', async () => {
  const countAll = async () => {
    const counts: Record<string, number> = {};
    for (const [name, list] of Object.entries(lists)) counts[name] = await countQueries(list);
    return counts;
  };
  const few = await countAll();
  await grow(18);
  expect(await countAll()).toEqual(few);
  expect(Math.max(...Object.values(few))).toBeLessThanOrEqual(25);
}, 90_000);
