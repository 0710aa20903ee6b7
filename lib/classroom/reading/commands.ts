import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import type { ReadingInput } from './schema';

const notFound = () => new AppError('not-found', 'There is no such lesson.');

/**
 * Remembers that the person reads this mode of a lesson at this step. One statement: two tabs cannot lose a mode of each
 * other. Throws AppError "not-found" for a lesson that is not on offer, or another course than the proof's.
 */
export async function saveReading(
  proof: CourseProof<'student'>,
  { courseId, slug, mode, step }: ReadingInput,
  now: Date,
): Promise<void> {
  if (courseId !== proof.courseId) throw notFound();
  const saved = await db().$executeRaw`
    INSERT INTO "LessonProgress" AS p ("courseId", "userId", "lessonId", modes, "lastMode", "lastStep", "seenAt")
    SELECT ${courseId}::uuid, ${proof.viewer.id}::uuid, l.id, ARRAY[${mode}], ${mode}, ${step}::int, ${now}
    FROM "Lesson" l
    WHERE l.slug = ${slug} AND l."retiredAt" IS NULL AND l."currentId" IS NOT NULL
      AND (l."courseId" IS NULL OR l."courseId" = ${courseId}::uuid)
    ON CONFLICT ("courseId", "userId", "lessonId") DO UPDATE SET
      modes = CASE WHEN excluded."lastMode" = ANY (p.modes) THEN p.modes ELSE p.modes || excluded.modes END,
      "lastMode" = excluded."lastMode", "lastStep" = excluded."lastStep", "seenAt" = excluded."seenAt"`;
  if (saved === 0) throw notFound();
}
