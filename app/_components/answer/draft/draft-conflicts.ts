import type { Answer } from '@/lib/exercises/browser';

/** Another tab has saved a draft of the same question. */
export interface DraftConflict {
  readonly position: number;
  readonly answer: Answer;
}

/** Conflicts wait for their turn; a later one about the same question takes the place of the earlier. */
export function queued(waiting: readonly DraftConflict[], conflict: DraftConflict): DraftConflict[] {
  return waiting.some((one) => one.position === conflict.position)
    ? waiting.map((one) => (one.position === conflict.position ? conflict : one))
    : [...waiting, conflict];
}
