import 'server-only';
import { db } from '@/lib/db/client';
import type { MisconceptionId } from '@/lib/exercises/misconception-ids';
import type { StoredMark, StoredStanding } from '../rules';

type LastAttempt = NonNullable<StoredStanding['last']>;

/** The last attempt of each person at a quiz, with what is saved in it. */
export async function selectLastAttempts(
  courseId: string,
  quizId: string,
): Promise<Map<string, LastAttempt>> {
  const rows = await db().$queryRaw<
    { userId: string; openedAt: Date; submittedAt: Date | null; savedAt: Date | null; typed: string[] }[]
  >`
    SELECT DISTINCT ON (t."userId") t."userId"::text, t."openedAt", t."submittedAt", d."savedAt",
           coalesce(d.typed, '{}') AS typed
    FROM "Attempt" t
    LEFT JOIN LATERAL (
      SELECT max(d."savedAt") AS "savedAt", array_agg(r."exerciseId"::text) AS typed
      FROM "Draft" d
      JOIN "QuizRevisionItem" i ON i."quizRevisionId" = t."quizRevisionId" AND i.position = d.position
      JOIN "ExerciseRevision" r ON r.id = i."exerciseRevisionId"
      WHERE d."courseId" = t."courseId" AND d."attemptId" = t.id
    ) d ON true
    WHERE t."courseId" = ${courseId}::uuid AND t."quizId" = ${quizId}::uuid
    ORDER BY t."userId", t.number DESC`;
  return new Map(rows.map(({ userId, typed, ...last }) => [userId, { ...last, typed: new Set(typed) }]));
}

/** The marks of each person's last submitted attempt at a quiz, by person and exercise. */
export async function selectLastMarks(
  courseId: string,
  quizId: string,
): Promise<Map<string, Map<string, StoredMark>>> {
  const rows = await db().$queryRaw<
    ({ userId: string; exerciseId: string } & Omit<StoredMark, 'believes'> & {
        believes: MisconceptionId[] | null;
      })[]
  >`
    WITH last AS (
      SELECT DISTINCT ON (t."userId") t.id, t."userId"
      FROM "Attempt" t
      WHERE t."courseId" = ${courseId}::uuid AND t."quizId" = ${quizId}::uuid AND t."submittedAt" IS NOT NULL
      ORDER BY t."userId", t.number DESC
    )
    SELECT l."userId"::text, r."exerciseId"::text, m.possible::float8, m.diagnosis -> 'named' AS believes,
           -- As effectivePoints of marks/rules.ts says.
           coalesce((SELECT o.points FROM "MarksOverride" o
                     WHERE o."courseId" = a."courseId" AND o."answerId" = a.id
                     ORDER BY o.number DESC LIMIT 1), m.points)::float8 AS points
    FROM last l
    JOIN "Submission" s ON s."courseId" = ${courseId}::uuid AND s."attemptId" = l.id
    JOIN "Answer" a ON a."courseId" = s."courseId" AND a."submissionId" = s.id
    JOIN "Marks" m ON m."courseId" = a."courseId" AND m."answerId" = a.id AND m."supersededAt" IS NULL
    JOIN "ExerciseRevision" r ON r.id = a."exerciseRevisionId"`;
  const marks = new Map<string, Map<string, StoredMark>>();
  for (const { userId, exerciseId, points, possible, believes } of rows) {
    const own = marks.get(userId) ?? new Map<string, StoredMark>();
    marks.set(userId, own.set(exerciseId, { points, possible, believes: believes ?? [] }));
  }
  return marks;
}

/** Points out of those possible of each submitted attempt of each person at a quiz, in their order. */
export async function selectShares(courseId: string, quizId: string): Promise<Map<string, number[]>> {
  const rows = await db().$queryRaw<{ userId: string; shares: number[] }[]>`
    SELECT "userId", array_agg(share ORDER BY number) AS shares
    FROM (
      SELECT t."userId"::text, t.number,
             (sum(coalesce((SELECT o.points FROM "MarksOverride" o
                            WHERE o."courseId" = a."courseId" AND o."answerId" = a.id
                            ORDER BY o.number DESC LIMIT 1), m.points)) / nullif(sum(m.possible), 0))::float8 AS share
      FROM "Attempt" t
      JOIN "Submission" s ON s."courseId" = t."courseId" AND s."attemptId" = t.id
      JOIN "Answer" a ON a."courseId" = t."courseId" AND a."submissionId" = s.id
      JOIN "Marks" m ON m."courseId" = t."courseId" AND m."answerId" = a.id AND m."supersededAt" IS NULL
      WHERE t."courseId" = ${courseId}::uuid AND t."quizId" = ${quizId}::uuid
      GROUP BY t."userId", t.number
    ) attempts
    WHERE share IS NOT NULL
    GROUP BY "userId"`;
  return new Map(rows.map(({ userId, shares }) => [userId, shares]));
}
