import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { selectAssignment, selectMarks } from '@/lib/classroom/assignments';
import { reviewAttempt } from '@/lib/classroom/attempts';
import { denyDiagnosisAction } from '../../../../../_actions/attempts';
import { Review } from '../../../../../_components/answer/review/review';
import styles from '../../../../../_components/assignments/assignments.module.css';
import { MarksAlone } from '../../../../../_components/assignments/marks-alone';
import { requireStudent } from '../../../../../_data/assignments';
import { orNotFound } from '../../../../../_data/quiz';
import * as words from '../../../../../_words';

export const metadata: Metadata = { title: words.quiz.result };

interface AttemptParams {
  params: Promise<{ courseId: string; assignmentId: string; attemptId: string }>;
}

/** A submitted attempt at an assignment, as far as the rule shows it now. */
export default async function AssignmentAttemptPage({ params }: AttemptParams) {
  const { courseId, assignmentId, attemptId } = await params;
  const address = `/assignments/${courseId}/${assignmentId}`;
  const proof = await requireStudent(courseId, `${address}/${attemptId}`);
  const page = await orNotFound(selectAssignment(proof, assignmentId));
  const attempt = page.attempts.find((one) => one.attemptId === attemptId);
  if (!attempt) notFound();
  const { feedback, solutions } = page.access;
  const back = <Link href={address}>{words.assignments.back}</Link>;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <p>{back}</p>
        <h1>{page.title}</h1>
      </div>
      {solutions.allowed ? (
        <Review
          review={await orNotFound(reviewAttempt(proof, attemptId))}
          title={words.quiz.attempt(attempt.number)}
          denial={{ courseId, attemptId, deny: denyDiagnosisAction }}
          actions={back}
        />
      ) : (
        <MarksAlone
          page={page}
          attempt={attempt}
          marks={feedback.allowed ? await orNotFound(selectMarks(proof, assignmentId, attemptId)) : null}
        />
      )}
    </div>
  );
}
