'use client';

import { useEffect, useState } from 'react';
import * as words from '../../../_words';
import { ProgramPlayer } from '../../player/program-player';
import { EndingNotice } from '../../try/ending-notice';
import { Runner, type RunResult } from '../../try/runner';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';

/** A program, run in the browser and opened at a step. */
export default function StageRun({ source, step }: { source: string; step: number }) {
  const [result, setResult] = useState<RunResult | null>(null);
  const [n, setN] = useState(step);
  useEffect(() => {
    const runner = new Runner();
    void runner.run(source).then(setResult);
    return () => runner.end();
  }, [source]);
  if (result === null || result.type === 'replaced') return <Skeleton />;
  if (result.type !== 'ran') return <Notice tone="error" title={words.quiz.stageBroken} />;
  return (
    <>
      <EndingNotice film={result.film} />
      {result.film.scenes.length > 1 && <ProgramPlayer film={result.film} n={n} onStep={setN} />}
    </>
  );
}
