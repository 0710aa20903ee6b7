import { type IdeaToLetGo, rowToLetGo } from '@/lib/classroom/predictions';
import * as words from '../../_words';
import { day } from '../ui/format';
import { Panel } from '../ui/panel';
import { Prose } from '../ui/prose';
import styles from './ideas.module.css';

const BARS = Array.from({ length: rowToLetGo }, (_, index) => index);

/** Ideas that one's wrong answers fit, and how far one is in answering them away. */
export function Ideas({ ideas }: { ideas: readonly IdeaToLetGo[] }) {
  const t = words.today;
  return (
    <Panel padded aria-labelledby="ideas">
      <h2 id="ideas" className={styles.title}>
        {t.ideas}
      </h2>
      {ideas.length === 0 ? (
        <p className={styles.note}>{t.noIdeas}</p>
      ) : (
        <ul className={styles.list}>
          {ideas.map(({ id, title, fits, lastSeen, rightSince }) => (
            <li key={id} data-misconception={id}>
              <p className={styles.idea}>
                “<Prose text={title} />”
              </p>
              <p className={styles.note}>{t.fits(fits, day(lastSeen))}</p>
              <p className={styles.row}>
                <span className={styles.bars} aria-hidden="true">
                  {BARS.map((bar) => (
                    <i key={bar} className={bar < rightSince ? styles.done : undefined} />
                  ))}
                </span>
                {t.row(rightSince, rowToLetGo)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
