/** Drafts: saved as they are, with their errors, and thrown away. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError, isAppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { writeAudit } from '../../audit/commands';
import { copyOf } from '../core/copy';
import type { DraftText } from '../core/draft';
import { sourceOf, textsOf } from '../queries/texts';
import { runAuthoring } from '../runner';
import type { CopyExerciseInput, DiscardDraftInput, SaveDraftInput, SavedExerciseDraft } from '../schema';
import { inAuthoredCourse, noSuchExercise, requireAuthor, requireRoom, takenId } from './held';

type Teacher = CourseProof<'teacher'>;

/**
 * Keeps the texts of an exercise of the course, whatever errors they have. Throws AppError "conflict" where the stored
 * draft is not the one that was last seen (with that in `details`) or where the id is another exercise's, "forbidden",
 * "too-large", "rate-limited", and as `inHeldCourse`. What is sent again because the answer was lost is answered again.
 */
export async function saveDraft(proof: Teacher, input: SaveDraftInput): Promise<SavedExerciseDraft> {
  await requireAuthor(proof, input);
  const described = await describedOf(input.draft);
  return inAuthoredCourse(proof, input, async (tx) => {
    const { courseId, exerciseId, seen } = input;
    const stored = await tx.exerciseDraft.findUnique({
      where: { id: exerciseId },
      select: { courseId: true, version: true, yaml: true, snippet: true, savedAt: true, savedById: true },
    });
    if (stored !== null && stored.courseId !== courseId) throw takenId();
    if ((stored?.version ?? 0) !== seen) {
      if (stored !== null && isOfBefore(stored, proof, input)) {
        return { version: stored.version, savedAt: stored.savedAt };
      }
      throw await changed(courseId, exerciseId);
    }
    if (stored === null) {
      await requireFreeId(tx, input);
      await requireRoom(tx, courseId, 1);
    }
    return writeDraft(tx, proof, exerciseId, input.draft, described, seen);
  });
}

/** Whether the stored draft is what this very save wrote when it came before. */
function isOfBefore(
  stored: DraftText & { readonly version: number; readonly savedById: string },
  { viewer }: Teacher,
  { draft, seen }: SaveDraftInput,
): boolean {
  return (
    stored.version === seen + 1 &&
    stored.savedById === viewer.id &&
    stored.yaml === draft.yaml &&
    stored.snippet === draft.snippet
  );
}

/** What cannot be read within the time there is for it is kept all the same. */
async function describedOf(draft: DraftText): Promise<Described> {
  try {
    return await runAuthoring('describe', { draft });
  } catch (error) {
    if (isAppError(error) && error.code === 'too-large') return { title: '', kind: null, hash: null };
    throw error;
  }
}

/** Throws AppError "conflict" where the id is that of an exercise of the catalogue or of another course. */
async function requireFreeId(
  tx: Prisma.TransactionClient,
  { courseId, exerciseId }: { readonly courseId: string; readonly exerciseId: string },
): Promise<void> {
  const known = await tx.exercise.findUnique({ where: { id: exerciseId }, select: { courseId: true } });
  if (known !== null && known.courseId !== courseId) throw takenId();
}

/** As the database keeps what a draft is. */
interface Described {
  readonly title: string;
  readonly kind: string | null;
  readonly hash: string | null;
}

/** Stores the texts as the version after `seen`. */
export async function writeDraft(
  tx: Prisma.TransactionClient,
  { courseId, viewer }: Pick<Teacher, 'courseId' | 'viewer'>,
  id: string,
  { yaml, snippet }: DraftText,
  { title, kind, hash }: Described,
  seen: number,
): Promise<SavedExerciseDraft> {
  const written = {
    yaml,
    snippet,
    title,
    kind,
    hash,
    version: seen + 1,
    savedAt: new Date(),
    savedById: viewer.id,
  };
  return tx.exerciseDraft.upsert({
    where: { id, courseId },
    create: { id, courseId, ...written },
    update: written,
    select: { version: true, savedAt: true },
  });
}

async function changed(courseId: string, id: string): Promise<AppError> {
  const stored = await db().exerciseDraft.findUnique({
    where: { id, courseId },
    select: { yaml: true, snippet: true, version: true, savedAt: true, savedBy: { select: { name: true } } },
  });
  if (stored === null) {
    return new AppError('conflict', 'This draft was thrown away in the meantime.', {
      remedy: 'Load the page again; copy what you want to keep before.',
      details: { version: 0, draft: null },
    });
  }
  const { yaml, snippet, version, savedAt, savedBy } = stored;
  return new AppError('conflict', `${savedBy.name} has changed this exercise in the meantime.`, {
    remedy: 'Look at their version, and make your changes there.',
    details: { version, draft: { yaml, snippet }, savedAt, savedBy: savedBy.name },
  });
}

/**
 * Throws a draft away: of a published exercise it says again what the revision says, and one that was never published is
 * gone. Throws AppError "not-found", "conflict" as `saveDraft`, and as `inHeldCourse`.
 */
export async function discardDraft(proof: Teacher, input: DiscardDraftInput): Promise<void> {
  await requireAuthor(proof, input);
  await inAuthoredCourse(proof, input, async (tx, held) => {
    const { courseId, exerciseId, seen } = input;
    const where = { id: exerciseId, courseId };
    const stored = await tx.exerciseDraft.findUnique({ where, select: { version: true, title: true } });
    if (stored === null) throw noSuchExercise();
    if (stored.version !== seen) throw await changed(courseId, exerciseId);
    const exercise = await tx.exercise.findUnique({ where, select: { current: true } });
    if (exercise?.current) {
      const { content, title, kind, hash } = exercise.current;
      await writeDraft(tx, held, exerciseId, textsOf(content), { title, kind, hash }, seen);
    } else await tx.exerciseDraft.delete({ where });
    await writeAudit(tx, held, {
      action: 'exercise.draft-discarded',
      subjectType: 'Exercise',
      subjectId: exerciseId,
      detail: { title: stored.title },
    });
  });
}

/**
 * A new draft that says what an exercise of the catalogue or of the course says, under an id of its own and with
 * "(copy)" behind its title. Throws AppError "not-found" for any other exercise, "too-large", "forbidden", and as
 * `inHeldCourse`.
 */
export async function copyExercise(
  proof: Teacher,
  input: CopyExerciseInput,
): Promise<{ exerciseId: string }> {
  await requireAuthor(proof, input);
  const source = await sourceOf(proof, input.exerciseId);
  const id = randomUUID();
  const draft = copyOf(source.draft, id);
  const described = await runAuthoring('describe', { draft });
  return inAuthoredCourse(proof, input, async (tx, held) => {
    await requireRoom(tx, input.courseId, 1);
    await writeDraft(tx, proof, id, draft, described, 0);
    await writeAudit(tx, held, {
      action: 'exercise.copied',
      subjectType: 'Exercise',
      subjectId: id,
      detail: { title: described.title, of: source.title, sourceId: input.exerciseId },
    });
    return { exerciseId: id };
  });
}
