'use client';

import { ChevronLeft, ChevronRight, Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import { words } from '../../_words';
import type { Film } from '../stage/film/film';
import { IconButton } from '../ui/icon-button';
import { Lifelines } from './lifelines';
import styles from './transport.module.css';

export const SPEEDS: readonly number[] = [0.5, 1, 2, 4];

interface TransportProps {
  film: Film;
  n: number;
  onGo: (n: number) => void;
  playing: boolean;
  onPlay: () => void;
  speed: number;
  onSpeed: (speed: number) => void;
}

/** Buttons, slider and lifelines: every way to another step. */
export function Transport({ film, n, onGo, playing, onPlay, speed, onSpeed }: TransportProps) {
  const last = film.scenes.length - 1;
  const t = words.player;
  const nextSpeed = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1;
  return (
    <section className={styles.transport} aria-label={t.controls} data-print="no">
      <div className={styles.controls}>
        <div className={styles.buttons}>
          <IconButton label={t.first} onClick={() => onGo(0)} aria-disabled={n === 0}>
            <SkipBack size={19} strokeWidth={1.75} aria-hidden="true" />
          </IconButton>
          <IconButton label={t.back} onClick={() => onGo(n - 1)} aria-disabled={n === 0}>
            <ChevronLeft size={20} strokeWidth={1.75} aria-hidden="true" />
          </IconButton>
          <button
            type="button"
            className={styles.play}
            aria-label={playing ? t.pause : t.play}
            onClick={onPlay}
          >
            {playing ? (
              <Pause size={17} fill="currentColor" aria-hidden="true" />
            ) : (
              <Play size={17} fill="currentColor" className={styles.triangle} aria-hidden="true" />
            )}
          </button>
          <IconButton label={t.forward} onClick={() => onGo(n + 1)} aria-disabled={n === last}>
            <ChevronRight size={20} strokeWidth={1.75} aria-hidden="true" />
          </IconButton>
          <IconButton label={t.last} onClick={() => onGo(last)} aria-disabled={n === last}>
            <SkipForward size={19} strokeWidth={1.75} aria-hidden="true" />
          </IconButton>
        </div>
        <input
          type="range"
          className={styles.slider}
          min={0}
          max={last}
          step={1}
          value={n}
          aria-label={t.slider}
          aria-valuetext={t.column(n, film.scenes[n]?.code ?? '')}
          onChange={(event) => onGo(Number(event.target.value))}
        />
        <div className={styles.below}>
          <span>{t.position(n, last)}</span>
          <button type="button" className={styles.speed} onClick={() => onSpeed(nextSpeed)}>
            {t.speed} {t.speedOf(speed)}
          </button>
        </div>
      </div>
      <div className={styles.lifelines}>
        <Lifelines film={film} n={n} onGo={onGo} />
      </div>
    </section>
  );
}
