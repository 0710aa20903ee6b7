'use client';

import { useRouter } from 'next/navigation';
import { type ChangeEvent, useState } from 'react';
import type { ImportPreview, ImportResult } from '@/lib/classroom/authoring';
import * as words from '../../_words';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { Panel } from '../ui/panel';
import { type Action, useAction } from '../ui/use-action';
import styles from './authoring.module.css';
import { base64Of } from './base64';
import { ImportRows } from './import-rows';

interface ZipImportProps {
  courseId: string;
  /** Bytes of a file at most. */
  largest: number;
  preview: Action<ImportPreview>;
  load: Action<ImportResult>;
}

/** A zip is chosen, its preview is shown, and then all of it is imported or nothing. */
export function ZipImport({ courseId, largest, preview, load }: ZipImportProps) {
  const t = words.authoring.imports;
  const router = useRouter();
  const looking = useAction(preview, words.authoring.failed);
  const loading = useAction(load, words.authoring.failed);
  const [zip, setZip] = useState('');
  const [plan, setPlan] = useState<ImportPreview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<ImportResult | null>(null);
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.currentTarget.files?.[0];
    setPlan(null);
    setDone(null);
    setProblem(null);
    if (chosen === undefined) return;
    if (chosen.size > largest) {
      setProblem(t.tooLarge(largest / 1_000_000));
      return;
    }
    const bytes = await chosen.arrayBuffer().catch(() => null);
    if (bytes === null) {
      setProblem(t.unreadable);
      return;
    }
    const text = base64Of(new Uint8Array(bytes));
    setZip(text);
    setPlan((await looking.run({ courseId, zip: text }))?.value ?? null);
  };
  const write = async () => {
    if (plan === null) return;
    const { value } = (await loading.run({ courseId, zip, digest: plan.digest })) ?? {};
    if (value === undefined) return;
    setDone(value);
    setPlan(null);
    router.refresh();
  };
  const failure = problem ?? looking.failure ?? loading.failure;
  const some = plan === null ? 0 : plan.counts.new + plan.counts.changed;
  return (
    <div className={styles.way}>
      {failure && <Notice tone="error" title={failure} />}
      {done && <Notice title={t.done(done.new + done.changed)} />}
      <Panel padded>
        <Field label={t.choose} type="file" accept=".zip,application/zip" onChange={choose} />
      </Panel>
      {looking.busy && <p role="status">{t.reading}</p>}
      {plan && (
        <div className={styles.way}>
          <h2>{t.preview}</h2>
          <p role="status">{[t.counts(plan.counts), t.nothingYet].filter(Boolean).join('. ')}</p>
          {plan.problems.map(({ file, line, column, message }) => (
            <Notice
              key={`${file}:${line}:${column}:${message}`}
              tone="error"
              title={file === '' ? message : `${file}:${line}:${column}: ${message}`}
            />
          ))}
          {plan.items.length > 0 && <ImportRows items={plan.items} />}
          {plan.ignored.length > 0 && <p className={styles.note}>{t.ignored(plan.ignored)}</p>}
          {plan.importable ? (
            <div>
              <Button look="primary" busy={loading.busy} onClick={write}>
                {loading.busy ? t.importing : t.import(some)}
              </Button>
            </div>
          ) : (
            <p className={styles.note}>
              {plan.counts.bad > 0 || plan.problems.length > 0 ? t.mend : t.nothing}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
