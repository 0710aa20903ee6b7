/**
 * Bounds for a program that is somebody's answer. Each step is looked at by each goal, so that they are narrower
 * than those of a program that is only shown. An exercise whose solution needs more is refused by its checks.
 */
export const studentLimits = {
  steps: 500,
  instructions: 200_000,
  bytes: 8 << 20,
  output: 8 << 10,
  digits: 10_000,
} as const;
