'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { courses, settings } from '../../_words/people';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Notice } from '../ui/notice';
import { type Action, useAction } from '../ui/use-action';
import styles from './courses.module.css';

interface ArchiveCourseProps {
  readonly courseId: string;
  readonly title: string;
  readonly archived: boolean;
  readonly archive: Action;
}

/** Archives a course, after it was asked whether that is meant, or brings it back. */
export function ArchiveCourse({ courseId, title, archived, archive }: ArchiveCourseProps) {
  const router = useRouter();
  const [asked, setAsked] = useState(false);
  const { run, busy, failure } = useAction(archive, courses.failed);
  const press = async () => {
    if ((await run({ courseId, archived: !archived })) === null) return;
    setAsked(false);
    router.refresh();
  };
  return (
    <div className={styles.part}>
      {failure && !asked && <Notice tone="error" title={failure} />}
      <p className={styles.note}>{settings.archiveText}</p>
      <div>
        {archived ? (
          <Button busy={busy} onClick={press}>
            {settings.restore}
          </Button>
        ) : (
          <Button onClick={() => setAsked(true)}>{settings.archive}</Button>
        )}
      </div>
      <Dialog
        open={asked}
        title={settings.archiveTitle(title)}
        onClose={() => setAsked(false)}
        actions={
          <>
            <Button onClick={() => setAsked(false)}>{settings.cancel}</Button>
            <Button look="primary" busy={busy} onClick={press}>
              {settings.archive}
            </Button>
          </>
        }
      >
        {failure && <Notice tone="error" title={failure} />}
        <p>{settings.archiveText}</p>
      </Dialog>
    </div>
  );
}
