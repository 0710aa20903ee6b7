/** A whole cold process: one bundled file under node, against `python3 -c` with NumPy. */
import { spawnSync } from 'node:child_process';

/** Milliseconds of one whole process. */
export function processTime(command: string, args: readonly string[]): number {
  const start = performance.now();
  const run = spawnSync(command, args, { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${command} failed: ${run.stderr}`);
  return performance.now() - start;
}
