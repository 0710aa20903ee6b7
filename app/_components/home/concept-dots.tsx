import Link from 'next/link';
import type { ConceptProgress } from '@/lib/classroom/predictions';
import { isPracticeConcept } from '@/lib/exercises/practice/concepts';
import * as words from '../../_words';
import { Panel } from '../ui/panel';
import { Prose } from '../ui/prose';
import styles from './concept-dots.module.css';
import home from './home.module.css';

/** Progress by concept: the newest answers as dots, with their sum in words. */
export function ConceptDots({ progress }: { progress: readonly ConceptProgress[] }) {
  const t = words.today;
  return (
    <Panel aria-labelledby="predict">
      <div className={home.head}>
        <h2 id="predict">{t.predict}</h2>
        {progress.length > 0 && (
          <p className={styles.legend} aria-hidden="true">
            <span>
              <i className={styles.right} /> {t.legend.right}
            </span>
            <span>
              <i className={styles.wrong} /> {t.legend.wrong}
            </span>
            <span>{t.legend.order}</span>
          </p>
        )}
      </div>
      {progress.length === 0 ? (
        <p className={home.none}>{`${t.noneAnswered}. ${t.noneAnsweredText}`}</p>
      ) : (
        <ul className={`${home.list} ${styles.list}`}>
          {progress.map(({ concept, newest, right }) => (
            <li key={concept} data-concept={concept}>
              <span className={home.name}>{words.conceptName(concept)}</span>
              <span className={home.note}>
                <Prose text={words.conceptNote(concept)} />
              </span>
              <span className={styles.dots} aria-hidden="true">
                {newest.map((isRight, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: answers never change places
                  <i key={index} className={isRight ? styles.right : styles.wrong} />
                ))}
              </span>
              <span>{t.dots(right, newest.length)}</span>
              {isPracticeConcept(concept) && (
                <Link href={`/practice?concept=${concept}`} prefetch={false}>
                  {words.practice.title}
                  <span className="sr">: {words.conceptName(concept)}</span>
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
