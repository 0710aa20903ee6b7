import 'server-only';
import { notFound, redirect } from 'next/navigation';
import type { CourseProof } from '@/lib/auth';
import { optionalUser, requireMembership } from '@/lib/auth';
import {
  type AttemptReview,
  courseOfOwnAttempt,
  listOwnAttempts,
  reviewAttempt,
  selectOpenAttempt,
} from '@/lib/classroom/attempts';
import { previewQuiz } from '@/lib/classroom/lessons';
import { isAppError } from '@/lib/common/errors';
import type { OwnQuiz, QuizState } from '../_components/answer/quiz-state';
import { optionalCourse } from './current-course';

/** Throws AppError "not-found" where there is no such quiz. */
export async function loadQuiz(quizSlug: string): Promise<QuizState> {
  const proof = await optionalCourse();
  if (!proof) {
    const [viewer, { questions }] = await Promise.all([optionalUser(), previewQuiz(quizSlug)]);
    return { type: 'reader', signedIn: viewer !== null, questions };
  }
  return ownQuiz(proof, quizSlug);
}

/** A quiz as somebody in a course sees it: the attempt that is open, and those that were submitted. */
export async function ownQuiz(proof: CourseProof<'student'>, quizSlug: string): Promise<OwnQuiz> {
  const [open, attempts] = await Promise.all([
    selectOpenAttempt(proof, quizSlug),
    listOwnAttempts(proof, quizSlug),
  ]);
  return {
    type: 'student',
    owner: proof.viewer.id,
    start: { courseId: proof.courseId, quizSlug },
    open,
    submitted: attempts.filter((attempt) => attempt.submittedAt !== null),
  };
}

/** A submitted attempt of one's own at this quiz; every other one is a page that is not there. */
export async function requireReview(
  proof: CourseProof<'student'>,
  attemptId: string,
  quizSlug: string,
): Promise<AttemptReview> {
  const review = await orNotFound(reviewAttempt(proof, attemptId));
  return review.quiz.slug === quizSlug ? review : notFound();
}

/**
 * A submitted attempt of one's own at this quiz of the catalogue, with proof for the course in which it was made: that
 * may be another than the one somebody works in now.
 */
export async function requireOwnReview(
  attemptId: string,
  quizSlug: string,
  address: string,
): Promise<{ proof: CourseProof<'student'>; review: AttemptReview }> {
  const viewer = await optionalUser();
  if (!viewer) redirect(`/sign-in?callbackUrl=${encodeURIComponent(address)}`);
  const courseId = (await courseOfOwnAttempt(viewer, attemptId)) ?? notFound();
  const proof = await orNotFound(requireMembership(courseId, 'student'));
  return { proof, review: await requireReview(proof, attemptId, quizSlug) };
}

const absent: readonly string[] = ['not-found', 'invalid-input', 'forbidden'];

/** What is not there, or may not be seen, is a page that is not there. */
export async function orNotFound<T>(wanted: Promise<T>): Promise<T> {
  return wanted.catch((error: unknown) => {
    if (isAppError(error) && absent.includes(error.code)) notFound();
    throw error;
  });
}
