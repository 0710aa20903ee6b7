'use client';

import { useEffect, useEffectEvent } from 'react';

export interface StepKeys {
  readonly go: (to: 'first' | 'back' | 'forward' | 'last') => void;
  /** To the event before or after this step of the object that is followed. */
  readonly goToEvent: (way: 'back' | 'forward') => void;
  readonly togglePlay: () => void;
  readonly toggleTable: () => void;
  readonly openWhy: () => void;
}

const MOVES: Readonly<Record<string, 'first' | 'back' | 'forward' | 'last'>> = {
  ArrowLeft: 'back',
  ArrowRight: 'forward',
  Home: 'first',
  End: 'last',
};
const EVENTS: Readonly<Record<string, 'back' | 'forward'>> = { '[': 'back', ']': 'forward' };

/** Whether a key belongs to the element that has the focus: a field, an editor, a button that Space presses. */
export function belongsToTarget(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (!target) return false;
  // Brackets choose nothing in a list of objects.
  if (event.key in EVENTS && target.matches('select')) return false;
  if (
    target.isContentEditable ||
    target.closest('input:not([type=range]), textarea, select, [role=grid], dialog:not([data-player])')
  )
    return true;
  if (event.key === ' ') return target.closest('button, a, summary, input') !== null;
  return target.matches('input[type=range]');
}

/**
 * ← → Home End [ ] Space T W anywhere on the page, except where they mean something else. Of two keys in quick
 * succession, the second starts from the step that the first has led to.
 */
export function useStepKeys(keys: StepKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || belongsToTarget(event)) return;
    const move = MOVES[event.key];
    const way = EVENTS[event.key];
    if (move) keys.go(move);
    else if (way) keys.goToEvent(way);
    else if (event.key === ' ') keys.togglePlay();
    else if (event.key === 't' || event.key === 'T') keys.toggleTable();
    else if (event.key === 'w' || event.key === 'W') keys.openWhy();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
