'use client';

import { Menu } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useId, useRef, useState } from 'react';
import * as words from '../../_words';
import styles from './nav-links.module.css';

export interface NavLink {
  readonly href: string;
  readonly label: string;
  /** How much waits there; nothing is said of none. */
  readonly count?: { readonly n: number; readonly text: string };
}

/**
 * Main navigation; the section one is in is marked. Where there is no room for a row, a button opens the same list: the
 * browser's own popover, so that Escape and a click elsewhere close it and the focus returns to the button.
 */
export function NavLinks({ links }: { links: readonly NavLink[] }) {
  const path = usePathname();
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [open, setOpen] = useState(false);
  const isHere = (href: string) => (href === '/' ? path === '/' : path.startsWith(href));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes the list
  useEffect(() => {
    if (list.current?.matches(':popover-open')) list.current.hidePopover();
  }, [path]);
  return (
    <nav className={styles.nav} aria-label={words.chrome.main}>
      <button
        type="button"
        className={styles.menu}
        aria-label={words.chrome.menu}
        aria-expanded={open}
        aria-controls={id}
        popoverTarget={id}
      >
        <Menu size={19} strokeWidth={1.75} aria-hidden="true" />
      </button>
      <ul
        ref={list}
        id={id}
        popover="auto"
        className={styles.list}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {links.map(({ href, label, count }) => (
          <li key={href}>
            <Link href={href} aria-current={isHere(href) ? 'page' : undefined}>
              {label}
              {count && count.n > 0 && (
                <span className={styles.count}>
                  {count.n}
                  <span className="sr"> {count.text}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
