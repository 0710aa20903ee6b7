'use client';

import { useRouter } from 'next/navigation';
import { type ChangeEvent, useState } from 'react';
import type { RosterPreview, RosterResult } from '@/lib/classroom/roster';
import { type Decoded, decodeRoster, largestRoster } from '@/lib/classroom/roster/decode';
import { courses, roster } from '../../_words/people';
import styles from '../courses/courses.module.css';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { Panel } from '../ui/panel';
import { type Action, useAction } from '../ui/use-action';
import { RosterRows } from './roster-rows';

interface RosterImportProps {
  readonly courseId: string;
  readonly preview: Action<RosterPreview>;
  readonly load: Action<RosterResult>;
}

/** A file is chosen, its preview is shown, and then all of it is imported or nothing. */
export function RosterImport({ courseId, preview, load }: RosterImportProps) {
  const router = useRouter();
  const looking = useAction(preview, courses.failed);
  const loading = useAction(load, courses.failed);
  const [file, setFile] = useState<Decoded | null>(null);
  const [plan, setPlan] = useState<RosterPreview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [leaveOut, setLeaveOut] = useState(false);
  const [done, setDone] = useState<RosterResult | null>(null);

  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.currentTarget.files?.[0];
    setPlan(null);
    setDone(null);
    setLeaveOut(false);
    setProblem(null);
    if (chosen === undefined) return;
    if (chosen.size > largestRoster) {
      setProblem(roster.tooLarge);
      return;
    }
    const bytes = await chosen.arrayBuffer().catch(() => null);
    if (bytes === null) {
      setProblem(roster.unreadable);
      return;
    }
    const decoded = decodeRoster(new Uint8Array(bytes));
    setFile(decoded);
    setPlan((await looking.run({ courseId, text: decoded.text }))?.value ?? null);
  };
  const write = async () => {
    if (file === null || plan === null) return;
    const { value } = (await loading.run({ courseId, text: file.text, digest: plan.digest, leaveOut })) ?? {};
    if (value === undefined) return;
    setDone(value);
    setPlan(null);
    router.refresh();
  };

  const failure = problem ?? looking.failure ?? loading.failure;
  const encoding = file && roster.encoding[file.encoding];
  const spoiled = plan?.rows.filter(({ kind }) => kind === 'ambiguous' || kind === 'bad').length ?? 0;
  return (
    <div className={styles.part}>
      {failure && <Notice tone="error" title={failure} />}
      {done && <Notice title={roster.done(done)} />}
      <Panel padded>
        <Field label={roster.choose} type="file" accept=".csv,.txt,.tsv,text/csv" onChange={choose} />
      </Panel>
      {looking.busy && <p role="status">{roster.reading}</p>}
      {plan && (
        <div className={styles.part}>
          <h2>{roster.preview}</h2>
          <p role="status">{`${roster.counts(counted(plan))}. ${roster.nothingYet}`}</p>
          {encoding && <Notice title={encoding} />}
          {plan.newSections.length > 0 && <p>{roster.newSections(plan.newSections)}</p>}
          <RosterRows rows={plan.rows} />
          {spoiled > 0 && (
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={leaveOut}
                onChange={(event) => setLeaveOut(event.target.checked)}
              />
              {roster.leaveOut(spoiled)}
            </label>
          )}
          {spoiled > 0 && !leaveOut ? (
            <p className={styles.note}>{roster.leaveOutFirst}</p>
          ) : (
            <div>
              <Button look="primary" busy={loading.busy} onClick={write}>
                {loading.busy ? roster.importing : roster.import(plan.rows.length - spoiled)}
              </Button>
            </div>
          )}
        </div>
      )}
    </div>
  );
}

function counted({ rows }: RosterPreview) {
  const counts = { new: 0, matched: 0, ambiguous: 0, bad: 0 };
  for (const { kind } of rows) counts[kind] += 1;
  return counts;
}
