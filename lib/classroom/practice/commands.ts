import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { withRetry } from '@/lib/db/errors';
import type { Prisma } from '@/lib/db/generated/client';
import { simulatorVersion } from '@/lib/exercises/simulator-version';
import { gradeAnswer, unreadableParts } from '@/lib/grading/grade';
import { gradingRules } from '@/lib/grading/marks';
import { withDiagnosis } from '../marks/diagnosing';
import { moveCard } from '../review/commands';
import { dueConcepts } from '../review/queries';
import { keyedPractice, practiceContent } from './questions';
import type { PracticeResult, PracticeSubmit } from './schema';

/**
 * Marks an answer to a question of practice and stores both. The first answer to a question is the one that is kept: sent
 * again, nothing more is stored. Where the question is about one concept and that is due for review, this was the review.
 * Throws AppError "not-found" for another course than the proof's, "invalid-input" for concepts that fit into no program.
 */
export async function submitPractice(
  proof: CourseProof<'student'>,
  { courseId, question, answer }: PracticeSubmit,
  now: Date,
): Promise<PracticeResult> {
  if (courseId !== proof.courseId) throw new AppError('not-found', 'There is no such course.');
  const content = await practiceContent(question);
  const keyed = await keyedPractice(content, question);
  const unreadable = unreadableParts(keyed.key, answer);
  if (unreadable.length > 0) return { status: 'unreadable', cells: unreadable };
  const marks = await withDiagnosis(
    { revisionId: keyed.exerciseRevisionId, seed: question.seed },
    keyed,
    answer,
    gradeAnswer(keyed.content.exercise, keyed.key, answer, keyed.points),
  );
  const [only, ...others] = question.concepts;
  const due =
    others.length === 0 ? (await dueConcepts(proof, now)).find(({ concept }) => concept === only) : undefined;
  await withRetry(() =>
    db().$transaction(async (tx) => {
      const { count } = await tx.practiceAnswer.createMany({
        data: {
          courseId,
          userId: proof.viewer.id,
          ...question,
          content: content as unknown as Prisma.InputJsonObject,
          simulatorVersion,
          body: answer,
          points: marks.points,
          possible: marks.possible,
          cells: [...marks.cells],
          ...(marks.diagnosis === null ? {} : { diagnosis: marks.diagnosis }),
          rules: gradingRules,
          answeredAt: now,
        },
        skipDuplicates: true,
      });
      if (count === 1 && due) await moveCard(tx, proof, due, marks, now);
    }),
  );
  return { status: 'accepted' };
}
