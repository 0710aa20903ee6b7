import type { CellMark } from '@/lib/grading/marks';
import { words } from '../../../_words';
import { Prose } from '../../ui/prose';
import styles from './reasons.module.css';
import { SeeStep } from './see-step';
import { StateIcon } from './state-icon';

/** Why each part is right or not, with the step of `source` that shows it. What is wrong comes open, and first. */
export function Reasons({ cells, source }: { cells: readonly CellMark[]; source: string }) {
  const missed = cells.filter((cell) => cell.state !== 'correct');
  const right = cells.filter((cell) => cell.state === 'correct');
  return (
    <div className={styles.reasons}>
      {missed.length > 0 && (
        <>
          <p className={styles.title}>{words.quiz.why}</p>
          <List cells={missed} source={source} />
        </>
      )}
      {right.length > 0 && (
        <details open={cells.length === 1}>
          <summary>{missed.length === 0 ? words.quiz.why : words.quiz.whyRight(right.length)}</summary>
          <List cells={right} source={source} />
        </details>
      )}
    </div>
  );
}

function List({ cells, source }: { cells: readonly CellMark[]; source: string }) {
  return (
    <ol>
      {cells.map((mark) => (
        <li key={mark.cell} data-reason={mark.cell}>
          <StateIcon state={mark.state} />
          <div>
            <p>
              <b>{mark.label}</b> <span className={styles.state}>{words.quiz.state[mark.state]}</span>{' '}
              {mark.state !== 'correct' && (
                <span className={styles.expected}>
                  {words.quiz.expected}: <code>{mark.expected}</code>
                </span>
              )}
            </p>
            <div className={styles.reason}>
              <Prose text={mark.reason} />{' '}
              {mark.step !== null && source !== '' && (
                <SeeStep source={source} step={mark.step} claim={mark} />
              )}
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}
