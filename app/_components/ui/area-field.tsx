import { type TextareaHTMLAttributes, useId } from 'react';
import styles from './field.module.css';

/** A labelled field for texts of several lines, with its note and its error. */
export function AreaField({
  label,
  note,
  error,
  code = false,
  ...rest
}: {
  label: string;
  note?: string;
  error?: string;
  /** Python, not prose. */
  code?: boolean;
} & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId();
  const described = [note && `${id}-note`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className={code ? styles.code : undefined}
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
