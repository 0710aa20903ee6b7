import * as words from '../../_words';
import styles from './skeleton.module.css';

/** The still outline of a page that is on its way; shown after 300 ms. */
export function Skeleton() {
  return (
    <div className={styles.skeleton} role="status">
      <span className="sr">{words.chrome.loading}</span>
      <i className={styles.title} />
      <i className={styles.line} />
      <div className={styles.row}>
        <i className={styles.side} />
        <i className={styles.main} />
      </div>
    </div>
  );
}
