/** Lets the synthetic students work: everything they have handed in until now, once. */
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { isWritten, lessonQuiz } from '../written';
import { demoStudents } from './class';
import { placesToFill } from './places';
import { storeAttempts } from './store';
import { workOf } from './work';

const lock = 72_707_373;

/**
 * Fills each quiz of the course at which none of them has begun. What is there stays as it is: started again days later,
 * nothing is added to it.
 */
export async function letStudentsWork(
  courseId: string,
  students: ReadonlyMap<string, Viewer>,
  now: Date,
): Promise<void> {
  const machines = demoStudents.filter(({ email }) => students.has(email));
  // Those whose lesson quiz is written by hand say nothing of whether the others have worked at it.
  const ids = machines.flatMap(({ email }) => (isWritten(email) ? [] : (students.get(email)?.id ?? [])));
  const places = await placesToFill(courseId, ids, lessonQuiz, now);
  if (places.length === 0) return;
  const attempts = machines.flatMap((student) =>
    workOf(
      student,
      places.filter(({ isLesson }) => !(isLesson && isWritten(student.email))),
    ),
  );
  const users = new Map([...students].map(([email, { id }]) => [email, id]));
  await db().$transaction(
    async (tx) => {
      // Two starts on one database at the same moment fill it once.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lock})`;
      const quizIds = places.map(({ quizId }) => quizId);
      const begun = await tx.attempt.findMany({
        where: { courseId, quizId: { in: quizIds }, userId: { in: ids } },
        select: { quizId: true },
        distinct: ['quizId'],
      });
      const done = new Set(begun.map(({ quizId }) => quizId));
      const due = attempts.filter(({ place }) => !done.has(place.quizId));
      await storeAttempts(tx, courseId, due, users);
    },
    { timeout: 60_000 },
  );
}
