/**
 * npm run bench:simulator
 *
 * Ours and CPython side by side in one run (the rival only where python3 with NumPy is there): the seed snippet and the
 * corpus warm, a whole cold process, the growth of cost with steps and bytes, and what a browser loads. What is measured
 * is the bundle that ships, not the sources under a loader, which makes closures slower.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { browserSizes, remove, serverBundle } from './bundles';
import { processTime } from './cold';
import { cost, largeArray, longRun } from './growth';
import { median, microseconds } from './warm';

const SEED = 'import numpy as np\nA = np.array([1, 2, 3])\nB = A\nB[0] = 10\ndel A\ndel B\n';
const ROUNDS = 5;

function corpus(): string[] {
  const text = gunzipSync(readFileSync('tests/conformance/corpus.jsonl.gz')).toString('utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { src: string }).src);
}

/** Microseconds of the rival for each source, or null where python3 with NumPy is missing. */
function rival(sources: readonly string[], rounds: number): (number | null)[] | null {
  const run = spawnSync('python3', ['tests/bench/simulator/rival.py', String(rounds)], {
    input: JSON.stringify(sources),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return run.status === 0 ? (JSON.parse(run.stdout) as (number | null)[]) : null;
}

function row(what: string, ...cells: (string | number | null)[]): void {
  const text = cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(1) : (cell ?? '-')).padStart(14));
  process.stdout.write(`${what.padEnd(44)}${text.join('')}\n`);
}

const made = await serverBundle();
const { simulate } = made;
const programs = corpus();
for (const source of programs) microseconds(simulate, source, 3); // the whole simulator is warm before anything counts
row('', 'ours', 'CPython', 'ratio');

const seed = { ours: [] as number[], theirs: [] as number[] };
for (let round = 0; round < ROUNDS; round++) {
  seed.ours.push(microseconds(simulate, SEED, 2000) ?? Number.NaN);
  const theirs = rival([SEED], 400)?.[0];
  if (theirs != null) seed.theirs.push(theirs);
}
const ratios = seed.theirs.map((theirs, i) => theirs / (seed.ours[i] as number));
row(
  'seed snippet, warm, µs',
  median(seed.ours),
  seed.theirs.length > 0 ? median(seed.theirs) : null,
  median(ratios),
);

const theirs = rival(programs, 15);
const ours = programs.map((source) => microseconds(simulate, source));
const pairs = ours.flatMap((mine, i) =>
  mine !== null && theirs?.[i] != null ? [[mine, theirs[i] as number] as const] : [],
);
row(
  `corpus, warm, median of ${pairs.length || ours.length} programs, µs`,
  median(ours.filter((mine) => mine !== null)),
  pairs.length > 0 ? median(pairs.map(([, other]) => other)) : null,
  pairs.length > 0 ? median(pairs.map(([mine, other]) => other / mine)) : null,
);

const cold = { ours: [] as number[], theirs: [] as number[] };
for (let round = 0; round < 7; round++) {
  cold.ours.push(processTime(process.execPath, [made.cold, SEED]));
  if (theirs) cold.theirs.push(processTime('python3', ['-c', SEED]));
}
row(
  'cold process, ms',
  median(cold.ours),
  theirs ? median(cold.theirs) : null,
  theirs ? median(cold.theirs) / median(cold.ours) : null,
);

row('', 'ms', 'MB kept', 'steps');
for (const [what, source] of [
  ['1,000 steps, 200 live lists', longRun(1000)],
  ['10,000 steps, 200 live lists', longRun(10_000)],
  ['10**6 elements, 1,000 writes', largeArray(1000)],
  ['10**6 elements, 4,000 writes', largeArray(4000)],
] as const) {
  const { ms, mb, steps } = cost(simulate, source);
  row(what, ms, mb, steps);
}
remove(made);

const { core, parts } = await browserSizes();
const added = (name: string): number => parts.find((part) => part.name === name)?.bytes ?? Number.NaN;
row('a browser loads, gzip', 'kB');
row('core', core / 1000);
for (const { name, bytes } of parts) row(`+ ${name}`, bytes / 1000);
row('seed snippet: core and numpy', (core + added('numpy')) / 1000);
