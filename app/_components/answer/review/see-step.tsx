'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import type { CellMark } from '@/lib/grading/marks';
import * as words from '../../../_words';
import { Button, type ButtonLook } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Prose } from '../../ui/prose';
import { Skeleton } from '../../ui/skeleton';
import styles from './see-step.module.css';
import { StateIcon } from './state-icon';

// The stage and the simulator come when somebody looks.
const StageRun = dynamic(() => import('./stage-run'), { ssr: false, loading: () => <Skeleton /> });

interface SeeStepProps {
  /** The program that is run. */
  source: string;
  step: number;
  word?: string;
  look?: ButtonLook;
  wide?: boolean;
  /** What was answered, to be set beside what happens. */
  claim?: CellMark;
}

/** Opens the stage over the answers, at the step that shows why. */
export function SeeStep({ source, step, word, look = 'link', wide = false, claim }: SeeStepProps) {
  const [open, setOpen] = useState(false);
  const [opened, setOpened] = useState(false);
  const t = words.quiz;
  return (
    <>
      <Button
        look={look}
        wide={wide}
        onClick={() => {
          setOpen(true);
          setOpened(true);
        }}
      >
        {word ?? t.seeStep(step)}
      </Button>
      {opened &&
        // Out of the list that it was opened from, whose looks are not the stage's; kept when it is closed, so that
        // the browser gives the focus back.
        createPortal(
          <Dialog
            open={open}
            wide
            title={t.stageAt(step)}
            onClose={() => setOpen(false)}
            actions={<Button onClick={() => setOpen(false)}>{words.chrome.close}</Button>}
          >
            {open && (
              <>
                {claim && <Claim mark={claim} />}
                <StageRun source={source} step={step} />
              </>
            )}
          </Dialog>,
          document.body,
        )}
    </>
  );
}

/** What the answer says, and what Python does. */
function Claim({ mark }: { mark: CellMark }) {
  const t = words.quiz;
  return (
    <dl className={styles.claim} aria-label={mark.label}>
      <div className={styles.what}>
        <dt>{t.asked}</dt>
        <dd>
          <Prose text={mark.label} />
        </dd>
      </div>
      <div className={styles[mark.state]}>
        <dt>{t.answered}</dt>
        <dd>
          <StateIcon state={mark.state} /> <code>{mark.given === '' ? t.state.blank : mark.given}</code>{' '}
          <span className="sr">{t.state[mark.state]}</span>
        </dd>
      </div>
      {mark.state !== 'correct' && (
        <div className={styles.correct}>
          <dt>{t.expected}</dt>
          <dd>
            <StateIcon state="correct" /> <code>{mark.expected}</code>
          </dd>
        </div>
      )}
    </dl>
  );
}
