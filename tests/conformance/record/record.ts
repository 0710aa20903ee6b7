/**
 * `npm run record:traces`: record the traces of every set of the conformance programs again. Needs python3 (CPython 3.11) with
 * NumPy 2.4. Prints the programs whose trace is another one now, and writes the files with `--write`.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { difference, type RecordedTrace } from '../compare';
import { programs, SETS } from '../programs';

const oracle = fileURLToPath(new URL('oracle.py', import.meta.url));
const write = process.argv.includes('--write');

for (const set of SETS) {
  const before = programs(set);
  const input = before.map(({ id, src }) => JSON.stringify({ id: id.slice(set.length + 1), src })).join('\n');
  const options = set !== 'corpus' ? ['--batch', '--delta'] : ['--batch'];
  const run = spawnSync('python3', [oracle, ...options], { input, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.status !== 0) throw new Error(`the recorder failed: ${run.error?.message ?? run.stderr}`);
  const lines = run.stdout.split('\n').filter(Boolean);
  let changed = 0;
  for (const [i, line] of lines.entries()) {
    const program = before[i];
    if (program === undefined) break;
    const { trace } = JSON.parse(line) as { trace: RecordedTrace };
    const text = difference(program.trace, trace);
    if (text === null) continue;
    changed++;
    console.log(`${program.id}: ${text}`);
  }
  console.log(`${set}: ${lines.length} recorded, ${changed} changed`);
  if (write)
    writeFileSync(
      new URL(`../${set}.jsonl.gz`, import.meta.url),
      gzipSync(`${lines.join('\n')}\n`, { level: 9 }),
    );
}
