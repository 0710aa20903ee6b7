'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import * as words from '../../_words';
import { Player } from '../player/player';
import { emptyFilm } from '../stage/film/empty-film';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Panel } from '../ui/panel';
import { EndingNotice } from './ending-notice';
import type { RunState, useRun } from './use-run';
import styles from './workbench.module.css';

const Editor = dynamic(() => import('./editor'), {
  ssr: false,
  loading: () => <div className={styles.waiting} />,
});

interface WorkbenchProps {
  program: string;
  onChange: (program: string) => void;
  running: ReturnType<typeof useRun>;
  n: number;
  onStep: (n: number) => void;
  /** What stands above the editor, and beside its Run button. */
  above?: ReactNode;
  beside?: ReactNode;
}

/** A program that is edited beside its run. */
export function Workbench({ program, onChange, running, n, onStep, above, beside }: WorkbenchProps) {
  const { state, film, runNow } = running;
  const ran = state.type === 'ran' && state.source === program ? state : null;
  const scene = ran?.film.scenes[Math.min(n, ran.film.scenes.length - 1)];
  const editor = (
    <>
      {above}
      <Panel className={styles.editor}>
        <div style={{ minHeight: heightOf(program) }}>
          <Editor
            program={program}
            onChange={onChange}
            onRun={runNow}
            ending={ran?.film.ending ?? null}
            line={scene?.line ?? null}
          />
        </div>
        <div className={styles.bar}>
          <Button look="primary" onClick={runNow} busy={state.type === 'running'}>
            {words.lesson.run}
          </Button>
          <span className={styles.keys}>
            <kbd>Ctrl</kbd> <kbd>Enter</kbd>
          </span>
          <p role="status" className={styles.status}>
            {statusOf(state, program)}
          </p>
          {beside}
        </div>
      </Panel>
      {state.type === 'hung' && <Notice tone="error" title={words.lesson.hung} />}
      {state.type === 'broken' && <Notice tone="error" title={words.lesson.worker} />}
      {ran && <EndingNotice film={ran.film} />}
    </>
  );
  return <Player film={film ?? emptyFilm} n={n} onStep={onStep} side={editor} />;
}

/** Pixels that the editor will take, so that nothing moves when it is there. */
const heightOf = (program: string): number =>
  Math.max(180, Math.min(program.split('\n').length, 14) * 26 + 24);

function statusOf(state: RunState, program: string): string {
  const t = words.lesson;
  if (state.type === 'running') return t.running;
  if (state.type === 'idle') return t.notRun;
  if (state.source !== program) return t.edited;
  if (state.type !== 'ran' || state.film.ending.type === 'syntax') return '';
  return t.ranSteps(state.film.scenes.length - 1);
}
