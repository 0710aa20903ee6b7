'use client';

import { useEffect, useRef, useState } from 'react';
import { fragmentOf, type Place, placeOf } from './permalink';

/** Milliseconds after the last change until the address says it. */
const PAUSE = 300;

/**
 * The place that the address of the page names, read once and whenever its fragment changes by hand. `undefined`
 * until it is read, null where it names none.
 */
export function useFragment(): Place | null | undefined {
  const [place, setPlace] = useState<Place | null | undefined>(undefined);
  useEffect(() => {
    let current = true;
    const read = () =>
      void placeOf(window.location.hash).then((found) => {
        if (current) setPlace(found);
      });
    read();
    window.addEventListener('hashchange', read);
    return () => {
      current = false;
      window.removeEventListener('hashchange', read);
    };
  }, []);
  return place;
}

/** Keeps program and step in the fragment, so that the address is the permalink and a reload loses nothing. */
export function useFragmentKept(place: Place | null): void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const program = place?.program;
  const step = place?.step ?? null;
  useEffect(() => {
    if (program === undefined) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      void fragmentOf({ program, step }).then((fragment) =>
        // Replacing keeps the back button for pages, and tells no listener of changes made here.
        window.history.replaceState(null, '', fragment),
      );
    }, PAUSE);
    return () => clearTimeout(timer.current);
  }, [program, step]);
}
