import Link from 'next/link';
import { instantText } from '@/lib/classroom/assignments/reason-text';
import type { DueItem } from '../../_data/due';
import * as words from '../../_words';
import { StandingChip } from '../catalogue/standing-chip';
import { ButtonLink } from '../ui/button';
import { Panel } from '../ui/panel';
import home from './home.module.css';
import styles from './open-attempts.module.css';

/** What a teacher assigned and can still be handed in, the nearest first. */
export function DueList({ due }: { due: readonly DueItem[] }) {
  const t = words.today;
  return (
    <Panel aria-labelledby="due">
      <div className={home.head}>
        <h2 id="due">{t.due}</h2>
        <Link href="/exercises">{t.allExercises}</Link>
      </div>
      {due.length === 0 ? (
        <p className={home.none}>{`${t.noneDue}. ${t.noneDueText}`}</p>
      ) : (
        <ul className={`${home.list} ${styles.list}`}>
          {due.map(({ title, course, address, due: until, best, submitted, open }) => (
            <li key={address}>
              <span className={home.name}>{title}</span>
              <span className={home.note}>
                {course !== null && <>{course} · </>}
                {until ? (
                  <time dateTime={until.at.toISOString()}>{instantText(until.at, until.timeZone)}</time>
                ) : (
                  t.noDay
                )}{' '}
                <StandingChip standing={{ best, open, submitted }} />
              </span>
              <ButtonLink small href={address} prefetch={false}>
                {open ? t.goOn : words.catalogue.start}
                <span className="sr">: {title}</span>
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
