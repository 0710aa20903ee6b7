import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { saveDraftAction, startAction, submitAction } from '../../../../_actions/attempts';
import { QuizView } from '../../../../_components/answer/quiz-view';
import { PageHead } from '../../../../_components/catalogue/page-head';
import { requireUnit } from '../../../../_data/catalogue';
import { loadQuiz, orNotFound } from '../../../../_data/quiz';
import * as words from '../../../../_words';
import styles from '../../exercises.module.css';

interface UnitParams {
  params: Promise<{ unit: string }>;
}

export async function generateMetadata({ params }: UnitParams): Promise<Metadata> {
  const { quiz } = await requireUnit((await params).unit);
  return { title: quiz?.title ?? words.quiz.none };
}

/** The quiz of a unit. */
export default async function UnitQuizPage({ params }: UnitParams) {
  const unit = await requireUnit((await params).unit);
  if (!unit.quiz) notFound();
  return (
    <div className={styles.page}>
      <PageHead unit={unit} title={unit.quiz.title}>
        <span>{words.catalogue.questions(unit.quiz.questions)}</span>
      </PageHead>
      <h2 className="sr">{words.quiz.preview}</h2>
      <QuizView
        quiz={await orNotFound(loadQuiz(unit.quiz.slug))}
        address={`/exercises/${unit.slug}/quiz`}
        startWord={words.quiz.start}
        actions={{ start: startAction, save: saveDraftAction, submit: submitAction }}
      />
    </div>
  );
}
