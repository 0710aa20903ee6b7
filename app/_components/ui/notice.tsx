import type { ReactNode } from 'react';
import styles from './notice.module.css';

/** What happened, then what to do. An alert when it is an error. */
export function Notice({
  tone = 'plain',
  title,
  children,
}: {
  tone?: 'plain' | 'error';
  title: string;
  children?: ReactNode;
}) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === 'error' ? 'alert' : 'status'}>
      <p className={styles.title}>{title}</p>
      {children}
    </div>
  );
}
