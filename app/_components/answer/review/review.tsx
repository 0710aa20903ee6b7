import Link from 'next/link';
import type { ReactNode } from 'react';
import type { AttemptReview, ReviewedQuestion } from '@/lib/classroom/attempts';
import * as words from '../../../_words';
import { CodeLines } from '../../ui/code-lines';
import { dateTime, points } from '../../ui/format';
import { Markdown } from '../../ui/markdown';
import { Notice } from '../../ui/notice';
import { Panel } from '../../ui/panel';
import { QuestionCard } from '../question-card';
import { sharedProgram } from '../with-program';
import { type Denial, DiagnosisCard } from './diagnosis-card';
import { FocusHeading } from './focus-heading';
import { Reasons } from './reasons';
import styles from './review.module.css';
import { ReviewedAnswer } from './reviewed-answer';
import { runSource } from './run-source';
import { ScorePanel } from './score-panel';
import { SeeStep } from './see-step';

interface ReviewProps {
  review: Pick<AttemptReview, 'points' | 'possible' | 'submittedAt' | 'questions'>;
  /** What this is the result of. */
  title: string;
  /** Address of the mode Watch of the lesson; null where there is none to link to. */
  watch?: string | null;
  actions?: ReactNode;
  /** How its student denies a diagnosis; null where somebody else looks. */
  denial?: Denial | null;
  /** Whether this is one of several on a page of teachers: then no heading takes the focus. */
  among?: boolean;
}

/** A submitted attempt: marks in place, each with its reason at its step. */
export function Review({ review, title, watch = null, actions, denial = null, among = false }: ReviewProps) {
  const program = sharedProgram(review.questions);
  const [only, ...others] = review.questions;
  const alone = others.length === 0;
  // One landmark of a kind on a page.
  const Side = among ? 'div' : 'aside';
  const heading = `${title}: ${words.quiz.result.toLowerCase()}`;
  return (
    <div className={styles.review}>
      <div>
        {among ? (
          <h2 className={styles.title}>{heading}</h2>
        ) : (
          <FocusHeading className={styles.title ?? ''}>{heading}</FocusHeading>
        )}
        <p className={styles.sub}>{words.quiz.submittedAt(dateTime(review.submittedAt))}</p>
      </div>
      <Side className={styles.side}>
        <ScorePanel review={review}>{actions}</ScorePanel>
        {alone && only?.diagnosis && (
          <DiagnosisCard question={only} diagnosis={only.diagnosis} denial={denial} ofOther={among} />
        )}
        {program !== null && (
          <Panel padded>
            <CodeLines source={program} label={words.quiz.program} />
            {watch ? (
              <Link href={watch} prefetch={false}>
                {words.quiz.watchWhole}
              </Link>
            ) : (
              <SeeStep source={program} step={1} word={words.quiz.watchWhole} />
            )}
          </Panel>
        )}
      </Side>
      <div className={styles.questions}>
        {review.questions.map((question) => (
          <ReviewedCard
            key={question.position}
            question={question}
            alone={alone}
            among={among}
            withProgram={program === null}
            denial={denial}
          />
        ))}
      </div>
    </div>
  );
}

function ReviewedCard({
  question,
  alone,
  among,
  withProgram,
  denial,
}: {
  question: ReviewedQuestion;
  alone: boolean;
  among: boolean;
  withProgram: boolean;
  denial: Denial | null;
}) {
  const source = runSource(question);
  return (
    <QuestionCard
      question={{ ...question, points: question.possible }}
      prompt={<Markdown text={question.exercise.prompt} />}
      withProgram={withProgram}
      alone={alone}
      among={among}
      earned={question.points}
      after={
        <>
          {question.override && (
            <div className={styles.override}>
              <Notice title={words.quiz.overridden(points(question.points), points(question.possible))}>
                <p>
                  {words.quiz.overriddenBy(
                    question.override.author,
                    dateTime(question.override.at),
                    question.override.reason,
                  )}
                </p>
              </Notice>
            </div>
          )}
          {!alone && question.diagnosis && (
            <div className={styles.diagnosis}>
              <DiagnosisCard
                question={question}
                diagnosis={question.diagnosis}
                denial={denial}
                ofOther={among}
              />
            </div>
          )}
          <Reasons
            cells={question.cells}
            source={source}
            areGoals={question.exercise.kind === 'program' || question.exercise.kind === 'order'}
          />
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
  );
}
