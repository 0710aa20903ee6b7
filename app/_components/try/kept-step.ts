import type { Film } from '../stage/film/film';
import { firstShown } from './first-shown';

/**
 * The step to show after a program has run again: the one that was shown, where the new run has it; the end for
 * who stood at the end; the first step with something to see where nothing was shown before.
 */
export function keptStep(before: Film | null, after: Film, n: number): number {
  const last = after.scenes.length - 1;
  if (before === null) return firstShown(after);
  const end = before.scenes.length - 1;
  return end > 0 && n >= end ? last : Math.min(n, last);
}
