'use client';

import dynamic from 'next/dynamic';
import { useCallback, useRef, useState } from 'react';
import * as words from '../../../../_words';
import { CodeEditor } from '../../../try/code-editor';
import { useWrong } from '../../../try/editor-props';
import { EndingNotice } from '../../../try/ending-notice';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Skeleton } from '../../../ui/skeleton';
import type { KindProps } from '../../model';
import { GoalList, goalsMet } from './goal-list';
import styles from './program-question.module.css';
import { useChecked } from './use-checked';

// The stage comes when somebody looks.
const ProgramPlayer = dynamic(() => import('../../../player/program-player').then((m) => m.ProgramPlayer), {
  ssr: false,
  loading: () => <Skeleton />,
});

/** A program to be written or mended: goals tick while it is written, and a failing one shows its step. */
export default function ProgramQuestion({ exercise, answer, onChange, complaints }: KindProps<'program'>) {
  const t = words.kinds.program;
  const { result, checking } = useChecked(answer.source, exercise.goals);
  const [step, setStep] = useState<number | null>(null);
  const stage = useRef<HTMLElement>(null);
  const ran = result?.type === 'ran' ? result : null;
  const film = ran && ran.film.scenes.length > 1 ? ran.film : null;
  const wrong = useWrong(checking ? null : ran?.film.ending);
  const shown = film && step !== null ? Math.min(step, film.scenes.length - 1) : null;
  const see = useCallback((wanted: number) => {
    setStep(wanted);
    // Once the stage is there: who asked for a step is led to it.
    requestAnimationFrame(() => {
      stage.current?.focus({ preventScroll: true });
      stage.current?.scrollIntoView({ block: 'nearest' });
    });
  }, []);
  const met = goalsMet(ran?.examined ?? null);
  const [refused] = complaints.values();
  return (
    <div className={styles.program} data-kind="program">
      <section className={styles.goals} aria-label={t.goals}>
        <div className={styles.head}>
          <b>{t.goals}</b>
          <span role="status">
            {checking && !ran ? t.checking : ran ? t.metOf(met, exercise.goals.length) : ''}
          </span>
        </div>
        <GoalList goals={exercise.goals} examined={ran?.examined ?? null} onSee={see} />
      </section>
      <div className={styles.writing}>
        <div className={styles.editor}>
          <CodeEditor
            program={answer.source}
            onChange={(source) => onChange({ kind: 'program', source }, 'source')}
            onRun={() => see(film ? film.scenes.length - 1 : 0)}
            wrong={wrong}
            line={!checking && film && shown !== null ? (film.scenes[shown]?.line ?? null) : null}
          />
        </div>
        <div className={styles.tools}>
          {film && (
            <Button
              small
              onClick={() => (shown === null ? see(1) : setStep(null))}
              aria-expanded={shown !== null}
            >
              {shown === null ? t.watch : t.hide}
            </Button>
          )}
          {answer.source !== exercise.snippet && (
            <Button look="link" onClick={() => onChange({ kind: 'program', source: exercise.snippet })}>
              {t.reset}
            </Button>
          )}
        </div>
        {refused && (
          <div tabIndex={-1} data-refused="">
            <Notice tone="error" title={refused} />
          </div>
        )}
        {result?.type === 'hung' && <Notice tone="error" title={t.hung} />}
        {result?.type === 'broken' && <Notice tone="error" title={t.broken} />}
        {!checking && ran && <EndingNotice film={ran.film} />}
      </div>
      {film && shown !== null && (
        <section ref={stage} className={styles.stage} tabIndex={-1} aria-label={words.player.memory}>
          <ProgramPlayer film={film} n={shown} onStep={setStep} />
        </section>
      )}
    </div>
  );
}
