/** Exercises from an archive into a course. */
import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { contentHash } from '@/lib/common/hash';
import type { Prisma } from '@/lib/db/generated/client';
import type { ExerciseContent } from '@/lib/exercises/content/exercise-template';
import { writeAudit } from '../../audit/commands';
import type { HeldCourse } from '../../courses/commands/held-course';
import { writeDraft } from '../commands/drafts';
import { inAuthoredCourse, requireAuthor, requireRoom } from '../commands/held';
import { writePublished } from '../commands/publish';
import { inShare } from '../runner/shares';
import { planImport, soundContent, storedExercises } from './queries';
import type { PlannedItem } from './rules';
import type { ImportExercisesInput, ImportPreview, ImportResult, PreviewImportInput } from './schema';

type Teacher = CourseProof<'teacher'>;

/**
 * What an archive would change, with all that is wrong with it; nothing is written. Throws AppError "forbidden",
 * "rate-limited", and as `Pool.run` does.
 */
export async function previewImport(proof: Teacher, input: PreviewImportInput): Promise<ImportPreview> {
  await requireAuthor(proof, input, 'import');
  return (await planned(proof, input)).preview;
}

/**
 * Publishes every exercise of an archive that is new or changed, or none. Throws AppError "invalid-input" where one of
 * them is bad, "conflict" where it is not what the preview showed, "too-large", "forbidden", and as `inHeldCourse`.
 */
export async function importExercises(proof: Teacher, input: ImportExercisesInput): Promise<ImportResult> {
  await requireAuthor(proof, input, 'import');
  const { items, preview } = await planned(proof, input);
  if (preview.digest !== input.digest) throw changed();
  if (preview.counts.bad > 0 || preview.problems.length > 0) {
    throw new AppError('invalid-input', 'Some of these exercises have errors: none was imported.', {
      remedy: 'Mend them, and choose the file again.',
    });
  }
  const writing = items.filter(({ status }) => status !== 'unchanged');
  const sound: { readonly item: PlannedItem; readonly content: ExerciseContent }[] = [];
  for (const item of writing) sound.push({ item, content: (await soundContent(item)).content });
  return inAuthoredCourse(proof, input, async (tx, held) => {
    await requireSame(tx, input.courseId, items);
    await requireRoom(tx, input.courseId, preview.counts.new);
    for (const { item, content } of sound) {
      const { id, hash, folder } = item;
      await writePublished(tx, held, { id, content, hash, folder });
      await writeText(tx, held, item);
    }
    const { bad: _, ...counts } = preview.counts;
    await writeAudit(tx, held, {
      action: 'exercise.imported',
      subjectType: 'Course',
      subjectId: input.courseId,
      detail: counts,
    });
    return counts;
  });
}

const planned = ({ viewer }: Teacher, { courseId, zip }: PreviewImportInput) =>
  inShare(viewer.id, () => planImport(courseId, zip));

const changed = () =>
  new AppError('conflict', 'The exercises of the course were changed since the preview.', {
    remedy: 'Look at the preview again.',
  });

/** Throws where what is stored is not what the import was planned on. */
async function requireSame(
  tx: Prisma.TransactionClient,
  courseId: string,
  items: readonly PlannedItem[],
): Promise<void> {
  const now = await storedExercises(
    tx,
    courseId,
    items.map(({ id }) => id),
  );
  const same = items.every(({ id, stored }) => contentHash(now.get(id) ?? null) === contentHash(stored));
  if (!same) throw changed();
}

/** The text as it came in, comments included, is what its teachers go on with. */
function writeText(
  tx: Prisma.TransactionClient,
  held: HeldCourse,
  { id, draft, title, kind, hash, stored }: PlannedItem,
) {
  return writeDraft(tx, held, id, draft, { title, kind, hash }, stored?.draft?.version ?? 0);
}
