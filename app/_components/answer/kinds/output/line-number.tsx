import styles from './line-number.module.css';

/** The number of a line of output. */
export function LineNumber({ id }: { id: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid
    // biome-ignore lint/a11y/useFocusableInteractive: a heading takes no focus
    <div className={styles.number} role="rowheader">
      {id}
    </div>
  );
}
