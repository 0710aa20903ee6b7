'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { EditedExercise } from '@/lib/classroom/authoring';
import * as words from '../../_words';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Notice } from '../ui/notice';
import { Panel } from '../ui/panel';
import { type Action, useAction } from '../ui/use-action';
import styles from './authoring.module.css';

interface OfferingProps {
  courseId: string;
  exercise: EditedExercise;
  /** Of the draft, as it was saved last. */
  version: number;
  /** Runs what throws the draft away; false where it is not thrown away. */
  throwAway: (discard: (seen: number) => Promise<boolean>) => Promise<boolean>;
  retire: Action<unknown>;
  offer: Action<unknown>;
  discard: Action<unknown>;
}

/** Who may take the exercise, and the ways to put it away; what was done can be undone at once. */
export function Offering({ courseId, exercise, version, throwAway, retire, offer, discard }: OfferingProps) {
  const t = words.authoring.retire;
  const router = useRouter();
  const retiring = useAction(retire, words.authoring.failed);
  const offering = useAction(offer, words.authoring.failed);
  const discarding = useAction(discard, words.authoring.failed);
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<'retired' | 'restored' | null>(null);
  const { exerciseId, retired, offeredAlone, published } = exercise;
  const differs = exercise.state !== 'published' || version !== exercise.version;
  const known = { courseId, exerciseId };
  const put = async (to: boolean, undone: boolean) => {
    if ((await retiring.run({ ...known, retired: to })) === null) return;
    setDone(undone ? null : to ? 'retired' : 'restored');
    router.refresh();
  };
  const putAlone = async (to: boolean) => {
    if ((await offering.run({ ...known, offered: to })) !== null) router.refresh();
  };
  const throwItAway = async () => {
    setAsking(false);
    const gone = await throwAway(async (seen) => (await discarding.run({ ...known, seen })) !== null);
    if (!gone) return;
    // The editor of this page holds the texts that were thrown away.
    window.location.assign(
      published === null ? `/teach/${courseId}/exercises` : `/teach/${courseId}/exercises/${exerciseId}`,
    );
  };
  const failure = retiring.failure ?? offering.failure ?? discarding.failure;
  return (
    <Panel padded className={styles.offering ?? ''} aria-labelledby="offering">
      <h2 id="offering">{t.title}</h2>
      {failure !== null && <Notice tone="error" title={failure} />}
      {done !== null && (
        <Notice title={t[done]}>
          <div>
            <Button small onClick={() => put(done !== 'retired', true)}>
              {words.authoring.undo}
            </Button>
          </div>
        </Notice>
      )}
      {published === null ? (
        <p className={styles.note}>{t.unpublished}</p>
      ) : (
        <>
          <p className={styles.note}>{offeredAlone ? t.aloneText : t.notAloneText}</p>
          <p className={styles.note}>{t.text}</p>
        </>
      )}
      <div className={styles.actions}>
        {published !== null && !retired && (
          <Button busy={offering.busy} onClick={() => putAlone(!offeredAlone)}>
            {offeredAlone ? t.withhold : t.offerAlone}
          </Button>
        )}
        {published !== null && (
          <Button busy={retiring.busy} onClick={() => put(!retired, false)}>
            {retired ? t.restore : t.retire}
          </Button>
        )}
        {version > 0 && differs && (
          <Button busy={discarding.busy} onClick={() => setAsking(true)}>
            {t.discard}
          </Button>
        )}
      </div>
      <Dialog
        open={asking}
        title={t.discardAsk}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t.keep}</Button>
            <Button look="primary" onClick={throwItAway}>
              {t.discard}
            </Button>
          </>
        }
      >
        <p>{published === null ? t.discardNew : t.discardChanged}</p>
      </Dialog>
    </Panel>
  );
}
