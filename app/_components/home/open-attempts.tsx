import type { OpenAttemptSummary } from '@/lib/classroom/attempts';
import * as words from '../../_words';
import { ButtonLink } from '../ui/button';
import { dateTime } from '../ui/format';
import { Panel } from '../ui/panel';
import home from './home.module.css';
import styles from './open-attempts.module.css';

/** Attempts that are shown; the others are found where they were begun. */
const SHOWN = 5;

/** What was begun and not submitted, with how much of it is saved. Nothing where there is none. */
export function OpenAttempts({ attempts }: { attempts: readonly OpenAttemptSummary[] }) {
  const t = words.today;
  if (attempts.length === 0) return null;
  return (
    <Panel aria-labelledby="open">
      <div className={home.head}>
        <h2 id="open">{t.open}</h2>
      </div>
      <ul className={`${home.list} ${styles.list}`}>
        {attempts.slice(0, SHOWN).map((attempt) => (
          <li key={attempt.attemptId}>
            <span className={home.name}>{attempt.title}</span>
            <span className={home.note}>
              {attempt.drafted === 0 ? t.noDraft : t.draft(attempt.drafted, attempt.questions)}
              {', '}
              <time dateTime={attempt.touchedAt.toISOString()}>{dateTime(attempt.touchedAt)}</time>
            </span>
            <ButtonLink small href={addressOf(attempt.quiz)} prefetch={false}>
              {t.goOn}
              <span className="sr">: {attempt.title}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function addressOf({ slug, course, lesson, exercise }: OpenAttemptSummary['quiz']): string {
  if (course !== null) return `/quizzes/${course}/${slug}`;
  if (lesson !== null) return `/lessons/${lesson}/quiz`;
  return exercise ? `/exercises/${slug}` : `/exercises/${slug}/quiz`;
}
