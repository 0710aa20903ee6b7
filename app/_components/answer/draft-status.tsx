import { Check, CloudOff } from 'lucide-react';
import { words } from '../../_words';
import styles from './draft-status.module.css';
import type { DraftStatus as Status } from './use-drafts';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** "Draft saved 14:32": read out when it changes, so that nobody has to wonder. */
export function DraftStatus({ status }: { status: Status }) {
  const t = words.quiz;
  return (
    <p className={styles.status} role="status" data-draft={status.type}>
      {status.type === 'saved' && <Check size={15} aria-hidden="true" />}
      {status.type === 'failed' && <CloudOff size={15} aria-hidden="true" />}
      {status.type === 'none' && t.noDraft}
      {status.type === 'saving' && t.saving}
      {status.type === 'saved' && t.saved(clock.format(status.at))}
      {status.type === 'failed' && t.notSaved}
      {status.type === 'closed' && t.closed}
    </p>
  );
}
