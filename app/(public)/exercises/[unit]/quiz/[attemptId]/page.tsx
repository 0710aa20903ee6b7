import type { Metadata } from 'next';
import { denyDiagnosisAction, startAction } from '../../../../../_actions/attempts';
import { AfterReview } from '../../../../../_components/answer/review/after-review';
import { Review } from '../../../../../_components/answer/review/review';
import { PageHead } from '../../../../../_components/catalogue/page-head';
import { requireUnit } from '../../../../../_data/catalogue';
import { requireOwnReview } from '../../../../../_data/quiz';
import * as words from '../../../../../_words';
import styles from '../../../exercises.module.css';

export const metadata: Metadata = { title: words.quiz.result };

/** A submitted attempt of one's own at the quiz of a unit. */
export default async function UnitReviewPage({
  params,
}: {
  params: Promise<{ unit: string; attemptId: string }>;
}) {
  const { unit: slug, attemptId } = await params;
  const unit = await requireUnit(slug);
  const address = `/exercises/${slug}/quiz`;
  const { proof, review } = await requireOwnReview(attemptId, slug, `${address}/${attemptId}`);
  return (
    <div className={styles.page}>
      <PageHead unit={unit} title={review.quiz.title} />
      <Review
        review={review}
        title={words.quiz.attempt(review.number)}
        denial={{ courseId: proof.courseId, attemptId, deny: denyDiagnosisAction }}
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
    </div>
  );
}
