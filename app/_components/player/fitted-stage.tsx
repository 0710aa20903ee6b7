'use client';

import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react';
import type { Film } from '../stage/film/film';
import { place } from '../stage/layout/place';
import { Stage } from '../stage/stage';
import styles from './fitted-stage.module.css';
import { StageWindow } from './stage-window';

/** Below this width the stage is drawn in one column. */
const NARROW = 560;
/** A stage taller than this gets a window of its own, and leaves room for the window's scroll bar. */
const TALL = 960;
const SCROLL_BAR = 16;

/**
 * The stage in the form and at the scale that fit. The style sheet scales it, so that it fits on paper and before
 * the page starts to work, too. Until the browser has measured its room, both forms are in the page and the style
 * sheet shows one of them, so that nothing jumps.
 */
export function FittedStage({ film, n }: { film: Film; n: number }) {
  const room = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number | null>(null);
  useEffect(() => {
    const element = room.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={room} className={styles.room}>
      {width === null ? (
        <>
          <div className={styles.wide}>
            <Scaled film={film} n={n} form="wide" width={null} />
          </div>
          <div className={styles.narrow}>
            <Scaled film={film} n={n} form="narrow" width={null} />
          </div>
        </>
      ) : (
        <Scaled film={film} n={n} form={width < NARROW ? 'narrow' : 'wide'} width={width} />
      )}
    </div>
  );
}

function Scaled({
  film,
  n,
  form,
  width,
}: {
  film: Film;
  n: number;
  form: 'wide' | 'narrow';
  width: number | null;
}) {
  const places = useMemo(() => place(film.cast, form), [film.cast, form]);
  const tall = places.height > TALL;
  const bar = tall ? SCROLL_BAR : 0;
  const picture = (
    <div
      className={styles.frame}
      style={
        {
          '--width': `${places.width}px`,
          '--height': `${places.height}px`,
          '--bar': `${bar}px`,
        } as CSSProperties
      }
    >
      <div className={styles.scaled}>
        <Stage film={film} n={n} form={form} />
      </div>
    </div>
  );
  const scene = film.scenes[n];
  if (!tall || !scene) return picture;
  const scale = width === null ? 1 : Math.min(1, (width - bar) / places.width);
  return (
    <StageWindow scene={scene} places={places} scale={scale}>
      {picture}
    </StageWindow>
  );
}
