import 'server-only';
import { z } from 'zod';
import type { CourseProof } from '@/lib/auth/proof';
import { db } from '@/lib/db/client';
import { lessonModes } from './modes';
import type { LessonProgress } from './schema';

const rowSchema = z.object({
  slug: z.string(),
  title: z.string(),
  modes: z.array(z.enum(lessonModes)).nullable(),
  lastMode: z.enum(lessonModes).nullable(),
  lastStep: z.int().nullable(),
  seenAt: z.date().nullable(),
  quizDone: z.boolean(),
});

/** How far the person is with the lessons that they have begun, the last one first. One query. */
export async function listLessonProgress(proof: CourseProof<'student'>): Promise<LessonProgress[]> {
  const { courseId, viewer } = proof;
  const rows = await db().$queryRaw`
    WITH done AS (
      SELECT DISTINCT q."lessonId"
      FROM "Attempt" t
      JOIN "Quiz" q ON q.id = t."quizId" AND q."lessonId" IS NOT NULL
      WHERE t."courseId" = ${courseId}::uuid AND t."userId" = ${viewer.id}::uuid AND t."submittedAt" IS NOT NULL
    )
    SELECT l.slug, r.title, p.modes, p."lastMode", p."lastStep", p."seenAt", d."lessonId" IS NOT NULL AS "quizDone"
    FROM "Lesson" l
    JOIN "LessonRevision" r ON r."lessonId" = l.id AND r.id = l."currentId"
    LEFT JOIN "LessonProgress" p
      ON p."lessonId" = l.id AND p."courseId" = ${courseId}::uuid AND p."userId" = ${viewer.id}::uuid
    LEFT JOIN done d ON d."lessonId" = l.id
    WHERE l."retiredAt" IS NULL AND (p."lessonId" IS NOT NULL OR d."lessonId" IS NOT NULL)
    ORDER BY p."seenAt" DESC NULLS LAST, l.slug
    LIMIT 200`;
  return z
    .array(rowSchema)
    .parse(rows)
    .map(({ slug, title, modes, lastMode, lastStep, seenAt, quizDone }) => ({
      slug,
      title,
      seen: modes ?? [],
      last: lastMode === null || seenAt === null ? null : { mode: lastMode, step: lastStep, at: seenAt },
      quizDone,
    }));
}
