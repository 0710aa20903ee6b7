import type { ReactNode } from 'react';
import styles from './frame-table.module.css';

/** A table in a panel; it scrolls sideways on its own where the page is narrow. */
export function FrameTable({ children }: { children: ReactNode }) {
  return (
    <div
      className={styles.frame}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, and must be reachable by keyboard
      tabIndex={0}
    >
      <table className={styles.table}>{children}</table>
    </div>
  );
}
