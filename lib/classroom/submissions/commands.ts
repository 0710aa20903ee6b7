import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { databaseFault, withRetry } from '@/lib/db/errors';
import type { Prisma } from '@/lib/db/generated/client';
import { evidenceFor } from '@/lib/exercises/keys';
import type { Evidence } from '@/lib/exercises/kinds';
import type { Answer } from '@/lib/exercises/public';
import type { DiagnosedMarks } from '@/lib/grading/diagnosis/schema';
import { blankAnswer, gradeAnswer, unreadableParts } from '@/lib/grading/grade';
import { gradingRules } from '@/lib/grading/marks';
import { databaseNow, gateOf, lockedGate, requireAllowed } from '../assignments/queries/gate';
import { requireSameCourse } from '../attempts/commands';
import { itemSelection, type KeyedQuestion, keyedQuestions } from '../attempts/questions';
import { answerTo, total, unknownPositions } from '../attempts/rules';
import type { SubmitInput, SubmitResult, UnreadableCell } from '../attempts/schema';
import { secondsOfQuestions } from '../attempts/time-worked';
import { announceChange } from '../live/commands';
import { withDiagnosis } from '../marks/diagnosing';
import { lastOverride, standingOverride } from '../marks/queries';
import { effectivePoints } from '../marks/rules';

interface Graded {
  readonly question: KeyedQuestion;
  readonly answer: Answer;
  readonly marks: DiagnosedMarks;
}

/**
 * Submits an attempt: answers and marks are stored in one transaction, and acknowledged when it is
 * committed. The same submission sent again, at the same moment or later, answers what the first one did.
 * Throws AppError "not-found" for an attempt that is not the person's own, "closed" where another
 * submission came first or an assignment takes nothing more, "invalid-input" for an answer to a question that the quiz
 * does not have. What counts is when it arrived by the database's clock, not when it was marked.
 */
export async function submitAttempt(
  proof: CourseProof<'student'>,
  input: SubmitInput,
): Promise<SubmitResult> {
  requireSameCourse(proof, input);
  const arrivedAt = await databaseNow();
  const earlier = await earlierResult(proof, input);
  if (earlier !== null) return earlier;
  const attempt = await db().attempt.findFirst({
    where: { id: input.attemptId, courseId: proof.courseId, userId: proof.viewer.id },
    select: {
      seed: true,
      openedAt: true,
      drafts: { select: { position: true, seconds: true, savedAt: true } },
      quiz: { select: { id: true, assignmentId: true } },
      quizRevision: { select: { items: { select: itemSelection, orderBy: { position: 'asc' } } } },
    },
  });
  if (attempt === null) throw new AppError('not-found', 'There is no such attempt.');
  const { assignmentId } = attempt.quiz;
  if (assignmentId !== null) {
    const { access, timeZone } = await gateOf(proof, assignmentId, { at: arrivedAt });
    const { submit } = access;
    // None open: it was submitted at this moment, and what that answered is told below.
    if (submit.allowed || submit.reason.code !== 'no-open-attempt') requireAllowed(submit, timeZone);
  }
  const questions = await keyedQuestions(attempt.quizRevision.items, attempt.seed);
  const unknown = unknownPositions(
    input,
    questions.map((question) => question.position),
  );
  if (unknown.length > 0) {
    throw new AppError('invalid-input', `The quiz has no question ${unknown.join(', ')}.`);
  }
  const answered = await Promise.all(questions.map((question) => answeredQuestion(question, input)));
  const unreadable = answered.flatMap(unreadableCells);
  if (unreadable.length > 0) return { status: 'unreadable', cells: unreadable };
  const graded = await Promise.all(answered.map((one) => grade(one, attempt.seed)));
  const seconds = secondsOfQuestions(
    questions.map((question) => question.position),
    attempt.drafts,
    { openedAt: attempt.openedAt, arrivedAt },
  );
  const arrival = { arrivedAt, assignmentId, quizId: attempt.quiz.id, seconds };
  const stored = await withRetry(() =>
    db().$transaction((tx) => store(tx, proof, input, graded, arrival)),
  ).catch((error: unknown) => {
    if (error instanceof AppError && databaseFault(error.cause) === 'unique') return false;
    throw error;
  });
  if (stored) return accepted(input.attemptId, graded, await showsPoints(proof, assignmentId));
  const first = await earlierResult(proof, input);
  if (first !== null) return first;
  throw new AppError('conflict', 'This submission was used for another attempt.');
}

/** What this submission answered before; null where the attempt is still open. */
async function earlierResult(
  proof: CourseProof<'student'>,
  input: SubmitInput,
): Promise<SubmitResult | null> {
  const submission = await db().submission.findFirst({
    where: {
      attemptId: input.attemptId,
      courseId: proof.courseId,
      attempt: { userId: proof.viewer.id },
    },
    select: {
      id: true,
      attempt: { select: { quiz: { select: { assignmentId: true } } } },
      answers: {
        select: {
          marks: { where: { supersededAt: null }, select: { points: true, possible: true } },
          overrides: lastOverride,
        },
      },
    },
  });
  if (submission === null) return null;
  if (submission.id !== input.submissionId) {
    throw new AppError('closed', 'This attempt is submitted already.', {
      remedy: 'Open the result, or begin another attempt.',
    });
  }
  const marks = submission.answers.flatMap(({ marks: [one], overrides }) =>
    one === undefined
      ? []
      : [
          {
            points: effectivePoints(one.points.toNumber(), standingOverride(overrides)),
            possible: one.possible.toNumber(),
          },
        ],
  );
  const shown = await showsPoints(proof, submission.attempt.quiz.assignmentId);
  return {
    status: 'accepted',
    attemptId: input.attemptId,
    points: shown ? total(marks.map((one) => one.points)) : null,
    possible: total(marks.map((one) => one.possible)),
  };
}

/** Whether the person may be told the points of what they submitted. */
async function showsPoints(proof: CourseProof<'student'>, assignmentId: string | null): Promise<boolean> {
  return assignmentId === null || (await gateOf(proof, assignmentId)).access.feedback.allowed;
}

/** A question, what was answered to it, and what its program does where the answer is one. */
interface Answered {
  readonly question: KeyedQuestion;
  readonly answer: Answer;
  readonly evidence: Evidence;
}

async function answeredQuestion(question: KeyedQuestion, input: SubmitInput): Promise<Answered> {
  const answer = answerTo(input, question.position) ?? blankAnswer(question.key);
  return { question, answer, evidence: await evidenceFor(question.key, answer) };
}

function unreadableCells({ question, answer, evidence }: Answered): UnreadableCell[] {
  const { position, key } = question;
  return unreadableParts(key, answer, evidence).map((part) => ({ position, ...part }));
}

async function grade({ question, answer, evidence }: Answered, seed: number): Promise<Graded> {
  const { content, key, points, exerciseRevisionId: revisionId } = question;
  const marks = gradeAnswer(content.exercise, key, answer, points, evidence);
  return { question, answer, marks: await withDiagnosis({ revisionId, seed }, question, answer, marks) };
}

function accepted(attemptId: string, graded: readonly Graded[], shown: boolean): SubmitResult {
  return {
    status: 'accepted',
    attemptId,
    points: shown ? total(graded.map(({ marks }) => marks.points)) : null,
    possible: total(graded.map(({ marks }) => marks.possible)),
  };
}

/** When it arrived, and at what. */
interface Arrival {
  readonly arrivedAt: Date;
  readonly assignmentId: string | null;
  readonly quizId: string;
  /** Worked on each question, by its position. */
  readonly seconds: ReadonlyMap<number, number>;
}

/** Closes the attempt and stores everything; false where somebody closed it in the meantime. */
async function store(
  tx: Prisma.TransactionClient,
  proof: CourseProof<'student'>,
  { attemptId, submissionId }: SubmitInput,
  graded: readonly Graded[],
  { arrivedAt, assignmentId, quizId, seconds }: Arrival,
): Promise<boolean> {
  const { courseId, viewer } = proof;
  // The row stays locked until the end: of two submissions at the same moment the second one finds none to close.
  const open = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Attempt"
    WHERE id = ${attemptId}::uuid AND "courseId" = ${courseId}::uuid AND "userId" = ${viewer.id}::uuid
      AND "submittedAt" IS NULL
    FOR UPDATE`;
  if (open.length === 0) return false;
  if (assignmentId !== null) {
    const gate = await lockedGate(tx, proof, assignmentId, arrivedAt);
    requireAllowed(gate.access.submit, gate.timeZone);
  }
  await tx.attempt.update({ where: { id: attemptId, courseId }, data: { submittedAt: arrivedAt } });
  await tx.submission.create({ data: { id: submissionId, courseId, attemptId, submittedAt: arrivedAt } });
  const answers = await tx.answer.createManyAndReturn({
    data: graded.map(({ question, answer }) => ({
      courseId,
      submissionId,
      position: question.position,
      exerciseRevisionId: question.exerciseRevisionId,
      body: answer,
      drawing: question.drawing,
      seconds: seconds.get(question.position) ?? null,
    })),
    select: { id: true, position: true },
  });
  const ids = new Map(answers.map((answer) => [answer.position, answer.id]));
  await tx.marks.createMany({
    data: graded.map(({ question, marks }) => ({
      courseId,
      answerId: ids.get(question.position) ?? '',
      points: marks.points,
      possible: marks.possible,
      cells: [...marks.cells],
      ...(marks.diagnosis === null ? {} : { diagnosis: marks.diagnosis }),
      rules: gradingRules,
      gradedAt: new Date(),
    })),
  });
  await tx.draft.deleteMany({ where: { courseId, attemptId } });
  await announceChange(tx, { courseId, quizId });
  return true;
}
