/** A diagnosis may be denied by the student whose answer it is about, and by nobody else. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { denyDiagnosis } from '@/lib/classroom/attempts/commands';
import { reviewAttempt, selectAttemptsOf } from '@/lib/classroom/attempts/queries';
import { submitAttempt } from '@/lib/classroom/submissions/commands';
import { db } from '@/lib/db/client';
import { closeRunner } from '@/lib/exercises/runner';
import { beliefs } from '@/prisma/demo/beliefs';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { loadCatalogue, makeClass, start, submissionFrom, type TestClass } from './class';

connectFreshDatabase();

let one: TestClass;
let attemptId: string;

beforeAll(async () => {
  await loadCatalogue();
  one = await makeClass('denial');
  const attempt = await start(one.student);
  attemptId = attempt.attemptId;
  await submitAttempt(one.student, submissionFrom(attempt, beliefs.copies));
});
afterAll(closeRunner);

/** What the student's browser sends of one question, from the page that it shows. */
async function input(position: number) {
  const { questions } = await reviewAttempt(one.student, attemptId);
  const marksId =
    questions.find((question) => question.position === position)?.diagnosis?.marksId ?? randomUUID();
  return { courseId: one.courseId, attemptId, marksId };
}
const denied = async () =>
  (await reviewAttempt(one.student, attemptId)).questions.map(({ diagnosis }) => diagnosis?.denied);

describe('a diagnosis', () => {
  it('is not denied by another student, nor in another course, nor where no belief is named', async () => {
    const theirs = await input(4);
    await expect(denyDiagnosis(one.other, theirs)).rejects.toMatchObject({ code: 'not-found' });
    const two = await makeClass('denial elsewhere');
    await expect(denyDiagnosis(two.student, theirs)).rejects.toMatchObject({ code: 'not-found' });
    const right = await start(one.other);
    await submitAttempt(one.other, submissionFrom(right, beliefs.right));
    const { attemptId: others } = right;
    // Marks without a belief, and those of somebody else under an attempt of one's own.
    const { id: unnamed } = await db().marks.findFirstOrThrow({
      where: { answer: { position: 4, submission: { attemptId: others } } },
      select: { id: true },
    });
    for (const marksId of [unnamed, theirs.marksId]) {
      const forged = { ...theirs, attemptId: others, marksId };
      await expect(denyDiagnosis(one.other, forged)).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await db().diagnosisDenial.count()).toBe(0);
  });

  it('is denied by its student, once however often it is said, and the teacher sees it', async () => {
    const before = await denied();
    expect(before[3]).toBe(false);
    const own = await input(4);
    await Promise.all([denyDiagnosis(one.student, own), denyDiagnosis(one.student, own)]);
    const after = [...before];
    after[3] = true;
    expect(await denied()).toEqual(after);
    expect(await db().diagnosisDenial.count()).toBe(1);
    const [seen] = await selectAttemptsOf(one.teacher, one.student.viewer.id);
    expect(seen?.questions[3]?.diagnosis?.denied).toBe(true);
  });
});
