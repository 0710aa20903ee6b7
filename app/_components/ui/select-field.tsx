import { type SelectHTMLAttributes, useId } from 'react';
import styles from './field.module.css';

/** A labelled list to choose one from. */
export function SelectField({
  label,
  options,
  error,
  ...rest
}: {
  label: string;
  options: readonly (readonly [value: string, text: string])[];
  error?: string;
} & SelectHTMLAttributes<HTMLSelectElement>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        aria-invalid={error ? true : undefined}
        {...(error && { 'aria-describedby': `${id}-error` })}
        {...rest}
      >
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}
