/** A whole cold process: one bundled file under node, against `python3 -c` with NumPy. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

export interface Bundle {
  readonly folder: string;
  readonly file: string;
  /** Size of the browser bundle of the simulator, minified and gzipped, in bytes. */
  readonly gzip: number;
}

/** Bundle the simulator with a caller that runs one source; returns where it is, and its size for the browser. */
export async function bundle(): Promise<Bundle> {
  const folder = mkdtempSync(join(tmpdir(), 'lastref-bench-'));
  const door = resolve('lib/simulator/index.ts');
  const entry = join(folder, 'entry.ts');
  const file = join(folder, 'cold.mjs');
  writeFileSync(
    entry,
    `import { simulate } from ${JSON.stringify(door)};\nconst t = simulate(process.argv[2] ?? '');\nprocess.stdout.write(String(t.steps.length));\n`,
  );
  const options = { bundle: true, minify: true, format: 'esm', target: 'es2022', write: true } as const;
  await build({ ...options, entryPoints: [entry], outfile: file, platform: 'node' });
  const browser = join(folder, 'browser.js');
  await build({ ...options, entryPoints: [door], outfile: browser, platform: 'browser' });
  return { folder, file, gzip: gzipSync(readFileSync(browser), { level: 9 }).length };
}

/** Milliseconds of one whole process. */
export function processTime(command: string, args: readonly string[]): number {
  const start = performance.now();
  const run = spawnSync(command, args, { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${command} failed: ${run.stderr}`);
  return performance.now() - start;
}

export function remove(made: Bundle): void {
  rmSync(made.folder, { recursive: true });
}
