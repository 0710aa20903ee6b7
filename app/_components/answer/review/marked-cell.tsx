import type { CellMark } from '@/lib/grading/marks';
import * as words from '../../../_words';
import { points } from '../../ui/format';
import styles from './marked-cell.module.css';
import { StateIcon } from './state-icon';

/** An answer with its mark: border, pattern and sign say it, not colour alone. */
export function MarkedCell({ mark }: { mark: CellMark }) {
  const share = mark.possible > 0 ? mark.points / mark.possible : 0;
  return (
    <span className={`${styles.cell} ${styles[mark.state]}`} data-state={mark.state}>
      <span className={styles.value} aria-hidden={mark.state === 'blank' || undefined}>
        {mark.given === '' ? words.quiz.state.blank : mark.given}
      </span>
      <StateIcon state={mark.state} />
      <span className="sr">
        {words.quiz.state[mark.state]}, {words.quiz.marks(points(mark.points), points(mark.possible))}
      </span>
      {mark.state === 'consistent' && share > 0 && (
        <em aria-hidden="true">{Math.abs(share - 0.5) < 0.01 ? '½' : `${Math.round(share * 100)} %`}</em>
      )}
    </span>
  );
}
