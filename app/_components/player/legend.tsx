import { memo } from 'react';
import * as words from '../../_words';
import styles from './legend.module.css';

/** What arrows, dots, hues and yellow mean. Dashes are explained where the run has weak references. */
export const Legend = memo(function Legend({ weak }: { weak: boolean }) {
  const t = words.stage.legend;
  return (
    <div className={styles.legend}>
      <span>
        <svg width="26" height="10" aria-hidden="true">
          <path className={`${styles.solid} o1`} d="M0 5H20" />
          <path className={`${styles.head} o1`} d="M18 .8L26 5L18 9.2Z" />
        </svg>
        {t.reference}
      </span>
      <span>
        <svg width="26" height="10" aria-hidden="true">
          <path className={styles.dotted} d="M1 5H26" />
        </svg>
        {t.data}
      </span>
      {weak && (
        <span>
          <svg width="26" height="10" aria-hidden="true">
            <path className={styles.dashed} d="M0 5H26" />
          </svg>
          {t.weak}
        </span>
      )}
      <span>
        <i className={`${styles.hue} o1`} aria-hidden="true" />
        {t.hue}
      </span>
      <span>
        <i className={styles.now} aria-hidden="true" />
        {t.now}
      </span>
      <span className={styles.keys} data-print="no">
        <kbd>←</kbd> <kbd>→</kbd> {words.player.hintStep} <kbd>Space</kbd> {words.player.hintPlay}
      </span>
    </div>
  );
});
