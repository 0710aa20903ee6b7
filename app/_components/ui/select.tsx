import styles from './select.module.css';

/** A labelled list to choose from, for a form that the browser itself sends. */
export function Select({
  label,
  name,
  value,
  options,
}: {
  label: string;
  name: string;
  /** Chosen at first. */
  value: string;
  options: readonly (readonly [value: string, word: string])[];
}) {
  return (
    <label className={styles.select}>
      {label}
      <select name={name} defaultValue={value}>
        {options.map(([id, word]) => (
          <option key={id} value={id}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}
