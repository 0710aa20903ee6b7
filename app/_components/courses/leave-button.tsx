'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { courses } from '../../_words/people';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Notice } from '../ui/notice';
import { type Action, useAction } from '../ui/use-action';

/** Leaves a course, after it was asked whether that is meant. */
export function LeaveButton({ courseId, title, leave }: { courseId: string; title: string; leave: Action }) {
  const router = useRouter();
  const [asked, setAsked] = useState(false);
  const { run, busy, failure } = useAction(leave, courses.failed);
  const press = async () => {
    if ((await run({ courseId })) === null) return;
    setAsked(false);
    router.refresh();
  };
  return (
    <>
      <Button small aria-label={`${courses.leave}: ${title}`} onClick={() => setAsked(true)}>
        {courses.leave}
      </Button>
      <Dialog
        open={asked}
        title={courses.leaveTitle(title)}
        onClose={() => setAsked(false)}
        actions={
          <>
            <Button onClick={() => setAsked(false)}>{courses.stay}</Button>
            <Button look="primary" busy={busy} onClick={press}>
              {courses.leave}
            </Button>
          </>
        }
      >
        {failure && <Notice tone="error" title={failure} />}
        <p>{courses.leaveText}</p>
      </Dialog>
    </>
  );
}
