import Link from 'next/link';
import * as words from '../../_words';
import { dateTime, points } from '../ui/format';
import { Panel } from '../ui/panel';
import styles from './attempt-list.module.css';

interface Attempt {
  readonly attemptId: string;
  readonly number: number;
  readonly submittedAt: Date | null;
  readonly points: number | null;
  readonly possible: number;
}

/** Attempts so far, newest first, each with its marks. */
export function AttemptList({ attempts, address }: { attempts: readonly Attempt[]; address: string }) {
  if (attempts.length === 0) return null;
  return (
    <Panel className={styles.attempts} aria-labelledby="attempts">
      <h2 id="attempts">{words.quiz.attempts}</h2>
      <ul>
        {attempts.map((attempt) => (
          <li key={attempt.attemptId}>
            <Link href={`${address}/${attempt.attemptId}`} prefetch={false}>
              {words.quiz.attempt(attempt.number)}
            </Link>
            <span>{attempt.submittedAt && words.quiz.submittedAt(dateTime(attempt.submittedAt))}</span>
            <b>{words.quiz.marks(points(attempt.points ?? 0), points(attempt.possible))}</b>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
