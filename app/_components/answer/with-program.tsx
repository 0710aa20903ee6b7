import type { ReactNode } from 'react';
import { words } from '../../_words';
import { CodeLines } from '../ui/code-lines';
import { Panel } from '../ui/panel';
import type { Question } from './model';
import styles from './with-program.module.css';

/** The program that all questions are about; null where they are about several. */
export function sharedProgram(questions: readonly Pick<Question, 'exercise'>[]): string | null {
  const [first, ...rest] = questions.map((question) => question.exercise.snippet);
  return first !== undefined && first !== '' && rest.every((snippet) => snippet === first) ? first : null;
}

/** Questions with their common program beside them, in sight while they are answered. */
export function WithProgram({ program, children }: { program: string | null; children: ReactNode }) {
  if (program === null) return children;
  return (
    <div className={styles.columns}>
      <div className={styles.questions}>{children}</div>
      <Panel className={styles.program}>
        <h3>{words.quiz.program}</h3>
        <CodeLines source={program} label={words.quiz.program} />
      </Panel>
    </div>
  );
}
