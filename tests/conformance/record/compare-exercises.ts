/**
 * `npm run exercises:compare [-- UNIT/EXERCISE …]`: run the programs of many variants of each exercise, and of each
 * lesson, under the real CPython, and hold the traces that their keys come from against what it does. Needs python3
 * (CPython 3.11) with NumPy 2.4. Exit 1 where a trace differs.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { loadContent } from '@/lib/exercises/loader/load-content';
import { makeVariant } from '@/lib/exercises/variant';
import { simulate } from '@/lib/simulator';
import { outcomeOf } from '../outcome';
import type { Program } from '../programs';

/** Variants of each exercise: other ones than those that `exercises:check` looks at. */
const seeds = Array.from({ length: 25 }, (_, index) => index * 104_729 + 5);
const oracle = fileURLToPath(new URL('oracle.py', import.meta.url));
const wanted = process.argv.slice(2);

const { exercises, lessons } = await loadContent('exercises');
const run = (source: string) => simulate(source);
const programs = new Map<string, string>();

for (const { slug, read, snippet } of exercises) {
  if (wanted.length > 0 && !wanted.some((one) => slug.startsWith(one))) continue;
  for (const seed of seeds) {
    const made = makeVariant({ exercise: read.value, snippet }, seed, run);
    if (made.status === 'refused') throw new Error(`${slug}, seed ${seed}: ${JSON.stringify(made.faults)}`);
    programs.set(made.snippet, `${slug}, seed ${seed}`);
    if (made.exercise.kind === 'program') {
      programs.set(made.exercise.solution, `${slug}, seed ${seed}, the solution`);
    }
  }
}
for (const { slug, snippet } of lessons) programs.set(snippet, `lesson ${slug}`);

const input = [...programs].map(([src, id]) => JSON.stringify({ id, src })).join('\n');
const recorder = spawnSync('python3', [oracle, '--batch', '--delta'], {
  input,
  encoding: 'utf8',
  maxBuffer: 1 << 30,
});
if (recorder.status !== 0)
  throw new Error(`the recorder failed: ${recorder.error?.message ?? recorder.stderr}`);

const recorded = recorder.stdout.split('\n').filter(Boolean);
let different = 0;
for (const line of recorded) {
  const program = JSON.parse(line) as Program;
  const outcome = outcomeOf(program);
  if (outcome.type === 'equal') continue;
  different += 1;
  console.log(
    `${program.id}: ${outcome.type === 'differs' ? outcome.text : outcome.message}\n${program.src}`,
  );
}
console.log(`${recorded.length} of ${programs.size} programs recorded, ${different} differ`);
process.exitCode = different > 0 || recorded.length < programs.size ? 1 : 0;
