import type { Examined } from '@/lib/exercises/goals/examined';
import type { Goal } from '@/lib/exercises/goals/schema';
import type { Film } from '../stage/film/film';

/** What the page asks of the worker, and what comes back. */
export interface Request {
  readonly id: number;
  readonly source: string;
  /** What the program must bring about, where it is an answer; it then runs within the bounds of one. */
  readonly goals: readonly Goal[] | null;
}

export type Answer =
  | { readonly id: number; readonly film: Film; readonly examined: Examined | null }
  /** The simulator itself broke: a fault of ours, never of the program. */
  | { readonly id: number; readonly failure: string };
