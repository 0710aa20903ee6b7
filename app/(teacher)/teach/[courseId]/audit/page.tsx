import type { Metadata } from 'next';
import { auditQuerySchema, selectAudit } from '@/lib/classroom/audit';
import assignmentStyles from '../../../../_components/assignments/assignments.module.css';
import styles from '../../../../_components/audit/audit.module.css';
import { AuditFilters, auditAddress } from '../../../../_components/audit/audit-filters';
import { AuditList } from '../../../../_components/audit/audit-list';
import { ButtonLink } from '../../../../_components/ui/button';
import { EmptyState } from '../../../../_components/ui/empty-state';
import { requireTeacher } from '../../../../_data/teaching';
import * as words from '../../../../_words';

export const metadata: Metadata = { title: words.audit.title };

interface AuditParams {
  params: Promise<{ courseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Who changed what in the course, when and why. */
export default async function AuditPage({ params, searchParams }: AuditParams) {
  const { courseId } = await params;
  const address = `/teach/${courseId}/audit`;
  const proof = await requireTeacher(courseId, address);
  const query = auditQuerySchema.parse(await searchParams);
  const { rows, people, timeZone, next } = await selectAudit(proof, query);
  const t = words.audit;
  return (
    <div className={assignmentStyles.page}>
      <div className={assignmentStyles.head}>
        <h1>{t.title}</h1>
        <p>{`${t.lead} ${timeZone}`}</p>
      </div>
      <AuditFilters query={query} people={people} address={address} />
      {rows.length === 0 ? (
        <EmptyState title={t.none} text={t.noneText} inPage />
      ) : (
        <AuditList rows={rows} timeZone={timeZone} />
      )}
      <p className={styles.pages}>
        {query.after && (
          <ButtonLink small href={auditAddress(address, query, null)} prefetch={false}>
            {t.newest}
          </ButtonLink>
        )}
        {next && (
          <ButtonLink small href={auditAddress(address, query, next)} prefetch={false}>
            {t.older}
          </ButtonLink>
        )}
      </p>
    </div>
  );
}
