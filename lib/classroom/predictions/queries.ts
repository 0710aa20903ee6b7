import 'server-only';
import { z } from 'zod';
import type { CourseProof } from '@/lib/auth/proof';
import { db } from '@/lib/db/client';
import { databaseNow, listDue } from '../assignments';
import { type Prediction, predictionSchema } from './schema';

/** Answers that are looked at: what lies further back says little about today. */
const newest = 400;

const rowSchema = predictionSchema.extend({ assignmentId: z.string().nullable() });

/**
 * The person's newest marked answers, to exercises and in practice, the last one first. An answer that was left empty is
 * no prediction, and one to an assignment is told as soon as its solutions are. One query where none is to an assignment.
 */
export async function listPredictions(proof: CourseProof<'student'>): Promise<Prediction[]> {
  const { courseId, viewer } = proof;
  const rows = await db().$queryRaw`
    WITH marked AS (
      SELECT q."assignmentId"::text, s."submittedAt" AS at, r.content #> '{exercise}' AS exercise, m.cells, m.diagnosis
      FROM "Attempt" t
      JOIN "Quiz" q ON q.id = t."quizId"
      JOIN "Submission" s ON s."courseId" = t."courseId" AND s."attemptId" = t.id
      JOIN "Answer" a ON a."courseId" = t."courseId" AND a."submissionId" = s.id
      JOIN "Marks" m ON m."courseId" = t."courseId" AND m."answerId" = a.id AND m."supersededAt" IS NULL
      JOIN "ExerciseRevision" r ON r.id = coalesce(m."exerciseRevisionId", a."exerciseRevisionId")
      WHERE t."courseId" = ${courseId}::uuid AND t."userId" = ${viewer.id}::uuid
      UNION ALL
      SELECT NULL, p."answeredAt", p.content #> '{exercise}', p.cells, p.diagnosis
      FROM "PracticeAnswer" p
      WHERE p."courseId" = ${courseId}::uuid AND p."userId" = ${viewer.id}::uuid
    )
    SELECT "assignmentId", at, exercise -> 'concepts' AS concepts,
           NOT jsonb_path_exists(cells, '$[*] ? (@.state != "correct")') AS right,
           coalesce(diagnosis -> 'named', '[]') AS named,
           exercise -> 'misconceptions' AS tells
    FROM marked
    WHERE jsonb_path_exists(cells, '$[*] ? (@.state != "blank")')
    ORDER BY at DESC
    LIMIT ${newest}`;
  const read = z.array(rowSchema).parse(rows);
  const told = read.some(({ assignmentId }) => assignmentId !== null) ? await toldAssignments(proof) : null;
  return read.flatMap(({ assignmentId, ...prediction }) =>
    assignmentId === null || told?.has(assignmentId) ? [prediction] : [],
  );
}

/** The assignments whose solutions the rule on assignments shows to this person now. */
async function toldAssignments(proof: CourseProof<'student'>): Promise<ReadonlySet<string>> {
  const assignments = await listDue(proof, await databaseNow());
  return new Set(
    assignments.flatMap(({ assignmentId, access }) => (access.solutions.allowed ? [assignmentId] : [])),
  );
}
