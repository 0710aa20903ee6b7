'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Film } from '../stage/film/film';
import { keptStep } from './kept-step';
import type { Runner, RunResult } from './runner';

/** Milliseconds without a key after which the program runs. */
const PAUSE = 500;

export type RunState =
  | { readonly type: 'idle' }
  | { readonly type: 'running' }
  | (Exclude<RunResult, { type: 'replaced' }> & { readonly source: string });

interface Steps {
  readonly n: number;
  readonly go: (n: number) => void;
  /** A step that an address asks for: the first run shows it. */
  readonly asked: boolean;
}

/**
 * Runs a program in a worker: at once, as it is typed, and when asked. The film of the last program that was Python
 * stays until another takes its place, and the step is kept where the new run has it. With a first film, which is of
 * the program as it stands, nothing runs until the program changes.
 */
export function useRun(program: string, { n, go, asked }: Steps, first: Film | null = null) {
  const [state, setState] = useState<RunState>(
    first ? { type: 'ran', film: first, examined: null, source: program } : { type: 'idle' },
  );
  const [film, setFilm] = useState<Film | null>(first);
  const runner = useRef<Runner | null>(null);
  const wanted = useRef<string | null>(first ? program : null);
  const latest = useRef({ n, go, asked, film });
  useEffect(() => {
    latest.current = { n, go, asked, film };
  });
  const run = useCallback(async (source: string) => {
    wanted.current = source;
    setState({ type: 'running' });
    // Fetched when the first program is run here; null where that fails.
    const runners = await import('./runner').catch(() => null);
    if (wanted.current !== source) return;
    if (runners === null) {
      setState({ type: 'broken', source });
      return;
    }
    runner.current ??= new runners.Runner();
    const result = await runner.current.run(source);
    if (result.type === 'replaced') return;
    if (result.type === 'ran' && result.film.ending.type !== 'syntax') {
      const { film: before, n: step, go: goTo, asked: byAddress } = latest.current;
      if (before !== null || !byAddress) goTo(keptStep(before, result.film, step));
      setFilm(result.film);
    }
    setState({ ...result, source });
  }, []);
  useEffect(() => {
    if (wanted.current === program) return;
    const timer = setTimeout(
      () => {
        // Who has pressed Run meanwhile must not wait for a second worker.
        if (wanted.current !== program) void run(program);
      },
      wanted.current === null ? 0 : PAUSE,
    );
    return () => clearTimeout(timer);
  }, [program, run]);
  useEffect(() => {
    const ended = runner;
    return () => {
      ended.current?.end();
      // What is started again must run again.
      wanted.current = null;
    };
  }, []);
  const runNow = useCallback(() => void run(program), [run, program]);
  return { state, film, runNow };
}
