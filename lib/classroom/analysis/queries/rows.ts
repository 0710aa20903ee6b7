/** The rows that an analysis is made of: submitted answers of the students who are in the course now. */
import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { MisconceptionId } from '@/lib/simulator/misconceptions/ids';
import type { Scope } from '../schema';

/**
 * Every marked answer with its share of the points and the mean share of the others of its attempt. Points that a teacher
 * gave by hand are left aside: they are about a person, and these figures about a question. Of attempts at an exercise all
 * that asked it.
 */
function scored(courseId: string, { section, assignment }: Scope, exerciseId: string | null): Prisma.Sql {
  const inSection = section === null ? Prisma.empty : Prisma.sql`AND s."sectionId" = ${section}::uuid`;
  const inAssignment =
    assignment === null ? Prisma.empty : Prisma.sql`AND q."assignmentId" = ${assignment}::uuid`;
  const asking =
    exerciseId === null
      ? Prisma.empty
      : Prisma.sql`AND EXISTS (
          SELECT 1 FROM "QuizRevisionItem" i JOIN "ExerciseRevision" e ON e.id = i."exerciseRevisionId"
          WHERE i."quizRevisionId" = t."quizRevisionId" AND e."exerciseId" = ${exerciseId}::uuid)`;
  return Prisma.sql`
    SELECT t."userId", t."quizId", t.id AS "attemptId", t.seed, t."submittedAt", r."exerciseId",
           a.id AS "answerId", m.id AS "marksId", m.diagnosis->'named' AS named,
           (m.points / m.possible)::float8 AS share,
           ((sum(m.points / m.possible) OVER attempt - m.points / m.possible)
             / nullif(count(*) OVER attempt - 1, 0))::float8 AS rest
    FROM "Attempt" t
    JOIN "Quiz" q ON q.id = t."quizId"
    JOIN "Membership" s ON s."courseId" = t."courseId" AND s."userId" = t."userId"
      AND s.role = 'student' AND s."removedAt" IS NULL
    JOIN "Submission" u ON u."courseId" = t."courseId" AND u."attemptId" = t.id
    JOIN "Answer" a ON a."courseId" = t."courseId" AND a."submissionId" = u.id
    JOIN "Marks" m ON m."courseId" = t."courseId" AND m."answerId" = a.id AND m."supersededAt" IS NULL
    JOIN "ExerciseRevision" r ON r.id = a."exerciseRevisionId"
    WHERE t."courseId" = ${courseId}::uuid ${inSection} ${inAssignment} ${asking}
    WINDOW attempt AS (PARTITION BY t.id)`;
}

const orders: Readonly<Record<Scope['attempt'], Prisma.Sql>> = {
  first: Prisma.sql`"submittedAt", "attemptId"`,
  last: Prisma.sql`"submittedAt" DESC, "attemptId" DESC`,
  best: Prisma.sql`share DESC, "submittedAt", "attemptId"`,
};

export interface ScoredRow {
  readonly userId: string;
  readonly exerciseId: string;
  readonly quizId: string;
  readonly share: number;
  readonly rest: number | null;
  readonly named: readonly MisconceptionId[] | null;
}

/** One answer for each student and exercise. One query. */
export function scoredRows(courseId: string, scope: Scope): Promise<ScoredRow[]> {
  return db().$queryRaw<ScoredRow[]>`
    WITH scored AS (${scored(courseId, scope, null)})
    SELECT DISTINCT ON ("userId", "exerciseId")
           "userId"::text, "exerciseId"::text, "quizId"::text, share, rest, named
    FROM scored ORDER BY "userId", "exerciseId", ${orders[scope.attempt]}`;
}

export interface AnswerRow extends Omit<ScoredRow, 'named'> {
  readonly name: string;
  readonly seed: number;
  readonly body: unknown;
  readonly drawing: number | null;
  readonly seconds: number | null;
  readonly cells: unknown;
  readonly diagnosis: unknown;
  /** The revision that its marks were derived from. */
  readonly revisionId: string;
}

/** The answer of each student to one exercise, by name. One query. */
export function answerRows(courseId: string, scope: Scope, exerciseId: string): Promise<AnswerRow[]> {
  return db().$queryRaw<AnswerRow[]>`
    WITH scored AS (${scored(courseId, scope, exerciseId)}), chosen AS (
      SELECT DISTINCT ON ("userId") * FROM scored
      WHERE "exerciseId" = ${exerciseId}::uuid
      ORDER BY "userId", ${orders[scope.attempt]}
    )
    SELECT c."userId"::text, c."exerciseId"::text, c."quizId"::text, c.share, c.rest, c.seed, p.name,
           a.body, a.drawing, a.seconds, m.cells, m.diagnosis,
           coalesce(m."exerciseRevisionId", a."exerciseRevisionId")::text AS "revisionId"
    FROM chosen c
    JOIN "User" p ON p.id = c."userId"
    JOIN "Answer" a ON a."courseId" = ${courseId}::uuid AND a.id = c."answerId"
    JOIN "Marks" m ON m."courseId" = ${courseId}::uuid AND m.id = c."marksId"
    ORDER BY p.name, c."userId"`;
}

export interface AttemptRow {
  readonly userId: string;
  readonly name: string;
  readonly named: readonly MisconceptionId[] | null;
  /** Whether the student said that this is not what they were thinking. */
  readonly denied: boolean;
}

/** Every submitted attempt at one exercise: student by student, in order. One query. */
export function attemptRows(courseId: string, scope: Scope, exerciseId: string): Promise<AttemptRow[]> {
  return db().$queryRaw<AttemptRow[]>`
    WITH scored AS (${scored(courseId, scope, exerciseId)})
    SELECT c."userId"::text, p.name, c.named, d."marksId" IS NOT NULL AS denied
    FROM scored c JOIN "User" p ON p.id = c."userId"
    LEFT JOIN "DiagnosisDenial" d ON d."courseId" = ${courseId}::uuid AND d."marksId" = c."marksId"
    WHERE c."exerciseId" = ${exerciseId}::uuid
    ORDER BY p.name, c."userId", c."submittedAt", c."attemptId"`;
}
