'use client';

import { useEffect, useRef, useState } from 'react';
import { Runner, type RunResult } from '../../../try/runner';
import type { ExerciseOf } from '../../model';

/** Typing rests for this long before the program is run. */
const REST = 400;

export interface Checked {
  /** The last run; null before the first. What has changed since is being checked. */
  readonly result: Exclude<RunResult, { type: 'replaced' }> | null;
  readonly checking: boolean;
}

/**
 * Runs a program in the browser while it is written, in a worker and within the bounds of an answer, and holds its
 * goals against it with the judge that marks it.
 */
export function useChecked(source: string, goals: ExerciseOf<'program'>['goals']): Checked {
  const [checked, setChecked] = useState<Checked>({ result: null, checking: true });
  const runner = useRef<Runner | null>(null);
  useEffect(() => {
    let over = false;
    setChecked((last) => ({ ...last, checking: true }));
    const timer = setTimeout(async () => {
      runner.current ??= new Runner();
      const result = await runner.current.run(
        source,
        goals.map(({ goal }) => goal),
      );
      if (!over && result.type !== 'replaced') setChecked({ result, checking: false });
    }, REST);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [source, goals]);
  useEffect(() => () => runner.current?.end(), []);
  return checked;
}
