'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import type { RegradePreview, RegradeResult, RevisionsOfExercise } from '@/lib/classroom/regrade';
import type { ActionResult, Failure } from '@/lib/web';
import { regrade } from '../../_words/audit';
import { Choice } from '../assignments/form/choice';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { dateTime } from '../ui/format';
import { Notice } from '../ui/notice';
import { Working } from '../ui/working';
import styles from './regrade.module.css';
import { RegradeDifference } from './regrade-difference';

interface RegradeFormProps {
  known: { courseId: string; exerciseId: string };
  revisions: RevisionsOfExercise['revisions'];
  /** How many answers there are to grade. */
  answers: number;
  preview: (input: unknown) => Promise<ActionResult<RegradePreview>>;
  apply: (input: unknown) => Promise<ActionResult<RegradeResult>>;
}

const said = (error: Failure | undefined) =>
  [error?.message ?? regrade.failed, error?.remedy].filter(Boolean).join(' ');

/** A dry run by one revision, what it would change, and the same for good, with a reason. */
export function RegradeForm({ known, revisions, answers, preview, apply }: RegradeFormProps) {
  const router = useRouter();
  const t = regrade;
  const [revisionId, setRevisionId] = useState(
    (revisions.find(({ current }) => current) ?? revisions[0])?.id ?? '',
  );
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState<RegradePreview | null>(null);
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [done, setDone] = useState<RegradeResult | null>(null);
  /** One id for one regrade: pressed twice, it is done once. */
  const [regradeId, setRegradeId] = useState('');

  async function during<T>(work: Promise<ActionResult<T>>, use: (value: T) => void): Promise<void> {
    setBusy(true);
    setFailure(null);
    const result = await work.catch(() => null);
    setBusy(false);
    if (result?.ok) use(result.value);
    else setFailure(said(result?.error));
  }
  const dryRun = (event: FormEvent) => {
    event.preventDefault();
    setDone(null);
    setShown(null);
    return during(preview({ ...known, revisionId }), (value) => {
      setRegradeId(crypto.randomUUID());
      setShown(value);
    });
  };
  const write = async (event: FormEvent) => {
    event.preventDefault();
    if (!shown) return;
    if (reason.trim() === '') {
      setFailure(t.sayWhy);
      return;
    }
    const input = { ...known, revisionId: shown.revision.id, regradeId, digest: shown.digest, reason };
    await during(apply(input), (value) => {
      setDone(value);
      setShown(null);
      setReason('');
      router.refresh();
    });
  };
  const rewrites = shown ? shown.changes.length + shown.rewritten : 0;
  return (
    <>
      <form className={styles.form} method="post" onSubmit={dryRun} aria-label={t.dryRun}>
        <Choice
          label={t.by}
          value={revisionId}
          options={revisions.map(({ id, number, at, current }) => [
            id,
            `${t.revision(number, dateTime(at))}${current ? `, ${t.current}` : ''}`,
          ])}
          onChange={setRevisionId}
        />
        <Button type="submit" look={shown ? 'secondary' : 'primary'} busy={busy}>
          {busy && !shown ? t.running : t.dryRun}
        </Button>
      </form>
      {busy && <Working text={t.takes(answers)} />}
      {failure && <Notice tone="error" title={failure} />}
      {done && <Notice title={t.result(done.changed, done.answers)} />}
      {shown && (
        <>
          <Notice
            title={t.counts({
              answers: shown.answers,
              changes: shown.changes.length,
              rewritten: shown.rewritten,
              kept: shown.kept.length,
            })}
          >
            {rewrites === 0 && <p>{t.nothing}</p>}
          </Notice>
          <RegradeDifference preview={shown} />
          {rewrites > 0 && (
            <form className={styles.form} method="post" onSubmit={write} aria-label={t.apply(rewrites)}>
              <Field
                label={t.reason}
                note={t.reasonNote}
                value={reason}
                maxLength={500}
                onChange={(event) => setReason(event.target.value)}
              />
              <Button type="submit" look="primary" busy={busy}>
                {busy ? t.applying : t.apply(rewrites)}
              </Button>
            </form>
          )}
        </>
      )}
    </>
  );
}
