/** Some of the synthetic students are at work whenever the app starts, so that the live view has something to show. */
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { simulatorVersion } from '@/lib/exercises/simulator-version';
import { solutionOf } from '@/lib/exercises/variant';
import { demoStudents } from './class';
import { itemsOfQuiz, questionsOf } from './places';

const minute = 60_000;
const lock = 72_707_374;

/** Of each: minutes since they began and since they changed something, and how many questions they have begun. */
const desks = [
  { began: 4, changed: 0, questions: 1 },
  { began: 9, changed: 1, questions: 2 },
  { began: 14, changed: 8, questions: 1 },
  { began: 31, changed: 22, questions: 3 },
] as const;

/**
 * Seats the first of those who have not begun at the assignment that is open longest; who sits there already has changed
 * something lately, counted from `now`. Nothing happens where no assignment is open.
 */
export async function keepStudentsAtWork(
  courseId: string,
  students: ReadonlyMap<string, Viewer>,
  now: Date,
): Promise<void> {
  const quiz = await openQuiz(courseId, now);
  if (quiz?.current == null || quiz.assignment == null) return;
  const { sharedSeed } = quiz.assignment;
  // Own variants would need a computation for each of them.
  if (sharedSeed === null) return;
  const revisionId = quiz.current.id;
  const answers = (await questionsOf(quiz.current.items, sharedSeed)).map(({ position, key }) => ({
    position,
    body: solutionOf(key),
  }));
  // Some never begin at anything: pages that have nothing of somebody are seen too.
  const ids = demoStudents.flatMap(({ email, diligence }) =>
    diligence > 0 ? (students.get(email)?.id ?? []) : [],
  );
  await db().$transaction(async (tx) => {
    // Two starts on one database at the same moment seat them once.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lock})`;
    const sitting = await attemptsOf(tx, courseId, quiz.id, ids);
    if (!sitting.some(({ submittedAt }) => submittedAt === null)) {
      const begun = new Set(sitting.map(({ userId }) => userId));
      const free = ids.filter((id) => !begun.has(id)).slice(0, desks.length);
      await tx.attempt.createMany({
        data: free.map((userId, desk) => ({
          courseId,
          userId,
          quizId: quiz.id,
          quizRevisionId: revisionId,
          number: 1,
          seed: sharedSeed,
          simulatorVersion,
          openedAt: before(now, desks[desk]?.began),
        })),
      });
    }
    const open = (await attemptsOf(tx, courseId, quiz.id, ids)).filter(({ submittedAt }) => !submittedAt);
    for (const [desk, { id }] of open.slice(0, desks.length).entries()) {
      const savedAt = before(now, desks[desk]?.changed);
      await tx.draft.createMany({
        data: answers
          .slice(0, desks[desk]?.questions)
          .map(({ position, body }) => ({ courseId, attemptId: id, position, version: 1, body, savedAt })),
        skipDuplicates: true,
      });
      await tx.draft.updateMany({ where: { courseId, attemptId: id }, data: { savedAt } });
    }
  });
}

const before = (now: Date, minutes = 0) => new Date(now.getTime() - minutes * minute);

const openQuiz = (courseId: string, now: Date) =>
  db().quiz.findFirst({
    where: {
      courseId,
      retiredAt: null,
      assignment: { opensAt: { lte: now }, dueAt: { gt: now }, archivedAt: null },
    },
    select: {
      id: true,
      current: { select: { id: true, items: itemsOfQuiz } },
      assignment: { select: { sharedSeed: true } },
    },
    orderBy: { assignment: { dueAt: 'desc' } },
  });

const attemptsOf = (
  tx: Prisma.TransactionClient,
  courseId: string,
  quizId: string,
  userIds: readonly string[],
) =>
  tx.attempt.findMany({
    where: { courseId, quizId, userId: { in: [...userIds] } },
    select: { id: true, userId: true, submittedAt: true },
    orderBy: { openedAt: 'desc' },
  });
