'use client';

import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import * as words from '../../_words';
import { useStepInUrl } from '../lesson/use-step-in-url';
import type { Film } from '../stage/film/film';
import { Button } from '../ui/button';
import { firstShown } from './first-shown';
import { useRun } from './use-run';
import { Workbench } from './workbench';

/** The mode Try it: the lesson's program, to be changed. */
export function TryIt({ program: original, film }: { program: string; film: Film }) {
  const [program, setProgram] = useState(original);
  const asked = useSearchParams().has('step');
  const [wanted, go] = useStepInUrl(Number.MAX_SAFE_INTEGER, firstShown(film));
  const running = useRun(program, { n: wanted, go, asked }, film);
  const last = (running.film?.scenes.length ?? 1) - 1;
  return (
    <Workbench
      program={program}
      onChange={setProgram}
      running={running}
      n={Math.min(wanted, last)}
      onStep={go}
      beside={
        program !== original && (
          <Button look="link" onClick={() => setProgram(original)}>
            {words.workbench.reset}
          </Button>
        )
      }
    />
  );
}
