import 'server-only';
import { z } from 'zod';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { exerciseContentSchema } from '@/lib/exercises/content/exercise-template';
import { variantOf } from '@/lib/exercises/keys';
import { renderExercise } from '@/lib/exercises/variant';
import { type ItemRow, itemAnalysis, type Shown } from '../item';
import type { ItemAnalysis, Scope, ScopeChoices } from '../schema';
import { groupedBy } from '../statistics';
import { scopeChoices } from './choices';
import { answerRows, attemptRows } from './rows';

const notFound = () => new AppError('not-found', 'There is no such exercise.');

/**
 * Everything about one exercise in a course. Eight queries, whatever the size. Throws AppError "not-found" for an
 * exercise that is neither of the catalogue nor of the course, and for what `scopeChoices` refuses.
 */
export async function analyseExercise(
  { courseId }: CourseProof<'teacher'>,
  exerciseId: string,
  scope: Scope,
): Promise<{ choices: ScopeChoices; analysis: ItemAnalysis }> {
  if (!z.uuid().safeParse(exerciseId).success) throw notFound();
  const exercise = await db().exercise.findFirst({
    where: { id: exerciseId, OR: [{ courseId: null }, { courseId }] },
    select: { id: true, slug: true, current: { select: { title: true } } },
  });
  if (exercise === null) throw notFound();
  const [choices, answers, attempts] = await Promise.all([
    scopeChoices(courseId, scope),
    answerRows(courseId, scope, exerciseId),
    attemptRows(courseId, scope, exerciseId),
  ]);
  const name = { id: exercise.id, slug: exercise.slug, title: exercise.current?.title ?? exercise.slug };
  const shown = await shownVariant(answers);
  return { choices, analysis: itemAnalysis(name, answers, attempts, shown) };
}

/** The variant on which the parts are shown: of the version that most answers are to, the seed that most have. */
async function shownVariant(answers: readonly ItemRow[]): Promise<Shown | null> {
  const revisionId = mostFrequent(answers, (row) => row.revisionId);
  if (revisionId === null) return null;
  const same = answers.filter((row) => row.revisionId === revisionId);
  const seed = Number(mostFrequent(same, (row) => String(row.seed)));
  const revision = await db().exerciseRevision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { content: true },
  });
  const content = exerciseContentSchema.parse(revision.content);
  const variant = await variantOf(revisionId, content, seed);
  return { revisionId, seed, content, variant, rendered: renderExercise(variant.content, variant.key) };
}

function mostFrequent<Item>(items: readonly Item[], keyOf: (item: Item) => string): string | null {
  const [first] = [...groupedBy(items, keyOf)].toSorted(([, a], [, b]) => b.length - a.length);
  return first?.[0] ?? null;
}
