'use client';

import { people } from '../../_words/people';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { type Action, useAction } from '../ui/use-action';

/** Saves the roster as a file. */
export function ExportButton({ courseId, write }: { courseId: string; write: Action<{ csv: string }> }) {
  const { run, busy, failure } = useAction(write, people.exportFailed);
  const press = async () => {
    const done = await run({ courseId });
    if (done === null) return;
    const address = URL.createObjectURL(new Blob([done.value.csv], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'roster.csv';
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <>
      <Button busy={busy} onClick={press}>
        {people.export}
      </Button>
      {failure && <Notice tone="error" title={failure} />}
    </>
  );
}
