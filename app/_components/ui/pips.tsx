import styles from './pips.module.css';

/** A count as dots: none is a hollow one, five and more a block of four. */
export function Pips({ count }: { count: number }) {
  if (count === 0)
    return (
      <span className={styles.pips} aria-hidden="true">
        <i className={styles.hollow} />
      </span>
    );
  if (count > 4)
    return (
      <span className={styles.pips} aria-hidden="true">
        <span className={styles.many}>
          <i />
          <i />
          <i />
          <i />
        </span>
      </span>
    );
  return (
    <span className={styles.pips} aria-hidden="true">
      {[1, 2, 3, 4].slice(0, count).map((dot) => (
        <i key={dot} />
      ))}
    </span>
  );
}
