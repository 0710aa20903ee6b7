'use client';

import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { DraftMisconceptions, DraftPreview, DraftProblem } from '@/lib/classroom/authoring';
import type { PublicExercise } from '@/lib/exercises/browser';
import type { Row } from '@/lib/exercises/form/given-cells';
import * as words from '../../../_words';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Panel } from '../../ui/panel';
import type { Computed } from '../use-computed';
import styles from './preview.module.css';
import { ProblemList } from './problem-list';
import { RightAnswers } from './right-answers';
import { StudentView } from './student-view';
import { ToldApart } from './told-apart';

interface PreviewProps {
  preview: Computed<DraftPreview>;
  told: Computed<DraftMisconceptions | null>;
  onGo: (problem: DraftProblem) => void;
  onTurn: (row: Row, column: string) => void;
  onAnother: () => void;
}

/** A preview that has its question. */
type Whole = DraftPreview & { readonly question: PublicExercise };
const isWhole = (value: DraftPreview | null): value is Whole => value !== null && value.question !== null;

/** What comes of the two texts: problems, right answers, the question, and the misconceptions told apart. */
export function Preview({ preview, told, onGo, onTurn, onAnother }: PreviewProps) {
  const t = words.authoring.editor;
  const { value, busy, failure } = preview;
  const problems = value?.problems ?? [];
  const [shown, setShown] = useState(isWhole(value) ? value : null);
  // Where the texts have an error, what was last whole stays in sight.
  if (isWhole(value) && value !== shown) setShown(value);
  const isOld = !isWhole(value);
  const said = busy
    ? t.status.computing
    : failure !== null
      ? t.status.failed
      : problems.length > 0
        ? t.status.problems(problems.length)
        : t.status.ready;
  return (
    <div className={styles.preview}>
      <div className={styles.bar}>
        <p role="status" data-preview={busy ? 'computing' : 'ready'}>
          <RefreshCw size={14} aria-hidden="true" /> {said}
        </p>
        {value?.varies && (
          <Button small onClick={onAnother}>
            {t.another}
          </Button>
        )}
      </div>
      {failure !== null && <Notice tone="error" title={failure} />}
      <ProblemList id="problems" title={t.problems} problems={problems} onGo={onGo} />
      <div className={styles.results} aria-busy={busy}>
        {shown === null ? (
          !busy && (
            <Panel padded>
              <p>{t.nothingYet}</p>
            </Panel>
          )
        ) : (
          <>
            {isOld && <Notice title={t.before} />}
            <RightAnswers preview={shown} onTurn={isOld ? null : onTurn} />
            <StudentView key={JSON.stringify(shown.question)} exercise={shown.question} />
          </>
        )}
        <ToldApart told={told.value} question={shown?.question ?? null} busy={told.busy} />
      </div>
    </div>
  );
}
