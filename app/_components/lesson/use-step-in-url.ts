'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

/** The step of an address; anything that is no step of the run is the start or the end. */
export function stepOf(text: string | null, last: number): number {
  const step = text !== null && /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return Math.min(step, last);
}

/** The step, kept in the address: a link to a step works, and the modes hand it on. */
export function useStepInUrl(last: number): [number, (step: number) => void] {
  const params = useSearchParams();
  const go = useCallback((step: number) => {
    const url = new URL(window.location.href);
    url.searchParams.set('step', String(step));
    // Replacing keeps the back button for pages, not for every step of a run.
    window.history.replaceState(null, '', url);
  }, []);
  return [stepOf(params.get('step'), last), go];
}
