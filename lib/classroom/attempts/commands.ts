import 'server-only';
import { randomInt } from 'node:crypto';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { databaseFault, withRetry } from '@/lib/db/errors';
import type { Prisma } from '@/lib/db/generated/client';
import { simulatorVersion } from '@/lib/exercises/simulator-version';
import { databaseNow, gateOf, lockedGate, requireAllowed } from '../assignments/queries/gate';
import { announceChange } from '../live/commands';
import { selectOpenAttempt } from './queries';
import { largestSeed } from './rules';
import type { AttemptView, DenialInput, DraftInput, SavedDraft, StartInput } from './schema';
import { secondsWorked } from './time-worked';

/** A proof is for one course; an input that names another is an attack or a mistake. */
export function requireSameCourse(proof: CourseProof, input: { readonly courseId: string }): void {
  if (proof.courseId !== input.courseId) throw new AppError('not-found', 'There is no such attempt.');
}

/**
 * The person's open attempt at a quiz; a new one where none is open. Two tabs that start at the same moment
 * get the same attempt. Throws AppError "not-found" where there is no such quiz, and the reason of the rule on
 * assignments where that is against it.
 */
export async function startOrContinueAttempt(
  proof: CourseProof<'student'>,
  input: StartInput,
): Promise<AttemptView> {
  requireSameCourse(proof, input);
  const open = await selectOpenAttempt(proof, input.quizSlug);
  if (open !== null) return open;
  try {
    await openAttempt(proof, input);
  } catch (error) {
    // Another tab was quicker: its attempt is the one.
    if (!(error instanceof AppError && databaseFault(error.cause) === 'unique')) throw error;
  }
  const opened = await selectOpenAttempt(proof, input.quizSlug);
  if (opened === null) throw new AppError('conflict', 'The attempt was submitted in another tab.');
  return opened;
}

/** In one transaction, so that no date moves between what the rule on assignments says and what is written. */
async function openAttempt(proof: CourseProof<'student'>, input: StartInput): Promise<void> {
  await withRetry(() => db().$transaction((tx) => insertAttempt(tx, proof, input)));
}

async function insertAttempt(
  tx: Prisma.TransactionClient,
  proof: CourseProof<'student'>,
  { quizSlug, variant }: StartInput,
): Promise<void> {
  const { courseId, viewer } = proof;
  const quiz = await tx.quiz.findFirst({
    where: { slug: quizSlug, retiredAt: null, OR: [{ courseId: null }, { courseId }] },
    select: { id: true, assignmentId: true },
  });
  if (quiz === null) throw new AppError('not-found', 'There is no such quiz.');
  const gate = quiz.assignmentId === null ? null : await lockedGate(tx, proof, quiz.assignmentId);
  if (gate !== null) {
    const { start } = gate.access;
    // Another tab was quicker: its attempt is the one.
    if (!start.allowed && start.reason.code === 'attempt-open') return;
    requireAllowed(start, gate.timeZone);
  }
  // Read after the lock: an assignment that was changed until then asks what it asks now.
  const { currentId } = await tx.quiz.findUniqueOrThrow({
    where: { id: quiz.id },
    select: { currentId: true },
  });
  if (currentId === null) throw new AppError('not-found', 'There is no such quiz.');
  const last = await tx.attempt.findFirst({
    where: { courseId, userId: viewer.id, quizId: quiz.id },
    select: { number: true, seed: true, quizRevisionId: true },
    orderBy: { number: 'desc' },
  });
  // The seed of another revision says nothing about this one.
  const again = variant === 'same' && last?.quizRevisionId === currentId ? last.seed : null;
  await tx.attempt.create({
    data: {
      courseId,
      userId: viewer.id,
      quizId: quiz.id,
      quizRevisionId: currentId,
      number: (last?.number ?? 0) + 1,
      seed: gate?.sharedSeed ?? again ?? randomInt(largestSeed),
      simulatorVersion,
      openedAt: gate?.now ?? (await databaseNow(tx)),
    },
  });
  await announceChange(tx, { courseId, quizId: quiz.id });
}

/**
 * Keeps what was typed. Throws AppError "conflict" with the stored draft where it is not the version that
 * this tab last saw, "closed" where the attempt is submitted or the rule on assignments is against it.
 */
export async function saveDraft(proof: CourseProof<'student'>, input: DraftInput): Promise<SavedDraft> {
  requireSameCourse(proof, input);
  const saved = await withRetry(() =>
    db().$transaction(async (tx) => {
      const openedAt = await requireOpenAttempt(tx, proof, input);
      return writeDraft(tx, input, openedAt);
    }),
  );
  if (saved !== null) return saved;
  const stored = await db().draft.findUnique({
    where: {
      attemptId_position: { attemptId: input.attemptId, position: input.position },
      courseId: proof.courseId,
    },
    select: { version: true, body: true, savedAt: true },
  });
  throw new AppError('conflict', 'This answer was changed in another tab or on another device.', {
    remedy: 'Look at the other version, and keep the one that you want.',
    details: {
      version: stored?.version ?? 0,
      answer: stored?.body ?? null,
      savedAt: stored?.savedAt ?? null,
    },
  });
}

/**
 * Locks the attempt against a submission and against other saves at the same moment, for as long as the transaction lasts.
 * Answers when it was opened.
 */
async function requireOpenAttempt(
  tx: Prisma.TransactionClient,
  proof: CourseProof<'student'>,
  { attemptId, position }: DraftInput,
): Promise<Date> {
  const [attempt] = await tx.$queryRaw<
    { submittedAt: Date | null; openedAt: Date; assignmentId: string | null; known: boolean }[]
  >`
    SELECT a."submittedAt", a."openedAt", q."assignmentId"::text,
           EXISTS (SELECT 1 FROM "QuizRevisionItem" i
                   WHERE i."quizRevisionId" = a."quizRevisionId" AND i.position = ${position}) AS known
    FROM "Attempt" a JOIN "Quiz" q ON q.id = a."quizId"
    WHERE a.id = ${attemptId}::uuid AND a."courseId" = ${proof.courseId}::uuid
      AND a."userId" = ${proof.viewer.id}::uuid
    FOR NO KEY UPDATE OF a`;
  if (attempt === undefined || !attempt.known) throw new AppError('not-found', 'There is no such attempt.');
  if (attempt.submittedAt !== null) throw new AppError('closed', 'This attempt is submitted already.');
  if (attempt.assignmentId !== null) {
    const gate = await lockedGate(tx, proof, attempt.assignmentId);
    requireAllowed(gate.access.save, gate.timeZone);
  }
  return attempt.openedAt;
}

/** The new version, or null where the stored one is not the one that was last seen. */
async function writeDraft(
  tx: Prisma.TransactionClient,
  input: DraftInput,
  openedAt: Date,
): Promise<SavedDraft | null> {
  const { courseId, attemptId, position, version, answer } = input;
  // Read once it is this save's turn: of two at the same moment the second adds what came after the first, and no more.
  const { _max: last } = await tx.draft.aggregate({
    where: { courseId, attemptId },
    _max: { savedAt: true },
  });
  const savedAt = new Date();
  const seconds = secondsWorked(last.savedAt ?? openedAt, savedAt);
  if (version === 0) {
    const data = { courseId, attemptId, position, version: 1, body: answer, savedAt, seconds };
    const { count } = await tx.draft.createMany({ data, skipDuplicates: true });
    return count === 1 ? { version: 1, savedAt } : null;
  }
  const { count } = await tx.draft.updateMany({
    where: { courseId, attemptId, position, version },
    data: { version: version + 1, body: answer, savedAt, seconds: { increment: seconds } },
  });
  return count === 1 ? { version: version + 1, savedAt } : null;
}

/**
 * The student says that the belief named behind an answer of theirs is not what they were thinking. Said twice, it is
 * kept once. Throws AppError "not-found" where the answer is not theirs or names no belief, "conflict" where it was graded
 * again since the belief was read, and the reason of the rule on assignments as long as the belief is not shown.
 */
export async function denyDiagnosis(proof: CourseProof<'student'>, input: DenialInput): Promise<void> {
  requireSameCourse(proof, input);
  const { courseId, attemptId, marksId } = input;
  const attempt = await db().attempt.findFirst({
    where: { id: attemptId, courseId, userId: proof.viewer.id, submittedAt: { not: null } },
    select: { quiz: { select: { assignmentId: true } } },
  });
  if (attempt === null) throw new AppError('not-found', 'There is no such answer.');
  // Before the marks are looked at: as long as they are held back, nothing tells whether a belief was named.
  const { assignmentId } = attempt.quiz;
  if (assignmentId !== null) {
    const gate = await gateOf(proof, assignmentId);
    requireAllowed(gate.access.solutions, gate.timeZone);
  }
  await db().$transaction(async (tx) => {
    // Held, so that no regrade takes their place in between.
    const [marks] = await tx.$queryRaw<{ superseded: boolean }[]>`
      SELECT m."supersededAt" IS NOT NULL AS superseded
      FROM "Marks" m
      JOIN "Answer" a ON a."courseId" = m."courseId" AND a.id = m."answerId"
      JOIN "Submission" s ON s."courseId" = a."courseId" AND s.id = a."submissionId"
      WHERE m.id = ${marksId}::uuid AND m."courseId" = ${courseId}::uuid AND s."attemptId" = ${attemptId}::uuid
        AND m.diagnosis IS NOT NULL
      FOR SHARE OF m`;
    if (marks === undefined) throw new AppError('not-found', 'There is no such answer.');
    if (marks.superseded) {
      throw new AppError('conflict', 'This answer was graded again in the meantime.', {
        remedy: 'Load the page again, and look at what it says now.',
      });
    }
    await tx.diagnosisDenial.createMany({ data: { courseId, marksId }, skipDuplicates: true });
  });
}
