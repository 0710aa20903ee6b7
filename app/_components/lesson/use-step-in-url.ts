'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';
import { stepOf } from './step-of';

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
