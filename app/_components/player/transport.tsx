'use client';

import { ChevronLeft, ChevronRight, Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import * as words from '../../_words';
import type { Film, Scene } from '../stage/film/film';
import { IconButton } from '../ui/icon-button';
import { Follow } from './follow';
import { Lifelines } from './lifelines';
import { SliderMarks } from './slider-marks';
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
  follow: {
    readonly object: number | null;
    readonly choose: (object: number | null) => void;
    readonly back: number | null;
    readonly forward: number | null;
  };
}

/** "step 3, B[0] = 10: write": where the slider stands, and what happened there. */
function valueText(scene: Scene | undefined): string {
  const t = words.player;
  if (!scene || scene.n === 0) return t.start;
  const marks = scene.marks.map((mark) => t.marks[mark]).join(', ');
  return marks === '' ? t.column(scene.n, scene.code) : `${t.column(scene.n, scene.code)}: ${marks}`;
}

/** Buttons, slider and lifelines: every way to another step. */
export function Transport({ film, n, onGo, playing, onPlay, speed, onSpeed, follow }: TransportProps) {
  const last = film.scenes.length - 1;
  const t = words.player;
  const goTo = (to: number | null) => (to === null ? null : () => onGo(to));
  const nextSpeed = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1;
  return (
    <section className={styles.transport} aria-label={t.controls} data-print="no" data-steps="">
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
          aria-valuetext={valueText(film.scenes[n])}
          onChange={(event) => onGo(Number(event.target.value))}
        />
        <SliderMarks film={film} />
        <div className={styles.under}>
          <div className={styles.below}>
            <span>{t.position(n, last)}</span>
            <button type="button" className={styles.speed} onClick={() => onSpeed(nextSpeed)}>
              {t.speed} {t.speedOf(speed)}
            </button>
          </div>
          <Follow
            film={film}
            object={follow.object}
            onChoose={follow.choose}
            onEvent={{ back: goTo(follow.back), forward: goTo(follow.forward) }}
          />
        </div>
      </div>
      <div className={styles.lifelines}>
        <Lifelines film={film} n={n} onGo={onGo} />
      </div>
    </section>
  );
}
