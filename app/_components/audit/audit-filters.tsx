import Link from 'next/link';
import { type AuditPage, type AuditQuery, auditKinds } from '@/lib/classroom/audit';
import { audit } from '../../_words/audit';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import styles from './audit.module.css';

/** Which changes are listed: all of it stands in the address. */
export function AuditFilters({
  query,
  people,
  address,
}: {
  query: AuditQuery;
  people: AuditPage['people'];
  address: string;
}) {
  const t = audit;
  return (
    <form className={styles.filters} action={address} aria-label={t.filter} key={JSON.stringify(query)}>
      <Select
        label={t.kind}
        name="kind"
        value={query.kind ?? ''}
        options={[['', t.anyKind], ...auditKinds.map((kind) => [kind, t.kinds[kind]] as const)]}
      />
      <Select
        label={t.person}
        name="person"
        value={query.person ?? ''}
        options={[['', t.anybody], ...people.map(({ id, name }) => [id, name] as const)]}
      />
      <Field type="date" label={t.from} name="from" defaultValue={query.from ?? ''} />
      <Field type="date" label={t.to} name="to" defaultValue={query.to ?? ''} />
      <Button type="submit">{t.show}</Button>
      <Link href={address} prefetch={false}>
        {t.clear}
      </Link>
    </form>
  );
}

/** The address of the next page of the same list. */
export function auditAddress(address: string, query: AuditQuery, after: string | null): string {
  const params = new URLSearchParams();
  for (const key of ['kind', 'person', 'from', 'to'] as const) {
    const value = query[key];
    if (value !== null) params.set(key, value);
  }
  if (after !== null) params.set('after', after);
  const text = params.toString();
  return text === '' ? address : `${address}?${text}`;
}
