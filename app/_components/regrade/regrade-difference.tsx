'use client';

import { useState } from 'react';
import type { RegradePreview } from '@/lib/classroom/regrade';
import { regrade } from '../../_words/audit';
import { Button } from '../ui/button';
import { points } from '../ui/format';
import { Panel } from '../ui/panel';
import { ScrollBox } from '../ui/scroll-box';
import styles from './regrade.module.css';

/** Rows that are shown at once: a class may be large. */
const step = 200;

/** Who would change from what to what, and who keeps their marks and why. */
export function RegradeDifference({ preview: { changes, kept } }: { preview: RegradePreview }) {
  const t = regrade;
  const [shown, setShown] = useState(step);
  return (
    <>
      {changes.length > 0 && (
        <Panel className={styles.panel ?? ''}>
          <ScrollBox label={t.changes}>
            <table className={styles.table}>
              <caption>{t.changes}</caption>
              <thead>
                <tr>
                  {[t.student, t.quiz, t.attempt, t.before, t.after, t.difference].map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {changes.slice(0, shown).map((change) => (
                  <tr key={change.answerId}>
                    <th scope="row">{change.student}</th>
                    <td>{change.quiz}</td>
                    <td>{change.attempt}</td>
                    <td>{points(change.before)}</td>
                    <td>{points(change.after)}</td>
                    <td>
                      {t.signed(points(change.after - change.before), change.after > change.before)}
                      {change.override !== null && ` (${t.override(points(change.override))})`}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </Panel>
      )}
      {changes.length > shown && (
        <p>
          <Button small onClick={() => setShown(shown + step)}>
            {t.more(Math.min(step, changes.length - shown))}
          </Button>
        </p>
      )}
      {kept.length > 0 && (
        <details>
          <summary>{t.keptTitle}</summary>
          <ul>
            {kept.slice(0, shown).map(({ answerId, student, quiz, attempt, why }) => (
              <li key={answerId}>{`${student}, ${quiz}, ${attempt}: ${why}`}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
