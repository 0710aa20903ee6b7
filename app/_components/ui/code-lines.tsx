import styles from './code-lines.module.css';

/** A program as numbered lines. */
export function CodeLines({ source, label }: { source: string; label: string }) {
  return (
    <ol className={styles.lines} aria-label={label}>
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
