import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './icon-button.module.css';

/** A button that shows an icon only; `label` is its name. */
export function IconButton({
  label,
  children,
  className,
  ...rest
}: { label: string; children: ReactNode } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={[styles.icon, className].filter(Boolean).join(' ')}
      {...rest}
    >
      {children}
    </button>
  );
}
