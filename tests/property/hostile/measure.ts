/** How long a program may take, measured so that a busy machine does not decide. */
import { expect } from 'vitest';
import { type Limits, simulate } from '@/lib/simulator';

/** Milliseconds of the processor that a program may take on a quiet machine. */
export const MOST = 250;

/** What the run of the calibration takes on a quiet machine, in milliseconds. */
const QUIET = 60;

/** A run to the limit on instructions that does nothing else: what the machine is able to at this moment. */
const CALIBRATION = '[[i] for i in range(10**6)]\n';

/** Milliseconds of the processor that this takes. */
export function cpuTime(run: () => void): number {
  const start = process.cpuUsage().user;
  run();
  return (process.cpuUsage().user - start) / 1000;
}

/** By how much this machine is slower now than a quiet one; at least 1. */
export function slowness(): number {
  return Math.max(1, Math.min(...[0, 1, 2].map(() => cpuTime(() => simulate(CALIBRATION)))) / QUIET);
}

/** Run a program; it may only end as runs end. Throws what the host throws. */
export function endsAsRunsEnd(source: string, limits: Partial<Limits> = {}): void {
  const { ending } = simulate(source, { limits });
  expect(['finished', 'raised', 'syntax', 'unsupported', 'limit']).toContain(ending.type);
}
