'use client';

import { useMemo, useState } from 'react';
import { eventsOf } from '../stage/film/events';
import type { Film } from '../stage/film/film';

/** The object that the reader follows, and the steps before and after this one that do something to it. */
export function useFollow(film: Film, n: number) {
  const [object, choose] = useState<number | null>(null);
  const known = film.cast.objects.some((role) => role.id === object) ? object : null;
  const events = useMemo(() => eventsOf(film, known), [film, known]);
  const back = events.findLast((at) => at < n) ?? null;
  const forward = events.find((at) => at > n) ?? null;
  return { object: known, choose, back, forward };
}
