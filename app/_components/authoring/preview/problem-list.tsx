import type { DraftProblem } from '@/lib/classroom/authoring';
import * as words from '../../../_words';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Panel } from '../../ui/panel';
import styles from './preview.module.css';

/** What is wrong with the exercise; each leads to its place. Nothing where nothing is. */
export function ProblemList({
  id,
  title,
  problems,
  onGo,
}: {
  id: string;
  title: string;
  problems: readonly DraftProblem[];
  onGo: (problem: DraftProblem) => void;
}) {
  const t = words.authoring.editor;
  if (problems.length === 0) return null;
  return (
    <Panel padded aria-labelledby={id} className={styles.problems ?? ''}>
      <h2 id={id}>{title}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.file}:${problem.line}:${problem.column}:${problem.message}`}>
            <Chip tone={problem.severity === 'error' ? 'no' : 'carry'}>
              {problem.severity === 'error' ? t.error : t.warning}
            </Chip>
            <span>{problem.message}</span>
            <Button look="link" onClick={() => onGo(problem)}>
              {t.problemAt(problem.file, problem.line)}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
