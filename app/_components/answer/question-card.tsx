import { type ReactNode, useId } from 'react';
import * as words from '../../_words';
import { CodeLines } from '../ui/code-lines';
import { points } from '../ui/format';
import { Panel } from '../ui/panel';
import { Hints } from './hints';
import type { KindName, Question } from './model';
import styles from './question-card.module.css';
import { needsProgram } from './with-program';

/** Kinds whose place to answer runs from edge to edge. */
const wide: ReadonlySet<KindName> = new Set(['trace-table', 'collection', 'output']);

interface CardProps {
  question: Question;
  /** What the exercise asks, rendered: the reader of its text is far too large for a browser to load. */
  prompt: ReactNode;
  /** Where all questions are about one program, it stands beside them once. */
  withProgram: boolean;
  /** The page is about this question alone, and has its title. */
  alone?: boolean;
  /** Whether the same question may be on the page again, in another attempt: then it is no landmark. */
  among?: boolean;
  children: ReactNode;
  /** Points that the answer got; absent before the marks. */
  earned?: number;
  /** What comes after the answer: reasons, explanation. */
  after?: ReactNode;
}

/** What is asked, in the words of the exercise, with the place to answer. */
export function QuestionCard({
  question,
  prompt,
  withProgram,
  alone,
  among = false,
  earned,
  children,
  after,
}: CardProps) {
  const { exercise } = question;
  const id = useId();
  const name = alone ? { 'aria-label': exercise.title } : { 'aria-labelledby': id };
  return (
    <Panel className={styles.card} {...(among ? {} : name)}>
      {!alone && (
        <header>
          <h3 id={id}>
            <span>{question.label}</span> {exercise.title}
          </h3>
          <span className={styles.points}>
            {earned === undefined
              ? words.quiz.points(question.points)
              : words.quiz.earned(points(earned), points(question.points))}
          </span>
        </header>
      )}
      <div className={styles.prompt}>{prompt}</div>
      {withProgram && needsProgram(question) && (
        <div className={styles.program}>
          <CodeLines source={exercise.snippet} label={words.quiz.program} />
        </div>
      )}
      <div className={wide.has(exercise.kind) ? styles.table : styles.body}>{children}</div>
      {after}
      <div className={styles.hints}>
        <Hints hints={exercise.hints} />
      </div>
    </Panel>
  );
}
