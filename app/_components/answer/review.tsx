import type { ReactNode } from 'react';
import type { AttemptReview } from '@/lib/classroom/attempts';
import { words } from '../../_words';
import { CodeLines } from '../ui/code-lines';
import { dateTime } from '../ui/format';
import { Markdown } from '../ui/markdown';
import { Panel } from '../ui/panel';
import { FocusHeading } from './focus-heading';
import { QuestionCard } from './question-card';
import { Reasons } from './reasons';
import styles from './review.module.css';
import { ReviewedAnswer } from './reviewed-answer';
import { ScorePanel } from './score-panel';
import { sharedProgram } from './with-program';

interface ReviewProps {
  review: AttemptReview;
  /** Address of the mode Watch of the lesson; null where there is none to link to. */
  watch: string | null;
  actions?: ReactNode;
}

/** A submitted attempt: marks in place, each with its reason at its step. */
export function Review({ review, watch, actions }: ReviewProps) {
  const program = sharedProgram(review.questions);
  return (
    <div className={styles.review}>
      <div className={styles.questions}>
        <FocusHeading className={styles.title ?? ''}>
          {words.quiz.attempt(review.number)}: {words.quiz.result.toLowerCase()}
        </FocusHeading>
        <p className={styles.sub}>{words.quiz.submittedAt(dateTime(review.submittedAt))}</p>
        {review.questions.map((question) => (
          <QuestionCard
            key={question.position}
            question={{ ...question, points: question.possible }}
            withProgram={program === null}
            earned={question.points}
            after={
              <>
                <Reasons cells={question.cells} watch={watch} />
                {question.explanation !== '' && (
                  <div className={styles.explanation}>
                    <Markdown text={question.explanation} />
                  </div>
                )}
              </>
            }
          >
            <ReviewedAnswer question={question} />
          </QuestionCard>
        ))}
      </div>
      <aside className={styles.side}>
        <ScorePanel review={review}>{actions}</ScorePanel>
        {program !== null && (
          <Panel padded>
            <CodeLines source={program} label={words.quiz.program} />
          </Panel>
        )}
      </aside>
    </div>
  );
}
