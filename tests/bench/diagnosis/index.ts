/** `npm run bench:diagnosis [-- SEED]`: measures the diagnosis on synthetic students; docs/grading.md has the table. */
import { loadContent } from '@/lib/exercises/loader/load-content';
import { misconceptionIds } from '@/lib/simulator/misconceptions/ids';
import { measure, noises, nothingMeasured, type Tally } from './measure';

const seed = Number(process.argv[2] ?? 20_261_129);
const { exercises } = await loadContent('exercises');
const measured = nothingMeasured();
exercises.forEach(({ slug, read, snippet }, index) => {
  process.stderr.write(`\r${String(index + 1).padStart(3)} of ${exercises.length}  ${slug.padEnd(60)}`);
  measure(slug, { exercise: read.value, snippet }, { seed, variants: 4, students: 8 }, measured);
});
process.stderr.write(`\r${''.padEnd(80)}\r`);

const percent = (part: number, of: number): string =>
  of === 0 ? '–' : `${((100 * part) / of).toFixed(1)} %`;
const cells = (row: Tally | undefined): string =>
  row === undefined ? '– | –' : `${percent(row.named, row.students)} | ${percent(row.right, row.named)}`;

console.log(`Seed ${seed}, ${exercises.length} exercises.\n`);
const heads = noises.map((noise) => `named, ${noise * 100} % | right of them`).join(' | ');
console.log(`| misconception | differs on | shown by | students | ${heads} |`);
console.log(`|---|---|---|---|${'---|'.repeat(2 * noises.length)}`);
const totals = new Map<number, Tally>(noises.map((noise) => [noise, { students: 0, named: 0, right: 0 }]));
for (const id of misconceptionIds) {
  const rows = measured.beliefs.get(id);
  for (const [noise, row] of rows ?? []) {
    const total = totals.get(noise);
    if (total === undefined) continue;
    total.students += row.students;
    total.named += row.named;
    total.right += row.right;
  }
  const students = rows?.get(0.05)?.students ?? 0;
  const shown = measured.shownBy.get(id)?.size ?? 0;
  const differs = measured.differsOn.get(id)?.size ?? 0;
  console.log(
    `| ${id} | ${differs} | ${shown} | ${students} | ${noises.map((noise) => cells(rows?.get(noise))).join(' | ')} |`,
  );
}
console.log(
  `| all | | | ${totals.get(0.05)?.students} | ${noises.map((noise) => cells(totals.get(noise))).join(' | ')} |\n`,
);
console.log('| students without a misconception | students | given one |\n|---|---|---|');
for (const [what, row] of measured.slips)
  console.log(`| ${what} | ${row.students} | ${percent(row.named, row.students)} |`);
