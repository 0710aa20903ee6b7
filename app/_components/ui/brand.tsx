import Link from 'next/link';
import * as words from '../../_words';
import styles from './brand.module.css';

/** The mark: a name, a reference, an object. */
export function BrandMark({ width = 26 }: { width?: number }) {
  return (
    <svg width={width} height={(width * 22) / 26} viewBox="0 0 26 22" aria-hidden="true">
      <circle className={styles.name} cx="3.6" cy="11" r="2.6" />
      <path className={styles.reference} d="M7.6 11H11" />
      <circle className={styles.object} cx="17.6" cy="11" r="6.6" />
    </svg>
  );
}

export function Brand() {
  return (
    <Link className={styles.brand} href="/" aria-label={words.brand.home}>
      <BrandMark />
      <span>{words.brand.name}</span>
    </Link>
  );
}
