'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './dialog.module.css';

/** A modal dialog (the browser's own: focus stays inside, Escape closes, focus returns where it was). */
export function Dialog({
  open,
  title,
  onClose,
  children,
  actions,
  wide = false,
}: {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  actions?: ReactNode;
  /** As wide as the window, for a stage; the keys that step through a run work in it. */
  wide?: boolean;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  // After every render: Escape may have closed a dialog that now has something else to ask.
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) {
      dialog.showModal();
      // What is larger than the window is read from its top.
      if (wide) heading.current?.focus();
    }
    if (!open && dialog.open) dialog.close();
  });
  return (
    <dialog
      ref={ref}
      className={`${styles.dialog} ${wide ? styles.wide : ''}`}
      aria-labelledby={id}
      {...(wide && { 'data-player': '' })}
      onClose={() => open && onClose()}
    >
      <header className={styles.head}>
        <h2 ref={heading} id={id} {...(wide && { tabIndex: -1 })}>
          {title}
        </h2>
        {wide && actions}
      </header>
      <div className={styles.body}>{children}</div>
      {actions && !wide && <div className={styles.actions}>{actions}</div>}
    </dialog>
  );
}
