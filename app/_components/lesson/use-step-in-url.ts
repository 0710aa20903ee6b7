'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { forgetStep, isWrittenHere, writeStepNow, writeStepSoon } from './step-address';
import { stepOf } from './step-of';

/**
 * The step, kept in the address: a link to a step works, and the modes hand it on. A step is shown at once and written
 * when one rests at it; an address that changes by other means is followed. `start`: the step of an address that says none.
 */
export function useStepInUrl(last: number, start = 0): [number, (step: number) => void] {
  const inAddress = useSearchParams().get('step');
  const [seen, setSeen] = useState(inAddress);
  const [gone, setGone] = useState<number | null>(null);
  if (inAddress !== seen) {
    setSeen(inAddress);
    if (!isWrittenHere(inAddress)) setGone(null);
  }
  useEffect(() => {
    window.addEventListener('pagehide', writeStepNow);
    return () => {
      window.removeEventListener('pagehide', writeStepNow);
      forgetStep();
    };
  }, []);
  const go = useCallback((step: number) => {
    setGone(step);
    writeStepSoon(step);
  }, []);
  return [gone ?? (inAddress === null ? start : stepOf(inAddress, last)), go];
}
