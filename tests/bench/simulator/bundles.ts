/** The simulator as it ships: one file for a server, and for a browser a core and the parts that a program may need. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import type * as simulator from '@/lib/simulator';

const OPTIONS = { bundle: true, minify: true, format: 'esm', target: 'es2022', logLevel: 'error' } as const;

export interface ServerBundle {
  readonly folder: string;
  /** Runs the program that its argument is, and ends. */
  readonly cold: string;
  readonly simulate: typeof simulator.simulate;
}

/** Bundle the simulator for Node, once as a module and once with a caller that runs one source. */
export async function serverBundle(): Promise<ServerBundle> {
  const folder = mkdtempSync(join(tmpdir(), 'lastref-bench-'));
  const door = resolve('lib/simulator/index.ts');
  const entry = join(folder, 'entry.ts');
  const cold = join(folder, 'cold.mjs');
  const warm = join(folder, 'warm.mjs');
  writeFileSync(
    entry,
    `import { simulate } from ${JSON.stringify(door)};\nconst t = simulate(process.argv[2] ?? '');\nprocess.stdout.write(String(t.steps.length));\n`,
  );
  await build({ ...OPTIONS, entryPoints: [entry], outfile: cold, platform: 'node' });
  await build({ ...OPTIONS, entryPoints: [door], outfile: warm, platform: 'node' });
  const { simulate } = (await import(warm)) as typeof simulator;
  return { folder, cold, simulate };
}

export const remove = (made: ServerBundle): void => rmSync(made.folder, { recursive: true });

/** What a browser loads, in bytes after gzip. */
export interface BrowserSizes {
  /** The door, with everything that every program needs. */
  readonly core: number;
  /** What each part adds to the core. */
  readonly parts: readonly { readonly name: string; readonly bytes: number }[];
}

/** Bundle the browser's door with its parts and add up what each of them loads. */
export async function browserSizes(): Promise<BrowserSizes> {
  const { outputFiles, metafile } = await build({
    ...OPTIONS,
    entryPoints: [resolve('lib/simulator/browser.ts')],
    outdir: 'bench',
    platform: 'browser',
    splitting: true,
    write: false,
    metafile: true,
  });
  const bytes = new Map(
    outputFiles.map(({ path, contents }) => [basename(path), gzipSync(contents, { level: 9 }).length]),
  );
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, made]) => [basename(path), made]));
  const sum = (files: Iterable<string>): number =>
    [...files].reduce((total, file) => total + (bytes.get(file) as number), 0);
  const core = loadedBy('browser.js', outputs);
  const parts = [...outputs].flatMap(([file, { entryPoint }]) => {
    const name = /parts\/(.*)\.ts$/.exec(entryPoint ?? '')?.[1];
    if (name === undefined) return [];
    return [{ name, bytes: sum([...loadedBy(file, outputs)].filter((one) => !core.has(one))) }];
  });
  return { core: sum(core), parts: parts.sort((a, b) => a.name.localeCompare(b.name)) };
}

/** A file and all that it imports at once. */
function loadedBy(file: string, outputs: ReadonlyMap<string, Metafile['outputs'][string]>): Set<string> {
  const found = new Set([file]);
  for (const one of found)
    for (const { kind, path } of outputs.get(one)?.imports ?? [])
      if (kind === 'import-statement') found.add(basename(path));
  return found;
}
