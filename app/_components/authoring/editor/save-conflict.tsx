import { useState } from 'react';
import * as words from '../../../_words';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { dateTime } from '../../ui/format';
import type { SaveConflict } from './use-saving';

/** Somebody else saved the exercise: the person says which of the two goes on. */
export function SaveConflictDialog({
  conflict,
  onSettle,
}: {
  conflict: SaveConflict | null;
  onSettle: (mine: boolean) => void;
}) {
  const t = words.authoring.editor.save;
  // Escape decides nothing: the dialog is there again.
  const [, again] = useState(0);
  return (
    <Dialog
      open={conflict !== null}
      title={t.conflict}
      onClose={() => again((n) => n + 1)}
      actions={
        <>
          <Button onClick={() => onSettle(true)}>{t.mine}</Button>
          {conflict?.theirs && (
            <Button look="primary" onClick={() => onSettle(false)}>
              {t.theirs}
            </Button>
          )}
        </>
      }
    >
      <p>
        {conflict?.theirs === null
          ? t.conflictGone
          : t.conflictText(conflict?.by ?? t.somebody, conflict?.at ? dateTime(conflict.at) : '')}
      </p>
    </Dialog>
  );
}
