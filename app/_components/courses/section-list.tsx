'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import type { SectionOfCourse } from '@/lib/classroom/courses';
import { courses, settings } from '../../_words/people';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { type Action, useAction } from '../ui/use-action';
import styles from './courses.module.css';

interface SectionListProps {
  readonly courseId: string;
  readonly sections: readonly SectionOfCourse[];
  readonly make: Action;
  readonly rename: Action;
  readonly remove: Action;
}

/** The sections of a course: made, renamed, and taken away while they are empty. */
export function SectionList({ courseId, sections, make, rename, remove }: SectionListProps) {
  const router = useRouter();
  const making = useAction(make, courses.failed);
  const removing = useAction(remove, courses.failed);
  const [renamed, setRenamed] = useState<SectionOfCourse | null>(null);
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const title = String(new FormData(form).get('title'));
    if ((await making.run({ courseId, title })) === null) return;
    form.reset();
    router.refresh();
  };
  const takeAway = async (sectionId: string) => {
    if (await removing.run({ courseId, sectionId })) router.refresh();
  };
  return (
    <div className={styles.part}>
      {removing.failure && <Notice tone="error" title={removing.failure} />}
      {sections.length === 0 && <p className={styles.note}>{settings.noSections}</p>}
      {sections.length > 0 && (
        <ul className={styles.list}>
          {sections.map((section) => (
            <li key={section.sectionId}>
              <b>{section.title}</b>
              <span>{settings.people(section.people)}</span>
              <div className={styles.end}>
                <Button
                  small
                  aria-label={settings.renameSection(section.title)}
                  onClick={() => setRenamed(section)}
                >
                  {settings.rename}
                </Button>
                <Button
                  small
                  aria-label={settings.removeSection(section.title)}
                  busy={removing.busy}
                  onClick={() => takeAway(section.sectionId)}
                >
                  {settings.remove}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <form className={styles.row} method="post" onSubmit={add} noValidate>
        <Field
          label={settings.sectionName}
          name="title"
          maxLength={80}
          {...((making.fields.title ?? making.failure) && {
            error: making.fields.title ?? making.failure ?? '',
          })}
        />
        <Button type="submit" busy={making.busy}>
          {settings.addSection}
        </Button>
      </form>
      {renamed && (
        <RenameDialog
          key={renamed.sectionId}
          courseId={courseId}
          section={renamed}
          rename={rename}
          onDone={() => setRenamed(null)}
        />
      )}
    </div>
  );
}

interface RenameProps {
  readonly courseId: string;
  readonly section: SectionOfCourse;
  readonly rename: Action;
  readonly onDone: () => void;
}

function RenameDialog({ courseId, section, rename, onDone }: RenameProps) {
  const router = useRouter();
  const [title, setTitle] = useState(section.title);
  const { run, busy, failure, fields } = useAction(rename, courses.failed);
  const save = async () => {
    if ((await run({ courseId, sectionId: section.sectionId, title })) === null) return;
    onDone();
    router.refresh();
  };
  const error = fields.title ?? failure;
  return (
    <Dialog
      open
      title={settings.renameTitle(section.title)}
      onClose={onDone}
      actions={
        <>
          <Button onClick={onDone}>{settings.cancel}</Button>
          <Button look="primary" busy={busy} onClick={save}>
            {settings.save}
          </Button>
        </>
      }
    >
      <Field
        label={settings.sectionName}
        maxLength={80}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        {...(error && { error })}
      />
    </Dialog>
  );
}
