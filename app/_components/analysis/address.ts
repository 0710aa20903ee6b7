import type { ListQuery, Scope } from '@/lib/classroom/analysis';

/** The address with what the page was narrowed to; what is as it is by itself is left out. */
export function scoped(
  address: string,
  { section, assignment, attempt }: Scope,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({
    ...(section === null ? {} : { section }),
    ...(assignment === null ? {} : { assignment }),
    ...(attempt === 'first' ? {} : { attempt }),
    ...more,
  }).toString();
  return query === '' ? address : `${address}?${query}`;
}

/** The address of the list, sorted by this; the other way round where it is sorted by this already. */
export function sortedBy(address: string, query: ListQuery, sort: ListQuery['sort']): string {
  const down = query.sort === sort && query.down === 'no' ? { down: 'yes' } : {};
  return scoped(address, query, sort === 'title' && !('down' in down) ? {} : { sort, ...down });
}
