/** How cost grows: long runs over many live objects, and large arrays. */
import type { Limits, simulate } from '@/lib/simulator';

const WIDE: Partial<Limits> = { steps: 20_000, instructions: 10_000_000, bytes: 1 << 30 };

/** A program of about `steps` steps while 200 lists are alive. */
export function longRun(steps: number): string {
  return `keep = [[i] for i in range(200)]\nn = 0\nwhile n < ${steps - 3}:\n    n += 1\n`;
}

/** A 10**6-element array alive during `steps` steps, one of its elements written at each. */
export function largeArray(steps: number): string {
  return `import numpy as np\na = np.zeros(1000000)\nfor i in range(${steps}):\n    a[i] = i\n`;
}

/** Milliseconds and heap growth in MB of one run with its trace kept. */
export function cost(run: typeof simulate, source: string): { ms: number; mb: number; steps: number } {
  globalThis.gc?.();
  const before = memory();
  const start = performance.now();
  const trace = run(source, { limits: WIDE });
  const ms = performance.now() - start;
  globalThis.gc?.();
  return { ms, mb: (memory() - before) / 2 ** 20, steps: trace.steps.length };
}

function memory(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
