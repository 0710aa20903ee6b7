'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { DraftProblem, DraftText, PublishResult } from '@/lib/classroom/authoring';
import * as words from '../../../_words';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { type Action, useAction } from '../../ui/use-action';
import { ProblemList } from '../preview/problem-list';
import styles from './editor.module.css';

interface PublishProps {
  known: { courseId: string; exerciseId: string };
  publish: Action<PublishResult>;
  /** What is written: what came of publishing is told until it changes. */
  draft: DraftText;
  /** Saves what is there; the version of it, null where it could not be saved, "conflict" where that is to decide first. */
  saveNow: () => Promise<number | 'conflict' | null>;
  /** The published revision, where the texts are those of it and were never changed; 0 otherwise. */
  untouched: number;
  onGo: (problem: DraftProblem) => void;
}

/** Makes a revision of what is written, and says what came of it. */
export function usePublish({ known, draft, publish, saveNow, untouched, onGo }: PublishProps) {
  const t = words.authoring.editor;
  const router = useRouter();
  const { run, failure } = useAction(publish, words.authoring.failed);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<PublishResult | 'not-saved' | null>(null);
  const [told, setTold] = useState({ draft, isTold: false });
  if (told.draft !== draft) setTold({ draft, isTold: false });
  const press = async () => {
    setBusy(true);
    setResult(null);
    const seen = await saveNow();
    if (seen === 0) setResult({ status: 'published', revision: untouched, changed: false, warnings: [] });
    else if (seen === null) setResult('not-saved');
    else if (seen !== 'conflict') {
      const done = await run({ ...known, seen });
      setResult(done?.value ?? null);
      if (done?.value.status === 'published') router.refresh();
    }
    setTold((before) => ({ ...before, isTold: true }));
    setBusy(false);
  };
  const button = (
    <Button look="primary" busy={busy} onClick={press}>
      {busy ? t.publishing : t.publish}
    </Button>
  );
  const outcome = told.isTold && (
    <div className={styles.outcome}>
      {failure !== null && <Notice tone="error" title={failure} />}
      {result === 'not-saved' && <Notice tone="error" title={t.save.failed} />}
      {result !== null && result !== 'not-saved' && result.status === 'published' && (
        <>
          <Notice title={result.changed ? t.published(result.revision) : t.unchanged(result.revision)}>
            {result.changed && <p>{t.publishedText}</p>}
          </Notice>
          <ProblemList title={t.warnings} id="warnings" problems={result.warnings} onGo={onGo} />
        </>
      )}
      {result !== null && result !== 'not-saved' && result.status === 'refused' && (
        <>
          <Notice tone="error" title={t.notPublished} />
          <ProblemList title={t.refusedFor} id="refused-for" problems={result.problems} onGo={onGo} />
        </>
      )}
    </div>
  );
  return { button, outcome };
}
