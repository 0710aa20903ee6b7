'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { ActionResult } from '@/lib/web';
import { gradebook } from '../../../_words/gradebook';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Notice } from '../../ui/notice';
import styles from './history.module.css';

interface ReasonFormProps {
  label: string;
  /** What stands on the button. */
  word: string;
  /** Sends it; what is not right by the fields alone is told as a sentence. */
  send: (reason: string) => Promise<ActionResult<unknown>> | string;
  children?: ReactNode;
}

/** A change of a mark: never without a reason, which the student reads. */
export function ReasonForm({ label, word, send, children }: ReasonFormProps) {
  const router = useRouter();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const t = gradebook;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const sent = reason.trim() === '' ? t.sayWhy : send(reason);
    if (typeof sent === 'string') {
      setFailure(sent);
      return;
    }
    setBusy(true);
    const result = await sent.catch(() => null);
    setBusy(false);
    if (result?.ok) {
      setReason('');
      setFailure(null);
      router.refresh();
    } else setFailure([result?.error.message ?? t.failed, result?.error.remedy].filter(Boolean).join(' '));
  };
  return (
    <form className={styles.form} method="post" onSubmit={submit} noValidate aria-label={label}>
      {children}
      <Field
        label={t.reason}
        note={t.reasonNote}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button type="submit" small busy={busy}>
        {word}
      </Button>
      {failure && <Notice tone="error" title={failure} />}
    </form>
  );
}
