import type { Metadata } from 'next';
import { denyDiagnosisAction, startAction } from '../../../../../_actions/attempts';
import { AfterReview } from '../../../../../_components/answer/review/after-review';
import { Review } from '../../../../../_components/answer/review/review';
import { ExerciseHead } from '../../../../../_components/catalogue/exercise-head';
import { requireExercise } from '../../../../../_data/catalogue';
import { requireOwnReview } from '../../../../../_data/quiz';
import * as words from '../../../../../_words';
import styles from '../../../exercises.module.css';

export const metadata: Metadata = { title: words.quiz.result };

/** A submitted attempt of one's own at one exercise. */
export default async function ExerciseReviewPage({
  params,
}: {
  params: Promise<{ unit: string; exercise: string; attemptId: string }>;
}) {
  const { unit: unitSlug, exercise: name, attemptId } = await params;
  const { exercise, unit } = await requireExercise(`${unitSlug}/${name}`);
  const address = `/exercises/${exercise.slug}`;
  const { proof, review } = await requireOwnReview(attemptId, exercise.slug, `${address}/${attemptId}`);
  const next = unit.exercises[unit.exercises.findIndex(({ slug }) => slug === exercise.slug) + 1];
  return (
    <div className={styles.page}>
      <ExerciseHead exercise={exercise} unit={unit} />
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
            next={next ? { href: `/exercises/${next.slug}`, word: words.catalogue.next } : null}
            backWord={words.catalogue.backToExercise}
          />
        }
      />
    </div>
  );
}
