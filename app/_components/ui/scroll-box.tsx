import type { ReactNode } from 'react';
import styles from './scroll-box.module.css';

/** A named part of the page that scrolls sideways in itself: a table that is wider than its place. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      className={styles.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, and must be reachable by keyboard
      tabIndex={0}
      aria-label={label}
    >
      {children}
    </section>
  );
}
