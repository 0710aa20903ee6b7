import { Check, CloudOff } from 'lucide-react';
import * as words from '../../../_words';
import styles from './draft-status.module.css';
import type { DraftStatus as Status } from './use-drafts';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** "Draft saved 14:32": read out when it changes, so that nobody has to wonder. */
export function DraftStatus({ status }: { status: Status }) {
  return (
    <p className={styles.status} role="status" data-draft={status.type}>
      {status.type === 'saved' && <Check size={15} aria-hidden="true" />}
      {'kept' in status && <CloudOff size={15} aria-hidden="true" />}
      {textOf(status)}
    </p>
  );
}

function textOf(status: Status): string {
  const t = words.quiz;
  switch (status.type) {
    case 'none':
      return t.noDraft;
    case 'saving':
      return t.saving;
    case 'saved':
      return t.saved(clock.format(status.at));
    case 'offline':
      return status.kept ? t.offline : t.offlineNotKept;
    case 'failed':
      return status.kept ? t.notSaved : t.offlineNotKept;
    case 'signed-out':
      return status.kept ? t.signedOutKept : t.offlineNotKept;
    default:
      return status.why ?? t.closed;
  }
}
