import type { ReactNode } from 'react';
import type { AttemptReview } from '@/lib/classroom/attempts';
import * as words from '../../../_words';
import { points } from '../../ui/format';
import { Panel } from '../../ui/panel';
import styles from './score-panel.module.css';
import { StateIcon } from './state-icon';

const STATES = ['correct', 'consistent', 'wrong', 'blank', 'unreadable'] as const;

/** Points, and how many answers are right, follow, are wrong, are empty. */
export function ScorePanel({
  review,
  children,
}: {
  review: Pick<AttemptReview, 'points' | 'possible' | 'questions'>;
  children?: ReactNode;
}) {
  const cells = review.questions.flatMap((question) => question.cells);
  const counts = STATES.map((state) => {
    const some = cells.filter((cell) => cell.state === state);
    return { state, count: some.length, points: some.reduce((sum, cell) => sum + cell.points, 0) };
  }).filter(({ count }) => count > 0);
  return (
    <Panel padded>
      <p className={styles.score}>
        <b>{points(review.points)}</b> <span>{words.quiz.ofPoints(points(review.possible))}</span>
      </p>
      <div
        className={styles.bar}
        style={{ gridTemplateColumns: counts.map(({ count }) => `${count}fr`).join(' ') }}
        aria-hidden="true"
      >
        {counts.map(({ state }) => (
          <i key={state} className={styles[state]} />
        ))}
      </div>
      <ul className={styles.list}>
        {counts.map(({ state, count, points: sum }) => (
          <li key={state}>
            <StateIcon state={state} />
            {words.quiz.stateCount[state](count)}
            <span>{points(sum)}</span>
          </li>
        ))}
      </ul>
      {children && <div className={styles.actions}>{children}</div>}
    </Panel>
  );
}
