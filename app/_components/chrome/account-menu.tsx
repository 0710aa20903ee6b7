'use client';

import { type MouseEvent, useId, useState } from 'react';
import * as words from '../../_words';
import { Button, ButtonLink } from '../ui/button';
import styles from './account-menu.module.css';

function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  return [parts[0], parts.length > 1 ? parts.at(-1) : undefined]
    .map((part) => part?.[0] ?? '')
    .join('')
    .toUpperCase();
}

/** The menu closes behind who takes a way out of it. */
const close = ({ currentTarget }: MouseEvent<HTMLElement>) =>
  currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();

/** Who is signed in, and the way out. */
export function AccountMenu({ name, email }: { name: string; email: string }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const leave = async () => {
    setLeaving(true);
    // Every page has this menu, and few visits end with it: what signs out is fetched then.
    const [{ signOut }, { forgetDrafts }] = await Promise.all([
      import('next-auth/react'),
      import('../answer/draft/kept-drafts'),
    ]);
    await signOut({ redirect: false });
    forgetDrafts();
    // A whole new page: nothing of the person stays in the browser's memory.
    window.location.assign('/');
  };
  return (
    <div className={styles.menu}>
      <button
        type="button"
        className={styles.avatar}
        aria-label={words.accountMenu.label(name)}
        aria-expanded={open}
        aria-controls={id}
        popoverTarget={id}
      >
        {initials(name)}
      </button>
      <div
        id={id}
        popover="auto"
        className={styles.panel}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        <p className={styles.note}>{words.accountMenu.signedInAs}</p>
        <p className={styles.name}>{name}</p>
        <p className={styles.note}>{email}</p>
        <ButtonLink wide href="/courses" onClick={close}>
          {words.accountMenu.courses}
        </ButtonLink>
        <ButtonLink wide href="/account" onClick={close}>
          {words.accountMenu.account}
        </ButtonLink>
        <Button wide onClick={leave} busy={leaving}>
          {words.accountMenu.signOut}
        </Button>
      </div>
    </div>
  );
}
