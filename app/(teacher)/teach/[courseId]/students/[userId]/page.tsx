import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { studentAnswers } from '@/lib/classroom/progress';
import { isAppError } from '@/lib/common/errors';
import { Review } from '../../../../../_components/answer/review/review';
import { EmptyState } from '../../../../../_components/ui/empty-state';
import { requireTeacher } from '../../../../../_data/teaching';
import * as words from '../../../../../_words';
import styles from '../../../teach.module.css';

export const metadata: Metadata = { title: words.teacher.student };

/** The answers of one student, newest attempt first. */
export default async function StudentPage({
  params,
}: {
  params: Promise<{ courseId: string; userId: string }>;
}) {
  const { courseId, userId } = await params;
  const proof = await requireTeacher(courseId, `/teach/${courseId}/students/${userId}`);
  const { student, attempts } = await studentAnswers(proof, userId).catch((error: unknown) => {
    if (isAppError(error) && (error.code === 'not-found' || error.code === 'invalid-input')) notFound();
    throw error;
  });
  return (
    <div className={styles.page}>
      <Link className={styles.back} href={`/teach/${courseId}`}>
        {words.teacher.back}
      </Link>
      <h1>{words.teacher.answersOf(student.name)}</h1>
      <p className={styles.lead}>{student.email}</p>
      {attempts.length === 0 ? (
        <EmptyState title={words.teacher.noAnswers} text={words.teacher.noAnswersText} inPage />
      ) : (
        <div className={styles.attempts}>
          {attempts.map((review) => (
            <Review key={review.attemptId} review={review} title={words.quiz.attempt(review.number)} among />
          ))}
        </div>
      )}
    </div>
  );
}
