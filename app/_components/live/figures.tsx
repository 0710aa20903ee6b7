import type { LiveBoard } from '@/lib/classroom/live';
import * as words from '../../_words';
import { type Filter, isShown } from './board-filter';
import styles from './live.module.css';

/** How many students are where: each figure shows its own. */
export function Figures({
  board,
  filter,
  onFilter,
}: {
  board: LiveBoard;
  filter: Filter;
  onFilter: (filter: Filter) => void;
}) {
  const t = words.live;
  const figures: readonly (readonly [Filter, string])[] = [
    ['all', t.all],
    ['submitted', t.standing.submitted],
    ['working', t.standing.working],
    ['none', t.standing.none],
    ['stuck', t.stuck],
  ];
  return (
    <fieldset className={styles.figures}>
      <legend className="sr">{t.filter}</legend>
      {figures.map(([key, label]) => (
        <button
          key={key}
          type="button"
          className={styles.figure}
          aria-pressed={filter === key}
          onClick={() => onFilter(key)}
        >
          <b>{board.students.filter(isShown(board, key)).length}</b>
          <span>{label}</span>
        </button>
      ))}
    </fieldset>
  );
}
