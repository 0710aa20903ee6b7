import type { BookQuery } from '@/lib/classroom/gradebook';

/** What an address need not say. */
const unsaid: Partial<Record<keyof BookQuery, string>> = {
  view: 'assignments',
  sort: 'name',
  order: 'up',
  page: '1',
};

/** The address of the gradebook with these settings; what is at its beginning is left out. */
export function bookAddress(base: string, query: BookQuery): string {
  const params = new URLSearchParams();
  for (const key of ['view', 'sort', 'order', 'name', 'section', 'state', 'page'] as const) {
    const value = String(query[key] ?? '');
    if (value !== '' && value !== unsaid[key]) params.set(key, value);
  }
  const text = params.toString();
  return text === '' ? base : `${base}?${text}`;
}

/** Sorted by a column; by the same one again, the other way round. Figures begin with the greatest. */
export function sortedBy(query: BookQuery, sort: string): BookQuery {
  const figures = sort !== 'name' && sort !== 'section';
  const first = figures ? 'down' : 'up';
  const order = query.sort === sort && query.order === first ? (figures ? 'up' : 'down') : first;
  return { ...query, sort, order, page: 1 };
}
