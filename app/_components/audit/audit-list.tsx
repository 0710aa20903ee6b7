import type { AuditPage } from '@/lib/classroom/audit';
import { assignments } from '../../_words/assignments';
import { audit } from '../../_words/audit';
import { Panel } from '../ui/panel';
import styles from './audit.module.css';

/** Changes, the newest on top: when, what, to whom or what, by whom and why. */
export function AuditList({ rows, timeZone }: Pick<AuditPage, 'rows' | 'timeZone'>) {
  const t = audit;
  return (
    <Panel>
      <ol className={styles.list}>
        {rows.map(({ id, action, at, by, subject, reason, changes, detail }) => (
          <li key={id}>
            <time dateTime={at.toISOString()}>{assignments.instant(at, timeZone)}</time>
            <div>
              <p>
                <b>{t.action(action)}</b>
                {subject && `: ${subject}`}
              </p>
              <p>{[by ?? t.administrator, reason].filter(Boolean).join(': ')}</p>
              {changes.length > 0 && (
                <ul>
                  {changes.map(({ field, from, to }) => (
                    <li key={field}>{t.change(field, from, to)}</li>
                  ))}
                </ul>
              )}
              <details>
                <summary>{t.everything}</summary>
                <pre>{JSON.stringify(detail, null, 1)}</pre>
              </details>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
