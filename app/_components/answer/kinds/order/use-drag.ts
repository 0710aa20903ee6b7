'use client';

import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import type { Place } from './move-line';

/** A pointer that moves less than this presses; one that moves more drags. */
const SLACK = 5;

/**
 * Drags lines with mouse, pen or finger, within and between the two lists of `root` (`data-drop`). Answers the line
 * that is dragged, the place it would go to, and what a handle's `pointerdown` starts.
 */
export function useDrag(root: RefObject<HTMLElement | null>, onDrop: (id: string, to: Place) => void) {
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<Place | null>(null);
  const goal = useRef<Place | null>(null);
  const start = (id: string) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || !root.current) return;
    const { clientX, clientY, pointerId, currentTarget: handle } = event;
    const element = root.current;
    let dragging = false;
    const move = (at: globalThis.PointerEvent) => {
      if (at.pointerId !== pointerId) return;
      if (!dragging && Math.hypot(at.clientX - clientX, at.clientY - clientY) < SLACK) return;
      if (!dragging) handle.setPointerCapture(pointerId);
      dragging = true;
      goal.current = placeAt(element, at.clientX, at.clientY);
      setDragged(id);
      setOver(goal.current);
    };
    const end = (at: globalThis.PointerEvent) => {
      if (at.pointerId !== pointerId) return;
      stop();
      if (dragging && at.type === 'pointerup' && goal.current !== null) onDrop(id, goal.current);
    };
    const onKey = (key: KeyboardEvent) => key.key === 'Escape' && stop();
    const stop = () => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('pointerup', end);
      handle.removeEventListener('pointercancel', end);
      document.removeEventListener('keydown', onKey);
      setDragged(null);
      setOver(null);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', end);
    handle.addEventListener('pointercancel', end);
    document.addEventListener('keydown', onKey);
  };
  return { dragged, over, start };
}

/** The place under a point: before the first line of the program whose middle lies below it. */
function placeAt(root: HTMLElement, x: number, y: number): Place | null {
  for (const list of root.querySelectorAll<HTMLElement>('[data-drop]')) {
    const box = list.getBoundingClientRect();
    if (x < box.left || x > box.right || y < box.top - 20 || y > box.bottom + 20) continue;
    if (list.dataset.drop === 'pool') return 'pool';
    const lines = [...list.querySelectorAll<HTMLElement>('[data-line]')];
    const before = lines.findIndex((line) => {
      const { top, height } = line.getBoundingClientRect();
      return y < top + height / 2;
    });
    return before < 0 ? lines.length : before;
  }
  return null;
}
