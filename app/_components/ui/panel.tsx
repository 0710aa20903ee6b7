import type { HTMLAttributes, ReactNode } from 'react';
import styles from './panel.module.css';

/** A flat surface with a line around it; a section when it has a name. */
export function Panel({
  padded,
  className,
  children,
  ...rest
}: { padded?: boolean; children: ReactNode } & HTMLAttributes<HTMLElement>) {
  return (
    <section
      className={[styles.panel, padded && styles.padded, className].filter(Boolean).join(' ')}
      {...rest}
    >
      {children}
    </section>
  );
}
