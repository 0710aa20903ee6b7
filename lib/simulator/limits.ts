/** How much a run may use. Counts, never time: the server and the browser agree on every result. */
import type { Limits } from './trace/trace';

/** For the programs of students. */
export const DEFAULT_LIMITS: Limits = {
  steps: 10_000,
  instructions: 1_000_000,
  bytes: 64 * 1024 * 1024,
  output: 64 * 1024,
  digits: 100_000,
  depth: 1000,
  source: 64 * 1024,
};

/** Levels of recursion that `sys.setrecursionlimit` can allow. */
export const MOST_FRAMES = 20_000;

/** Host calls that may nest: `__del__` within `__eq__` within `sort` … */
export const HOST_DEPTH = 200;
