/** Columns shown at once. */
export const COLUMNS = 12;
/** A run that is longer is turned over by so many columns, and so many stay before and after the step. */
const TURN = 6;
const AROUND = 3;

export interface Window {
  readonly from: number;
  readonly to: number;
}

/**
 * The steps whose columns are shown at step `n` of a run that ends at `last`. Most steps leave them where they are:
 * a column that moves under the eye at every step cannot be followed.
 */
export function windowAround(n: number, last: number): Window {
  const turned = Math.floor(Math.max(0, n - AROUND) / TURN) * TURN;
  const from = Math.max(0, Math.min(turned, last - COLUMNS + 1));
  return { from, to: Math.min(last, from + COLUMNS - 1) };
}
