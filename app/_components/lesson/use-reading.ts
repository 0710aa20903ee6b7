'use client';

import { useEffect, useState } from 'react';
import type { ActionResult } from '@/lib/web';
import type { Mode } from '../../_words';

/** Somebody looks at one place for this long, in milliseconds, before it counts as read. */
const REST = 1_500;

/** What a signed-in person has read of a lesson, and the way to remember more. */
export interface Reading {
  readonly courseId: string;
  readonly seen: readonly Mode[];
  readonly quizDone: boolean;
  readonly save: (input: unknown) => Promise<ActionResult<void>>;
}

/**
 * Remembers where one reads, once one rests there. Nothing is said where that fails: the mode is not marked as seen
 * then, and the next place is tried again. Answers the modes that are marked.
 */
export function useReading(
  reading: Reading | null,
  slug: string,
  mode: Mode | undefined,
  step: number | null,
): ReadonlySet<Mode> {
  const [saved, setSaved] = useState<ReadonlySet<Mode>>(() => new Set(reading?.seen));
  const courseId = reading?.courseId;
  const save = reading?.save;
  useEffect(() => {
    if (courseId === undefined || save === undefined || mode === undefined) return;
    const rest = setTimeout(async () => {
      if (!navigator.onLine) return;
      const result = await save({ courseId, slug, mode, step }).catch(() => null);
      if (result?.ok) setSaved((modes) => (modes.has(mode) ? modes : new Set([...modes, mode])));
    }, REST);
    return () => clearTimeout(rest);
  }, [courseId, save, slug, mode, step]);
  return saved;
}
