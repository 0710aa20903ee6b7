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

/** How a window stands, and where it was last asked to go. In CSS pixels. */
interface Standing {
  top: number;
  height: number;
  asked: number;
}

/**
 * A stage that is taller than a screen, in a window that scrolls what each step touched into sight. Nothing on
 * the stage moves by it.
 */
export function StageWindow({ scene, places, scale, children }: WindowProps) {
  const frame = useRef<HTMLElement>(null);
  // Followed by events: to ask the element at each step would lay the whole page out before it is painted.
  const standing = useRef<Standing | null>(null);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const onScroll = () => {
      if (standing.current) standing.current.top = element.scrollTop;
    };
    const observer = new ResizeObserver(() => {
      if (standing.current) standing.current.height = element.clientHeight;
    });
    element.addEventListener('scroll', onScroll, { passive: true });
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, []);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    standing.current ??= { top: element.scrollTop, height: element.clientHeight, asked: element.scrollTop };
    const { top, height, asked } = standing.current;
    const spans = touchedSpans(scene, places).map((span) => ({
      top: span.top * scale,
      bottom: span.bottom * scale,
    }));
    const to = scene.n === 0 ? 0 : scrollTopFor(spans, top, height);
    if (to === top && to === asked) return;
    standing.current.asked = to;
    element.scrollTop = to;
  }, [scene, places, scale]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must be reachable by keyboard
    <section ref={frame} className={styles.window} tabIndex={0} aria-label={words.stage.region}>
      {children}
    </section>
  );
}
