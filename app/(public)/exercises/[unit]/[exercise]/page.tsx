import type { Metadata } from 'next';
import { saveDraftAction, startAction, submitAction } from '../../../../_actions/attempts';
import { QuizView } from '../../../../_components/answer/quiz-view';
import { ExerciseHead } from '../../../../_components/catalogue/exercise-head';
import { requireExercise } from '../../../../_data/catalogue';
import { loadQuiz, orNotFound } from '../../../../_data/quiz';
import * as words from '../../../../_words';
import styles from '../../exercises.module.css';

interface ExerciseParams {
  params: Promise<{ unit: string; exercise: string }>;
}

export async function generateMetadata({ params }: ExerciseParams): Promise<Metadata> {
  const { unit, exercise } = await params;
  return { title: (await requireExercise(`${unit}/${exercise}`)).exercise.title };
}

/** One exercise alone. */
export default async function ExercisePage({ params }: ExerciseParams) {
  const { unit: unitSlug, exercise: name } = await params;
  const { exercise, unit } = await requireExercise(`${unitSlug}/${name}`);
  return (
    <div className={styles.page}>
      <ExerciseHead exercise={exercise} unit={unit} />
      <QuizView
        quiz={await orNotFound(loadQuiz(exercise.slug))}
        address={`/exercises/${exercise.slug}`}
        startWord={words.catalogue.startExercise}
        actions={{ start: startAction, save: saveDraftAction, submit: submitAction }}
      />
    </div>
  );
}
