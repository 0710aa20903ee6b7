import type { DueConcept } from '@/lib/classroom/review';
import * as words from '../../_words';
import { ButtonLink } from '../ui/button';
import { day } from '../ui/format';
import { Prose } from '../ui/prose';
import styles from './due-concepts.module.css';
import { reviewAddress } from './practice-address';

/** Concepts that are shown before the rest is counted. */
const SHOWN = 15;

/** What is to be reviewed today, what waits longest first, and the way in. */
export function DueConcepts({ due }: { due: readonly DueConcept[] }) {
  const t = words.review;
  const [first] = due;
  return (
    <>
      <ul className={styles.list}>
        {due.slice(0, SHOWN).map(({ concept, since, card }) => (
          <li key={concept}>
            <span className={styles.name}>{words.conceptName(concept)}</span>
            <span className={styles.since}>{t.since(day(since))}</span>
            <span className={styles.note}>
              <Prose text={words.conceptNote(concept)} />
              {', '}
              {card ? t.again(card.reps) : t.fresh}
            </span>
          </li>
        ))}
      </ul>
      {first && (
        <ButtonLink look="primary" wide href={reviewAddress(first.concept)} prefetch={false}>
          {t.start}
        </ButtonLink>
      )}
    </>
  );
}
