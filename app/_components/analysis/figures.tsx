import type { ExerciseFigures } from '@/lib/classroom/analysis';
import * as words from '../../_words';
import styles from './analysis.module.css';

/** The facility with its bar, or why there is none. */
export function FacilityFigure({ facility }: Pick<ExerciseFigures, 'facility'>) {
  const t = words.analysis;
  if (facility.status === 'unknown') return <span className={styles.unknown}>{t.unknown(facility)}</span>;
  const { share, margin } = facility.value;
  return (
    <span className={styles.figure}>
      <Bar share={share} />
      <b>{t.percent(share)}</b> <small>{t.give(margin)}</small>
    </span>
  );
}

/** The discrimination with its interval, or why there is none. */
export function DiscriminationFigure({ discrimination }: Pick<ExerciseFigures, 'discrimination'>) {
  const t = words.analysis;
  if (discrimination.status === 'unknown')
    return <span className={styles.unknown}>{t.unknown(discrimination)}</span>;
  const { r, low, high } = discrimination.value;
  return (
    <span className={styles.figure}>
      <b>{t.decimal(r)}</b> <small>{t.between(low, high)}</small>
    </span>
  );
}

/** A share as a length. It says nothing that does not stand beside it. */
export function Bar({ share }: { share: number }) {
  return (
    <span className={styles.bar} aria-hidden="true">
      <i style={{ width: `${100 * share}%` }} />
    </span>
  );
}

/** What the figures mean, in plain words. */
export function Meaning() {
  const t = words.analysis.meaning;
  return (
    <section className={styles.meaning} aria-labelledby="meaning">
      <h2 id="meaning">{t.title}</h2>
      <p>{t.facility}</p>
      <p>{t.discrimination}</p>
      <p>{t.who}</p>
      <p>{t.least}</p>
    </section>
  );
}
