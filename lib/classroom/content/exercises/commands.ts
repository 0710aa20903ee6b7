/** Exercises as revisions: those of the catalogue, and those that teachers write. */
import 'server-only';
import type { Prisma } from '@/lib/db/generated/client';
import type { ExerciseContent } from '@/lib/exercises/content/exercise-template';

export interface RevisionToWrite {
  readonly id: string;
  readonly title: string;
  readonly hash: string;
  readonly content: ExerciseContent;
}

/** Makes this content the current revision of an exercise: a new one, or an earlier one that said the same. */
export async function reviseExercise(
  tx: Prisma.TransactionClient,
  { id, title, hash, content }: RevisionToWrite,
): Promise<{ readonly id: string; readonly number: number }> {
  const number = (await tx.exerciseRevision.count({ where: { exerciseId: id } })) + 1;
  const revision = await tx.exerciseRevision.upsert({
    where: { exerciseId_hash: { exerciseId: id, hash } },
    create: { exerciseId: id, number, hash, title, kind: content.exercise.kind, content: storable(content) },
    update: {},
    select: { id: true, number: true },
  });
  await tx.exercise.update({ where: { id }, data: { currentId: revision.id } });
  return revision;
}

/** The content as JSON: it was read from YAML, and is plain data. */
const storable = (content: ExerciseContent): Prisma.InputJsonObject =>
  content as unknown as Prisma.InputJsonObject;
