import type { MarkHistory } from '@/lib/classroom/gradebook';
import * as words from '../../../_words';
import styles from './history.module.css';

/** What happened to a mark, the newest on top: when, what, by whom and why. */
export function Events({
  history: { events, timeZone },
}: {
  history: Pick<MarkHistory, 'events' | 'timeZone'>;
}) {
  const t = words.gradebook;
  if (events.length === 0) return <p className={styles.note}>{t.noHistory}</p>;
  return (
    <ol className={styles.events}>
      {events.map((event) => (
        <li key={`${event.at.getTime()} ${event.kind} ${event.exercise} ${event.attempt}`}>
          <time dateTime={event.at.toISOString()}>{words.assignments.instant(event.at, timeZone)}</time>
          <span>{t.event(event)}</span>
          <span className={styles.note}>{t.because(event.by, event.reason)}</span>
        </li>
      ))}
    </ol>
  );
}
