import type { ReactNode } from 'react';
import styles from './frame-table.module.css';

/** A table in a panel; it scrolls sideways on its own where the page is narrow. */
export function FrameTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      className={styles.frame}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, and must be reachable by keyboard
      tabIndex={0}
    >
      <table className={styles.table}>{children}</table>
    </section>
  );
}
