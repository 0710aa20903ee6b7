import Link from 'next/link';
import type { LiveBoard } from '@/lib/classroom/live';
import * as words from '../../_words';
import { Panel } from '../ui/panel';
import type { Filter } from './board-filter';
import styles from './live.module.css';

interface BeliefsProps {
  board: LiveBoard;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  /** Address of the answers that show a misconception; null where names are hidden. */
  answersOf: ((belief: string) => string) | null;
}

/** The misconceptions by number of students. A number shows its students; the link, what they answered. */
export function Beliefs({ board, filter, onFilter, answersOf }: BeliefsProps) {
  const t = words.live;
  const most = Math.max(1, board.students.length);
  return (
    <Panel padded aria-labelledby="live-beliefs">
      <h2 id="live-beliefs">{t.beliefs}</h2>
      {board.beliefs.length === 0 && <p className={styles.quiet}>{t.noBeliefs}</p>}
      <ul className={styles.beliefs}>
        {board.beliefs.map(({ id, title, students }) => {
          const key: Filter = `belief:${id}`;
          return (
            <li key={id}>
              <button
                type="button"
                aria-pressed={filter === key}
                onClick={() => onFilter(filter === key ? 'all' : key)}
              >
                <span className={styles.belief}>{title}</span>
                <span className={styles.bar} aria-hidden="true">
                  <i style={{ width: `${(100 * students.length) / most}%` }} />
                </span>
                <b>{t.believers(students.length)}</b>
              </button>
              {answersOf && (
                <Link className={styles.theirs} href={answersOf(id)} prefetch={false}>
                  {t.theirAnswers}
                  <span className="sr">: {title}</span>
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
