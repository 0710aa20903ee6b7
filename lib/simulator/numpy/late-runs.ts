/** Large arrays of numbers, read and converted as a whole: code of the part that computes (typed-runs.ts, store-runs.ts). */
import { Late } from '../parts/part';
import type { NdArray } from './ndarray';
import type { loadRun } from './typed-runs';

interface WholeRuns {
  readonly loadRun: typeof loadRun;
  /** Numbers of a large array as another type; false where that is not possible as a whole. */
  readonly castRun: (dest: NdArray, from: NdArray) => boolean;
}

export const wholeRuns = new Late<WholeRuns>('numpy computing');
