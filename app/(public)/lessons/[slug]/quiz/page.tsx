import type { Metadata } from 'next';
import { saveDraftAction, startAction, submitAction } from '../../../../_actions/attempts';
import { QuizView } from '../../../../_components/answer/quiz-view';
import { ModeSection } from '../../../../_components/lesson/mode-section';
import { EmptyState } from '../../../../_components/ui/empty-state';
import { type LessonParams, requireLesson } from '../../../../_data/lessons';
import { loadQuiz } from '../../../../_data/quiz';
import * as words from '../../../../_words';

export const metadata: Metadata = { title: words.modes.name.quiz };

/**
 * The quiz of a lesson. The lesson's program is the quiz's program: nothing of its trace, its table or its
 * texts may reach this page before the submission, so only the quiz's own name is taken from the lesson.
 */
export default async function QuizPage({ params }: LessonParams) {
  const { slug } = await params;
  const { quiz } = await requireLesson(slug);
  if (!quiz) return <EmptyState title={words.quiz.none} text={words.quiz.noneText} inPage />;
  return (
    <ModeSection mode="quiz">
      <QuizView
        quiz={await loadQuiz(quiz.slug)}
        address={`/lessons/${slug}/quiz`}
        startWord={words.quiz.start}
        actions={{ start: startAction, save: saveDraftAction, submit: submitAction }}
      />
    </ModeSection>
  );
}
