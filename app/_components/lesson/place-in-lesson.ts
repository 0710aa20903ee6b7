import type { Mode } from '../../_words';

/** The address of a mode of a lesson, at a step. */
export function placeInLesson(slug: string, { mode, step }: { mode: Mode; step: number | null }): string {
  return `/lessons/${slug}/${mode}${step === null ? '' : `?step=${step}`}`;
}
