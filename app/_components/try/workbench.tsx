'use client';

import { lazy, type ReactNode, Suspense } from 'react';
import * as words from '../../_words';
import { Player } from '../player/player';
import { emptyFilm } from '../stage/film/empty-film';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Panel } from '../ui/panel';
import { CodeEditor } from './code-editor';
import { useWrong } from './editor-props';
import type { RunState, useRun } from './use-run';
import styles from './workbench.module.css';

// Fetched when a run ends otherwise than at its end.
const EndingNotice = lazy(() => import('./ending-notice').then((m) => ({ default: m.EndingNotice })));

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
  const wrong = useWrong(ran?.film.ending);
  const scene = ran?.film.scenes[Math.min(n, ran.film.scenes.length - 1)];
  const editor = (
    <>
      {above}
      <Panel className={styles.editor}>
        <div style={{ minHeight: heightOf(program) }}>
          <CodeEditor
            program={program}
            onChange={onChange}
            onRun={runNow}
            wrong={wrong}
            line={scene?.line ?? null}
          />
        </div>
        <div className={styles.bar}>
          <Button look="primary" onClick={runNow} busy={state.type === 'running'}>
            {words.workbench.run}
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
      {state.type === 'hung' && <Notice tone="error" title={words.workbench.hung} />}
      {state.type === 'broken' && <Notice tone="error" title={words.workbench.worker} />}
      {ran && ran.film.ending.type !== 'finished' && (
        <Suspense fallback={null}>
          <EndingNotice film={ran.film} />
        </Suspense>
      )}
    </>
  );
  return <Player film={film ?? emptyFilm} n={n} onStep={onStep} side={editor} edited />;
}

/** Pixels that the editor will take, so that nothing moves when it is there. */
const heightOf = (program: string): number =>
  Math.max(180, Math.min(program.split('\n').length, 14) * 26 + 24);

function statusOf(state: RunState, program: string): string {
  const t = words.workbench;
  if (state.type === 'running') return t.running;
  if (state.type === 'idle') return t.notRun;
  if (state.source !== program) return t.edited;
  if (state.type !== 'ran' || state.film.ending.type === 'syntax') return '';
  return t.ranSteps(state.film.scenes.length - 1);
}
