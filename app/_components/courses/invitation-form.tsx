'use client';

import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import type { SectionOfCourse } from '@/lib/classroom/courses';
import { courses, settings } from '../../_words/people';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { SelectField } from '../ui/select-field';
import { type Action, useAction } from '../ui/use-action';
import styles from './courses.module.css';

interface InvitationFormProps {
  readonly courseId: string;
  readonly sections: readonly SectionOfCourse[];
  readonly make: Action;
}

/** Makes an invitation, for a section and with an end where these are wanted. */
export function InvitationForm({ courseId, sections, make }: InvitationFormProps) {
  const router = useRouter();
  const { run, busy, failure, fields } = useAction(make, courses.failed);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    // What is no number is left to be refused.
    const number = (name: string) => {
      const typed = String(data.get(name) ?? '').trim();
      return typed === '' ? null : Number(typed);
    };
    const done = await run({
      courseId,
      sectionId: String(data.get('section') ?? '') || null,
      days: number('days'),
      usesAllowed: number('uses'),
    });
    if (done === null) return;
    form.reset();
    router.refresh();
  };
  return (
    <form className={styles.form} method="post" onSubmit={submit} noValidate>
      {failure && <Notice tone="error" title={failure} />}
      <div className={styles.row}>
        {sections.length > 0 && (
          <SelectField
            label={settings.forSection}
            name="section"
            options={[
              ['', settings.wholeCourse],
              ...sections.map(({ sectionId, title }) => [sectionId, title] as const),
            ]}
          />
        )}
        <Field
          label={settings.days}
          note={settings.unlimited}
          name="days"
          inputMode="numeric"
          {...(fields.days && { error: fields.days })}
        />
        <Field
          label={settings.uses}
          note={settings.unlimited}
          name="uses"
          inputMode="numeric"
          {...(fields.usesAllowed && { error: fields.usesAllowed })}
        />
      </div>
      <div>
        <Button type="submit" busy={busy}>
          {settings.makeInvitation}
        </Button>
      </div>
    </form>
  );
}
