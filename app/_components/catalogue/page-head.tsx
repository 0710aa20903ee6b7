import Link from 'next/link';
import type { ReactNode } from 'react';
import * as words from '../../_words';
import styles from './page-head.module.css';

/** Where one is in the catalogue, what the page is called, and what is to be known of it. */
export function PageHead({
  unit,
  title,
  children,
}: {
  unit: { readonly slug: string; readonly title: string };
  title: string;
  children?: ReactNode;
}) {
  return (
    <div className={styles.head}>
      <p className={styles.crumb}>
        <Link href="/exercises">{words.catalogue.title}</Link>
        <span aria-hidden="true">/</span>
        <Link href={`/exercises#${unit.slug}`}>{unit.title}</Link>
      </p>
      <h1>{title}</h1>
      {children && <div className={styles.facts}>{children}</div>}
    </div>
  );
}
