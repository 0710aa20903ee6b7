'use client';

import * as words from '../../_words';
import type { Film, Scene } from '../stage/film/film';
import { Panel } from '../ui/panel';
import { CodeView } from './code-view';
import { Player } from './player';
import styles from './program-player.module.css';

interface ProgramPlayerProps {
  film: Film;
  n: number;
  onStep: (n: number) => void;
}

/** A run, step by step, with its program beside it, to be read. */
export function ProgramPlayer({ film, n, onStep }: ProgramPlayerProps) {
  const scene = film.scenes[Math.max(0, Math.min(n, film.scenes.length - 1))];
  const side = scene && (
    <>
      <Panel className={styles.code}>
        <CodeView film={film} scene={scene} />
      </Panel>
      <NextPane film={film} scene={scene} />
    </>
  );
  return <Player film={film} n={n} onStep={onStep} side={side} />;
}

function NextPane({ film, scene }: { film: Film; scene: Scene }) {
  const t = words.player;
  const upcoming = film.scenes[scene.n + 1];
  const allFreed = scene.objects.length > 0 && scene.objects.every((object) => object.status === 'freed');
  return (
    <Panel className={styles.next} data-print="no">
      <h2>{upcoming ? t.next : t.ended}</h2>
      {upcoming ? (
        <p>
          {t.nextLine(scene.next ?? 0)} <code>{upcoming.code}</code>.
        </p>
      ) : (
        <p>{allFreed ? t.allFreed : t.endedText}</p>
      )}
    </Panel>
  );
}
