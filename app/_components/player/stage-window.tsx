'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import * as words from '../../_words';
import type { Scene } from '../stage/film/film';
import type { Places } from '../stage/layout/geometry';
import { scrollTopFor, touchedSpans } from '../stage/layout/sight';
import styles from './stage-window.module.css';

interface WindowProps {
  scene: Scene;
  places: Places;
  /** Scale at which the stage is drawn. */
  scale: number;
  children: ReactNode;
}

/**
 * A stage that is taller than a screen, in a window that scrolls what each step touched into sight. Nothing on
 * the stage moves by it.
 */
export function StageWindow({ scene, places, scale, children }: WindowProps) {
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const spans = touchedSpans(scene, places).map(({ top, bottom }) => ({
      top: top * scale,
      bottom: bottom * scale,
    }));
    element.scrollTop = scene.n === 0 ? 0 : scrollTopFor(spans, element.scrollTop, element.clientHeight);
  }, [scene, places, scale]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must be reachable by keyboard
    <section ref={frame} className={styles.window} tabIndex={0} aria-label={words.stage.region}>
      {children}
    </section>
  );
}
