'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import * as words from '../../_words';
import styles from './nav-links.module.css';

interface NavLink {
  readonly href: string;
  readonly label: string;
}

/** Main navigation; the section one is in is marked. */
export function NavLinks({ links }: { links: readonly NavLink[] }) {
  const path = usePathname();
  const isHere = (href: string) => (href === '/' ? path === '/' : path.startsWith(href));
  return (
    <nav className={styles.nav} aria-label={words.chrome.main}>
      {links.map(({ href, label }) => (
        <Link key={href} href={href} aria-current={isHere(href) ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
