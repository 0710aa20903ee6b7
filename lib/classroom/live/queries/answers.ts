import 'server-only';
import { z } from 'zod';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { type MisconceptionId, misconceptionId } from '@/lib/exercises/misconception-ids';
import { misconceptions } from '@/lib/simulator/misconceptions';
import { reviewOf, reviewSelection } from '../../attempts/review';
import type { ReviewedQuestion } from '../../attempts/schema';
import { selectQuiz } from './board';

export const answersInputSchema = z.strictObject({
  courseId: z.uuid(),
  quiz: z.string().max(200),
  /** Exercise; every question where it is left out. */
  question: z.uuid().optional(),
  /** Those answers alone that show this misconception. */
  belief: misconceptionId.optional(),
  section: z.uuid().optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});
export type AnswersInput = z.infer<typeof answersInputSchema>;

/** What one student answered last. */
export interface StudentAnswer {
  readonly userId: string;
  readonly name: string;
  readonly submittedAt: Date;
  readonly questions: readonly ReviewedQuestion[];
}

export interface StudentAnswersPage {
  readonly quiz: string;
  readonly question: string | null;
  readonly total: number;
  readonly pages: number;
  readonly answers: readonly StudentAnswer[];
}

const perPage = 10;

export const beliefTitle = (id: MisconceptionId): string => misconceptions[id].title;

/**
 * The last submitted answers of the students to one question, or all that show one misconception. A fixed number of
 * queries a page. Throws AppError "not-found" for a quiz of another course.
 */
export async function liveAnswers(
  proof: CourseProof<'teacher'>,
  { courseId, quiz: slug, question, belief, section, page }: AnswersInput,
): Promise<StudentAnswersPage> {
  const quiz = courseId === proof.courseId ? await selectQuiz(courseId, slug) : null;
  if (quiz === null) throw new AppError('not-found', 'There is no such quiz in this course.');
  const found = await db().$queryRaw<
    { attemptId: string; userId: string; name: string; positions: number[] }[]
  >`
    WITH last AS (
      SELECT DISTINCT ON (t."userId") t.id, t."userId", u.name
      FROM "Attempt" t
      JOIN "Membership" m ON m."courseId" = t."courseId" AND m."userId" = t."userId"
        AND m.role = 'student' AND m."removedAt" IS NULL
        AND (${section ?? null}::uuid IS NULL OR m."sectionId" = ${section ?? null}::uuid)
      JOIN "User" u ON u.id = t."userId"
      WHERE t."courseId" = ${courseId}::uuid AND t."quizId" = ${quiz.id}::uuid AND t."submittedAt" IS NOT NULL
      ORDER BY t."userId", t.number DESC
    )
    SELECT l.id::text AS "attemptId", l."userId"::text, l.name, array_agg(a.position ORDER BY a.position) AS positions
    FROM last l
    JOIN "Submission" s ON s."courseId" = ${courseId}::uuid AND s."attemptId" = l.id
    JOIN "Answer" a ON a."courseId" = s."courseId" AND a."submissionId" = s.id
    JOIN "Marks" k ON k."courseId" = a."courseId" AND k."answerId" = a.id AND k."supersededAt" IS NULL
    JOIN "ExerciseRevision" r ON r.id = a."exerciseRevisionId"
    WHERE (${question ?? null}::uuid IS NULL OR r."exerciseId" = ${question ?? null}::uuid)
      AND (${belief ?? null}::text IS NULL OR k.diagnosis -> 'named' @> to_jsonb(${belief ?? null}::text))
    GROUP BY l.id, l."userId", l.name
    ORDER BY l.name, l."userId"`;
  const shown = found.slice((page - 1) * perPage, page * perPage);
  const attempts = await db().attempt.findMany({
    where: { courseId, id: { in: shown.map(({ attemptId }) => attemptId) } },
    select: reviewSelection,
  });
  const reviews = await Promise.all(attempts.map((attempt) => reviewOf(attempt)));
  return {
    quiz: quiz.title,
    question: quiz.questions.find(({ exerciseId }) => exerciseId === question)?.title ?? null,
    total: found.length,
    pages: Math.max(1, Math.ceil(found.length / perPage)),
    answers: shown.flatMap(({ attemptId, userId, name, positions }) => {
      const review = reviews.find((one) => one.attemptId === attemptId);
      if (review === undefined) return [];
      const questions = review.questions.filter(({ position }) => positions.includes(position));
      return [{ userId, name, submittedAt: review.submittedAt, questions }];
    }),
  };
}
