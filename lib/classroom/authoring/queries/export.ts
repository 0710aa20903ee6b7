/** The exercises of a course as the folders that exercises are loaded from. */
import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { countAuthoring } from '@/lib/auth/rate-limits';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import type { ContentFile } from '@/lib/exercises/export/files';
import { folderOfSlug } from '../core/folder-name';
import { mostExercises } from '../rules';
import { runAuthoring } from '../runner';
import type { ExportExercisesInput } from '../schema';
import { textsOf } from './texts';

/**
 * A ZIP archive of what is published: `unit/exercise/exercise.yaml` and `snippet.py` for each. Two queries. Throws
 * AppError "not-found" for an exercise that is not the course's or was never published, "rate-limited".
 */
export async function exportExercises(
  { courseId, viewer }: CourseProof<'teacher'>,
  input: ExportExercisesInput,
): Promise<{ readonly fileName: string; readonly zip: Uint8Array<ArrayBuffer> }> {
  if (courseId !== input.courseId) throw notFound();
  await countAuthoring(viewer.id, 'check');
  const { exerciseId: id } = input;
  const exercises = await db().exercise.findMany({
    where: { courseId, currentId: { not: null }, ...(id === undefined ? { retiredAt: null } : { id }) },
    select: { id: true, slug: true, current: { select: { content: true, hash: true } } },
    orderBy: { slug: 'asc' },
    take: mostExercises,
  });
  if (id !== undefined && exercises.length === 0) throw notFound();
  const drafts = await db().exerciseDraft.findMany({
    where: { courseId, id: { in: exercises.map((one) => one.id) } },
    select: { id: true, yaml: true, snippet: true, hash: true },
  });
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const files = exercises.flatMap(({ id: of, slug, current }): ContentFile[] => {
    const draft = byId.get(of);
    // The text that says the same as the revision has the comments of its author.
    const text = draft?.hash === current?.hash && draft !== undefined ? draft : textsOf(current?.content);
    const folder = folderOfSlug(slug);
    return [
      { path: `${folder}/exercise.yaml`, text: text.yaml },
      { path: `${folder}/snippet.py`, text: text.snippet },
    ];
  });
  const name = id === undefined ? 'exercises' : folderOfSlug(exercises[0]?.slug ?? '').replace(/^.*\//, '');
  return { fileName: `${name}.zip`, zip: await runAuthoring('zip', { files }) };
}

const notFound = () => new AppError('not-found', 'There is no such published exercise in this course.');
