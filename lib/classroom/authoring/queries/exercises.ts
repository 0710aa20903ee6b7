/** The exercises of a course for its teachers. */
import 'server-only';
import { z } from 'zod';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { unstorableIn } from '@/lib/common/text';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { kindNames } from '@/lib/exercises/content/kind-names';
import type { DraftText } from '../core/draft';
import type { EditedExercise, ExerciseListQuery, ExercisePage, ListedExercise } from '../schema';
import { textsOf } from './texts';

const rowsOfPage = 50;

const rowSchema = z.object({
  exerciseId: z.string(),
  title: z.string(),
  kind: z.enum(kindNames).nullable().catch(null),
  state: z.enum(['draft', 'published', 'changed']),
  retired: z.boolean(),
  offeredAlone: z.boolean(),
  revision: z.int(),
  difficulty: z.int().min(1).max(5).nullable().catch(null),
  changedAt: z.date(),
  changedBy: z.string().nullable(),
});

/** Drafts and exercises of one course, an exercise with its draft as one row. */
const own = (courseId: string) => Prisma.sql`
  SELECT coalesce(d.id, e.id)::text AS "exerciseId",
         coalesce(nullif(d.title, ''), r.title, '') AS title,
         coalesce(d.kind, r.kind) AS kind,
         CASE WHEN e."currentId" IS NULL THEN 'draft'
              WHEN d.id IS NULL OR d.hash IS NOT DISTINCT FROM r.hash THEN 'published'
              ELSE 'changed' END AS state,
         e."retiredAt" IS NOT NULL AS retired,
         q.id IS NOT NULL AND q."retiredAt" IS NULL AS "offeredAlone",
         coalesce(r.number, 0) AS revision,
         (r.content #>> '{exercise,difficulty}')::int AS difficulty,
         coalesce(d."savedAt", r."createdAt", now()) AS "changedAt",
         u.name AS "changedBy"
  FROM (SELECT * FROM "ExerciseDraft" WHERE "courseId" = ${courseId}::uuid) d
  FULL JOIN (SELECT * FROM "Exercise" WHERE "courseId" = ${courseId}::uuid) e ON e.id = d.id
  LEFT JOIN "ExerciseRevision" r ON r."exerciseId" = e.id AND r.id = e."currentId"
  LEFT JOIN "Quiz" q ON q."exerciseId" = e.id
  LEFT JOIN "User" u ON u.id = d."savedById"`;

/** `%` and `_` as themselves. */
const pattern = (words: string): string => `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;

/** The place after a row: its title as it is sorted, and its id. */
const cursorSchema = z.tuple([z.string(), z.uuid()]);

/** Null where it cannot be read: then the list begins at its top. */
function cursorOf(after: string | null): [string, string] | null {
  if (after === null) return null;
  try {
    const cursor = cursorSchema.parse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')));
    return unstorableIn(cursor) === null ? cursor : null;
  } catch {
    return null;
  }
}

/** The exercises of a course by title, one page: those on offer with the drafts, or those that are put away. Two queries. */
export async function listOwnExercises(
  { courseId }: CourseProof<'teacher'>,
  { search, show, after }: ExerciseListQuery,
): Promise<ExercisePage> {
  const cursor = cursorOf(after);
  const wanted = Prisma.sql`retired = ${show === 'retired'}
    AND (${search} = '' OR title ILIKE ${pattern(search)})`;
  const beyond =
    cursor === null
      ? Prisma.empty
      : Prisma.sql`AND (lower(title) COLLATE "C", "exerciseId") > (${cursor[0]}::text COLLATE "C", ${cursor[1]}::text)`;
  const [rows, counted] = await Promise.all([
    db().$queryRaw`
      SELECT *, lower(title) AS place FROM (${own(courseId)}) own WHERE ${wanted} ${beyond}
      ORDER BY lower(title) COLLATE "C", "exerciseId" LIMIT ${rowsOfPage + 1}`,
    db().$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM (${own(courseId)}) own WHERE ${wanted}`,
  ]);
  const found = z.array(rowSchema.extend({ place: z.string() })).parse(rows);
  const page = found.slice(0, rowsOfPage);
  const last = page.at(-1);
  return {
    exercises: page.map(({ place: _, ...row }) => row),
    total: counted[0]?.total ?? 0,
    next:
      last !== undefined && found.length > rowsOfPage
        ? Buffer.from(JSON.stringify([last.place, last.exerciseId])).toString('base64url')
        : null,
  };
}

/** One exercise of the course to be worked on. Throws AppError "not-found". */
export async function selectOwnExercise(
  { courseId }: CourseProof<'teacher'>,
  exerciseId: string,
): Promise<EditedExercise> {
  const id = z.uuid().safeParse(exerciseId);
  const where = { id: id.data ?? '', courseId };
  const [draft, exercise] = id.success
    ? await Promise.all([
        db().exerciseDraft.findUnique({ where, include: { savedBy: { select: { name: true } } } }),
        db().exercise.findUnique({
          where,
          select: { retiredAt: true, alone: { select: { retiredAt: true } }, current: true },
        }),
      ])
    : [null, null];
  const current = exercise?.current ?? null;
  const text = draft ?? (current === null ? null : textsOf(current.content));
  if (text === null) throw new AppError('not-found', 'There is no such exercise in this course.');
  return {
    exerciseId: where.id,
    draft: onlyTexts(text),
    version: draft?.version ?? 0,
    savedAt: draft?.savedAt ?? null,
    savedBy: draft?.savedBy.name ?? null,
    state: stateOf(draft, current),
    retired: exercise?.retiredAt != null,
    offeredAlone: exercise?.alone != null && exercise.alone.retiredAt === null,
    published:
      current === null ? null : { revision: current.number, title: current.title, at: current.createdAt },
  };
}

const onlyTexts = ({ yaml, snippet }: DraftText): DraftText => ({ yaml, snippet });

function stateOf(
  draft: { readonly hash: string | null } | null,
  current: { readonly hash: string } | null,
): ListedExercise['state'] {
  if (current === null) return 'draft';
  return draft === null || draft.hash === current.hash ? 'published' : 'changed';
}
