'use client';

import { useRouter } from 'next/navigation';
import { courses } from '../../_words/people';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { type Action, useAction } from '../ui/use-action';
import styles from './courses.module.css';

/** Joins, and goes to the courses one is in. */
export function JoinButton({ input, label, join }: { input: object; label: string; join: Action }) {
  const router = useRouter();
  const { run, busy, failure } = useAction(join, courses.failed);
  const press = async () => {
    if ((await run(input)) === null) return;
    router.push('/courses');
    router.refresh();
  };
  return (
    <div className={styles.part}>
      {failure && <Notice tone="error" title={failure} />}
      <div>
        <Button look="primary" busy={busy} onClick={press}>
          {busy ? courses.working : label}
        </Button>
      </div>
    </div>
  );
}
