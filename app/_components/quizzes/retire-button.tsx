'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ActionResult } from '@/lib/web';
import * as words from '../../_words';
import styles from '../assignments/assignments.module.css';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

interface RetireProps {
  known: { courseId: string; quizId: string };
  retired: boolean;
  retire: (input: unknown) => Promise<ActionResult<unknown>>;
}

/** Offers a quiz no longer, or again; what was done can be undone at once. */
export function RetireButton({ known, retired, retire }: RetireProps) {
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const [done, setDone] = useState<boolean | null>(null);
  const t = words.quizzes;
  const put = async (to: boolean, undone: boolean) => {
    const result = await retire({ ...known, retired: to }).catch(() => null);
    setFailure(result?.ok ? null : (result?.error.message ?? t.saveFailed));
    if (!result?.ok) return;
    setDone(undone ? null : to);
    router.refresh();
  };
  return (
    <div>
      {failure && <Notice tone="error" title={failure} />}
      {done !== null && (
        <Notice title={done ? t.retiredNow : t.restoredNow}>
          <Button small onClick={() => put(!done, true)}>
            {t.undo}
          </Button>
        </Notice>
      )}
      <p className={styles.note}>{t.retireText}</p>
      <Button onClick={() => put(!retired, false)}>{retired ? t.restore : t.retire}</Button>
    </div>
  );
}
