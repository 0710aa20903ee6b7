import type { ReactNode } from 'react';
import styles from './answer-grid.module.css';

/** What each column asks. */
export function GridHead({
  corner,
  columns,
}: {
  corner: string;
  columns: readonly { readonly id: string; readonly head: ReactNode }[];
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid
    // biome-ignore lint/a11y/useFocusableInteractive: a heading takes no focus
    <div className={styles.head} role="row">
      {/* biome-ignore lint/a11y/useSemanticElements: part of a grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: a heading takes no focus */}
      <span role="columnheader">{corner}</span>
      {columns.map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: part of a grid
        // biome-ignore lint/a11y/useFocusableInteractive: a heading takes no focus
        <span key={column.id} role="columnheader">
          {column.head}
        </span>
      ))}
    </div>
  );
}
