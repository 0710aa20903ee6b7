import type { Metadata } from 'next';
import Link from 'next/link';
import { selectOfferedQuiz } from '@/lib/classroom/quizzes';
import { denyDiagnosisAction, startAction } from '../../../../../_actions/attempts';
import { AfterReview } from '../../../../../_components/answer/review/after-review';
import { Review } from '../../../../../_components/answer/review/review';
import styles from '../../../../../_components/assignments/assignments.module.css';
import { requireStudent } from '../../../../../_data/assignments';
import { orNotFound, requireReview } from '../../../../../_data/quiz';
import * as words from '../../../../../_words';

export const metadata: Metadata = { title: words.quiz.result };

interface ReviewParams {
  params: Promise<{ courseId: string; quizId: string; attemptId: string }>;
}

/** A submitted attempt of one's own at a quiz that a course has made. */
export default async function OfferedQuizReviewPage({ params }: ReviewParams) {
  const { courseId, quizId, attemptId } = await params;
  const address = `/quizzes/${courseId}/${quizId}`;
  const proof = await requireStudent(courseId, `${address}/${attemptId}`);
  const quiz = await orNotFound(selectOfferedQuiz(proof, quizId));
  const review = await requireReview(proof, attemptId, quiz.slug);
  const back = <Link href={address}>{words.quizzes.back}</Link>;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <p>{back}</p>
        <h1>{review.quiz.title}</h1>
      </div>
      <Review
        review={review}
        title={words.quiz.attempt(review.number)}
        denial={{ courseId, attemptId, deny: denyDiagnosisAction }}
        actions={
          quiz.retired ? (
            back
          ) : (
            <AfterReview
              review={review}
              courseId={courseId}
              address={address}
              start={startAction}
              backWord={words.quizzes.back}
            />
          )
        }
      />
    </div>
  );
}
