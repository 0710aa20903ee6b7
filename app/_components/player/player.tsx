'use client';

import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import * as words from '../../_words';
import { emptyFilm } from '../stage/film/empty-film';
import type { Film, Scene } from '../stage/film/film';
import { Button } from '../ui/button';
import { Panel } from '../ui/panel';
import { FittedStage } from './fitted-stage';
import { Legend } from './legend';
import { Narration } from './narration';
import styles from './player.module.css';
import { StateTable } from './state-table';
import { Transport } from './transport';
import { useFollow } from './use-follow';
import { usePlaying } from './use-playing';
import { useStepKeys } from './use-step-keys';

interface PlayerProps {
  film: Film;
  n: number;
  onStep: (n: number) => void;
  /** What stands beside the stage: the program, or an editor. */
  side: ReactNode;
  /** Whether the program is edited there. */
  edited?: boolean;
}

/** A run, step by step: program, narration, memory, and the ways to move. */
export function Player({ film, n: wanted, onStep, side, edited = false }: PlayerProps) {
  const last = film.scenes.length - 1;
  const n = Math.max(0, Math.min(wanted, last));
  const stage = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const [speed, setSpeed] = useState(1);
  const go = useCallback((to: number) => onStep(Math.max(0, Math.min(to, last))), [onStep, last]);
  const { playing, toggle, stop } = usePlaying(n, last, go, speed);
  const goByHand = useCallback(
    (to: number) => {
      stop();
      go(to);
    },
    [stop, go],
  );
  const follow = useFollow(film, n);
  useStepKeys({
    go: (to) => goByHand({ first: 0, back: n - 1, forward: n + 1, last }[to]),
    goToEvent: (way) => {
      const to = follow[way];
      if (to !== null) goByHand(to);
    },
    togglePlay: toggle,
    toggleTable: () => setAsTable((shown) => !shown),
    openWhy: () => {
      const badges = stage.current?.querySelectorAll<HTMLButtonElement>('button[data-count]');
      const touched = [...(badges ?? [])].find((badge) => badge.dataset.touched === 'true') ?? badges?.[0];
      touched?.focus();
      touched?.click();
    },
  });
  const hasWeak = useMemo(() => film.cast.links.some((link) => link.weak), [film]);
  const scene = film.scenes[n];
  if (!scene) return null;
  // Beside an editor, nothing stands here until a program has run: what is not seen cannot shift.
  const look = !edited ? '' : film === emptyFilm ? `${styles.beside} ${styles.waiting}` : styles.beside;
  return (
    <div className={look}>
      <div className={edited ? `${styles.watch} ${styles.edited}` : styles.watch}>
        <div className={styles.side}>
          {side}
          <Output film={film} scene={scene} />
        </div>
        <Panel className={styles.stage} aria-label={words.player.memory}>
          <Narration scene={scene} />
          <div className={styles.tools} data-print="no">
            <Button look="link" onClick={() => setAsTable((shown) => !shown)} aria-pressed={asTable}>
              {asTable ? words.player.stageAgain : words.player.table}
            </Button>
          </div>
          {asTable ? (
            <StateTable film={film} scene={scene} />
          ) : (
            <div className={styles.picture} ref={stage}>
              <FittedStage film={film} n={n} />
              <StateTable film={film} scene={scene} hidden />
            </div>
          )}
          <Legend weak={hasWeak} />
        </Panel>
      </div>
      <Transport
        film={film}
        n={n}
        onGo={goByHand}
        playing={playing}
        onPlay={toggle}
        speed={speed}
        onSpeed={setSpeed}
        follow={follow}
      />
    </div>
  );
}

function Output({ film, scene }: { film: Film; scene: Scene }) {
  const prints = film.scenes.at(-1)?.output !== '';
  return (
    <Panel className={styles.output}>
      <h2>{words.player.output}</h2>
      {scene.output === '' ? (
        <p>{prints ? words.player.noOutputYet : words.player.noOutput}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long output scrolls, and must be reachable by keyboard
        <pre tabIndex={0}>{scene.output}</pre>
      )}
    </Panel>
  );
}
