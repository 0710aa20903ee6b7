import type { CellMark } from '@/lib/grading/marks';
import * as words from '../../../_words';
import { Prose } from '../../ui/prose';
import styles from './reasons.module.css';
import { SeeStep } from './see-step';
import { StateIcon } from './state-icon';

interface ReasonsProps {
  cells: readonly CellMark[];
  /** The program whose run shows why. */
  source: string;
  /** Whether the parts are goals of a program: they are few, and what was answered is the program itself. */
  areGoals: boolean;
}

/** Why each part is right or not, with the step that shows it. What is wrong comes open, and first. */
export function Reasons({ cells, source, areGoals }: ReasonsProps) {
  const missed = areGoals ? cells : cells.filter((cell) => cell.state !== 'correct');
  const right = areGoals ? [] : cells.filter((cell) => cell.state === 'correct');
  return (
    <div className={styles.reasons}>
      {missed.length > 0 && (
        <>
          <p className={styles.title}>{areGoals ? words.kinds.program.goals : words.quiz.why}</p>
          <List cells={missed} source={source} areGoals={areGoals} />
        </>
      )}
      {right.length > 0 && (
        <details open={cells.length === 1}>
          <summary>{missed.length === 0 ? words.quiz.why : words.quiz.whyRight(right.length)}</summary>
          <List cells={right} source={source} areGoals={areGoals} />
        </details>
      )}
    </div>
  );
}

function List({ cells, source, areGoals }: ReasonsProps) {
  return (
    <ol>
      {cells.map((mark) => (
        <li key={mark.cell} data-reason={mark.cell}>
          <StateIcon state={mark.state} />
          <div>
            <p>
              <b>
                <Prose text={mark.label} />
              </b>{' '}
              <span className={styles.state}>{stateWord(mark, areGoals)}</span>{' '}
              {mark.state !== 'correct' && !areGoals && (
                <span className={styles.expected}>
                  {words.quiz.expected}: <code>{mark.expected}</code>
                </span>
              )}
            </p>
            <div className={styles.reason}>
              <Prose text={mark.reason} />{' '}
              {mark.step !== null && source !== '' && (
                <SeeStep source={source} step={mark.step} {...(!areGoals && { claim: mark })} />
              )}
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}

function stateWord({ state }: CellMark, isGoal: boolean): string {
  if (!isGoal || state === 'blank') return words.quiz.state[state];
  return state === 'correct' ? words.kinds.program.met : words.kinds.program.notMet;
}
