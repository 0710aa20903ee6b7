'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { AssignmentForTeacher } from '@/lib/classroom/assignments';
import type { ActionResult } from '@/lib/web';
import * as words from '../../_words';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import styles from './assignments.module.css';

type Extension = AssignmentForTeacher['extensions'][number];

interface ExtensionListProps {
  courseId: string;
  extensions: readonly Extension[];
  timeZone: string;
  /** Null for who may look, and change nothing. */
  lift: ((input: unknown) => Promise<ActionResult<unknown>>) | null;
}

/** The extensions that stand; each can be taken back, with a reason. */
export function ExtensionList({ courseId, extensions, timeZone, lift }: ExtensionListProps) {
  const t = words.assignments;
  if (extensions.length === 0) return <p className={styles.note}>{t.extensionsNone}</p>;
  return (
    <ul className={styles.list}>
      {extensions.map((extension) => (
        <li key={extension.extensionId}>
          <b>{extension.toSection ? t.sectionPrefix(extension.for) : extension.for}</b>
          <span>{givenText(extension, timeZone)}</span>
          <span>{t.given(extension.by, extension.reason)}</span>
          {lift && <Lift courseId={courseId} extension={extension} lift={lift} />}
        </li>
      ))}
    </ul>
  );
}

function Lift({
  courseId,
  extension,
  lift,
}: {
  courseId: string;
  extension: Extension;
  lift: NonNullable<ExtensionListProps['lift']>;
}) {
  const router = useRouter();
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const t = words.assignments;
  const press = async () => {
    if (reason.trim() === '') {
      setFailure(t.sayWhy);
      return;
    }
    const result = await lift({ courseId, extensionId: extension.extensionId, reason }).catch(() => null);
    if (result?.ok) router.refresh();
    else setFailure(result?.error.message ?? t.saveFailed);
  };
  return (
    <>
      <Field
        label={t.liftReason(extension.for)}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button small onClick={press}>
        {t.lift(extension.for)}
      </Button>
      {failure && <Notice tone="error" title={failure} />}
    </>
  );
}

function givenText({ dueAt, closesAt, moreAttempts }: Extension, timeZone: string): string {
  const t = words.assignments;
  return [
    dueAt && `${t.due} ${t.instant(dueAt, timeZone)}`,
    closesAt && `${t.closes} ${t.instant(closesAt, timeZone)}`,
    moreAttempts > 0 && t.moreAttempts(moreAttempts),
  ]
    .filter(Boolean)
    .join(', ');
}
