import type { ContentProblem } from '@/lib/exercises/loader/problem';

/** A content file that is to be stored. */
export interface Plan {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly hash: string;
}

/** What a load of the content has done so far. */
export interface Counts {
  written: number;
  unchanged: number;
}

/** What the database has for the same id. */
export interface Stored {
  readonly slug: string;
  readonly retiredAt: Date | null;
  readonly current: { readonly hash: string } | null;
}

/** 'revise': the content differs. 'place': only the folder moved, or it is back. */
export function planSync(plan: Plan, stored: Stored | null): 'nothing' | 'place' | 'revise' {
  if (stored === null || stored.current?.hash !== plan.hash) return 'revise';
  return stored.slug === plan.slug && stored.retiredAt === null ? 'nothing' : 'place';
}

export const hasErrors = (problems: readonly ContentProblem[]): boolean =>
  problems.some((problem) => problem.severity === 'error');
