'use client';

import { useCallback, useEffect, useState } from 'react';

/** Milliseconds a step stays, at speed 1. */
const STEP_TIME = 1400;

/** Plays a run: a step after another until the last one. Starting at the end starts again. */
export function usePlaying(n: number, last: number, go: (n: number) => void, speed: number) {
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      if (n < last) go(n + 1);
      if (n + 1 >= last) setPlaying(false);
    }, STEP_TIME / speed);
    return () => clearTimeout(timer);
  }, [playing, n, last, go, speed]);
  const toggle = () => {
    if (!playing && n >= last) go(0);
    setPlaying(!playing && last > 0);
  };
  const stop = useCallback(() => setPlaying(false), []);
  return { playing, toggle, stop };
}
