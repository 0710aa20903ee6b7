import type { Metadata } from 'next';
import { listOwnAttempts, selectOpenAttempt } from '@/lib/classroom/attempts';
import { previewQuiz } from '@/lib/classroom/lessons';
import { AttemptList } from '../../../../_components/answer/attempt-list';
import { QuestionList } from '../../../../_components/answer/question-list';
import { QuizAttempt } from '../../../../_components/answer/quiz-attempt';
import { StartQuiz } from '../../../../_components/answer/start-quiz';
import { ModeSection } from '../../../../_components/lesson/mode-section';
import { ButtonLink } from '../../../../_components/ui/button';
import { EmptyState } from '../../../../_components/ui/empty-state';
import { type LessonParams, requireLesson } from '../../../../_data/lessons';
import { optionalCourse } from '../../../../_data/quiz';
import { words } from '../../../../_words';
import { saveDraftAction, startAction, submitAction } from './actions';

export const metadata: Metadata = { title: words.lesson.mode.quiz };

/**
 * The quiz of a lesson. The lesson's program is the quiz's program: nothing of its trace, its table or its
 * texts may reach this page before the submission, so only the quiz's own name is taken from the lesson.
 */
export default async function QuizPage({ params }: LessonParams) {
  const { slug } = await params;
  const { quiz } = await requireLesson(slug);
  if (!quiz) return <EmptyState title={words.quiz.none} text={words.quiz.noneText} inPage />;
  const proof = await optionalCourse();
  const address = `/lessons/${slug}/quiz`;
  if (!proof) {
    const { questions } = await previewQuiz(quiz.slug);
    return (
      <ModeSection mode="quiz">
        <p>{words.lesson.signInToAnswer}</p>
        <p>
          <ButtonLink look="primary" href={`/sign-in?callbackUrl=${encodeURIComponent(address)}`}>
            {words.account.signIn}
          </ButtonLink>
        </p>
        <QuestionList questions={questions} />
      </ModeSection>
    );
  }
  const [open, attempts] = await Promise.all([
    selectOpenAttempt(proof, quiz.slug),
    listOwnAttempts(proof, quiz.slug),
  ]);
  const submitted = attempts.filter((attempt) => attempt.submittedAt !== null);
  return (
    <ModeSection mode="quiz">
      {open ? (
        <QuizAttempt
          key={open.attemptId}
          attempt={open}
          address={address}
          save={saveDraftAction}
          submit={submitAction}
        />
      ) : (
        <StartQuiz
          input={{ courseId: proof.courseId, quizSlug: quiz.slug }}
          again={submitted.length > 0}
          start={startAction}
        />
      )}
      <AttemptList attempts={submitted} address={address} />
    </ModeSection>
  );
}
