import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { denyDiagnosisAction, startAction } from '../../../../../_actions/attempts';
import { AfterReview } from '../../../../../_components/answer/review/after-review';
import { Review } from '../../../../../_components/answer/review/review';
import { requireLesson } from '../../../../../_data/lessons';
import { optionalCourse, requireReview } from '../../../../../_data/quiz';
import * as words from '../../../../../_words';

export const metadata: Metadata = { title: words.quiz.result };

/** A submitted attempt of one's own: marks cell by cell, each with its reason. */
export default async function ReviewPage({
  params,
}: {
  params: Promise<{ slug: string; attemptId: string }>;
}) {
  const { slug, attemptId } = await params;
  const address = `/lessons/${slug}/quiz`;
  const proof = await optionalCourse();
  if (!proof) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`${address}/${attemptId}`)}`);
  const { quiz } = await requireLesson(slug);
  const review = await requireReview(proof, attemptId, quiz?.slug ?? '');
  return (
    <Review
      review={review}
      title={words.quiz.attempt(review.number)}
      denial={{ courseId: proof.courseId, attemptId, deny: denyDiagnosisAction }}
      watch={`/lessons/${slug}/watch`}
      actions={
        <AfterReview
          review={review}
          courseId={proof.courseId}
          address={address}
          start={startAction}
          backWord={words.quiz.backToQuiz}
        />
      }
    />
  );
}
