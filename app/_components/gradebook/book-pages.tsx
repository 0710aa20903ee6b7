import type { BookPage } from '@/lib/classroom/gradebook';
import { gradebook } from '../../_words/gradebook';
import { ButtonLink } from '../ui/button';
import { bookAddress } from './book-address';
import styles from './gradebook.module.css';

/** From page to page; nothing where there is one. */
export function BookPages({ page: { query, pages }, book }: { page: BookPage; book: string }) {
  const t = gradebook;
  if (pages === 1) return null;
  const to = (page: number) => bookAddress(book, { ...query, page });
  return (
    <nav className={styles.pages} aria-label={t.pages}>
      {query.page > 1 && (
        <ButtonLink small href={to(query.page - 1)} prefetch={false}>
          {t.earlier}
        </ButtonLink>
      )}
      <span>{t.page(query.page, pages)}</span>
      {query.page < pages && (
        <ButtonLink small href={to(query.page + 1)} prefetch={false}>
          {t.later}
        </ButtonLink>
      )}
    </nav>
  );
}
