import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** What will be here, and one way to start. A whole page, or a part of one that has its heading. */
export function EmptyState({
  title,
  text,
  action,
  inPage,
}: {
  title: string;
  text: string;
  action?: ReactNode;
  inPage?: boolean;
}) {
  return (
    <div className={styles.empty}>
      {inPage ? <h2>{title}</h2> : <h1>{title}</h1>}
      <p>{text}</p>
      {action}
    </div>
  );
}
