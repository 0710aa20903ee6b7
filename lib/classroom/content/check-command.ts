/**
 * `npm run exercises:check [-- --machines] [-- UNIT/EXERCISE …]`: checks the content files on many variants, each fault
 * at its place, and prints how many different variants each exercise has; with --machines also which beliefs each tells
 * from the truth and from each other. Exit 1 where there is an error.
 */
import { join } from 'node:path';
import { loadContent } from '@/lib/exercises/loader/load-content';
import { problemText } from '@/lib/exercises/loader/problem';
import { waysToDraw } from '@/lib/exercises/templates/parameters';
import { checkExercise } from '@/lib/grading/check-exercise';
import { toldApart } from '@/lib/grading/diagnosis/told-apart';
import { simulate } from '@/lib/simulator';

const seedsFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => (first + index) * 7919 + 1);

async function main(args: readonly string[]): Promise<number> {
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const { exercises, problems } = await loadContent(join(process.cwd(), 'exercises'));
  const lines = problems.map(problemText);
  for (const { slug, read, snippet } of exercises) {
    if (wanted.length > 0 && !wanted.some((one) => slug.startsWith(one))) continue;
    const options = {
      run: (source: string) => simulate(source),
      seeds: seedsFrom(0, 50),
      countSeeds: seedsFrom(50, 150),
    };
    const report = checkExercise({ exercise: read.value, snippet }, options);
    for (const { path, message, seed } of report.faults) {
      const place = read.locate(path);
      lines.push(
        problemText({ severity: 'error', file: read.file, ...place, message: `${message} (seed ${seed})` }),
      );
    }
    const { kind, difficulty, parameters } = read.value;
    const ways = parameters === undefined ? 'one' : String(waysToDraw(parameters));
    console.log(
      `${slug.padEnd(58)} ${kind.padEnd(15)} ${difficulty}  ${String(report.variants).padStart(3)} seen of ${ways}`,
    );
    if (!args.includes('--machines')) continue;
    for (const { id, shown, of, like } of toldApart(
      { exercise: read.value, snippet },
      seedsFrom(0, 20),
      options.run,
    )) {
      const others = like.length === 0 ? '' : `  not told from ${like.join(', ')}`;
      console.log(`  ${id.padEnd(28)} ${String(Math.round((shown / of) * 100)).padStart(3)} %${others}`);
    }
  }
  for (const line of lines) console.error(line);
  return lines.some((line) => line.includes(': error: ')) ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
