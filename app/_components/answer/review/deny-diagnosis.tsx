'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ActionResult } from '@/lib/web';
import * as words from '../../../_words';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import styles from './diagnosis-card.module.css';

interface DenyProps {
  input: { readonly courseId: string; readonly attemptId: string; readonly marksId: string };
  deny: (input: unknown) => Promise<ActionResult<void>>;
  denied: boolean;
  /** The diagnosis. */
  children: ReactNode;
}

/** A diagnosis that the student can send away: then it is gone, and what stands in its place has the focus. */
export function DenyDiagnosis({ input, deny, denied, children }: DenyProps) {
  const [said, setSaid] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (said) note.current?.focus();
  }, [said]);
  const press = async () => {
    setBusy(true);
    setFailed(false);
    const result = await deny(input).catch(() => null);
    setBusy(false);
    if (result?.ok) setSaid(true);
    else setFailed(true);
  };
  const t = words.quiz.diagnosis;
  if (denied || said)
    return (
      <p ref={note} tabIndex={-1} className={styles.sure}>
        {t.denied}
      </p>
    );
  return (
    <>
      {children}
      {failed && <Notice tone="error" title={t.denyFailed} />}
      <p className={styles.deny}>
        <Button look="link" onClick={press} busy={busy}>
          {t.deny}
        </Button>
      </p>
    </>
  );
}
