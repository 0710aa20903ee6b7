'use client';

import dynamic from 'next/dynamic';
import { useCallback, useEffect, useRef, useState } from 'react';
import { words } from '../../_words';
import { useStepInUrl } from '../lesson/use-step-in-url';
import { Player } from '../player/player';
import type { Film } from '../stage/film/film';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Panel } from '../ui/panel';
import { EndingNotice } from './ending-notice';
import { firstShown } from './first-shown';
import styles from './playground.module.css';
import { Runner, type RunResult } from './runner';

const Editor = dynamic(() => import('./editor'), {
  ssr: false,
  loading: () => <div className={styles.waiting} />,
});

type State =
  | { readonly type: 'idle' }
  | { readonly type: 'running' }
  | (RunResult & { readonly source: string });

/** Edit a program, run it in the browser, step through it. */
export function Playground({ program: original }: { program: string }) {
  const [program, setProgram] = useState(original);
  const [state, setState] = useState<State>({ type: 'idle' });
  const [film, setFilm] = useState<Film | null>(null);
  const runner = useRef<Runner | null>(null);
  /** The program of the last run: run again, it stays at its step. */
  const shown = useRef<string | null>(null);
  const [n, go] = useStepInUrl(film ? film.scenes.length - 1 : Number.MAX_SAFE_INTEGER);
  const t = words.lesson;

  const run = useCallback(
    async (source: string) => {
      runner.current ??= new Runner();
      setState({ type: 'running' });
      const result = await runner.current.run(source);
      if (result.type === 'replaced') return;
      if (result.type === 'ran') {
        const asked = shown.current === null && new URL(window.location.href).searchParams.has('step');
        if (!asked && shown.current !== source) go(firstShown(result.film));
        shown.current = source;
        setFilm(result.film);
      }
      setState({ ...result, source });
    },
    [go],
  );
  // The first run is the lesson's own program: the stage is there before anything is typed.
  useEffect(() => {
    void run(original);
    return () => runner.current?.end();
  }, [run, original]);

  const ran = state.type === 'ran' ? state : null;
  const edited = 'source' in state && state.source !== program;
  const runNow = useCallback(() => void run(program), [run, program]);
  return (
    <div className={styles.playground}>
      <Panel className={styles.editor}>
        <Editor
          program={program}
          onChange={setProgram}
          onRun={runNow}
          ending={ran && !edited ? ran.film.ending : null}
          line={
            ran && !edited ? (ran.film.scenes[Math.min(n, ran.film.scenes.length - 1)]?.line ?? null) : null
          }
        />
        <div className={styles.bar}>
          <Button look="primary" onClick={runNow} disabled={state.type === 'running'}>
            {state.type === 'running' ? t.running : t.run}
          </Button>
          <span className={styles.keys}>
            <kbd>Ctrl</kbd> <kbd>Enter</kbd>
          </span>
          <p role="status" className={styles.status}>
            {edited
              ? t.edited
              : ran && ran.film.ending.type !== 'syntax'
                ? t.ranSteps(ran.film.scenes.length - 1)
                : state.type === 'idle'
                  ? t.notRun
                  : ''}
          </p>
          {program !== original && (
            <Button look="link" onClick={() => setProgram(original)}>
              {t.reset}
            </Button>
          )}
        </div>
      </Panel>
      {state.type === 'hung' && <Notice tone="error" title={t.hung} />}
      {state.type === 'broken' && <Notice tone="error" title={t.worker} />}
      {ran && <EndingNotice film={ran.film} />}
      {film && film.scenes.length > 1 && <Player film={film} n={n} onStep={go} withCode={false} />}
    </div>
  );
}
