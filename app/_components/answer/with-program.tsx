import type { ReactNode } from 'react';
import * as words from '../../_words';
import { CodeLines } from '../ui/code-lines';
import { Panel } from '../ui/panel';
import type { KindName, Question } from './model';
import styles from './with-program.module.css';

/** Kinds whose place to answer shows the program itself. */
const withOwn: ReadonlySet<KindName> = new Set(['trace-table', 'program', 'order']);

/** Whether the program has to stand beside the question. */
export const needsProgram = ({ exercise }: Pick<Question, 'exercise'>): boolean =>
  exercise.snippet !== '' && !withOwn.has(exercise.kind);

/** The program that all questions are about; null where they are about several, or show it themselves. */
export function sharedProgram(questions: readonly Pick<Question, 'exercise'>[]): string | null {
  if (!questions.some(needsProgram)) return null;
  const [first, ...rest] = questions.map((question) => question.exercise.snippet);
  return first !== undefined && rest.every((snippet) => snippet === first) ? first : null;
}

interface WithProgramProps {
  program: string | null;
  /** What else stands beside the questions. */
  side?: ReactNode;
  children: ReactNode;
}

/** Questions with their common program beside them, in sight while they are answered. */
export function WithProgram({ program, side, children }: WithProgramProps) {
  if (program === null && !side) return <div className={styles.questions}>{children}</div>;
  return (
    <div className={styles.columns}>
      {program !== null && (
        <Panel className={`${styles.program} ${side ? '' : styles.follows}`}>
          <p className={styles.title}>{words.quiz.program}</p>
          <CodeLines source={program} label={words.quiz.program} />
        </Panel>
      )}
      <div className={styles.questions}>{children}</div>
      {side && <div className={styles.side}>{side}</div>}
    </div>
  );
}
