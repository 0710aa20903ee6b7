import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { contentHash } from '@/lib/common/hash';
import { db } from '@/lib/db/client';
import { databaseFault, withRetry } from '@/lib/db/errors';
import type { Prisma } from '@/lib/db/generated/client';
import { revise } from '../content/quizzes/commands';
import { mayEditQuizzes, mostQuizzes } from './rules';
import type { RetireQuizInput, SaveQuizInput } from './schema';

const notFound = () => new AppError('not-found', 'There is no such quiz in this course.');
const changed = () =>
  new AppError('conflict', 'Somebody else has changed this quiz.', {
    remedy: 'Look at their version, and make your changes there.',
  });

function requireEditor(
  { courseId, role }: CourseProof<'teacher'>,
  input: { readonly courseId: string },
): void {
  if (courseId !== input.courseId) throw notFound();
  if (!mayEditQuizzes(role)) throw new AppError('forbidden', 'Only teachers and owners change quizzes.');
}

/**
 * Makes a quiz of the course, or a new revision of one. It pins the current revisions of its exercises; attempts that
 * are open keep the revision they began with. Content that is current already makes no new revision: what was saved and
 * is sent again, because its answer was lost, is done. Throws AppError "forbidden" for assistants, "not-found" for a quiz
 * of others, "invalid-input" for an exercise that the course does not have, "too-large" where it has `mostQuizzes`,
 * "conflict" where the current revision is not the one that was last seen.
 */
export async function saveQuiz(proof: CourseProof<'teacher'>, input: SaveQuizInput): Promise<void> {
  requireEditor(proof, input);
  const once = () => withRetry(() => db().$transaction((tx) => save(tx, proof, input)));
  await once()
    .catch((error: unknown) => {
      // Two at the same moment: the number of the second revision, or the id, is taken. By now the first is to be seen.
      if (isTaken(error)) return once();
      throw error;
    })
    .catch((error: unknown) => {
      throw isTaken(error) ? changed() : error;
    });
}

const isTaken = (error: unknown): boolean =>
  databaseFault(error instanceof AppError ? error.cause : error) === 'unique';

async function save(
  tx: Prisma.TransactionClient,
  { courseId, viewer }: CourseProof<'teacher'>,
  { quizId, title, items: asked, seen }: SaveQuizInput,
): Promise<void> {
  const stored = await tx.quiz.findUnique({
    where: { id: quizId },
    select: {
      courseId: true,
      assignmentId: true,
      exerciseId: true,
      current: { select: { number: true, hash: true, title: true } },
    },
  });
  if (stored !== null && (stored.courseId !== courseId || !isPutTogether(stored))) throw notFound();
  const items = await pinned(tx, courseId, asked);
  const hash = contentHash({ title, items });
  if (stored?.current?.hash === hash) return;
  if ((stored?.current?.number ?? 0) !== seen) throw changed();
  if (stored === null) await requireRoom(tx, courseId);
  if (stored === null) await tx.quiz.create({ data: { id: quizId, courseId, slug: quizId } });
  await revise(tx, { id: quizId, title, hash }, items);
  await tx.auditRow.create({
    data: {
      courseId,
      actorId: viewer.id,
      action: stored === null ? 'quiz.made' : 'quiz.revised',
      subjectType: 'Quiz',
      subjectId: quizId,
      detail: { title, from: stored?.current?.title ?? null, items: asked.map((item) => ({ ...item })) },
    },
  });
}

/** The quiz of an assignment changes with the assignment alone, and that of an exercise with the exercise. */
const isPutTogether = (quiz: {
  readonly assignmentId: string | null;
  readonly exerciseId: string | null;
}): boolean => quiz.assignmentId === null && quiz.exerciseId === null;

async function requireRoom(tx: Prisma.TransactionClient, courseId: string): Promise<void> {
  const made = await tx.quiz.count({ where: { courseId, assignmentId: null, exerciseId: null } });
  if (made < mostQuizzes) return;
  throw new AppError('too-large', `A course has ${mostQuizzes} quizzes at most.`, {
    remedy: 'Change one that is no longer offered.',
  });
}

/** The items with the current revisions of their exercises: of the catalogue, or of the course. */
async function pinned(tx: Prisma.TransactionClient, courseId: string, items: SaveQuizInput['items']) {
  const exercises = await tx.exercise.findMany({
    where: {
      id: { in: items.map(({ exerciseId }) => exerciseId) },
      retiredAt: null,
      OR: [{ courseId: null }, { courseId }],
    },
    select: { id: true, currentId: true },
  });
  const current = new Map(exercises.map(({ id, currentId }) => [id, currentId]));
  return items.map(({ exerciseId, points }, index) => {
    const exerciseRevisionId = current.get(exerciseId);
    if (!exerciseRevisionId)
      throw new AppError('invalid-input', `Exercise ${index + 1} is not one that this course can ask.`);
    return { position: index + 1, exerciseRevisionId, points };
  });
}

/**
 * Offers a quiz of the course no longer, or again. Its revisions, and what was answered, stay; an attempt that is open
 * can be handed in. Done twice, it is done once. Throws AppError as `saveQuiz`.
 */
export async function retireQuiz(proof: CourseProof<'teacher'>, input: RetireQuizInput): Promise<void> {
  requireEditor(proof, input);
  const { courseId, viewer } = proof;
  const { quizId, retired } = input;
  const own = { id: quizId, courseId, assignmentId: null, exerciseId: null };
  await db().$transaction(async (tx) => {
    const { count } = await tx.quiz.updateMany({
      where: { ...own, retiredAt: retired ? null : { not: null } },
      data: { retiredAt: retired ? new Date() : null },
    });
    if (count === 0 && (await tx.quiz.count({ where: own })) === 0) throw notFound();
    if (count === 0) return;
    await tx.auditRow.create({
      data: {
        courseId,
        actorId: viewer.id,
        action: retired ? 'quiz.retired' : 'quiz.restored',
        subjectType: 'Quiz',
        subjectId: quizId,
        detail: {},
      },
    });
  });
}
