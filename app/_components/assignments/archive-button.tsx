'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ActionResult } from '@/lib/web';
import * as words from '../../_words';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import styles from './assignments.module.css';

interface ArchiveProps {
  known: { courseId: string; assignmentId: string };
  archived: boolean;
  archive: (input: unknown) => Promise<ActionResult<unknown>>;
}

/** Puts an assignment away, or brings it back. */
export function ArchiveButton({ known, archived, archive }: ArchiveProps) {
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const t = words.assignments;
  const press = async () => {
    const result = await archive({ ...known, archived: !archived }).catch(() => null);
    if (result?.ok) router.refresh();
    else setFailure(result?.error.message ?? t.saveFailed);
  };
  return (
    <div>
      {failure && <Notice tone="error" title={failure} />}
      <p className={styles.note}>{t.archiveText}</p>
      <Button onClick={press}>{archived ? t.restore : t.archive}</Button>
    </div>
  );
}
