import styles from './code-lines.module.css';

/** A program as numbered lines. */
export function CodeLines({ source, label }: { source: string; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and must be reachable by keyboard
    <ol className={styles.lines} aria-label={label} tabIndex={0}>
      {source
        .replace(/\n+$/, '')
        .split('\n')
        .map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its number
          <li key={i}>
            <code>{line}</code>
          </li>
        ))}
    </ol>
  );
}
