import type { Metadata } from 'next';
import Link from 'next/link';
import { selectOfferedQuiz } from '@/lib/classroom/quizzes';
import { saveDraftAction, startAction, submitAction } from '../../../../_actions/attempts';
import { AttemptList } from '../../../../_components/answer/attempt-list';
import { QuizView } from '../../../../_components/answer/quiz-view';
import styles from '../../../../_components/assignments/assignments.module.css';
import { points } from '../../../../_components/ui/format';
import { Notice } from '../../../../_components/ui/notice';
import { requireStudent } from '../../../../_data/assignments';
import { orNotFound, ownQuiz } from '../../../../_data/quiz';
import * as words from '../../../../_words';

export const metadata: Metadata = { title: words.quizzes.title };

interface QuizParams {
  params: Promise<{ courseId: string; quizId: string }>;
}

/** A quiz that a course has made, for those in the course. */
export default async function OfferedQuizPage({ params }: QuizParams) {
  const { courseId, quizId } = await params;
  const address = `/quizzes/${courseId}/${quizId}`;
  const proof = await requireStudent(courseId, address);
  const { slug, title, questions, possible, retired } = await orNotFound(selectOfferedQuiz(proof, quizId));
  const quiz = await ownQuiz(proof, slug);
  const t = words.quizzes;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <p>
          <Link href="/exercises">{words.catalogue.title}</Link>
        </p>
        <h1>{title}</h1>
        <p>{t.facts(questions, points(possible))}</p>
      </div>
      {retired && quiz.open === null ? (
        <>
          <Notice title={t.closed}>
            <p>{t.closedText}</p>
          </Notice>
          <AttemptList attempts={quiz.submitted} address={address} />
        </>
      ) : (
        <>
          <h2 className="sr">{words.quiz.preview}</h2>
          <QuizView
            quiz={quiz}
            address={address}
            startWord={words.quiz.start}
            actions={{ start: startAction, save: saveDraftAction, submit: submitAction }}
          />
        </>
      )}
    </div>
  );
}
