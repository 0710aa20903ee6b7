import 'server-only';
import { z } from 'zod';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { kindNames } from '@/lib/exercises/content/kind-names';
import { exerciseAddress, unitOf, unitsOf } from './rules';
import type { CatalogueExercise, CatalogueUnit, Standing, Standings } from './schema';

const exerciseRow = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  kind: z.enum(kindNames),
  difficulty: z.int(),
  concepts: z.array(z.string()),
  varies: z.boolean(),
});

/** The units of the catalogue, in their order. Anybody may read them. Two queries, whatever the size. */
export async function listUnits(): Promise<CatalogueUnit[]> {
  const [exercises, quizzes] = await Promise.all([
    selectExercises(),
    db().quiz.findMany({
      where: { courseId: null, retiredAt: null, lessonId: null, exerciseId: null, currentId: { not: null } },
      select: {
        slug: true,
        unitTitle: true,
        unitPlace: true,
        current: { select: { title: true, _count: { select: { items: true } } } },
      },
      take: 200,
    }),
  ]);
  return unitsOf(
    exercises,
    quizzes.map(({ slug, unitTitle, unitPlace, current }) => ({
      slug,
      unitTitle,
      unitPlace,
      title: current?.title ?? '',
      questions: current?._count.items ?? 0,
    })),
  );
}

/**
 * The units of the catalogue with the exercises that teachers of the course wrote as the first one, for whom they put
 * something together. Three queries, whatever the size.
 */
export async function listUnitsFor({ courseId }: CourseProof<'teacher'>): Promise<CatalogueUnit[]> {
  const [units, own] = await Promise.all([listUnits(), selectExercises(courseId)]);
  const exercises = own.toSorted((a, b) => a.title.localeCompare(b.title, 'en'));
  return exercises.length === 0
    ? units
    : [{ slug: courseId, title: 'Exercises of this course', quiz: null, exercises }, ...units];
}

/** Of the content of a revision no more than a list shows leaves the database. Null: those of the catalogue. */
async function selectExercises(courseId: string | null = null): Promise<CatalogueExercise[]> {
  const rows = await db().$queryRaw`
    SELECT e.id::text, e.slug, r.title, r.kind,
           (r.content #>> '{exercise,difficulty}')::int AS difficulty,
           r.content #> '{exercise,concepts}' AS concepts,
           r.content #> '{exercise,parameters}' IS NOT NULL AS varies
    FROM "Exercise" e
    JOIN "ExerciseRevision" r ON r."exerciseId" = e.id AND r.id = e."currentId"
    WHERE ${courseId === null ? Prisma.sql`e."courseId" IS NULL` : Prisma.sql`e."courseId" = ${courseId}::uuid`}
      AND e."retiredAt" IS NULL
    ORDER BY e.slug
    LIMIT 1000`;
  return z
    .array(exerciseRow)
    .parse(rows)
    .map((row) => ({ ...row, address: exerciseAddress({ ...row, courseId }) }));
}

/** An exercise of the catalogue with its unit. Throws AppError "not-found". */
export async function selectExercise(
  slug: string,
): Promise<{ exercise: CatalogueExercise; unit: CatalogueUnit }> {
  const unit = await selectUnit(unitOf(slug));
  const exercise = unit.exercises.find((one) => one.slug === slug);
  if (exercise === undefined) throw new AppError('not-found', 'There is no such exercise.');
  return { exercise, unit };
}

/** A unit of the catalogue. Throws AppError "not-found". */
export async function selectUnit(slug: string): Promise<CatalogueUnit> {
  const unit = (await listUnits()).find((one) => one.slug === slug);
  if (unit === undefined) throw new AppError('not-found', 'There is no such unit.');
  return unit;
}

/** How far the person is with the quizzes of units and with the exercises alone. */
export async function selectStandings(proof: CourseProof<'student'>): Promise<Standings> {
  const { courseId, viewer } = proof;
  const rows = await db().$queryRaw<
    { slug: string; best: number | null; submitted: number; open: boolean }[]
  >`
    WITH marked AS (
      SELECT t.id, t."quizId", t."submittedAt", sum(m.points) / nullif(sum(m.possible), 0) AS share
      FROM "Attempt" t
      LEFT JOIN "Submission" s ON s."courseId" = t."courseId" AND s."attemptId" = t.id
      LEFT JOIN "Answer" a ON a."courseId" = t."courseId" AND a."submissionId" = s.id
      LEFT JOIN "Marks" m ON m."courseId" = t."courseId" AND m."answerId" = a.id AND m."supersededAt" IS NULL
      WHERE t."courseId" = ${courseId}::uuid AND t."userId" = ${viewer.id}::uuid
      GROUP BY t.id
    )
    SELECT q.slug, max(k.share)::float8 AS best, count(k."submittedAt")::int AS submitted,
           bool_or(k."submittedAt" IS NULL) AS open
    FROM marked k
    JOIN "Quiz" q ON q.id = k."quizId" AND q."lessonId" IS NULL AND q."assignmentId" IS NULL
    GROUP BY q.slug`;
  return new Map(rows.map(({ slug, ...standing }): [string, Standing] => [slug, standing]));
}
