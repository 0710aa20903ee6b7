import { Check, CloudOff } from 'lucide-react';
import * as words from '../../../_words';
import styles from '../../answer/draft/draft-status.module.css';
import type { SaveStatus } from './use-saving';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** "Saved 14:32": read out when it changes, so that nobody has to wonder. */
export function SaveLine({ status }: { status: SaveStatus }) {
  return (
    <p className={styles.status} role="status" data-save={status.type} suppressHydrationWarning>
      {status.type === 'saved' && <Check size={15} aria-hidden="true" />}
      {'kept' in status && <CloudOff size={15} aria-hidden="true" />}
      {textOf(status)}
    </p>
  );
}

function textOf(status: SaveStatus): string {
  const t = words.authoring.editor.save;
  switch (status.type) {
    case 'none':
      return t.none;
    case 'saving':
      return t.saving;
    case 'conflict':
      return t.waiting;
    case 'saved':
      return t.saved(clock.format(status.at));
    case 'refused':
      return status.why;
    default:
      if (!status.kept) return t.offlineNotKept;
      return status.type === 'signed-out' ? t.signedOut : t[status.type];
  }
}
