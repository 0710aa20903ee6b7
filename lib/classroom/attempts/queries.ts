import 'server-only';
import { z } from 'zod';
import type { CourseProof } from '@/lib/auth/proof';
import type { Viewer } from '@/lib/auth/viewer';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { answerSchema } from '@/lib/exercises/public';
import { gateOf, requireAllowed } from '../assignments/queries/gate';
import { lastOverride, standingOverride } from '../marks/queries';
import { effectivePoints } from '../marks/rules';
import { itemSelection, keyedQuestions, type StoredItem, shownQuestion } from './questions';
import { type ReviewedAttempt, reviewOf, reviewSelection } from './review';
import { total } from './rules';
import {
  type AttemptReview,
  type AttemptSummary,
  type AttemptView,
  attemptViewSchema,
  type OpenAttemptSummary,
} from './schema';

const notFound = () => new AppError('not-found', 'There is no such attempt.');

const openSelection = {
  id: true,
  courseId: true,
  number: true,
  seed: true,
  openedAt: true,
  quiz: { select: { slug: true, assignmentId: true } },
  quizRevision: { select: { title: true, items: { select: itemSelection, orderBy: { position: 'asc' } } } },
  drafts: { select: { position: true, version: true, body: true, savedAt: true } },
} as const;

interface OpenAttempt {
  readonly id: string;
  readonly courseId: string;
  readonly number: number;
  readonly seed: number;
  readonly openedAt: Date;
  readonly quiz: { readonly slug: string };
  readonly quizRevision: { readonly title: string; readonly items: readonly StoredItem[] };
  readonly drafts: readonly { position: number; version: number; body: unknown; savedAt: Date }[];
}

/** The person's own open attempt at a quiz; null where there is none, or where an assignment takes nothing more. */
export async function selectOpenAttempt(
  proof: CourseProof<'student'>,
  quizSlug: string,
): Promise<AttemptView | null> {
  const attempt = await db().attempt.findFirst({
    where: {
      courseId: proof.courseId,
      userId: proof.viewer.id,
      quiz: { slug: quizSlug },
      submittedAt: null,
    },
    select: openSelection,
  });
  if (attempt === null) return null;
  const { assignmentId } = attempt.quiz;
  if (assignmentId !== null && !(await gateOf(proof, assignmentId)).access.save.allowed) return null;
  return viewOf(attempt);
}

async function viewOf(attempt: OpenAttempt): Promise<AttemptView> {
  const questions = await keyedQuestions(attempt.quizRevision.items, attempt.seed);
  const drafts = new Map(attempt.drafts.map((draft) => [draft.position, draft]));
  return attemptViewSchema.parse({
    attemptId: attempt.id,
    courseId: attempt.courseId,
    number: attempt.number,
    openedAt: attempt.openedAt,
    quiz: { slug: attempt.quiz.slug, title: attempt.quizRevision.title },
    questions: questions.map((question) => {
      const draft = drafts.get(question.position);
      const saved =
        draft === undefined
          ? null
          : { version: draft.version, answer: answerSchema.parse(draft.body), savedAt: draft.savedAt };
      return { ...shownQuestion(question), draft: saved };
    }),
  });
}

/**
 * The person's own submitted attempt, marked, with what is right. Throws AppError "not-found" for any other, and
 * "forbidden" as long as the rule on assignments keeps the solutions back.
 */
export async function reviewAttempt(
  proof: CourseProof<'student'>,
  attemptId: string,
): Promise<AttemptReview> {
  if (!z.uuid().safeParse(attemptId).success) throw notFound();
  const attempt = await db().attempt.findFirst({
    where: {
      id: attemptId,
      courseId: proof.courseId,
      userId: proof.viewer.id,
      submittedAt: { not: null },
    },
    select: { ...reviewSelection, quiz: { select: { slug: true, assignmentId: true } } },
  });
  if (attempt === null) throw notFound();
  if (attempt.quiz.assignmentId !== null) {
    const gate = await gateOf(proof, attempt.quiz.assignmentId);
    requireAllowed(gate.access.solutions, gate.timeZone);
  }
  return reviewOf(attempt);
}

/** The submitted attempts of one member of the course, newest first. For teachers. */
export async function selectAttemptsOf(
  proof: CourseProof<'teacher'>,
  userId: string,
): Promise<AttemptReview[]> {
  const attempts: ReviewedAttempt[] = await db().attempt.findMany({
    where: { courseId: proof.courseId, userId, submittedAt: { not: null } },
    select: reviewSelection,
    orderBy: { submittedAt: 'desc' },
    take: 50,
  });
  const reviews: AttemptReview[] = [];
  // One after the other: a page of attempts must not fill the queue of the runner.
  for (const attempt of attempts) reviews.push(await reviewOf(attempt));
  return reviews;
}

/** The person's own attempts at a quiz, newest first; without points where an assignment does not show them yet. */
export async function listOwnAttempts(
  proof: CourseProof<'student'>,
  quizSlug: string,
): Promise<AttemptSummary[]> {
  const attempts = await db().attempt.findMany({
    where: { courseId: proof.courseId, userId: proof.viewer.id, quiz: { slug: quizSlug } },
    select: {
      id: true,
      number: true,
      openedAt: true,
      submittedAt: true,
      quiz: { select: { assignmentId: true } },
      quizRevision: { select: { items: { select: { points: true } } } },
      submission: {
        select: {
          answers: {
            select: {
              marks: { where: { supersededAt: null }, select: { points: true } },
              overrides: lastOverride,
            },
          },
        },
      },
    },
    orderBy: { number: 'desc' },
    take: 100,
  });
  const assignmentId = attempts[0]?.quiz.assignmentId ?? null;
  const hidden = assignmentId !== null && !(await gateOf(proof, assignmentId)).access.feedback.allowed;
  return attempts.map(({ id, number, openedAt, submittedAt, quizRevision, submission }) => ({
    attemptId: id,
    number,
    openedAt,
    submittedAt,
    points:
      submission === null || hidden
        ? null
        : total(
            submission.answers.flatMap(({ marks, overrides }) =>
              marks.map((one) => effectivePoints(one.points.toNumber(), standingOverride(overrides))),
            ),
          ),
    possible: total(quizRevision.items.map((item) => item.points.toNumber())),
  }));
}

/** The course in which a person made an attempt; null where it is none of theirs. One query, which opens nothing. */
export async function courseOfOwnAttempt(viewer: Viewer, attemptId: string): Promise<string | null> {
  if (!z.uuid().safeParse(attemptId).success) return null;
  const attempt = await db().attempt.findFirst({
    where: { id: attemptId, userId: viewer.id },
    select: { courseId: true },
  });
  return attempt?.courseId ?? null;
}

/** The person's own open attempts but those at assignments, the one last worked on first. One query. */
export async function listOpenAttempts(proof: CourseProof<'student'>): Promise<OpenAttemptSummary[]> {
  const attempts = await db().attempt.findMany({
    where: {
      courseId: proof.courseId,
      userId: proof.viewer.id,
      submittedAt: null,
      // What a course offers no longer can be handed in by who began it; what the catalogue has no more, has no page.
      quiz: { assignmentId: null, OR: [{ retiredAt: null }, { courseId: { not: null } }] },
    },
    select: {
      id: true,
      openedAt: true,
      quiz: { select: { slug: true, courseId: true, exerciseId: true, lesson: { select: { slug: true } } } },
      quizRevision: { select: { title: true, _count: { select: { items: true } } } },
      drafts: { select: { savedAt: true } },
    },
    orderBy: { openedAt: 'desc' },
    take: 100,
  });
  return attempts
    .map(({ id, openedAt, quiz, quizRevision, drafts }) => ({
      attemptId: id,
      title: quizRevision.title,
      quiz: {
        slug: quiz.slug,
        course: quiz.courseId,
        lesson: quiz.lesson?.slug ?? null,
        exercise: quiz.exerciseId !== null,
      },
      questions: quizRevision._count.items,
      drafted: drafts.length,
      touchedAt: new Date(Math.max(openedAt.getTime(), ...drafts.map(({ savedAt }) => savedAt.getTime()))),
    }))
    .toSorted((a, b) => b.touchedAt.getTime() - a.touchedAt.getTime());
}
