'use client';

import { useEffect, useState } from 'react';
import * as words from '../../_words';
import type { Example } from './examples';
import { Examples } from './examples';
import { ShareMenu } from './share-menu';
import { useFragment, useFragmentKept } from './use-fragment';
import { useRun } from './use-run';
import { Workbench } from './workbench';

/** Any program, run as it is typed. Program and step stand in the fragment of the address. */
export function Playground({ examples }: { examples: readonly Example[] }) {
  const linked = useFragment();
  if (linked === undefined) return null;
  return (
    <Bench
      // A link that is opened by hand is another program.
      key={linked?.program ?? ''}
      examples={examples}
      program={linked?.program ?? examples[0]?.source ?? ''}
      step={linked?.step ?? null}
    />
  );
}

function Bench({
  examples,
  program: first,
  step,
}: {
  examples: readonly Example[];
  program: string;
  step: number | null;
}) {
  const [program, setProgram] = useState(first);
  const [wanted, go] = useState(step ?? 0);
  const running = useRun(program, { n: wanted, go, asked: step !== null });
  const n = Math.min(wanted, (running.film?.scenes.length ?? 1) - 1);
  useFragmentKept(running.film === null ? null : { program, step: n });
  useEffect(() => {
    if (running.film !== null && wanted > n) go(n);
  }, [running.film, wanted, n]);
  return (
    <Workbench
      program={program}
      onChange={setProgram}
      running={running}
      n={n}
      onStep={go}
      above={<Examples examples={examples} program={program} onChoose={setProgram} />}
      beside={<ShareMenu program={program} n={n} label={words.play.share} />}
    />
  );
}
