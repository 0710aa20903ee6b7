import dynamic from 'next/dynamic';
import type { ActionResult } from '@/lib/web';
import * as words from '../../_words';
import { ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';
import { AttemptList } from './attempt-list';
import { promptsOf } from './prompts';
import { QuestionList } from './question-list';
import type { QuizState } from './quiz-state';
import styles from './quiz-view.module.css';
import { StartQuiz } from './start-quiz';
import type { AttemptActions } from './use-attempt';

// The places to answer are fetched where an attempt is open.
const QuizAttempt = dynamic(() => import('./quiz-attempt').then((module) => module.QuizAttempt));

interface QuizViewProps {
  quiz: QuizState;
  /** Address of the quiz; its submitted attempts stand below it. */
  address: string;
  startWord: string;
  actions: AttemptActions & { start: (input: unknown) => Promise<ActionResult<{ number: number }>> };
}

/** A quiz, or an exercise alone: to be read, to be started, to be answered; with the attempts so far. */
export function QuizView({ quiz, address, startWord, actions }: QuizViewProps) {
  const { start, ...attemptActions } = actions;
  if (quiz.type === 'reader') {
    return (
      <div className={styles.view}>
        {quiz.signedIn ? (
          <Notice title={words.catalogue.noCourse}>
            <p>{words.catalogue.noCourseText}</p>
          </Notice>
        ) : (
          <div className={styles.signIn}>
            <p>{words.catalogue.signInToAnswer}</p>
            <ButtonLink look="primary" href={`/sign-in?callbackUrl=${encodeURIComponent(address)}`}>
              {words.account.signIn}
            </ButtonLink>
          </div>
        )}
        <QuestionList questions={quiz.questions} />
      </div>
    );
  }
  return (
    <div className={styles.view}>
      {quiz.open ? (
        <QuizAttempt
          key={quiz.open.attemptId}
          attempt={quiz.open}
          prompts={promptsOf(quiz.open.questions)}
          owner={quiz.owner}
          address={address}
          actions={attemptActions}
        />
      ) : (
        <StartQuiz
          input={quiz.start}
          word={quiz.submitted.length > 0 ? words.quiz.again : startWord}
          start={start}
        />
      )}
      <AttemptList attempts={quiz.submitted} address={address} />
    </div>
  );
}
