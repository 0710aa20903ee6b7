import type { Film } from '../stage/film/film';

/** What the page asks of the worker, and what comes back. */
export interface Request {
  readonly id: number;
  readonly source: string;
}

export type Answer =
  | { readonly id: number; readonly film: Film }
  /** The simulator itself broke: a fault of ours, never of the program. */
  | { readonly id: number; readonly failure: string };
