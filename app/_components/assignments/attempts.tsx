import Link from 'next/link';
import type { AssignmentPage } from '@/lib/classroom/assignments';
import * as words from '../../_words';
import { points } from '../ui/format';
import { Panel } from '../ui/panel';
import styles from './assignments.module.css';

/** Submitted attempts, each with its marks as far as they show. */
export function Attempts({ page, address }: { page: AssignmentPage; address: string }) {
  const t = words.assignments;
  return (
    <section>
      <h2>{t.yourAttempts}</h2>
      {page.attempts.length === 0 ? (
        <p className={styles.note}>{t.noAttempts}</p>
      ) : (
        <Panel className={styles.list ?? ''}>
          <ul>
            {page.attempts.map((attempt) => (
              <li key={attempt.attemptId}>
                <Link href={`${address}/${attempt.attemptId}`} prefetch={false}>
                  {words.quiz.attempt(attempt.number)}
                </Link>
                <span>{words.quiz.submittedAt(t.instant(attempt.submittedAt, page.timeZone))}</span>
                {attempt.late && <span>{t.lateBy(attempt.late)}</span>}
                <b className={styles.end}>
                  {attempt.points === null
                    ? t.noMarks
                    : words.quiz.marks(points(attempt.points), points(attempt.possible))}
                </b>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </section>
  );
}
