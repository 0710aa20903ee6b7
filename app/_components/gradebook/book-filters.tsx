import Link from 'next/link';
import { type BookPage, filters } from '@/lib/classroom/gradebook';
import { gradebook } from '../../_words/gradebook';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { bookAddress } from './book-address';
import styles from './gradebook.module.css';

/** Which students are listed, and what the columns are: all of it stands in the address. */
export function BookFilters({
  page: { query, sections, listed, students },
  book,
}: {
  page: BookPage;
  book: string;
}) {
  const t = gradebook;
  const filtered = query.name !== '' || query.section !== null || query.state !== null;
  return (
    <>
      <nav className={styles.views} aria-label={t.views.label}>
        {(['assignments', 'exercises'] as const).map((view) => (
          <Link
            key={view}
            href={bookAddress(book, { ...query, view, page: 1, sort: 'name', order: 'up' })}
            aria-current={query.view === view ? 'true' : undefined}
            prefetch={false}
          >
            {t.views[view]}
          </Link>
        ))}
      </nav>
      <form className={styles.filters} action={book} aria-label={t.filter.label}>
        <input type="hidden" name="view" value={query.view} />
        <input type="hidden" name="sort" value={query.sort} />
        <input type="hidden" name="order" value={query.order} />
        <Field key={query.name} label={t.filter.name} name="name" defaultValue={query.name} />
        {sections.length > 0 && (
          <Select
            key={`section ${query.section}`}
            label={t.filter.section}
            name="section"
            value={query.section ?? ''}
            options={[
              ['', t.filter.anySection],
              ...sections.map(({ id, title }) => [id, title] as const),
              ['none', t.noSection],
            ]}
          />
        )}
        <Select
          key={`state ${query.state}`}
          label={t.filter.state}
          name="state"
          value={query.state ?? ''}
          options={[['', t.filter.any], ...filters.map((one) => [one, t.filter.states[one]] as const)]}
        />
        <Button type="submit">{t.filter.show}</Button>
        <p>
          {t.listed(listed, students)}{' '}
          {filtered && (
            <Link
              href={bookAddress(book, { ...query, name: '', section: null, state: null, page: 1 })}
              prefetch={false}
            >
              {t.filter.clear}
            </Link>
          )}
        </p>
      </form>
    </>
  );
}
