'use client';

import { useState } from 'react';
import * as words from '../../_words';
import { ProgramPlayer } from '../player/program-player';
import { emptyFilm } from '../stage/film/empty-film';
import { ButtonLink } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import styles from './embedded.module.css';
import { EndingNotice } from './ending-notice';
import type { Place } from './permalink';
import { useFragment } from './use-fragment';
import { useRun } from './use-run';

/** The player alone, for a frame: the program of the address, which cannot be changed here. */
export function Embedded() {
  const place = useFragment();
  if (place === undefined) return null;
  if (place === null) return <EmptyState title={words.play.noProgram} text={words.play.noProgramText} />;
  return <Stepper key={place.program} place={place} />;
}

function Stepper({ place: { program, step } }: { place: Place }) {
  const [wanted, go] = useState(step ?? 0);
  const { state, film } = useRun(program, { n: wanted, go, asked: step !== null });
  const n = Math.min(wanted, (film?.scenes.length ?? 1) - 1);
  return (
    <div className={styles.embedded}>
      <h1 className="sr">{words.play.title}</h1>
      <ProgramPlayer film={film ?? { ...emptyFilm, source: program }} n={n} onStep={go} />
      {state.type === 'ran' && <EndingNotice film={state.film} />}
      <p className={styles.open}>
        <ButtonLink
          look="link"
          href="/playground"
          target="_blank"
          rel="noopener"
          // The fragment is read when it is followed: it names the step that is shown then.
          onClick={(event) => {
            event.currentTarget.href = `/playground${window.location.hash}`;
          }}
        >
          {words.play.open}
        </ButtonLink>
      </p>
    </div>
  );
}
