import * as words from '../../_words';
import styles from './skip-link.module.css';

export function SkipLink() {
  return (
    <a className={styles.skip} href="#main">
      {words.chrome.skip}
    </a>
  );
}
