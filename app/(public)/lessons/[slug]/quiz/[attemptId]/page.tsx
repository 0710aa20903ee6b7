import type { Metadata } from 'next';
import { denyDiagnosisAction, startAction } from '../../../../../_actions/attempts';
import { AfterReview } from '../../../../../_components/answer/review/after-review';
import { Review } from '../../../../../_components/answer/review/review';
import { requireLesson } from '../../../../../_data/lessons';
import { requireOwnReview } from '../../../../../_data/quiz';
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
  const { quiz } = await requireLesson(slug);
  const { proof, review } = await requireOwnReview(attemptId, quiz?.slug ?? '', `${address}/${attemptId}`);
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
