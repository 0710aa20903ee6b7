/** From a draft to a revision. */
import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { ExerciseContent } from '@/lib/exercises/content/exercise-template';
import { writeAudit } from '../../audit/commands';
import { reviseExercise } from '../../content/exercises/commands';
import { writeAloneOfCourse } from '../../content/quizzes/commands';
import type { HeldCourse } from '../../courses/commands/held-course';
import { folderOf, freeFolder, slugIn } from '../core/folder-name';
import { runAuthoring } from '../runner';
import { inShare } from '../runner/shares';
import type { PublishDraftInput, PublishResult } from '../schema';
import { inAuthoredCourse, noSuchExercise, requireAuthor, takenId } from './held';

/**
 * Makes a draft the current revision of its exercise, once it has passed the check that the catalogue passes. What is
 * current already makes no revision; attempts that are open, quizzes and assignments keep the one that they have. Throws
 * AppError "not-found", "conflict" where the draft is not the one that was last seen, "too-large" where its check takes
 * too long, "forbidden", and as `inHeldCourse`.
 */
export async function publishDraft(
  proof: CourseProof<'teacher'>,
  input: PublishDraftInput,
): Promise<PublishResult> {
  await requireAuthor(proof, input);
  const { courseId, exerciseId } = input;
  const where = { id: exerciseId, courseId };
  const stored = await db().exerciseDraft.findUnique({ where, select: texts });
  requireSeen(stored, input);
  const { yaml, snippet } = stored;
  const checked = await inShare(proof.viewer.id, () =>
    runAuthoring('check', { draft: { yaml, snippet }, exerciseId, depth: 'thoroughly' }),
  );
  if (checked.status === 'faulty') return { status: 'refused', problems: checked.problems };
  return inAuthoredCourse(proof, input, async (tx, held) => {
    // Saved again while it was checked: what was checked is not what stands there.
    requireSeen(await tx.exerciseDraft.findUnique({ where, select: texts }), input);
    const { content, hash, warnings } = checked;
    const written = await writePublished(tx, held, { id: exerciseId, content, hash, folder: null });
    return { status: 'published', ...written, warnings };
  });
}

const texts = { yaml: true, snippet: true, version: true } as const;

function requireSeen<Stored extends { readonly version: number }>(
  stored: Stored | null,
  { seen }: PublishDraftInput,
): asserts stored is Stored {
  if (stored === null) throw noSuchExercise();
  if (stored.version === seen) return;
  throw new AppError('conflict', 'The draft was changed in the meantime.', {
    remedy: 'Look at it once more, then publish it.',
    details: { version: stored.version },
  });
}

export interface PublishedToWrite {
  readonly id: string;
  readonly content: ExerciseContent;
  readonly hash: string;
  /** Where it stood among other folders; null: told by its concept and title. A published one stays where it is. */
  readonly folder: string | null;
}

/**
 * Writes checked content as the current revision of an exercise of the course, and the quiz that asks it alone. A
 * retired exercise is offered again. Throws AppError "conflict" for the id of another's exercise.
 */
export async function writePublished(
  tx: Prisma.TransactionClient,
  held: HeldCourse,
  { id, content, hash, folder }: PublishedToWrite,
): Promise<{ readonly revision: number; readonly changed: boolean }> {
  const { courseId } = held;
  const known = await tx.exercise.findUnique({
    where: { id },
    select: {
      courseId: true,
      slug: true,
      retiredAt: true,
      current: { select: { hash: true, number: true, title: true } },
    },
  });
  if (known !== null && known.courseId !== courseId) throw takenId();
  if (known?.current?.hash === hash && known.retiredAt === null)
    return { revision: known.current.number, changed: false };
  const slug = known?.slug ?? (await freeSlug(tx, courseId, folder ?? folderOf(content)));
  await tx.exercise.upsert({ where: { id }, create: { id, courseId, slug }, update: { retiredAt: null } });
  const { title } = content.exercise;
  const revision = await reviseExercise(tx, { id, title, hash, content });
  await writeAloneOfCourse(tx, { id, courseId }, { id: revision.id, title });
  await writeAudit(tx, held, {
    action: 'exercise.published',
    subjectType: 'Exercise',
    subjectId: id,
    detail: { title, revision: revision.number, before: known?.current?.number ?? null, hash },
  });
  return { revision: revision.number, changed: known?.current?.hash !== hash };
}

async function freeSlug(tx: Prisma.TransactionClient, courseId: string, folder: string): Promise<string> {
  const near = await tx.exercise.findMany({
    where: { courseId, slug: { startsWith: slugIn(courseId, folder) } },
    select: { slug: true },
  });
  const taken = new Set(near.map(({ slug }) => slug));
  return slugIn(
    courseId,
    freeFolder(folder, (one) => taken.has(slugIn(courseId, one))),
  );
}
