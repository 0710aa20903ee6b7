/** Writes attempts that were submitted before, with their answers and marks: a few statements for all of them. */
import { randomUUID } from 'node:crypto';
import type { Prisma } from '@/lib/db/generated/client';
import { simulatorVersion } from '@/lib/exercises/simulator-version';
import { gradingRules } from '@/lib/grading/marks';
import type { DemoAttempt } from './work';

/** `users` gives the id of a student's account by the email address. */
export async function storeAttempts(
  tx: Prisma.TransactionClient,
  courseId: string,
  attempts: readonly DemoAttempt[],
  users: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = attempts.map((attempt) => ({
    ...attempt,
    attemptId: randomUUID(),
    submissionId: randomUUID(),
  }));
  await tx.attempt.createMany({
    data: rows.map(({ attemptId, student, place, number, seed, openedAt, submittedAt }) => ({
      id: attemptId,
      courseId,
      userId: users.get(student.email) ?? '',
      quizId: place.quizId,
      quizRevisionId: place.quizRevisionId,
      number,
      seed,
      simulatorVersion,
      openedAt,
      submittedAt,
    })),
  });
  await tx.submission.createMany({
    data: rows.map(({ submissionId, attemptId, submittedAt }) => ({
      id: submissionId,
      courseId,
      attemptId,
      submittedAt,
    })),
  });
  const answers = rows.flatMap(({ submissionId, submittedAt, answers: all }) =>
    all.map((one) => ({ ...one, answerId: randomUUID(), submissionId, submittedAt })),
  );
  await tx.answer.createMany({
    data: answers.map(({ answerId, submissionId, question, answer, seconds }) => ({
      id: answerId,
      courseId,
      submissionId,
      position: question.position,
      exerciseRevisionId: question.exerciseRevisionId,
      body: answer,
      drawing: question.drawing,
      seconds,
    })),
  });
  await tx.marks.createMany({
    data: answers.map(({ answerId, submittedAt, marks }) => ({
      courseId,
      answerId,
      points: marks.points,
      possible: marks.possible,
      cells: [...marks.cells],
      ...(marks.diagnosis === null ? {} : { diagnosis: marks.diagnosis }),
      rules: gradingRules,
      gradedAt: submittedAt,
    })),
  });
}
