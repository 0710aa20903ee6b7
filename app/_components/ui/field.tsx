import { type InputHTMLAttributes, type Ref, useId } from 'react';
import styles from './field.module.css';

/** A labelled text field with its note and its error. */
export function Field({
  label,
  note,
  error,
  ...rest
}: {
  label: string;
  note?: string;
  error?: string;
  ref?: Ref<HTMLInputElement>;
} & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  const described = [note && `${id}-note`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        aria-invalid={error ? true : undefined}
        {...(described && { 'aria-describedby': described })}
        {...rest}
      />
      {note && (
        <p id={`${id}-note`} className={styles.note}>
          {note}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}
