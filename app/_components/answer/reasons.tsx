import Link from 'next/link';
import type { CellMark } from '@/lib/grading/marks';
import { words } from '../../_words';
import { Prose } from '../ui/prose';
import styles from './reasons.module.css';
import { StateIcon } from './state-icon';

/** Why each part is right or not, with the step that shows it. What is wrong comes open. */
export function Reasons({ cells, watch }: { cells: readonly CellMark[]; watch: string | null }) {
  const missed = cells.some((cell) => cell.state !== 'correct');
  return (
    <details className={styles.reasons} open={missed || cells.length === 1}>
      <summary>{words.quiz.why}</summary>
      <ol>
        {cells.map((mark) => (
          <li key={mark.cell}>
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
              <p className={styles.reason}>
                <Prose text={mark.reason} />{' '}
                {watch && mark.step !== null && (
                  <Link href={`${watch}?step=${mark.step}`} prefetch={false}>
                    {words.quiz.seeStep(mark.step)}
                  </Link>
                )}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </details>
  );
}
