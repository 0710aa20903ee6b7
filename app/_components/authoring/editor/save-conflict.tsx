import { useState } from 'react';
import type { DraftText } from '@/lib/classroom/authoring';
import * as words from '../../../_words';
import { Button, ButtonLink } from '../../ui/button';
import { CodeLines } from '../../ui/code-lines';
import { Dialog } from '../../ui/dialog';
import { dateTime } from '../../ui/format';
import styles from './editor.module.css';
import type { SaveConflict } from './use-saving';

interface ConflictProps {
  conflict: SaveConflict | null;
  /** What is written here. */
  mine: DraftText;
  /** Where the list of the exercises is. */
  list: string;
  onSettle: (mine: boolean) => void;
}

/** Somebody else saved the exercise: the person looks at both, and says which of the two goes on. */
export function SaveConflictDialog({ conflict, mine, list, onSettle }: ConflictProps) {
  const t = words.authoring.editor.save;
  // Escape decides nothing: the dialog is there again.
  const [, again] = useState(0);
  const [said, say] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${mine.yaml.replace(/\n*$/, '\n\n')}${mine.snippet}`);
      say(t.copied);
    } catch {
      say(t.noClipboard);
    }
  };
  const settle = (keepMine: boolean) => {
    say('');
    onSettle(keepMine);
  };
  const theirs = conflict?.theirs;
  return (
    <Dialog
      open={conflict !== null}
      title={t.conflict}
      onClose={() => again((n) => n + 1)}
      actions={
        <>
          <Button onClick={copy}>{t.copy}</Button>
          <Button onClick={() => settle(true)}>{t.mine}</Button>
          {theirs === null ? (
            <ButtonLink href={list}>{t.leave}</ButtonLink>
          ) : (
            <Button look="primary" onClick={() => settle(false)}>
              {t.theirs}
            </Button>
          )}
        </>
      }
    >
      <p>
        {theirs === null
          ? t.conflictGone
          : t.conflictText(conflict?.by ?? t.somebody, conflict?.at ? dateTime(conflict.at) : '')}
      </p>
      {theirs && (
        <details className={styles.theirs}>
          <summary>{t.look}</summary>
          <CodeLines source={theirs.yaml} label="exercise.yaml" />
          <CodeLines source={theirs.snippet} label="snippet.py" />
        </details>
      )}
      <p role="status">{said}</p>
    </Dialog>
  );
}
