import * as words from '../../_words';
import type { Film } from '../stage/film/film';
import { ButtonLink } from '../ui/button';
import { Prose } from '../ui/prose';
import styles from './key-moments.module.css';
import { MiniPicture } from './mini-picture';

export interface KeyMoment {
  readonly question: string;
  readonly answer: string;
  readonly step: number;
}

/** The questions that most people get wrong: answer closed, two pictures, the step that shows it. */
export function KeyMoments({
  slug,
  moments,
  film,
}: {
  slug: string;
  moments: readonly KeyMoment[];
  film: Film;
}) {
  const t = words.lesson;
  return (
    <ol className={styles.moments}>
      {moments.map((moment) => (
        <li key={moment.question}>
          <div className={styles.text}>
            <span className={styles.step}>
              {t.stepOf(moment.step)} <code>{film.scenes[moment.step]?.code}</code>
            </span>
            <h3>
              <Prose text={moment.question} />
            </h3>
            <details open>
              <summary>{t.answer}</summary>
              <p>
                <Prose text={moment.answer} />
              </p>
            </details>
            <ButtonLink href={`/lessons/${slug}/watch?step=${moment.step}`} small prefetch={false}>
              {t.watchStep(moment.step)}
            </ButtonLink>
          </div>
          <div className={styles.pictures}>
            {[moment.step - 1, moment.step].map((n, i) => (
              <figure key={n}>
                <figcaption>{i === 0 ? t.before : t.after}</figcaption>
                <MiniPicture film={film} n={n} />
              </figure>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}
