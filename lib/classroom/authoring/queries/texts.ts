/** The texts of an exercise that is stored. */
import 'server-only';
import { z } from 'zod';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { exerciseContentSchema } from '@/lib/exercises/content/exercise-template';
import { exerciseFiles } from '@/lib/exercises/export/files';
import type { DraftText } from '../core/draft';

const notFound = () => new AppError('not-found', 'There is no such exercise in this course.');

/** A stored revision as texts. Comments of the file that it was made from are not kept. */
export function textsOf(content: unknown): DraftText {
  const [yaml, snippet] = exerciseFiles('', exerciseContentSchema.parse(content));
  return { yaml: yaml?.text ?? '', snippet: snippet?.text ?? '' };
}

/**
 * The texts of an exercise that a course may copy: its own, as the draft says it, or one of the catalogue that is
 * offered. Throws AppError "not-found" for any other.
 */
export async function sourceOf(
  { courseId }: CourseProof<'teacher'>,
  exerciseId: string,
): Promise<{ readonly draft: DraftText; readonly title: string }> {
  const id = z.uuid().safeParse(exerciseId);
  if (!id.success) throw notFound();
  const draft = await db().exerciseDraft.findUnique({
    where: { id: id.data, courseId },
    select: { yaml: true, snippet: true, title: true, hash: true },
  });
  // One with errors cannot be given another id.
  if (draft !== null && draft.hash !== null) {
    const { yaml, snippet, title } = draft;
    return { draft: { yaml, snippet }, title };
  }
  const exercise = await db().exercise.findFirst({
    where: { id: id.data, OR: [{ courseId }, { courseId: null, retiredAt: null }] },
    select: { current: { select: { content: true, title: true } } },
  });
  if (exercise?.current) return { draft: textsOf(exercise.current.content), title: exercise.current.title };
  if (draft === null) throw notFound();
  throw new AppError('conflict', 'This draft has errors, and was never published.', {
    remedy: 'Mend it first, then copy it.',
  });
}
