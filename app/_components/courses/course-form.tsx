'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { courses, settings } from '../../_words/people';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { type Action, useAction } from '../ui/use-action';
import styles from './courses.module.css';

interface CourseFormProps {
  /** None: the form makes a course, and leads to it. */
  readonly known?: { readonly courseId: string; readonly title: string; readonly timeZone: string };
  readonly save: Action;
}

/** The name and the time zone of a course. */
export function CourseForm({ known, save }: CourseFormProps) {
  const router = useRouter();
  const zone = useRef<HTMLInputElement>(null);
  const [saved, setSaved] = useState(false);
  const { run, busy, failure, fields } = useAction(save, courses.failed);
  const isNew = known === undefined;
  useEffect(() => {
    // The zone of who makes the course, which the server cannot know.
    if (isNew && zone.current?.value === '')
      zone.current.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  }, [isNew]);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSaved(false);
    const data = new FormData(event.currentTarget);
    const input = { title: String(data.get('title')), timeZone: String(data.get('timeZone')) };
    const done = await run(known === undefined ? input : { courseId: known.courseId, ...input });
    if (done === null) return;
    setSaved(!isNew);
    if (isNew) router.push(`/teach/${(done.value as { courseId: string }).courseId}/settings`);
    router.refresh();
  };
  return (
    <form className={styles.form} method="post" onSubmit={submit} noValidate>
      {failure && <Notice tone="error" title={failure} />}
      {saved && <Notice title={settings.saved} />}
      <Field
        label={courses.name}
        name="title"
        defaultValue={known?.title ?? ''}
        maxLength={120}
        {...(fields.title && { error: fields.title })}
      />
      <Field
        ref={zone}
        label={courses.timeZone}
        note={courses.timeZoneNote}
        name="timeZone"
        defaultValue={known?.timeZone ?? ''}
        maxLength={64}
        {...(fields.timeZone && { error: fields.timeZone })}
      />
      <div>
        <Button look="primary" type="submit" busy={busy}>
          {isNew ? courses.make : settings.save}
        </Button>
      </div>
    </form>
  );
}
