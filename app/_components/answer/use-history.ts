'use client';

import { useCallback, useRef, useState } from 'react';

export interface History<T> {
  /** Changes with the same `key`, one after the other, are undone as one. */
  readonly change: (next: T, key?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** States beyond which the oldest are forgotten. */
const KEPT = 200;

/** Undo and redo over a value that is held elsewhere. */
export function useHistory<T>(value: T, onChange: (value: T) => void): History<T> {
  const past = useRef<T[]>([]);
  const future = useRef<T[]>([]);
  const lastKey = useRef<string | null>(null);
  const now = useRef(value);
  now.current = value;
  const [depth, setDepth] = useState({ past: 0, future: 0 });
  const settle = useCallback(
    (next: T) => {
      now.current = next;
      setDepth({ past: past.current.length, future: future.current.length });
      onChange(next);
    },
    [onChange],
  );
  const change = useCallback(
    (next: T, key?: string) => {
      if (key === undefined || key !== lastKey.current)
        past.current = [...past.current, now.current].slice(-KEPT);
      lastKey.current = key ?? null;
      future.current = [];
      settle(next);
    },
    [settle],
  );
  const step = useCallback(
    (from: typeof past, to: typeof past) => {
      const next = from.current.pop();
      if (next === undefined) return;
      to.current.push(now.current);
      lastKey.current = null;
      settle(next);
    },
    [settle],
  );
  return {
    change,
    undo: useCallback(() => step(past, future), [step]),
    redo: useCallback(() => step(future, past), [step]),
    canUndo: depth.past > 0,
    canRedo: depth.future > 0,
  };
}
