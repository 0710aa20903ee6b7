import * as words from '../../_words';
import styles from './difficulty.module.css';

/** How hard an exercise is: so many of five bars. */
export function Difficulty({ level }: { level: number }) {
  return (
    <span className={styles.difficulty} role="img" aria-label={words.catalogue.difficulty(level)}>
      {[1, 2, 3, 4, 5].map((bar) => (
        <i key={bar} className={bar <= level ? styles.full : undefined} />
      ))}
    </span>
  );
}
