import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { db } from '@/lib/db/client';
import { exerciseFigures, sorted } from '../list';
import type { ExerciseFigures, ListQuery, ScopeChoices } from '../schema';
import { groupedBy } from '../statistics';
import { scopeChoices } from './choices';
import { scoredRows } from './rows';

/** Each exercise of the course that was answered, with its figures. Five queries, whatever the size. */
export async function listAnalysis(
  { courseId }: CourseProof<'teacher'>,
  query: ListQuery,
): Promise<{ choices: ScopeChoices; exercises: ExerciseFigures[] }> {
  const [choices, rows] = await Promise.all([scopeChoices(courseId, query), scoredRows(courseId, query)]);
  const answers = groupedBy(rows, ({ exerciseId }) => exerciseId);
  const names = await db().$queryRaw<{ exerciseId: string; slug: string; title: string }[]>`
    SELECT e.id::text AS "exerciseId", e.slug, r.title
    FROM "Exercise" e JOIN "ExerciseRevision" r ON r.id = e."currentId"
    WHERE e.id = ANY (${[...answers.keys()]}::uuid[])
      AND (e."courseId" IS NULL OR e."courseId" = ${courseId}::uuid)`;
  const exercises = names.map((name) => exerciseFigures(name, answers.get(name.exerciseId) ?? []));
  return { choices, exercises: sorted(exercises, query) };
}
